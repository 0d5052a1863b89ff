//! The report of the stolen page: one thing at a time, several phones, a log of what was done, and every text at once.

use browser_tests::{Outcome, Visitor, visit};
use domain::incident::{Field, Part};
use domain::report::Recipient;

use crate::record::TYPED;
use crate::store::{KEPT, keep};

/// Opens the form.
async fn open(you: &Visitor) -> Outcome {
    you.open("/en/stolen/").await?;
    you.press("Write the report").await?;
    you.sees("Part 1 of 9").await?;
    you.unfold().await
}

/// Waits until this element has the focus.
async fn is_at(you: &Visitor, id: &str) -> Outcome {
    let focus = "return document.activeElement?.id === arguments[0] && document.activeElement.checkVisibility()";
    you.until(&format!("the focus at {id}"), focus, vec![id.into()]).await.map(drop)
}

/// Waits until a text holds this.
async fn holds(you: &Visitor, recipient: Recipient, part: &str) -> Outcome {
    let holds = "return document.getElementById(arguments[0]).value.includes(arguments[1])";
    let id = format!("for-{recipient}");
    you.until(&format!("{part:?} in {id}"), holds, vec![id.into(), part.into()]).await.map(drop)
}

#[test]
fn one_part_is_shown_and_all_can_be_reached() -> Outcome {
    visit(async |you, _| {
        you.show_at(360).await?;
        open(you).await?;
        let shown =
            "return [...document.querySelectorAll('form section h3')].filter((title) => title.checkVisibility())
            .map((title) => title.id).join(' ')";
        for part in Part::ALL.iter().copied() {
            assert_eq!(you.ask(shown, vec![]).await?, part.heading());
            let wide = you.ask("return document.documentElement.scrollWidth", vec![]).await?;
            assert!(wide.as_u64().is_some_and(|wide| wide <= 360), "{part} is {wide} wide");
            if let Some(next) = part.next() {
                you.press("Next part").await?;
                is_at(you, next.heading()).await?;
            }
        }
        assert!(!you.sees_now("Next part").await?, "there is nothing after the last part");
        you.press("Back").await?;
        is_at(you, Part::Log.heading()).await?;
        you.press("The phone").await?;
        is_at(you, Part::Phone.heading()).await?;
        you.press_on("details:has(#for-insurer) li:last-child button").await?;
        is_at(you, "tell-bought").await
    })
}

#[test]
fn what_is_half_typed_stays_whatever_the_page_learns_meanwhile() -> Outcome {
    visit(async |you, _| {
        open(you).await?;
        you.type_into("tell-how", "A bike came up").await?;
        // It is told without the focus moving, as an answer from the browser would be.
        you.pick("tell-injury", "none").await?;
        holds(you, Recipient::Police, "Injuries: none").await?;
        assert_eq!(you.reads("tell-how").await?, "A bike came up");
        you.leave("tell-how").await?;
        holds(you, Recipient::Police, "A bike came up").await
    })
}

#[test]
fn a_lost_phone_has_no_questions_about_a_thief() -> Outcome {
    visit(async |you, _| {
        open(you).await?;
        you.sees("Did anybody use force").await?;
        you.select("tell-what", "lost").await?;
        you.sees_no_more("Did anybody use force").await
    })
}

#[test]
fn two_phones_are_told_apart_in_every_text_that_asks_for_them() -> Outcome {
    visit(async |you, _| {
        open(you).await?;
        you.press("The phone").await?;
        you.type_into("tell-make", "Apple").await?;
        you.type_into("tell-imei", "IMEI 35-209900-176148-1").await?;
        you.leave("tell-imei").await?;
        you.sees("15 digits. The check digit fits.").await?;
        assert_eq!(you.reads("tell-imei").await?, "352099001761481");
        you.press("Add another phone").await?;
        is_at(you, Part::Phone.heading()).await?;
        let emptied = "return document.getElementById('tell-make').value === ''";
        you.until("an empty form for the second phone", emptied, vec![]).await?;
        you.type_into("tell-make", "Nokia").await?;
        you.type_into("tell-imei", "35209900176148").await?;
        you.leave("tell-imei").await?;
        you.press("Use this number").await?;
        for recipient in Recipient::ALL.iter().copied().filter(|recipient| recipient.asks().contains(&Field::Make)) {
            holds(you, recipient, "Phone 1\nMake: Apple").await?;
            holds(you, recipient, "Phone 2\nMake: Nokia").await?;
        }
        you.press("Phone 1").await?;
        let back = "return document.getElementById('tell-make').value === 'Apple'";
        you.until("the first phone", back, vec![]).await?;
        you.press("Take this phone out").await?;
        let moved = "return !document.getElementById('for-police').value.includes('Apple')";
        you.until("the first phone to be gone", moved, vec![]).await?;
        holds(you, Recipient::Police, "Make: Nokia").await
    })
}

#[test]
fn a_line_of_the_log_is_two_presses_and_an_answer() -> Outcome {
    visit(async |you, _| {
        open(you).await?;
        you.press("What you did").await?;
        you.press("Write down what you did").await?;
        is_at(you, "deed-act").await?;
        let now = "const day = document.getElementById('deed-at').value, time = document.getElementById('deed-at-time').value;
            return Math.abs(new Date() - new Date(day + 'T' + time)) < 180_000";
        you.until("the present time", now, vec![]).await?;
        you.press("Add it to the log").await?;
        you.sees("Please choose one of the answers.").await?;
        you.select("deed-act", "bank_told").await?;
        you.type_into("deed-whom", "Ada, fraud desk").await?;
        you.leave("deed-whom").await?;
        you.press("Add it to the log").await?;
        is_at(you, Part::Log.heading()).await?;
        for recipient in Recipient::ALL.iter().copied().filter(|recipient| recipient.asks().contains(&Field::Done)) {
            holds(you, recipient, "): Told the bank. To: Ada, fraud desk.").await?;
        }
        you.press("The last place on the map").await?;
        you.type_into("tell-seen_at", "12 Lamb Street").await?;
        you.leave("tell-seen_at").await?;
        you.pick("tell-seen_when", "2026-11-20").await?;
        you.pick("tell-seen_when-time", "18:40").await?;
        you.press("Put this place in your log too").await?;
        you.sees("This place is in your log.").await?;
        holds(you, Recipient::Evidence, "- 20 November 2026, 18:40").await?;
        you.press("What you did").await?;
        you.press_on("form section ol li:first-child button").await?;
        let struck = "return !document.getElementById('for-evidence').value.includes('- 20 November 2026')";
        you.until("the first line to be gone", struck, vec![]).await.map(drop)
    })
}

#[test]
fn a_kept_phone_is_not_typed_again_on_a_persons_own_device() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        keep(you, TYPED, "Blue phone").await?;
        you.sees(KEPT).await?;
        open(you).await?;
        you.press("The phone").await?;
        is_at(you, Part::Phone.heading()).await?;
        assert!(!you.sees_now("Fill in from my record").await?, "nobody said whose device this is");
        you.choose("Whose device is this?", "Mine").await?;
        you.press("Fill in from my record").await?;
        you.sees("What was still open is filled in.").await?;
        assert_eq!(you.reads("tell-imei").await?, "352099001761481");
        holds(you, Recipient::Network, "352099001761481").await?;
        assert!(!you.sees_now("Fill in from my record").await?);

        // Another phone in the record: then the person says which it is.
        you.open("/en/record/").await?;
        keep(you, "490154203237518", "Old phone").await?;
        you.sees("Old phone").await?;
        open(you).await?;
        you.choose("Whose device is this?", "Mine").await?;
        you.press("The phone").await?;
        you.press("Fill in from my record").await?;
        you.sees("Which of your phones is it?").await?;
        assert_eq!(you.reads("tell-imei").await?, "");
        you.press("Old phone").await?;
        holds(you, Recipient::Network, "490154203237518").await
    })
}
