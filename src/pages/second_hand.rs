//! How to check a phone before paying for it, what a clean answer does not prove, and what to do when it goes wrong.

use content::Complaint;
use domain::guide::Topic;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::topic::{Part, Steps};
use super::{Desk, Page};
use crate::parts::band::{Band, Ground};
use crate::parts::drawing::Subject;

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
            let [before, meet, clean, after] = ["before", "meet", "clean", "after"].map(|part| steps.part(part));
            view! {
                {steps.head(words.back, record.clone())}
                <Band id="before" title=words.before.title text=words.before.text>
                    <ol class="steps" role="list">{before}</ol>
                </Band>
                <Band id="meet" title=words.meet.title text=words.meet.text ground=Ground::Sheet drawing=Subject::Alike>
                    <ol class="steps" role="list">{meet}</ol>
                </Band>
                <Band id="clean" title=words.clean.title ground=Ground::Tint>
                    <ul class="steps steps-wait" role="list">{clean}</ul>
                </Band>
                <Band id="after" title=words.after.title text=words.after.text>
                    <ul class="steps steps-wait" role="list">{after}</ul>
                </Band>
                <Band id="next" title=words.next.title text=words.next.text ground=Ground::Sheet>
                    <p class="row">
                        <a class="button" href=record>{words.next.record}</a>
                        <a class="button button-quiet" href=secure>{words.next.secure}</a>
                    </p>
                </Band>
            }
            .into_any()
        }),
    })
}
