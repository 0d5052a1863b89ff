//! The plan of the Secure walk: from the first page to three steps done, what stays, what comes next, what is taken along.
//!
//! The plan moves steps between lists; a person's place, their focus and their answers must survive that.

use std::cell::Cell;

use browser_tests::{Outcome, Visitor, visit};
use serde_json::json;

/// The most presses from the first page to three steps done.
const MOST_PRESSES: u32 = 10;

/// The names of the steps in one list of the plan, in order.
async fn steps(you: &Visitor, list: &str) -> Outcome<Vec<String>> {
    you.each(&format!("[data-list='{list}'] > [data-step]"), "data-step").await
}

/// Waits until this many steps stand in a list.
async fn has(you: &Visitor, list: &str, count: usize) -> Outcome<Vec<String>> {
    let script =
        "return document.querySelectorAll(`[data-list='${arguments[0]}'] > [data-step]`).length === arguments[1]";
    you.until(&format!("{count} steps in the list {list}"), script, vec![json!(list), json!(count)]).await?;
    steps(you, list).await
}

async fn choose(you: &Visitor, guide: &str) -> Outcome {
    you.press_on(&format!("label:has([name='choice'][value='{guide}'])")).await
}

async fn answer(you: &Visitor, step: &str, value: &str) -> Outcome {
    you.press_on(&format!("[data-step='{step}'] label:has([value='{value}'])")).await
}

#[test]
fn from_the_first_page_to_three_steps_done_on_a_small_phone() -> Outcome {
    for guide in ["iphone", "samsung"] {
        visit(async |you, _| {
            you.show_at(360).await?;
            let presses = Cell::new(0);
            let count = || presses.set(presses.get() + 1);
            you.open("/en/").await?;
            count();
            you.press("I have my phone").await?;
            count();
            choose(you, guide).await?;
            count();
            you.press("Show my plan").await?;
            let three = has(you, "first", 3).await?;
            for step in &three {
                assert!(step.starts_with(&format!("{guide}-")), "{step}");
                count();
                answer(you, step, "done").await?;
            }
            you.sees("Show the next three").await?;
            assert!(presses.get() <= MOST_PRESSES, "{guide}: {} presses", presses.get());
            assert_eq!(steps(you, "first").await?, three, "nothing moved while it was answered");
            println!("{guide}: {} presses to {three:?}", presses.get());
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn leaving_and_coming_back_loses_nothing() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/").await?;
        choose(you, "iphone").await?;
        choose(you, "email").await?;
        let first = has(you, "first", 3).await?;
        answer(you, &first[0], "done").await?;
        answer(you, &first[1], "later").await?;
        answer(you, &first[2], "away").await?;
        you.sees("Show the next three").await?;
        you.open("/en/about/").await?;
        you.open("/en/secure/").await?;
        you.sees("iPhone, Email").await?;
        let next = has(you, "first", 3).await?;
        assert!(next.iter().all(|step| !first.contains(step)), "{next:?}");
        assert_eq!(steps(you, "done").await?, first[..1]);
        assert_eq!(steps(you, "aside").await?, first[1..2]);
        assert_eq!(steps(you, "absent").await?, first[2..]);
        // The guide's own page knows the same.
        you.open("/en/secure/iphone/").await?;
        let checked = "return document.querySelectorAll('.tick :checked').length";
        let own = first.iter().filter(|step| step.starts_with("iphone-")).count();
        you.until("the answers on the guide", &format!("{checked} === arguments[0]"), vec![json!(own)]).await?;
        Ok(())
    })
}

#[test]
fn an_answer_keeps_the_focus_and_the_next_three_get_it() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/").await?;
        choose(you, "pixel").await?;
        let first = has(you, "first", 3).await?;
        let focused = "return document.activeElement?.closest('[data-step]')?.id ?? document.activeElement?.id";
        for step in &first {
            let space = "document.querySelector(`[data-step='${arguments[0]}'] [value='done']`).focus()";
            you.ask(space, vec![json!(step)]).await?;
            answer(you, step, "done").await?;
            assert_eq!(you.ask(focused, vec![]).await?, json!(step));
        }
        you.press("Show the next three").await?;
        you.until("the focus on the plan", "return document.activeElement?.id === 'plan'", vec![]).await?;
        let next = has(you, "first", 3).await?;
        assert!(next.iter().all(|step| !first.contains(step)), "{next:?}");
        assert_eq!(has(you, "done", 3).await?, first);
        Ok(())
    })
}

#[test]
fn taking_a_choice_back_takes_its_steps_away_and_not_its_answers() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/").await?;
        choose(you, "iphone").await?;
        choose(you, "bank").await?;
        let first = has(you, "first", 3).await?;
        let iphone: Vec<&String> = first.iter().filter(|step| step.starts_with("iphone-")).collect();
        answer(you, iphone[0], "done").await?;
        choose(you, "iphone").await?;
        let left = has(you, "first", 3).await?;
        assert!(left.iter().all(|step| step.starts_with("bank-")), "{left:?}");
        choose(you, "iphone").await?;
        assert_eq!(has(you, "done", 1).await?, [iphone[0].clone()]);
        Ok(())
    })
}

#[test]
fn a_connection_that_breaks_is_told_and_can_be_tried_again() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/").await?;
        let broken = "window.whole = window.fetch; window.fetch = () => Promise.reject(new TypeError('no network'))";
        you.ask(broken, vec![]).await?;
        choose(you, "honor").await?;
        you.sees("The steps could not be fetched.").await?;
        you.ask("window.fetch = window.whole", vec![]).await?;
        you.press("Try again").await?;
        has(you, "first", 3).await?;
        you.sees_no_more("The steps could not be fetched.").await
    })
}

#[test]
fn progress_says_what_a_thief_can_still_do() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/").await?;
        assert!(!you.sees_now("What a thief can still do").await?, "nothing is known yet");
        choose(you, "iphone").await?;
        you.sees("A thief can still wipe your phone and sell it.").await?;
        let content = content::load().unwrap_or_else(|complaints| panic!("{complaints:?}"));
        let guide = content.guide("iphone".parse().expect("a guide"));
        let resale =
            guide.steps.iter().filter(|step| step.defends == domain::harm::Harm::Resale && step.weight.get() >= 4);
        has(you, "first", 3).await?;
        for step in resale {
            answer(you, step.id.as_str(), "done").await?;
        }
        you.sees("A wiped phone still asks for your account.").await?;
        you.sees_no_more("A thief can still wipe your phone and sell it.").await
    })
}

#[test]
fn the_plan_goes_along_as_a_day_in_the_calendar_and_on_one_page_of_paper() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/").await?;
        choose(you, "samsung").await?;
        has(you, "first", 3).await?;
        you.press("Remind me in six months").await?;
        let file = you.saved("ringfence-check-again.ics").await?;
        let (lines, rest): (Vec<&str>, &str) = (file.split("\r\n").collect(), file.as_str());
        assert_eq!((lines.first(), lines.last()), (Some(&"BEGIN:VCALENDAR"), Some(&"")), "{rest}");
        let day = lines.iter().find_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).expect("a day");
        let script = "const day = new Date(); const wanted = new Date(day.getFullYear(), day.getMonth() + 6, 1);
            return `${wanted.getFullYear()}${String(wanted.getMonth() + 1).padStart(2, '0')}`";
        assert_eq!(you.ask(script, vec![]).await?, json!(day[..6]), "half a year from now");
        assert!(day.len() == 8 && !rest.contains('{'), "{rest}");
        assert!(lines.iter().all(|line| line.len() <= 75), "folded: {rest}");

        let (sheets, paper) = you.prints_on(210.0, 297.0).await?;
        for step in you.each("[data-list] > .step > h3", "textContent").await? {
            let squeezed: String = step.chars().filter(|sign| !sign.is_whitespace()).collect();
            assert!(paper.contains(&squeezed), "{step} is not on the paper");
        }
        assert_eq!(sheets, 1, "one page of A4");
        Ok(())
    })
}
