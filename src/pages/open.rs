//! Opening a copy: what it is, and what works without this page, said before any file is chosen.
//!
//! Everything that is written stands in the HTML; only the file itself needs the island.

use content::Complaint;
use content::markup::Markup;
use domain::effect::File;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::open::{self, OpenCopy};
use crate::parts::calendar;
use crate::parts::head::{Back, Head};
use crate::parts::markup::Prose;
use crate::parts::no_script::{self, NoScript};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    back: String,
    what: What,
    without: Without,
    no_script: no_script::Words,
    open: open::Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct What {
    title: String,
    text: Markup,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Without {
    title: String,
    plain: String,
    locked: String,
    go: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let mut words: Words = desk.words("open")?;
    let calendar: calendar::Words = desk.words("calendar")?;
    let record = desk.address(Route::Record);
    words.open.months = calendar.names();
    words.open.day = calendar.day_form();
    words.open.record.clone_from(&record);
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[("open", &words.open)]),
        main: Box::new(move || {
            view! {
                <Head title=words.title lead=words.lead back=Back { label: words.back, address: record } />
                <NoScript words=words.no_script />
                <div class="needs-script"><OpenCopy /></div>
                <section class="band" aria-labelledby="what">
                    <h2 id="what">{words.what.title}</h2>
                    <Prose text=words.what.text />
                </section>
                <section class="band band-tint" aria-labelledby="without">
                    <h2 id="without">{words.without.title}</h2>
                    <p>{words.without.plain}</p>
                    <p>{words.without.locked}</p>
                    <p><a href=File::Opener.address() download>{words.without.go}</a></p>
                </section>
            }
            .into_any()
        }),
    })
}
