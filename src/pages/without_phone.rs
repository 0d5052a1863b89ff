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
use crate::parts::band::{Band, Ground};
use crate::parts::drawing::Subject;

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
            let [look, account, none] = ["look", "account", "none"].map(|part| steps.part(part));
            let index = steps.index("account");
            view! {
                {steps.head(words.back, record.clone())}
                <section class="band">
                    <div class="notice">
                        <p><strong>{words.hurry.title}</strong>" "{words.hurry.text}</p>
                        <p><a href=stolen>{words.hurry.go}</a></p>
                    </div>
                </section>
                <Band id="look" title=words.look.title text=words.look.text ground=Ground::Sheet drawing=Subject::Box>
                    <ol class="steps" role="list">{look}</ol>
                </Band>
                <Band id="account" title=words.account.title text=words.account.text>
                    <nav aria-label=words.account.list>{index}</nav>
                    <ul class="steps steps-wait" role="list">{account}</ul>
                </Band>
                <Band id="none" title=words.none.title text=words.none.text ground=Ground::Tint>
                    <ul class="steps steps-wait" role="list">{none}</ul>
                </Band>
                <Band id="next" title=words.next.title text=words.next.text>
                    <p class="row">
                        <a class="button" href=record>{words.next.check}</a>
                        <a class="button button-quiet" href=register>{words.next.register}</a>
                    </p>
                </Band>
            }
            .into_any()
        }),
    })
}
