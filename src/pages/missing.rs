//! Said when an address is none of the others: what to do next, and first of all the stolen walk.

use content::Complaint;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page};
use crate::parts::drawing::HeadArc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    text: String,
    stolen: String,
    home: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("missing")?;
    let (stolen, home) = (desk.address(Route::Stolen), desk.address(Route::Home));
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: None,
        main: Box::new(move || {
            view! {
                <header class="head">
                    <HeadArc />
                    <h1>{words.title}</h1>
                    <p class="lede">{words.text}</p>
                    <p class="row">
                        <a class="button" href=stolen>{words.stolen}</a>
                        <a class="button button-quiet" href=home>{words.home}</a>
                    </p>
                </header>
            }
            .into_any()
        }),
    })
}
