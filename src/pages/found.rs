//! When a stolen phone turns up again: first whether that is true, then how to undo every block, in order.
//!
//! Read weeks later and perhaps in a hurry, so it stands whole in the HTML and needs no script.

use content::Complaint;
use domain::guide::Topic;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::topic::{Part, Steps};
use super::{Desk, Page};
use crate::parts::band::{Band, Ground};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    back: String,
    safe: Part,
    look: Part,
    undo: Part,
    next: Next,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    secure: String,
    record: String,
    numbers: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("found")?;
    let steps = Steps::of(desk, Topic::Found)?;
    let (stolen, numbers) = (desk.address(Route::Stolen), desk.address(Route::Numbers));
    let (secure, record) = (desk.address(Route::Secure), desk.address(Route::Record));
    Ok(Page {
        title: steps.title(),
        summary: steps.summary(),
        words: None,
        main: Box::new(move || {
            let [safe, look, undo] = ["safe", "look", "undo"].map(|part| steps.part(part));
            view! {
                {steps.head(words.back, stolen)}
                <Band id="safe" title=words.safe.title text=words.safe.text>
                    <ol class="steps" role="list">{safe}</ol>
                </Band>
                <Band id="look" title=words.look.title text=words.look.text ground=Ground::Sheet>
                    <ol class="steps steps-on" role="list">{look}</ol>
                </Band>
                <Band id="undo" title=words.undo.title text=words.undo.text>
                    <ol class="steps steps-on" role="list">{undo}</ol>
                </Band>
                <Band id="next" title=words.next.title text=words.next.text ground=Ground::Tint>
                    <p class="row">
                        <a class="button" href=secure>{words.next.secure}</a>
                        <a class="button button-quiet" href=record>{words.next.record}</a>
                        <a class="button button-quiet" href=numbers>{words.next.numbers}</a>
                    </p>
                </Band>
            }
            .into_any()
        }),
    })
}
