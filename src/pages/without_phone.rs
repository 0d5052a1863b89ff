//! Where a phone's number is found once the phone is gone: first what needs no sign-in, then each maker's account page.
//!
//! Read on a borrowed device, so all of it stands in the HTML and nothing on it needs a script.

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
    hurry: Hurry,
    look: Part,
    account: Accounts,
    none: Part,
    next: Next,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hurry {
    title: String,
    text: String,
    go: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accounts {
    title: String,
    text: String,
    list: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    check: String,
    register: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("without_phone")?;
    let steps = Steps::of(desk, Topic::WithoutPhone)?;
    let (record, register) = (desk.address(Route::Record), desk.address(Route::Register));
    let stolen = desk.address(Route::Stolen);
    Ok(Page {
        title: steps.title(),
        summary: steps.summary(),
        words: None,
        main: Box::new(move || {
            view! {
                {steps.head(words.back, record.clone())}
                <section class="band">
                    <div class="notice">
                        <p><strong>{words.hurry.title}</strong>" "{words.hurry.text}</p>
                        <p><a href=stolen>{words.hurry.go}</a></p>
                    </div>
                </section>
                <section class="band band-sheet" aria-labelledby="look">
                    <div class="sides">
                        <div><h2 id="look">{words.look.title}</h2><p>{words.look.text}</p></div>
                        <figure><Drawing subject=Subject::Box /></figure>
                    </div>
                    <ol class="steps" role="list">{steps.part("look")}</ol>
                </section>
                <section class="band" aria-labelledby="account">
                    <h2 id="account">{words.account.title}</h2>
                    <p>{words.account.text}</p>
                    <nav aria-label=words.account.list>{steps.index("account")}</nav>
                    <ul class="steps steps-wait" role="list">{steps.part("account")}</ul>
                </section>
                <section class="band band-tint" aria-labelledby="none">
                    <h2 id="none">{words.none.title}</h2>
                    <p>{words.none.text}</p>
                    <ul class="steps steps-wait" role="list">{steps.part("none")}</ul>
                </section>
                <section class="band" aria-labelledby="next">
                    <h2 id="next">{words.next.title}</h2>
                    <p>{words.next.text}</p>
                    <p class="row">
                        <a class="button" href=record>{words.next.check}</a>
                        <a class="button button-quiet" href=register>{words.next.register}</a>
                    </p>
                </section>
            }
            .into_any()
        }),
    })
}
