//! A borrowed device: nothing that was typed stays, by whatever way the page is left, and the way out comes first.
//!
//! Issue 5, "Borrowed device"; rows 65 to 68 of the matrix of faults, facts/reliability.md 6.

use browser_tests::page::STORED;
use browser_tests::{Outcome, Setting, Visitor, visit, visit_and_search, visit_with};

use crate::assert_sound;
use crate::record::TYPED;
use crate::store::keep;

/// No word of any language, so that finding it means that it was typed here.
const NEEDLE: &str = "quuxlamb";
const STOLEN: &str = "/en/stolen/";
const LEFT: &str = "/en/left/";

/// A clock that can be put forward: whoever looks at it later believes that so many milliseconds have gone by.
const CLOCK: &str = "const real = Date.now.bind(Date);
    let ahead = 0;
    Date.now = () => real() + ahead;
    window.later = (milliseconds) => { ahead += milliseconds; }";
const MINUTE: u64 = 60_000;

/// Every field of the report that takes words, also in the parts that are not shown.
const FIELDS: &str = "[...document.querySelectorAll('main form textarea, main form input[type=text]')]";

/// Opens the report and leaves a needle in every field that takes words.
async fn fill(you: &Visitor) -> Outcome {
    you.press("Write the report").await?;
    you.until("the form", "return document.querySelector('main form textarea, main form input')", vec![]).await?;
    you.unfold().await?;
    // A line of the log takes no words before it is opened, and its part is not the one that is shown.
    let open = "[...document.querySelectorAll('main form button')]
        .find((button) => button.textContent === 'Write down what you did').click()";
    you.ask(open, vec![]).await?;
    let fill = format!(
        "const words = {FIELDS};
        for (const field of words) {{
            field.focus();
            field.value = arguments[0];
            for (const name of ['input', 'change'])
                field.dispatchEvent(new Event(name, {{ bubbles: true }}));
        }}
        return words.length"
    );
    let filled = you.ask(&fill, vec![NEEDLE.into()]).await?.as_u64().unwrap_or_default();
    assert!(filled > 20, "{filled} fields only");
    holds_the_needle(you).await
}

/// What a person could read of the page, in its text or in its fields.
const READABLE: &str = "return document.documentElement.outerHTML
    + [...document.querySelectorAll('input, textarea, select')].map((field) => field.value).join(' ')";

async fn holds_the_needle(you: &Visitor) -> Outcome {
    let readable = you.ask(READABLE, vec![]).await?;
    assert!(readable.as_str().unwrap_or_default().contains(NEEDLE), "the page does not hold what was typed");
    Ok(())
}

/// The page, its address, its title and every storage are without the needle.
async fn is_without_the_needle(you: &Visitor, place: &str) -> Outcome<Vec<String>> {
    let readable = you.ask(READABLE, vec![]).await?;
    let title = you.ask("return document.title + location.href + JSON.stringify(history.state)", vec![]).await?;
    let stored = you.ask_later(STORED, vec![]).await?;
    let all = [("the page", readable), ("its title or address", title), ("a storage", stored)];
    let found = all.into_iter().filter(|(_, text)| text.to_string().contains(NEEDLE));
    Ok(found.map(|(what, _)| format!("{place}: {what} holds what was typed")).collect())
}

/// Whether the page came back from the browser's memory, as it was.
const MARK: &str = "window.wasHere = true";
const MARKED: &str = "return window.wasHere === true";

/// Goes back in the history, and waits until a whole page of this path is there.
async fn back_to(you: &Visitor, path: &str) -> Outcome {
    you.ask("history.back()", vec![]).await?;
    let there = "return location.pathname === arguments[0] && document.readyState === 'complete' && document.body.children.length > 1";
    you.until(&format!("Back to {path}"), there, vec![path.into()]).await?;
    you.is_awake().await
}

#[test]
fn the_way_out_is_the_first_stop_and_a_plain_link() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go(STOLEN).await?;
        you.press_tab().await?;
        let first = you.ask("return document.activeElement.getAttribute('href')", vec![]).await?;
        assert_eq!(first, LEFT);
        you.types("\n").await?;
        you.until("the last page", "return location.pathname === arguments[0]", vec![LEFT.into()]).await?;
        for what in ["Downloads.", "The printer.", "The history.", "Sign out of each one you opened."] {
            you.sees(what).await?;
        }
        Ok(())
    })
}

#[test]
fn after_leaving_neither_back_nor_a_storage_holds_what_was_typed() -> Outcome {
    visit(async |you, _| {
        you.open("/en/").await?;
        you.press("My phone was just taken").await?;
        // A link within the page leaves a second entry of it in the history.
        you.press("Skip the questions").await?;
        fill(you).await?;
        you.ask(MARK, vec![]).await?;
        you.press("Leave and clear").await?;
        you.until("the last page", "return location.pathname === arguments[0]", vec![LEFT.into()]).await?;
        let mut faults = is_without_the_needle(you, "after leaving").await?;
        back_to(you, STOLEN).await?;
        faults.extend(is_without_the_needle(you, "after Back").await?);
        you.sees("Write the report").await?;
        assert!(you.ask(MARKED, vec![]).await? == false, "a page that was taken down is loaded anew");
        back_to(you, "/en/").await?;
        faults.extend(is_without_the_needle(you, "before it").await?);
        assert_sound(&faults);
        assert_eq!(you.console().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn left_in_any_other_way_the_page_is_as_empty() -> Outcome {
    visit(async |you, _| {
        you.open(STOLEN).await?;
        you.choose("What kind of phone is it?", "iPhone").await?;
        fill(you).await?;
        you.ask(MARK, vec![]).await?;
        you.go("/en/area/").await?;
        back_to(you, STOLEN).await?;
        println!("the browser brought the page back from its memory: {}", you.ask(MARKED, vec![]).await?);
        assert_sound(&is_without_the_needle(you, "after Back").await?);
        assert_eq!(you.each("main input:checked", "value").await?.iter().filter(|value| *value == "iphone").count(), 0);

        // What the browser says when it puts a page aside, whether or not this one does.
        fill(you).await?;
        you.ask("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))", vec![]).await?;
        you.sees("Write the report").await?;
        assert_sound(&is_without_the_needle(you, "put aside").await?);
        Ok(())
    })
}

#[test]
fn on_their_own_device_a_page_that_is_put_aside_keeps_the_report() -> Outcome {
    visit(async |you, _| {
        you.open(STOLEN).await?;
        you.choose("Whose device is this?", "Mine").await?;
        you.sees("this page does not clear itself").await?;
        assert!(!you.sees_now("Leave and clear").await?, "nobody has to leave their own device");
        fill(you).await?;
        you.ask("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))", vec![]).await?;
        holds_the_needle(you).await
    })
}

#[test]
fn nothing_typed_is_in_any_file_of_the_profile() -> Outcome {
    let found = visit_and_search(NEEDLE, async |you| {
        you.open(STOLEN).await?;
        you.choose("Whose device is this?", "Public, such as a library’s").await?;
        fill(you).await?;
        // Keys, as a person types: what a script puts in, the browser may remember in another way.
        let first = format!("{FIELDS}.find((field) => field.checkVisibility()).focus()");
        you.ask(&first, vec![]).await?;
        you.types(NEEDLE).await?;
        you.press("Leave and clear").await?;
        you.until("the last page", "return location.pathname === arguments[0]", vec![LEFT.into()]).await.map(drop)
    })?;
    assert_sound(&found);

    // The search is awake: what is kept on purpose it finds.
    let found = visit_and_search(NEEDLE, async |you| {
        you.open("/en/record/").await?;
        keep(you, TYPED, NEEDLE).await
    })?;
    assert!(!found.is_empty(), "the search of the profile finds nothing at all");
    Ok(())
}

/// A page whose clock can be put forward, with something to forget in it.
async fn at_a_clock(you: &Visitor) -> Outcome {
    you.open_in_new_tab_after(CLOCK, STOLEN).await?;
    fill(you).await
}

async fn later(you: &Visitor, minutes: u64) -> Outcome {
    you.ask("later(arguments[0])", vec![(minutes * MINUTE).into()]).await.map(drop)
}

#[test]
fn a_page_that_nobody_touches_warns_and_then_forgets() -> Outcome {
    visit(async |you, _| {
        at_a_clock(you).await?;
        later(you, 8).await?;
        you.sees("Nobody has used this page for 8 minutes.").await?;
        let alert = you.text("[role=alert]").await?;
        assert!(alert.starts_with("Nobody has used this page"), "it is said aloud: {alert}");
        holds_the_needle(you).await?;

        you.press("I am still here").await?;
        you.sees_no_more("Nobody has used this page").await?;
        later(you, 8).await?;
        you.sees("Nobody has used this page for 8 minutes.").await?;
        later(you, 2).await?;
        you.sees("what you typed is cleared").await?;
        you.sees("Write the report").await?;
        assert_sound(&is_without_the_needle(you, "after ten minutes").await?);
        assert_eq!(you.place().await?, STOLEN, "the steps are still there");
        // Whoever comes back reads it, and it goes when they begin anew.
        you.press_tab().await?;
        you.sees("what you typed is cleared").await?;
        you.choose("Are you safe now?", "Yes").await?;
        you.sees_no_more("what you typed is cleared").await
    })
}

#[test]
fn no_clock_runs_on_their_own_device() -> Outcome {
    visit(async |you, _| {
        at_a_clock(you).await?;
        you.choose("Whose device is this?", "Mine").await?;
        later(you, 60).await?;
        tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
        for told in ["Nobody has used this page", "Nobody used this page"] {
            assert!(!you.sees_now(told).await?, "{told}");
        }
        holds_the_needle(you).await
    })
}

/// How a field of the page could be remembered or sent on by the browser.
const REMEMBERED: &str = "return [...document.querySelectorAll('main :is(input, textarea, select)')]
    .map((field) => {
        const name = field.id || `${field.name}=${field.value}`;
        const remembers = (field.getAttribute('autocomplete') ?? field.form?.getAttribute('autocomplete')) !== 'off';
        const words = field.localName === 'textarea' || field.type === 'text';
        return [remembers && `${name} is remembered`, words && field.spellcheck && `${name} may go to a spelling service`];
    }).flat().filter(Boolean)";

#[test]
fn the_browser_is_asked_to_remember_no_field() -> Outcome {
    visit(async |you, _| {
        you.open(STOLEN).await?;
        fill(you).await?;
        let faults: Vec<String> = serde_json::from_value(you.ask(REMEMBERED, vec![]).await?)?;
        assert_sound(&faults);
        Ok(())
    })
}

#[test]
fn links_open_a_new_tab_that_keeps_nothing_either() -> Outcome {
    visit(async |you, _| {
        you.open(STOLEN).await?;
        you.choose("Whose device is this?", "Someone else’s").await?;
        you.sees("Links open in a new tab.").await?;
        you.press_on("header a[href^='/en/record/']").await?;
        you.go_to_newest_tab().await?;
        you.is_awake().await?;
        assert_eq!(you.place().await?, "/en/record/#borrowed", "one fact, and nothing else");
        you.sees("You said that this is not your device.").await?;
        // A link within the page takes the fragment's place, and the fact takes it back.
        you.tab_to(".skip").await?;
        you.types("\n").await?;
        you.type_into("number", TYPED).await?;
        you.sees("The check digit fits.").await?;
        you.press("Keep this phone").await?;
        you.sees("nothing is kept on it").await?;
        let stored = you.ask_later(STORED, vec![]).await?.to_string();
        assert!(stored.contains(r#"\"databases\":{}"#), "not even an empty database: {stored}");
        // The fact goes on with the next link, and stays when the page is loaded again.
        assert_eq!(you.place().await?, "/en/record/#borrowed");
        you.press("Secure").await?;
        assert_eq!(you.place().await?, "/en/secure/#borrowed");
        Ok(())
    })
}

#[test]
fn with_nothing_to_lose_and_nothing_said_a_link_is_a_link() -> Outcome {
    visit(async |you, _| {
        you.open(STOLEN).await?;
        you.press("Record").await?;
        assert_eq!(you.place().await?, "/en/record/");
        you.sees("None yet.").await?;
        assert!(!you.sees_now("You said that this is not your device.").await?);
        Ok(())
    })
}
