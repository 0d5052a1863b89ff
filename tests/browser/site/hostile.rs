//! What looks like a script, a template or a formula is typed into every field of every page, and stays the text it is.
//!
//! Row 41 of the matrix of faults, facts/reliability.md 6; what a copy can bring along is in `open`.

use browser_tests::{Outcome, Visitor, visit};

use crate::assert_sound;
use crate::record::{GROUPS, NUMBER, TYPED};
use crate::store::KEPT;

const HOSTILE: [&str; 8] = [
    "<img src=x onerror=hit()>",
    "\"><svg onload=hit()>",
    "'><script>hit()</script>",
    "javascript:hit()",
    "${hit()} {{hit()}} {name} {count}",
    "=HYPERLINK(\"//evil\")",
    "\u{202e}backwards",
    "__proto__",
];

/// A trap for everything that runs, before the page's own scripts.
const TRAP: &str = "window.hit = () => { window.hits = (window.hits ?? 0) + 1; }";

/// What was run, what was put on every object, and elements that only a text can have brought.
const HARM: &str =
    "const brought = 'main [onload], main [onerror], main img, main [href^=javascript], main script:not([type])';
    return JSON.stringify([window.hits ?? 0, ({}).polluted ?? null,
        [...document.querySelectorAll(brought)].map((found) => found.outerHTML.slice(0, 80))])";
const NO_HARM: &str = "[0,null,[]]";

/// Types a text into every field, leaves each of them, and tells how many there are.
const TYPE: &str =
    "const fields = [...document.querySelectorAll('textarea:not([readonly]), input:not([type]), input[type=text], '
        + 'input[type=search], input[type=password], input[type=tel], input[type=email]')];
    for (const field of fields) {
        field.focus();
        field.value = arguments[0];
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
        field.blur();
    }
    return fields.length";

/// Whether the digits of the first kept number stand from left to right.
const ORDER: &str = "const text = document.createTreeWalker(document.querySelector('.kept bdi'), NodeFilter.SHOW_TEXT);
    const lefts = [];
    while (text.nextNode()) for (let at = 0; at < text.currentNode.length; at += 1) {
        if (!text.currentNode.data[at].trim()) continue;
        const digit = new Range();
        digit.setStart(text.currentNode, at);
        digit.setEnd(text.currentNode, at + 1);
        lefts.push(digit.getBoundingClientRect().left);
    }
    return lefts.length === 15 && lefts.every((left, at) => at === 0 || left > lefts[at - 1])";

async fn harm(you: &Visitor, place: &str, title: &str) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    let found = you.ask(HARM, vec![]).await?;
    if found != NO_HARM {
        faults.push(format!("{place}: {found}"));
    }
    if you.ask("return document.title", vec![]).await? != title {
        faults.push(format!("{place}: the title changed"));
    }
    faults.extend(you.console().await?.into_iter().map(|said| format!("{place}: {said}")));
    Ok(faults)
}

async fn title(you: &Visitor) -> Outcome<String> {
    Ok(you.ask("return document.title", vec![]).await?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn no_field_of_any_page_runs_what_is_typed() -> Outcome {
    visit(async |you, site| {
        let mut faults = Vec::new();
        let mut fields = 0;
        you.open_in_new_tab_after(TRAP, "/en/").await?;
        for route in site.routes()? {
            you.open(&route).await?;
            if route == "/en/stolen/" {
                you.press("Write the report").await?;
                you.sees("Your texts").await?;
            }
            you.unfold().await?;
            let title = title(you).await?;
            for words in HOSTILE {
                let typed = you.ask(TYPE, vec![words.into()]).await?.as_u64().unwrap_or_default();
                fields += typed;
                if typed > 0 {
                    faults.extend(harm(you, &format!("{route} with {words:?}"), &title).await?);
                }
            }
        }
        assert!(fields > 300, "{fields} fields only: they were not found");
        assert_sound(&faults);
        Ok(())
    })
}

#[test]
fn a_phone_with_a_hostile_name_goes_every_way_as_text() -> Outcome {
    visit(async |you, _| {
        you.open_in_new_tab_after(TRAP, "/en/record/").await?;
        let mut faults = Vec::new();
        for words in HOSTILE {
            you.open("/en/record/").await?;
            let head = title(you).await?;
            you.unfold().await?;
            for field in ["nickname", "model", "colour", "network", "serial", "purchase", "marks", "insurer", "notes"] {
                you.pick(field, words).await?;
            }
            you.type_into("number", TYPED).await?;
            you.press("Keep this phone").await?;
            you.sees(KEPT).await?;
            you.sees(words).await?;
            faults.extend(harm(you, &format!("the list with {words:?}"), &head).await?);
            let paper = you.prints().await?;
            assert!(paper.contains(NUMBER), "{words:?}: {paper}");
            // A name that runs backwards does not take the number with it.
            if you.ask(ORDER, vec![]).await? != true {
                faults.push(format!("{words:?}: the digits of {GROUPS} run backwards"));
            }

            you.open("/en/record/copies/").await?;
            let head = title(you).await?;
            you.press("Show the codes").await?;
            you.press("Next code").await?;
            you.sees(&format!("“{words}”, phone 1 of 1")).await?;
            you.unfold().await?;
            faults.extend(harm(you, &format!("the copies with {words:?}"), &head).await?);
            let mails = you.each("a[href^='mailto:']", "href").await?;
            let odd = |mail: &String| mail.contains(['<', '>', '"', ' ', '\u{202e}']);
            faults.extend(mails.iter().filter(|mail| odd(mail)).map(|mail| format!("{words:?} in an address: {mail}")));

            you.open("/en/record/register/").await?;
            let head = title(you).await?;
            you.sees(words).await?;
            faults.extend(harm(you, &format!("the register with {words:?}"), &head).await?);

            you.open("/en/record/").await?;
            you.press("Remove").await?;
            you.sees(&format!("Removed. It was “{words}”.")).await?;
        }
        assert_sound(&faults);
        Ok(())
    })
}
