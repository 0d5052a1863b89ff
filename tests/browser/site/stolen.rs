//! Stolen: few presses to the first lock, the steps in the person's own order, one report for everyone, nothing kept.

use std::collections::BTreeSet;

use browser_tests::page::STORED;
use browser_tests::{Outcome, Theme, Visitor, visit};
use domain::plan::{When, plan};
use domain::triage::{Answers, Kind, Make, Place, Safe, State};

use crate::assert_sound;

#[test]
fn the_first_lock_is_two_presses_from_the_doors() -> Outcome {
    visit(async |you, _| {
        for lock in ["https://icloud.com/find", "https://android.com/lock"] {
            you.open("/en/").await?;
            you.press("My phone was just taken").await?;
            assert_eq!(you.place().await?, "/en/stolen/");
            // The second press would leave for the maker's page: it is there to be pressed, and that is enough.
            let link = format!("[data-list=now] a[href='{lock}']");
            let shown = "return [...document.querySelectorAll(arguments[0])].some((link) => link.checkVisibility())";
            you.until(&format!("a link to {lock} in the first list"), shown, vec![link.into()]).await?;
        }
        Ok(())
    })
}

/// What a shaken person on a bad line waits for: the page and the style of a screen, compressed, in bytes.
const FIRST_SCREEN: u64 = 15_000;

#[test]
fn the_first_screen_is_light() -> Outcome {
    visit(async |you, site| {
        you.open("/en/stolen/").await?;
        let styles = you.each("link[rel=stylesheet]:not([media=print])", "href").await?;
        assert_eq!(styles.len(), 1, "{styles:?}");
        let mut weight = 0;
        for file in styles.iter().map(String::as_str).chain(["/en/stolen/index.html"]) {
            let packed = site.released.join(format!("{}.br", file.trim_start_matches('/')));
            weight += std::fs::metadata(packed)?.len();
        }
        assert!(weight <= FIRST_SCREEN, "{weight} bytes");
        Ok(())
    })
}

/// Answers the questions as a person would, by the names of the answers.
async fn tell(you: &Visitor, answers: Answers) -> Outcome {
    let given = [
        ("safe", answers.safe.slug()),
        ("make", answers.make.slug()),
        ("state", answers.state.slug()),
        ("kind", answers.kind.slug()),
        ("place", answers.place.slug()),
    ];
    for (question, answer) in given {
        you.press_on(&format!("label:has([name='{question}'][value='{answer}'])")).await?;
    }
    Ok(())
}

/// Waits until every list holds the steps that the domain plans for these answers, in its order.
async fn follows(you: &Visitor, answers: Answers) -> Outcome {
    let plan = plan(&answers);
    for when in [When::Now, When::Soon, When::Later, When::Not] {
        let planned: Vec<String> = plan.due(when).map(|step| step.id.to_string()).collect();
        let list = "return [...document.querySelectorAll(`[data-list=${arguments[0]}] > [data-step]`)]
                .map((step) => step.dataset.step).join(' ') === arguments[1]";
        let planned = planned.join(" ");
        let expected = format!("the list {} to be {planned:?} for {answers:?}", when.slug());
        you.until(&expected, list, vec![when.slug().into(), planned.into()]).await?;
    }
    Ok(())
}

#[test]
fn the_steps_stand_in_the_order_that_the_domain_plans() -> Outcome {
    visit(async |you, _| {
        you.open("/en/stolen/").await?;
        let open = Answers::default();
        follows(you, open).await?;
        you.unfold().await?;
        for answers in [
            Answers { make: Make::Iphone, state: State::Locked, ..open },
            Answers { make: Make::Samsung, state: State::Unlocked, ..open },
            Answers { make: Make::Pixel, state: State::PasscodeSeen, kind: Kind::Robbed, place: Place::Bus, ..open },
            Answers { make: Make::Huawei, place: Place::Rail, safe: Safe::Yes, ..open },
            Answers { make: Make::Simple, kind: Kind::Lost, place: Place::Abroad, ..open },
            Answers { safe: Safe::No, make: Make::OtherAndroid, place: Place::Scotland, ..open },
            open,
        ] {
            tell(you, answers).await?;
            follows(you, answers).await?;
            let shown = you.each("[data-list] > [data-step]", "data-step").await?;
            let different: BTreeSet<&String> = shown.iter().collect();
            assert_eq!(different.len(), shown.len(), "no step stands twice for {answers:?}: {shown:?}");
        }
        Ok(())
    })
}

#[test]
fn an_answer_says_why_the_order_changed() -> Outcome {
    visit(async |you, _| {
        you.open("/en/stolen/").await?;
        you.choose("What kind of phone is it?", "iPhone").await?;
        you.choose("Was it locked?", "Unlocked").await?;
        you.sees("The steps are in your order now.").await?;
        you.sees("The phone was open, so your bank and email come before looking for it.").await?;
        you.choose("Was it locked?", "They saw my passcode").await?;
        you.sees("They know the passcode, so your accounts come before looking for it.").await?;
        you.choose("Are you safe now?", "No").await?;
        you.sees("You may be in danger. Call 999 first.").await?;
        Ok(())
    })
}

const WHERE: &str = "Corner of Lamb Street";
const MODEL: &str = "Galaxy S24 quux";
const NUMBER: &str = "352099001761481";
const NEEDLES: [&str; 4] = [WHERE, MODEL, NUMBER, "Lamb"];

/// Opens the report and fills some of it.
async fn fill(you: &Visitor) -> Outcome {
    you.open("/en/stolen/").await?;
    you.press("Write the report").await?;
    you.sees("Your texts").await?;
    you.unfold().await?;
    you.select("tell-force", "yes").await?;
    you.press("When and where").await?;
    you.type_into("tell-where", WHERE).await?;
    you.pick("tell-from", "2026-11-20").await?;
    you.pick("tell-from-time", "18:05").await?;
    you.press("The phone").await?;
    you.type_into("tell-model", MODEL).await?;
    you.type_into("tell-imei", NUMBER).await?;
    you.leave("tell-imei").await
}

/// The police text holds what was typed.
async fn is_written(you: &Visitor) -> Outcome {
    for part in [WHERE, MODEL, NUMBER, "20 November 2026, 18:05"] {
        let holds = "return document.getElementById('for-police').value.includes(arguments[0])";
        you.until(&format!("the text for the police to hold {part:?}"), holds, vec![part.into()]).await?;
    }
    Ok(())
}

#[test]
fn the_report_becomes_a_text_that_can_be_taken_away() -> Outcome {
    visit(async |you, _| {
        fill(you).await?;
        is_written(you).await?;
        let text = you.reads("for-police").await?;
        assert!(text.contains("I want to report what happened to my phone."), "{text}");

        you.press_on("details:has(#for-police) .row button:nth-of-type(3)").await?;
        assert_eq!(you.saved("for-the-police.txt").await?.trim(), text.trim());
        you.press_on("details:has(#for-police) .row button:nth-of-type(1)").await?;
        you.sees("Copied.").await?;
        Ok(())
    })
}

#[test]
fn a_printed_text_is_alone_on_its_paper() -> Outcome {
    visit(async |you, _| {
        fill(you).await?;
        is_written(you).await?;
        you.ask("window.print = () => { window.paper = document.body.innerText; }", vec![]).await?;
        you.show_as(Theme::Print).await?;
        let press =
            "document.getElementById('for-police').closest('details').querySelectorAll('.row button')[1].click()";
        you.ask(press, vec![]).await?;
        let paper = you.until("the page to be printed", "return window.paper", vec![]).await?;
        let paper = paper.as_str().unwrap_or_default();
        assert!(paper.contains(WHERE) && paper.contains(NUMBER), "{paper}");
        assert!(paper.contains("I want to report what happened to my phone."), "{paper}");
        for other in ["Do these now", "Please freeze my cards", "I want to make a claim"] {
            assert!(!paper.contains(other), "{other:?} is on the paper of the police: {paper}");
        }
        Ok(())
    })
}

#[test]
fn nothing_of_the_report_stays_or_travels() -> Outcome {
    visit(async |you, _| {
        fill(you).await?;
        is_written(you).await?;
        let stored = you.ask_later(STORED, vec![]).await?;
        let stored = stored.as_str().unwrap_or_default();
        let mut faults: Vec<String> = NEEDLES
            .iter()
            .filter(|needle| stored.contains(**needle))
            .map(|needle| format!("stored: {needle}"))
            .collect();
        for request in you.requests().await? {
            let sent = format!("{} {}", request.address, request.body);
            faults.extend(NEEDLES.iter().filter(|needle| sent.contains(**needle)).map(|_| format!("sent: {sent}")));
        }
        assert_sound(&faults);
        assert_eq!(you.place().await?, "/en/stolen/");
        you.reload().await?;
        you.press("Write the report").await?;
        you.sees("Your texts").await?;
        assert_eq!(you.reads("tell-where").await?, "", "a new load is an empty report");
        Ok(())
    })
}

#[test]
fn an_emptied_report_is_empty() -> Outcome {
    visit(async |you, _| {
        fill(you).await?;
        is_written(you).await?;
        you.press("Empty the report").await?;
        let gone = "return ['tell-where', 'tell-model', 'tell-imei', 'tell-from', 'tell-from-time', 'tell-force']
                .every((id) => document.getElementById(id).value === '')
            && !document.getElementById('for-police').value.includes(arguments[0])";
        you.until("every field to be empty", gone, vec![WHERE.into()]).await?;
        Ok(())
    })
}
