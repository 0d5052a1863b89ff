//! What lets a found phone come back: a contact on its locked screen, a number the police can look up, and a clear head.

use content::Complaint;
use domain::guide::Topic;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::guide::answers;
use super::topic::{Part, Steps};
use super::{Desk, Page, island_words};
use crate::islands::freshness;
use crate::parts::band::{Band, Ground};
use crate::parts::drawing::Subject;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    back: String,
    more: String,
    know: Part,
    show: Shown,
    number: Part,
    trust: Part,
    next: Next,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    title: String,
    text: String,
    list: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    record: String,
    register: String,
    stolen: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("return_home")?;
    let (_, tick) = answers(desk)?;
    let steps = Steps::of(desk, Topic::Return)?.leading(words.more);
    let answered = Steps::of(desk, Topic::Return)?.leading(String::new()).ticked();
    let (secure, record) = (desk.address(Route::Secure), desk.address(Route::Record));
    let (register, stolen) = (desk.address(Route::Register), desk.address(Route::MoreSteps));
    let freshness: freshness::Words = desk.words("freshness")?;
    Ok(Page {
        title: steps.title(),
        summary: steps.summary(),
        words: island_words(&[("tick", &tick), ("freshness", &freshness)]),
        main: Box::new(move || {
            let [know, trust] = ["know", "trust"].map(|part| steps.part(part));
            let [show, number] = ["show", "number"].map(|part| answered.part(part));
            let index = steps.index("show");
            view! {
                {steps.head(words.back, secure)}
                <Band id="know" title=words.know.title text=words.know.text>
                    <ul class="steps steps-wait" role="list">{know}</ul>
                </Band>
                <Band id="show" title=words.show.title text=words.show.text ground=Ground::Sheet drawing=Subject::Contact>
                    <nav aria-label=words.show.list>{index}</nav>
                    <ul class="steps steps-wait" role="list">{show}</ul>
                </Band>
                <Band id="number" title=words.number.title text=words.number.text>
                    <ol class="steps" role="list">{number}</ol>
                </Band>
                <Band id="trust" title=words.trust.title text=words.trust.text ground=Ground::Sheet>
                    <ul class="steps steps-wait" role="list">{trust}</ul>
                </Band>
                <Band id="next" title=words.next.title text=words.next.text ground=Ground::Tint>
                    <p class="row">
                        <a class="button" href=record>{words.next.record}</a>
                        <a class="button button-quiet" href=register>{words.next.register}</a>
                        <a class="button button-quiet" href=stolen>{words.next.stolen}</a>
                    </p>
                </Band>
            }
            .into_any()
        }),
    })
}
