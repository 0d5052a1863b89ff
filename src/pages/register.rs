//! The national register that police search: who looks at it, what it cannot do, and how to put a phone on it.

use content::Complaint;
use domain::guide::Topic;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::record::card_words;
use super::topic::Steps;
use super::{Desk, Page, island_words};
use crate::islands::copy_numbers::{self, CopyNumbers};
use crate::parts::band::{Band, Ground};
use crate::parts::drawing::Subject;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    back: String,
    know: Title,
    ready: Ready,
    #[serde(rename = "do")]
    add: Title,
    next: Next,
    numbers: copy_numbers::Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ready {
    title: String,
    text: String,
    go: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    stolen: String,
    without: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let mut words: Words = desk.words("register")?;
    words.numbers.card = card_words(desk)?;
    let steps = Steps::of(desk, Topic::Register)?;
    let (record, without) = (desk.address(Route::Record), desk.address(Route::WithoutPhone));
    let stolen = desk.address(Route::Stolen);
    Ok(Page {
        title: steps.title(),
        summary: steps.summary(),
        words: island_words(&[("numbers", &words.numbers)]),
        main: Box::new(move || {
            let [know, ready, add] = ["know", "ready", "do"].map(|part| steps.part(part));
            view! {
                {steps.head(words.back, record.clone())}
                <Band id="know" title=words.know.title drawing=Subject::Register>
                    <ul class="steps steps-wait" role="list">{know}</ul>
                </Band>
                <section class="band band-sheet" aria-labelledby="ready">
                    <h2 id="ready">{words.ready.title}</h2>
                    <p>{words.ready.text}" "<a href=record>{words.ready.go}</a></p>
                    <CopyNumbers />
                    <ol class="steps" role="list">{ready}</ol>
                </section>
                <Band id="do" title=words.add.title>
                    <ol class="steps" role="list">{add}</ol>
                </Band>
                <Band id="next" title=words.next.title text=words.next.text ground=Ground::Tint>
                    <p class="row">
                        <a class="button" href=stolen>{words.next.stolen}</a>
                        <a class="button button-quiet" href=without>{words.next.without}</a>
                    </p>
                </Band>
            }
            .into_any()
        }),
    })
}
