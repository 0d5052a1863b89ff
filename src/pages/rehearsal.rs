//! The rehearsal: two minutes on another device, to see whether the ways in work while the phone is still in the hand.
//!
//! People who tested a tool by using it locked their own phones, so nothing here can be used: each step ends at "look".

use content::Complaint;
use domain::guide::Topic;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::guide::answers;
use super::topic::{Part, Steps};
use super::{Desk, Page, island_words};
use crate::islands::freshness;
use crate::islands::progress::Progress;
use crate::parts::band::{Band, Ground};
use crate::parts::drawing::Subject;
use crate::parts::head::{Back, Head};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    back: String,
    see: String,
    mend: String,
    safe: Safe,
    find: Found,
    sign: Part,
    paper: Part,
    close: Part,
    next: Next,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Safe {
    title: String,
    text: String,
    taken: String,
    go: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Found {
    title: String,
    text: String,
    list: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    secure: String,
    back_home: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("rehearsal")?;
    let (progress, tick) = answers(desk)?;
    let steps = Steps::of(desk, Topic::Rehearsal)?.checking(words.see).leading(words.mend).ticked();
    let (secure, stolen) = (desk.address(Route::Secure), desk.address(Route::Stolen));
    let back_home = desk.address(Route::Return);
    let freshness: freshness::Words = desk.words("freshness")?;
    Ok(Page {
        title: steps.title(),
        summary: steps.summary(),
        words: island_words(&[("progress", &progress), ("tick", &tick), ("freshness", &freshness)]),
        main: Box::new(move || {
            let [find, sign, paper, close] = ["find", "sign", "paper", "close"].map(|part| steps.part(part));
            let index = steps.index("find");
            let back = Back { label: words.back, address: secure.clone() };
            view! {
                <Head title=steps.title() lead=steps.summary() back>
                    <p class="progress"><Progress steps=steps.names() /></p>
                </Head>
                <section class="band">
                    <div class="notice">
                        <p><strong>{words.safe.title}</strong>" "{words.safe.text}</p>
                        <p>{words.safe.taken}" "<a href=stolen>{words.safe.go}</a></p>
                    </div>
                </section>
                <Band id="find" title=words.find.title text=words.find.text ground=Ground::Sheet drawing=Subject::Look>
                    <nav aria-label=words.find.list>{index}</nav>
                    <ul class="steps steps-wait" role="list">{find}</ul>
                </Band>
                <Band id="sign" title=words.sign.title text=words.sign.text>
                    <ol class="steps" role="list">{sign}</ol>
                </Band>
                <Band id="paper" title=words.paper.title text=words.paper.text ground=Ground::Sheet>
                    <ol class="steps" role="list">{paper}</ol>
                </Band>
                <Band id="close" title=words.close.title text=words.close.text>
                    <ol class="steps" role="list">{close}</ol>
                </Band>
                <Band id="next" title=words.next.title text=words.next.text ground=Ground::Tint>
                    <p class="row">
                        <a class="button" href=secure>{words.next.secure}</a>
                        <a class="button button-quiet" href=back_home>{words.next.back_home}</a>
                    </p>
                </Band>
            }
            .into_any()
        }),
    })
}
