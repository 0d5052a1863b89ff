//! Choose a phone and accounts: the doors to the guides, each with its ring.

use content::Complaint;
use domain::account::Account;
use domain::guide::GuideId;
use domain::platform::Platform;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::progress::{self, Progress};
use crate::parts::head::Head;
use crate::parts::icon::{Icon, Sign};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    phones: Group,
    accounts: Group,
    next: Next,
    progress: progress::Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    title: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    go: String,
}

/// What a tile shows of a guide.
struct Tile {
    address: String,
    title: String,
    steps: Vec<domain::step::StepId>,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("secure")?;
    let tile = |guide: GuideId| Tile {
        address: desk.address(Route::Guide(guide)),
        title: desk.site.content.words(desk.language).guide(guide).title.clone(),
        steps: desk.site.content.guide(guide).steps.iter().map(|step| step.id.clone()).collect(),
    };
    let phones: Vec<Tile> = Platform::ALL.iter().copied().map(GuideId::Platform).map(tile).collect();
    let accounts: Vec<Tile> = Account::ALL.iter().copied().map(GuideId::Account).map(tile).collect();
    let record = desk.address(Route::Record);
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[("progress", &words.progress)]),
        main: Box::new(move || {
            view! {
                <Head title=words.title lead=words.lead />
                <section class="band" aria-labelledby="phones">
                    <h2 id="phones">{words.phones.title}</h2>
                    <p>{words.phones.text}</p>
                    <Tiles tiles=phones />
                </section>
                <section class="band band-sheet" aria-labelledby="accounts">
                    <h2 id="accounts">{words.accounts.title}</h2>
                    <p>{words.accounts.text}</p>
                    <Tiles tiles=accounts />
                </section>
                <section class="band" aria-labelledby="next">
                    <h2 id="next">{words.next.title}</h2>
                    <p>{words.next.text}</p>
                    <p><a class="button" href=record>{words.next.go}" "<Icon sign=Sign::Go /></a></p>
                </section>
            }
            .into_any()
        }),
    })
}

#[component]
fn Tiles(tiles: Vec<Tile>) -> impl IntoView {
    let tiles = tiles.into_iter().map(|tile| {
        view! {
            <li>
                <a class="tile" href=tile.address>
                    <span class="tile-name"><strong>{tile.title}</strong><Progress steps=tile.steps /></span>
                    <Icon sign=Sign::Go />
                </a>
            </li>
        }
    });
    view! { <ul class="tiles" role="list">{tiles.collect_view()}</ul> }
}
