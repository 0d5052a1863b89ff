//! The Secure walk: choose phones and accounts, and the plan lays their steps in order; below it, the door to each guide.
//!
//! Without a script the guides are the whole of it: everything the plan shows stands on their pages.

mod reminder;

use content::Complaint;
use domain::account::Account;
use domain::choice::Choice;
use domain::coach::{Catalogue, Facts, List};
use domain::guide::{GuideId, Topic};
use domain::platform::Platform;
use domain::route::Route;
use domain::step_names::StepNames;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, guide, island_words};
use crate::islands::freshness;
use crate::islands::plan::harms::{HarmWords, PlanHarms};
use crate::islands::plan::take::{PlanTake, TakeWords};
use crate::islands::plan::{ChoiceWords, HeadWords, NextWords, PlanChoice, PlanHead, PlanNext};
use crate::islands::progress::{self, Progress};
use crate::parts::band::{Band, Ground};
use crate::parts::head::Head;
use crate::parts::icon::{Icon, Sign};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    lists: Lists,
    take: Part,
    guides: Guides,
    more: More,
    next: Next,
    island: Islands,
    calendar: reminder::Words,
    progress: progress::Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    rest: String,
    rest_text: String,
    aside: String,
    done: String,
    absent: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    title: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Guides {
    phones: String,
    phones_text: String,
    accounts: String,
    accounts_text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct More {
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    text: String,
    go: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Islands {
    choice: ChoiceWords,
    plan: HeadWords,
    next: NextWords,
    harms: HarmWords,
    take: TakeWords,
}

/// What a tile shows of a guide.
struct Tile {
    address: String,
    title: String,
    steps: Vec<StepNames>,
}

/// What a tile shows of a page to read.
struct Door {
    address: String,
    title: String,
    text: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let mut words: Words = desk.words("secure")?;
    let (_, tick) = guide::answers(desk)?;
    let freshness: freshness::Words = desk.words("freshness")?;
    let spoken = desk.site.content.words(desk.language);
    words.island.choice.names =
        Choice::all().map(|choice| (choice.to_string(), spoken.guide(choice.guide()).title.clone())).collect();
    words.island.take.file = reminder::file(&words.calendar);
    words.island.take.address = desk.full_address(Route::Secure);
    let tile = |guide: GuideId| Tile {
        address: desk.address(Route::Guide(guide)),
        title: spoken.guide(guide).title.clone(),
        steps: desk.site.content.guide(guide).steps.iter().map(|step| desk.site.content.names_of(&step.id)).collect(),
    };
    let phones: Vec<Tile> = Platform::ALL.iter().copied().map(GuideId::Platform).map(tile).collect();
    let accounts: Vec<Tile> = Account::ALL.iter().copied().map(GuideId::Account).map(tile).collect();
    let doors: Vec<Door> = [Topic::Rehearsal, Topic::Return, Topic::Differences]
        .map(|topic| {
            let said = spoken.guide(GuideId::Topic(topic));
            let address = desk.address(Route::of(GuideId::Topic(topic)));
            Door { address, title: said.title.clone(), text: said.summary.clone() }
        })
        .into();
    let record = desk.address(Route::Record);
    let (catalogue, language) = (catalogue(desk), desk.language.tag().to_owned());
    let island = words.island;
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[
            ("choice", &island.choice),
            ("plan", &island.plan),
            ("next", &island.next),
            ("harms", &island.harms),
            ("take", &island.take),
            ("progress", &words.progress),
            ("tick", &tick),
            ("freshness", &freshness),
        ]),
        main: Box::new(move || {
            let lists = words.lists;
            view! {
                <Head title=words.title lead=words.lead />
                <div class="plan">
                    <div class="band plan-choice needs-script"><PlanChoice catalogue language /></div>
                    <PlanHead />
                    <section class="band plan-first" aria-labelledby="plan" hidden>
                        <ol class="steps" role="list" data-list=List::First.slug()></ol>
                    </section>
                    <PlanNext />
                    <PlanHarms />
                    <Brief list=List::Rest title=lists.rest text=Some(lists.rest_text) />
                    <Brief list=List::Aside title=lists.aside />
                    <Brief list=List::Done title=lists.done />
                    <Brief list=List::Absent title=lists.absent />
                    <ul role="list" data-list="other" hidden></ul>
                    <div class="needs-script">
                        <Band id="take" title=words.take.title text=words.take.text ground=Ground::Tint><PlanTake /></Band>
                    </div>
                </div>
                <Band id="phones" title=words.guides.phones text=words.guides.phones_text>
                    <Tiles tiles=phones />
                </Band>
                <Band id="accounts" title=words.guides.accounts text=words.guides.accounts_text ground=Ground::Sheet>
                    <Tiles tiles=accounts />
                </Band>
                <Band id="more" title=words.more.title><Doors doors /></Band>
                <Band id="next" title=words.next.title text=words.next.text ground=Ground::Sheet>
                    <p><a class="button" href=record>{words.next.go}" "<Icon sign=Sign::Go /></a></p>
                </Band>
            }
            .into_any()
        }),
    })
}

/// What the plan knows of every step that can be chosen.
fn catalogue(desk: Desk<'_>) -> Catalogue {
    let content = &desk.site.content;
    let facts = |choice: Choice| {
        let steps = content.guide(choice.guide()).steps.iter();
        steps.map(|step| Facts::new(content.names_of(&step.id), step.weight, step.minutes, step.defends)).collect()
    };
    Catalogue::new(Choice::all().map(|choice| (choice, facts(choice))).collect())
}

/// A list of steps by their titles, minutes and answers alone; empty, and so hidden, until the plan is laid.
#[component]
fn Brief(list: List, title: String, #[prop(default = None)] text: Option<String>) -> impl IntoView {
    let id = list.slug();
    view! {
        <section class="band" aria-labelledby=id hidden>
            <h2 id=id>{title}</h2>
            {text.map(|text| view! { <p class="screen-only">{text}</p> })}
            <ol class="steps steps-brief" role="list" data-list=id></ol>
        </section>
    }
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

#[component]
fn Doors(doors: Vec<Door>) -> impl IntoView {
    let doors = doors.into_iter().map(|door| {
        view! {
            <li>
                <a class="tile" href=door.address>
                    <span><strong>{door.title}</strong><small>{door.text}</small></span>
                    <Icon sign=Sign::Go />
                </a>
            </li>
        }
    });
    view! { <ul class="tiles" role="list">{doors.collect_view()}</ul> }
}
