//! Where a phone's number is found, and the reader that checks and keeps it.

use content::Complaint;
use content::markup::Markup;
use domain::guide::GuideId;
use domain::platform::Platform;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::number;
use crate::islands::record::RecordBook;
use crate::parts::card;
use crate::parts::drawing::{Drawing, Subject};
use crate::parts::head::Head;
use crate::parts::icon::{Icon, Sign};
use crate::parts::markup::Prose;
use crate::parts::no_script::{self, NoScript};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    find: Find,
    without: Without,
    more: More,
    no_script: no_script::Words,
    reader: number::Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Find {
    title: String,
    dial: Markup,
    other: Markup,
    caption: String,
    two: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Without {
    title: String,
    text: String,
    go: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct More {
    title: String,
    register: String,
    register_note: String,
    second_hand: String,
    second_hand_note: String,
}

/// The words of a card, with what only the site knows.
pub(super) fn card_words(desk: Desk<'_>) -> Result<card::Words, Complaint> {
    let mut words: card::Words = desk.words("card")?;
    let guides = desk.site.content.words(desk.language);
    let name = |platform: &Platform| guides.guide(GuideId::Platform(*platform)).title.clone();
    words.platforms = Platform::ALL.iter().map(|platform| (platform.to_string(), name(platform))).collect();
    words.address = desk.full_address(Route::Stolen);
    Ok(words)
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let mut words: Words = desk.words("record")?;
    words.reader.card = card_words(desk)?;
    words.reader.status = desk.words("copy_status")?;
    words.reader.list.copies_page = desk.address(Route::Copies);
    words.reader.list.open_page = desk.address(Route::Open);
    let (without, register) = (desk.address(Route::WithoutPhone), desk.address(Route::Register));
    let second_hand = desk.address(Route::SecondHand);
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[("record", &words.reader)]),
        main: Box::new(move || {
            view! {
                <Head title=words.title lead=words.lead class="head screen-only" />
                <section class="band screen-only" aria-labelledby="find">
                    <h2 id="find">{words.find.title}</h2>
                    <div class="sides">
                        <div class="stack">
                            <Prose text=words.find.dial />
                            <Prose text=words.find.other />
                            <p>{words.find.two}</p>
                        </div>
                        <figure>
                            <Drawing subject=Subject::Box />
                            <figcaption class="soft">{words.find.caption}</figcaption>
                        </figure>
                    </div>
                    <p>
                        <strong>{words.without.title}</strong>" "{words.without.text}" "
                        <a href=without>{words.without.go}</a>
                    </p>
                </section>
                <NoScript words=words.no_script />
                <div class="needs-script"><RecordBook /></div>
                <section class="band screen-only" aria-labelledby="more">
                    <h2 id="more">{words.more.title}</h2>
                    <ul class="tiles" role="list">
                        <Tile address=register title=words.more.register note=words.more.register_note />
                        <Tile address=second_hand title=words.more.second_hand note=words.more.second_hand_note />
                    </ul>
                </section>
            }
            .into_any()
        }),
    })
}

#[component]
fn Tile(address: String, title: String, note: String) -> impl IntoView {
    view! {
        <li>
            <a class="tile" href=address>
                <span><strong>{title}</strong><small>{note}</small></span>
                <Icon sign=Sign::Go />
            </a>
        </li>
    }
}
