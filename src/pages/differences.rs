//! Children's, shared, handed-down, work and visitors' phones: only what differs from the guide of the phone itself.

use content::Complaint;
use domain::guide::Topic;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::topic::{Part, Steps};
use super::{Desk, Page};
use crate::parts::band::{Band, Ground};
use crate::parts::icon::{Icon, Sign};

/// The parts of the page, as they stand in the steps' names.
const PARTS: [&str; 4] = ["child", "handed", "work", "visitor"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    back: String,
    more: String,
    list: String,
    child: Part,
    handed: Part,
    work: Part,
    visitor: Part,
    next: Next,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    secure: String,
    second_hand: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("differences")?;
    let steps = Steps::of(desk, Topic::Differences)?.leading(words.more);
    let (secure, second_hand) = (desk.address(Route::Secure), desk.address(Route::SecondHand));
    Ok(Page {
        title: steps.title(),
        summary: steps.summary(),
        words: None,
        main: Box::new(move || {
            let parts = [words.child, words.handed, words.work, words.visitor];
            let grounds = [Ground::Paper, Ground::Sheet, Ground::Paper, Ground::Sheet];
            let index = PARTS.iter().zip(&parts).map(|(id, part)| {
                view! { <li><a href=format!("#{id}")>{part.title.clone()}<Icon sign=Sign::Down /></a></li> }
            });
            let index = index.collect_view();
            let bands = PARTS.into_iter().zip(parts).zip(grounds).map(|((id, part), ground)| {
                let items = steps.part(id);
                view! {
                    <Band id title=part.title text=part.text ground>
                        <ul class="steps steps-wait" role="list">{items}</ul>
                    </Band>
                }
            });
            let bands = bands.collect_view();
            view! {
                {steps.head(words.back, secure.clone())}
                <section class="band">
                    <nav aria-label=words.list><ul class="ledger" role="list">{index}</ul></nav>
                </section>
                {bands}
                <Band id="next" title=words.next.title text=words.next.text ground=Ground::Tint>
                    <p class="row">
                        <a class="button" href=secure>{words.next.secure}</a>
                        <a class="button button-quiet" href=second_hand>{words.next.second_hand}</a>
                    </p>
                </Band>
            }
            .into_any()
        }),
    })
}
