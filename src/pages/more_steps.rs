//! The steps after a theft that the first plan does not need, and the sources of them all.
//!
//! They stand apart so that the page of the first minutes stays light on a bad connection; its script brings the steps
//! over as soon as it is awake.

use content::Complaint;
use domain::guide::{GuideId, Topic};
use domain::plan;
use domain::route::Route;
use domain::triage::Answers;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page};
use crate::parts::calendar;
use crate::parts::head::{Back, Head};
use crate::parts::step::{self, StepItem, source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    back: String,
    other: String,
    sources: String,
    sources_text: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("more_steps")?;
    let labels: step::Words = desk.words("step")?;
    let calendar: calendar::Words = desk.words("calendar")?;
    let id = GuideId::Topic(Topic::Stolen);
    let said = desk.site.content.words(desk.language).guide(id).clone();
    let steps = desk.site.content.guide(id).steps.clone();
    let stolen = desk.address(Route::Stolen);
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: None,
        main: Box::new(move || {
            let first = plan::plan(&Answers::default());
            let items = steps.iter().filter_map(|step| {
                let planned = first.steps().iter().any(|known| known.id == step.id);
                let said = said.steps.get(&step.id).filter(|_| !planned)?.clone();
                let step = step.clone();
                Some(view! { <StepItem step said words=labels.clone() calendar=calendar.clone() sourced=false /> })
            });
            let items = items.collect_view();
            let sources = steps.iter().filter_map(|step| {
                let title = said.steps.get(&step.id)?.title.clone();
                Some(view! { <dt>{title}</dt><dd>{source(step, &labels, &calendar, None)}</dd> })
            });
            let sources = sources.collect_view();
            view! {
                <Head title=words.title back=Back { label: words.back, address: stolen } />
                <section class="band" aria-labelledby="other">
                    <h2 id="other">{words.other}</h2>
                    <ul class="steps steps-wait" role="list" data-list="other">{items}</ul>
                </section>
                <section class="band band-sheet" aria-labelledby="sources">
                    <h2 id="sources">{words.sources}</h2>
                    <p>{words.sources_text}</p>
                    <dl class="sources">{sources}</dl>
                </section>
            }
            .into_any()
        }),
    })
}
