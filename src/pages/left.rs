//! The last page on a borrowed device: what is gone, and what only the person can clear.
//!
//! It stands in the place of the page that was left, asks for no script, and tells nothing about anybody.

use content::Complaint;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page};
use crate::parts::head::Head;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    yours: String,
    item: Vec<Item>,
    again: String,
}

/// Something that no page can clear.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    what: String,
    text: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("left")?;
    let stolen = desk.address(Route::Stolen);
    let items = words.item.into_iter().map(|item| view! { <li><strong>{item.what}</strong>" "{item.text}</li> });
    let items = items.collect_view();
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: None,
        main: Box::new(move || {
            view! {
                <Head title=words.title lead=words.lead />
                <section class="band" aria-labelledby="yours">
                    <h2 id="yours">{words.yours}</h2>
                    <ul>{items}</ul>
                    <p><a href=stolen>{words.again}</a></p>
                </section>
            }
            .into_any()
        }),
    })
}
