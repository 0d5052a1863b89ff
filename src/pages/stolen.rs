//! The page that must not fail: every step complete in the HTML, in the order that saves most before any answer.
//!
//! One document from question to report, because on a borrowed device nothing typed may be stored between pages.

#[cfg(test)]
mod letters;
mod next_weeks;
mod report;

use content::Complaint;
use domain::guide::{GuideId, Topic};
use domain::plan::{self, When, steps};
use domain::route::Route;
use domain::triage::Answers;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::device;
use crate::islands::leave;
use crate::islands::report::Report;
use crate::islands::report::next_weeks::Place;
use crate::islands::triage::{self, Triage};
use crate::parts::calendar;
use crate::parts::head::Head;
use crate::parts::step::{self, StepItem};
use crate::parts::urgent::{self, Urgent};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    danger: urgent::Words,
    lists: Lists,
    onward: Onward,
    leave: leave::Words,
    device: device::Words,
    triage: triage::Words,
}

pub(super) fn report(desk: Desk<'_>) -> Result<String, Complaint> {
    report::templates(desk)
}

/// Words that stand in the HTML and that no island says anew. An island takes over the text it finds, so they do not travel
/// twice.
pub(super) fn stands(key: &str) -> bool {
    const STANDING: [&str; 9] = [
        "leave.note",
        "leave.leave",
        "device.hint",
        "triage.title",
        "triage.text",
        "triage.skip",
        "triage.more",
        "report.title",
        "report.text",
    ];
    key.contains(".answer.") || key.ends_with(".legend") || STANDING.contains(&key)
}

/// Where the pages stand that a step needs besides.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Onward {
    find_number: String,
    numbers: String,
    found: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    now: String,
    soon: String,
    later: String,
    not: String,
    other: String,
    other_text: String,
    other_go: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("stolen")?;
    let opener = report::opener(desk)?;
    let place = Place { address: desk.full_address(Route::Stolen) };
    let language = desk.language.tag().to_owned();
    let labels: step::Words = desk.words("step")?;
    let calendar: calendar::Words = desk.words("calendar")?;
    let more = desk.address(Route::MoreSteps);
    let without = desk.address(Route::WithoutPhone);
    let (numbers, found) = (desk.address(Route::Numbers), desk.address(Route::Found));
    let id = GuideId::Topic(Topic::Stolen);
    let said = desk.site.content.words(desk.language).guide(id).clone();
    let written = desk.site.content.guide(id).steps.clone();
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[
            ("leave", &words.leave),
            ("device", &words.device),
            ("triage", &words.triage),
            ("report", &opener),
            ("weeks", &place),
        ]),
        main: Box::new(move || {
            let plan = plan::plan(&Answers::default());
            let item = |id: &domain::step::StepId| {
                let step = written.iter().find(|step| step.id == *id)?.clone();
                let said = said.steps.get(id)?.clone();
                // What is too long for this page stands on one of its own.
                let onward = [
                    (steps::REGISTER_FIND_IMEI, &without, &words.onward.find_number),
                    (steps::NETWORK_BAR, &numbers, &words.onward.numbers),
                    (steps::FOUND_AGAIN, &found, &words.onward.found),
                ];
                let places = onward.into_iter().find(|(step, ..)| step == id);
                let places =
                    places.map(|(_, address, label)| view! { <p><a href=address.clone()>{label.clone()}</a></p> });
                Some(view! {
                    <StepItem step said words=labels.clone() calendar=calendar.clone() sourced=false>{places}</StepItem>
                })
            };
            let due = |when: When| plan.due(when).filter_map(|step| item(&step.id)).collect_view();
            view! {
                <Urgent words=words.danger />
                <Head title=words.title lead=words.lead />
                <section class="band band-sheet needs-script" aria-labelledby="triage"><Triage language=language.clone() /></section>
                <section class="band" aria-labelledby="now">
                    <h2 id="now">{words.lists.now}</h2>
                    <ol class="steps" role="list" data-list="now">{due(When::Now)}</ol>
                </section>
                <section class="band" aria-labelledby="soon">
                    <h2 id="soon">{words.lists.soon}</h2>
                    <ol class="steps steps-on" role="list" data-list="soon">{due(When::Soon)}</ol>
                </section>
                <section class="band band-tint" aria-labelledby="not">
                    <h2 id="not">{words.lists.not}</h2>
                    <ul class="steps steps-not" role="list" data-list="not">{due(When::Not)}</ul>
                </section>
                <section class="band" aria-labelledby="later">
                    <h2 id="later">{words.lists.later}</h2>
                    <ul class="steps steps-wait" role="list" data-list="later">{due(When::Later)}</ul>
                </section>
                <section class="band band-tint needs-script" aria-labelledby="report" spellcheck="false"><Report language /></section>
                <section class="band band-sheet" aria-labelledby="other">
                    <h2 id="other">{words.lists.other}</h2>
                    <p>{words.lists.other_text}" "<a href=more>{words.lists.other_go}</a></p>
                    <ul class="steps steps-wait" role="list" data-list="other" hidden></ul>
                </section>
            }
            .into_any()
        }),
    })
}
