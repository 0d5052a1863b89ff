//! An honest level for a place: the look-up, and every borough in a table and on a map that need no script.

use std::collections::BTreeMap;

use content::Complaint;
use content::markup::Markup;
use domain::area::Area;
use domain::gazetteer::{AreaId, Gazetteer};
use domain::outline::Outlines;
use domain::place::AreaCode;
use domain::risk::{Level, Levels};
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::area_atlas::{self, AreaAtlas};
use crate::islands::area_search::{self, AreaSearch};
use crate::islands::newer_months::{self, NewerMonths};
use crate::islands::sort::{BOROUGHS, COLUMNS, Sort};
use crate::parts::calendar;
use crate::parts::head::Head;
use crate::parts::markup::Prose;
use crate::parts::template::{decimal, fill, grouped};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    search: area_search::Words,
    wards: Wards,
    atlas: area_atlas::Words,
    level: BTreeMap<String, String>,
    trend: BTreeMap<String, String>,
    table: TableWords,
    map: MapWords,
    method: Method,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wards {
    title: String,
    text: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableWords {
    title: String,
    caption: String,
    city: String,
    borough: String,
    level: String,
    count: String,
    rate: String,
    rate_note: String,
    short: BTreeMap<String, String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct MapWords {
    title: String,
    legend: String,
    legend_text: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Method {
    title: String,
    text: Markup,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let mut words: Words = desk.words("area")?;
    let calendar: calendar::Words = desk.words("calendar")?;
    let mut newer: newer_months::Words = desk.words("newer_months")?;
    newer.months = calendar.names();
    newer.month_form = calendar.month_form();
    words.search.level = words.level;
    words.search.trend = words.trend;
    words.search.months = calendar.names();
    words.search.month_form = calendar.month_form();
    words.search.secure = desk.address(Route::Secure);
    words.search.share.address = desk.address(Route::Area);
    words.atlas.short.clone_from(&words.table.short);
    let gazetteer = desk.site.areas.gazetteer.clone();
    let outlines = desk.site.areas.outlines.clone();
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[("area", &words.search), ("newer", &newer), ("atlas", &words.atlas)]),
        main: Box::new(move || {
            let boroughs: Vec<(AreaId, Area)> = gazetteer
                .areas()
                .filter(|(_, area)| matches!(area.code, AreaCode::Borough(_)))
                .map(|(id, area)| (id, area.clone()))
                .collect();
            let names: Vec<&str> = boroughs.iter().map(|(_, area)| &*area.name).collect();
            let names = names.join("\n");
            view! {
                <Head title=words.title lead=words.lead />
                <section class="band band-sheet needs-script"><AreaSearch /><NewerMonths /></section>
                <section class="band needs-script" aria-labelledby="wards">
                    <h2 id="wards">{words.wards.title}</h2>
                    <p>{words.wards.text}</p>
                    <AreaAtlas boroughs=names />
                </section>
                <section class="band" aria-labelledby="all">
                    <h2 id="all">{words.table.title.clone()}</h2>
                    <div class="sides sides-even">
                        <Map boroughs=boroughs.clone() outlines words=words.map />
                        <Table boroughs gazetteer words=words.table calendar />
                    </div>
                </section>
                <section class="band band-tint" aria-labelledby="method">
                    <h2 id="method">{words.method.title}</h2>
                    <Prose text=words.method.text />
                </section>
            }
            .into_any()
        }),
    })
}

#[component]
fn Table(
    boroughs: Vec<(AreaId, Area)>,
    gazetteer: Gazetteer,
    words: TableWords,
    calendar: calendar::Words,
) -> impl IntoView {
    let months = |area: &Area| {
        let period = area.figures.period;
        (calendar.month(&period.from().to_string()), calendar.month(&period.to().to_string()))
    };
    let is_city = |area: &Area| gazetteer.series().get(area.source).is_some_and(|series| series.all_robberies);
    let met = boroughs.iter().find(|(_, area)| !is_city(area)).map(|(_, area)| months(area)).unwrap_or_default();
    let city = boroughs.iter().find(|(_, area)| is_city(area)).map(|(_, area)| months(area)).unwrap_or_default();
    let mut rows = boroughs;
    rows.sort_by(|(_, one), (_, two)| one.name.cmp(&two.name));
    let order = |key: &dyn Fn(&Area) -> u64| {
        let mut order: Vec<&Area> = rows.iter().map(|(_, area)| area).collect();
        order.sort_by_key(|area| key(area));
        order.iter().map(|area| area.code.to_string()).collect::<Vec<_>>().join(" ")
    };
    let by_name = rows.iter().map(|(_, area)| area.code.to_string()).collect::<Vec<_>>().join(" ");
    let columns = [
        (words.borough.clone(), by_name),
        (words.level.clone(), order(&|area| u64::from(area.figures.levels.number()))),
        (words.count.clone(), order(&|area| u64::from(area.figures.total()))),
        (words.rate.clone(), order(&|area| u64::from(area.figures.rate.mean().millionths()))),
    ];
    let head = columns.into_iter().zip(COLUMNS).enumerate().map(|(place, ((label, rows), column))| {
        let class = (place > 1).then_some("amount");
        let sorted = (place == 0).then_some("ascending");
        view! {
            <th scope="col" class=class data-column=column aria-sort=sorted>
                <Sort label column=column.to_owned() rows />
            </th>
        }
    });
    let head = head.collect_view();
    let body = rows.iter().map(|(_, area)| {
        let code = area.code.to_string();
        view! {
            <tr data-row=code>
                <th scope="row">{area.name.to_string()}{is_city(area).then_some(" *")}</th>
                <td>{short(area.figures.levels, &words.short)}</td>
                <td class="amount">{grouped(area.figures.total())}</td>
                <td class="amount">{decimal(area.figures.rate.mean().tenths_per_thousand())}</td>
            </tr>
        }
    });
    let body = body.collect_view();
    let caption = fill(&words.caption, &[("from", &met.0), ("to", &met.1)]);
    let city = fill(&words.city, &[("from", &city.0), ("to", &city.1)]);
    view! {
        <div>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="boroughs-caption">
                <table id=BOROUGHS>
                    <caption id="boroughs-caption">{caption}</caption>
                    <thead><tr>{head}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <p class="source">{words.rate_note}" * "{city}</p>
        </div>
    }
    .into_any()
}

/// The short name of a level; of two, both.
fn short(levels: Levels, names: &BTreeMap<String, String>) -> String {
    let names: Vec<String> = levels.iter().filter_map(|level| names.get(level.slug()).cloned()).collect();
    names.join(" / ")
}

/// The boroughs by level: four fills, a hatch for the fifth, and the level's number in each, so that colour never stands
/// alone. The table beside it says the same.
#[component]
fn Map(boroughs: Vec<(AreaId, Area)>, outlines: Outlines, words: MapWords) -> impl IntoView {
    let mut highest: Vec<&Area> = boroughs.iter().map(|(_, area)| area).collect();
    highest.sort_by_key(|area| std::cmp::Reverse(area.figures.rate.mean()));
    let highest: Vec<String> = highest.iter().take(3).map(|area| area.name.to_string()).collect();
    let title = fill(&words.title, &[("highest", &highest.join(", "))]);
    let paths = boroughs.iter().filter_map(|(id, area)| {
        let step = step(area.figures.levels.first());
        let outline = outlines.path(*id)?;
        let hatch = (step == 5).then(|| view! { <path class="l5-over" d=outline.clone() /> });
        Some(view! { <path class=format!("l{step}") d=outline />{hatch} })
    });
    let paths = paths.collect_view();
    let numbers = boroughs.iter().filter_map(|(id, area)| {
        let ((left, top), (right, bottom)) = outlines.bounds(*id)?;
        let step = step(area.figures.levels.first());
        // A borough too small for its number keeps its fill; the table says the rest.
        (right - left > 70).then(|| {
            let (x, y) = (i32::midpoint(left, right), i32::midpoint(top, bottom) + 14);
            view! { <text class=format!("l{step}") x=x.to_string() y=y.to_string()>{step.to_string()}</text> }
        })
    });
    let numbers = numbers.collect_view();
    let (width, height) = outlines.size();
    let legend = Level::ALL.iter().map(|level| {
        let step = step(*level);
        let text = words.legend_text.get(level.slug()).cloned().unwrap_or_default();
        view! {
            <li>
                <svg class="map" viewBox="0 0 44 30" aria-hidden="true" focusable="false">
                    <path class=format!("l{step}") d="M1 1h42v28H1z" />
                    {(step == 5).then(|| view! { <path class="l5-over" d="M1 1h42v28H1z" /> })}
                    <text class=format!("l{step}") x="22" y="22">{step.to_string()}</text>
                </svg>
                <span>{text}</span>
            </li>
        }
    });
    let legend = legend.collect_view();
    view! {
        <figure class="stack sides-still">
            <svg class="map" viewBox=format!("-4 -4 {} {}", width + 8, height + 8) role="img" aria-labelledby="map-title">
                <title id="map-title">{title}</title>
                <defs>
                    <pattern id="hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path class="hatch" d="M0 5h10" />
                    </pattern>
                </defs>
                {paths}
                {numbers}
            </svg>
            <figcaption><ul class="legend" role="list" aria-label=words.legend>{legend}</ul></figcaption>
        </figure>
    }
    .into_any()
}

fn step(level: Level) -> usize {
    Level::ALL.iter().take_while(|known| **known <= level).count()
}
