//! One guide of the secure walk: its steps complete in the HTML, the answers as islands beside them.

use content::Complaint;
use domain::guide::GuideId;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::freshness::{self, Freshness};
use crate::islands::progress::{self, Progress};
use crate::islands::tick::{self, Tick};
use crate::parts::calendar;
use crate::parts::head::{Back, Head};
use crate::parts::step::{self, StepItem};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    all: String,
    steps: String,
    order: String,
    print: String,
    next: Next,
    progress: progress::Words,
    tick: tick::Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    accounts: String,
    rehearsal: String,
    record: String,
}

/// The words of the answers that a person can give to steps, and of how many were given.
pub(super) fn answers(desk: Desk<'_>) -> Result<(progress::Words, tick::Words), Complaint> {
    desk.words("guide").map(|words: Words| (words.progress, words.tick))
}

pub(super) fn page(desk: Desk<'_>, id: GuideId) -> Result<Page, Complaint> {
    let words: Words = desk.words("guide")?;
    let labels: step::Words = desk.words("step")?;
    let calendar: calendar::Words = desk.words("calendar")?;
    let freshness: freshness::Words = desk.words("freshness")?;
    let said = desk.site.content.words(desk.language).guide(id).clone();
    let steps = desk.site.content.guide(id).steps.clone();
    let names: Vec<_> = steps.iter().map(|step| desk.site.content.names_of(&step.id)).collect();
    let (secure, record) = (desk.address(Route::Secure), desk.address(Route::Record));
    let rehearsal = desk.address(Route::Rehearsal);
    let here = desk.address(Route::Guide(id));
    Ok(Page {
        title: said.title.clone(),
        summary: said.summary.clone(),
        words: island_words(&[("progress", &words.progress), ("tick", &words.tick), ("freshness", &freshness)]),
        main: Box::new(move || {
            let items = steps.into_iter().zip(names.clone()).filter_map(|(step, names)| {
                let said = said.steps.get(&step.id)?.clone();
                // The plan takes steps over as they stand: there, the heading leads back to the whole guide.
                let address = format!("{here}#{}", step.id);
                let mark = Some(view! { <Freshness checked=step.checked /> }.into_any());
                Some(view! {
                    <StepItem step said words=labels.clone() calendar=calendar.clone() mark address=Some(address)>
                        <Tick step=names />
                    </StepItem>
                })
            });
            let items = items.collect_view();
            view! {
                <Head title=said.title lead=said.summary back=Back { label: words.all, address: secure.clone() }>
                    <p class="progress"><Progress steps=names /></p>
                </Head>
                <section class="band" aria-labelledby="steps">
                    <h2 id="steps" class="unseen">{words.steps}</h2>
                    <p class="soft">{words.order}" "{words.print}</p>
                    <ol class="steps" role="list">{items}</ol>
                </section>
                <section class="band band-sheet" aria-labelledby="next">
                    <h2 id="next">{words.next.title}</h2>
                    <p class="row">
                        <a class="button" href=format!("{secure}#accounts")>{words.next.accounts}</a>
                        <a class="button button-quiet" href=rehearsal>{words.next.rehearsal}</a>
                        <a class="button button-quiet" href=record>{words.next.record}</a>
                    </p>
                </section>
            }
            .into_any()
        }),
    })
}
