//! How to check a phone before paying for it, what a clean answer does not prove, and what to do when it goes wrong.

use content::Complaint;
use domain::guide::Topic;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::topic::{Part, Steps};
use super::{Desk, Page};
use crate::parts::drawing::{Drawing, Subject};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    back: String,
    before: Part,
    meet: Part,
    clean: Title,
    after: Part,
    next: Next,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    record: String,
    secure: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("second_hand")?;
    let steps = Steps::of(desk, Topic::SecondHand)?;
    let (record, secure) = (desk.address(Route::Record), desk.address(Route::Secure));
    Ok(Page {
        title: steps.title(),
        summary: steps.summary(),
        words: None,
        main: Box::new(move || {
            view! {
                {steps.head(words.back, record.clone())}
                <section class="band" aria-labelledby="before">
                    <h2 id="before">{words.before.title}</h2>
                    <p>{words.before.text}</p>
                    <ol class="steps" role="list">{steps.part("before")}</ol>
                </section>
                <section class="band band-sheet" aria-labelledby="meet">
                    <div class="sides">
                        <div><h2 id="meet">{words.meet.title}</h2><p>{words.meet.text}</p></div>
                        <figure><Drawing subject=Subject::Alike /></figure>
                    </div>
                    <ol class="steps" role="list">{steps.part("meet")}</ol>
                </section>
                <section class="band band-tint" aria-labelledby="clean">
                    <h2 id="clean">{words.clean.title}</h2>
                    <ul class="steps steps-wait" role="list">{steps.part("clean")}</ul>
                </section>
                <section class="band" aria-labelledby="after">
                    <h2 id="after">{words.after.title}</h2>
                    <p>{words.after.text}</p>
                    <ul class="steps steps-wait" role="list">{steps.part("after")}</ul>
                </section>
                <section class="band band-sheet" aria-labelledby="next">
                    <h2 id="next">{words.next.title}</h2>
                    <p>{words.next.text}</p>
                    <p class="row">
                        <a class="button" href=record>{words.next.record}</a>
                        <a class="button button-quiet" href=secure>{words.next.secure}</a>
                    </p>
                </section>
            }
            .into_any()
        }),
    })
}
