//! The doors: whoever arrives finds theirs in one look, and "My phone was just taken" is first and biggest.

use content::Complaint;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page};
use crate::parts::drawing::{Drawing, Subject};
use crate::parts::icon::{Icon, Sign};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    stolen: Door,
    secure: Door,
    record: Door,
    area: Door,
    stall: Door,
    facts: Facts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Door {
    title: String,
    text: String,
    go: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    title: String,
    fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    figure: String,
    text: String,
    source: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("home")?;
    let address = |route: Route| route.address(desk.language);
    let doors = [
        (Subject::LockScreen, address(Route::Secure), words.secure),
        (Subject::Box, address(Route::Record), words.record),
        (Subject::Phone, address(Route::Stall), words.stall),
    ];
    let (stolen, area) = (address(Route::Stolen), address(Route::Area));
    Ok(Page {
        title: words.title,
        summary: words.summary,
        words: None,
        main: Box::new(move || {
            let doors = doors.map(|(subject, address, door)| {
                view! {
                    <a class="door" href=address>
                        <Drawing subject />
                        <h2>{door.title}</h2>
                        <p>{door.text}</p>
                        <span class="go">{door.go}" "<Icon sign=Sign::Go /></span>
                    </a>
                }
            });
            let facts = words.facts.fact.into_iter().map(|fact| {
                view! {
                    <div>
                        <dt>{fact.text}" "<small>{fact.source}</small></dt>
                        <dd>{fact.figure}</dd>
                    </div>
                }
            });
            view! {
                <a class="door door-first" href=stolen>
                    <Cut />
                    <h1>{words.stolen.title}</h1>
                    <p class="lede">{words.stolen.text}</p>
                    <span class="go">{words.stolen.go}" "<Icon sign=Sign::Go /></span>
                </a>
                <div class="doors">{doors.into_iter().collect_view()}</div>
                <section class="band band-sheet" aria-labelledby="near">
                    <h2 id="near">{words.area.title}</h2>
                    <p>{words.area.text}</p>
                    <p><a class="button button-quiet" href=area>{words.area.go}" "<Icon sign=Sign::Go /></a></p>
                </section>
                <section class="band" aria-labelledby="facts">
                    <h2 id="facts">{words.facts.title}</h2>
                    <dl class="figures">{facts.collect_view()}</dl>
                </section>
            }
            .into_any()
        }),
    })
}

/// The ring cut open: the sign of a phone that was just taken.
#[component]
fn Cut() -> impl IntoView {
    view! {
        <svg class="cut" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
            <circle
                cx="50" cy="50" r="44" stroke-width="10" pathLength="100" stroke-dasharray="76 24"
                transform="rotate(-2 50 50)"
            />
            <circle
                cx="50" cy="50" r="44" stroke-width="10" pathLength="100" stroke-dasharray="15 85"
                transform="translate(7 -7) rotate(288 50 50)"
            />
        </svg>
    }
}
