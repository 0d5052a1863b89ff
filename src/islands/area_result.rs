//! One area's answer in words: the level and its doubt, the count and its period, and what it leaves out.

use domain::area::{Area, Rate, Robberies};
use domain::gazetteer::AreaId;
use domain::lookup::ANSWER;
use domain::pace::Pace;
use domain::place::{AreaCode, Outcode};
use domain::risk::Levels;
use leptos::prelude::*;

use super::area_chart::written;
use super::area_search;
use crate::parts::icon::{Icon, Sign};
use crate::parts::late::Late;
use crate::parts::ring::LevelRing;
use crate::parts::said::spoken;
use crate::parts::template::{decimal, fill, grouped};
use crate::wire::Wire;

spoken! {
    /// What the answer says.
    pub struct Words {
        ward: String,
        borough: String,
        outcode: String,
        recorded: String,
        day: String,
        week: String,
        month: String,
        rare: String,
        never: String,
        expected: String,
        pub(super) total: String,
        pub(super) rate: String,
        pub(super) range: String,
        pub(super) ratio: String,
        pub(super) next: String,
        more: String,
        thefts: String,
        robberies: String,
        robberies_all: String,
        residents: String,
        workday: String,
        before: String,
        change: String,
        redeveloped: String,
        rough: String,
        two: String,
        out_title: String,
        out: String,
        source: String,
        secure: String,
    }
}

/// The answer for one area; for an outcode, that of the borough most of it lies in.
pub(super) fn result(
    wire: Wire,
    id: AreaId,
    outcode: Option<Outcode>,
    words: &area_search::Words,
) -> Option<Late<impl IntoView + use<>>> {
    let found = wire.peek(|session| {
        let area = session.lookup.area(id)?;
        let borough = session.lookup.borough_of(&area)?;
        let source = session.lookup.source_of(&area)?;
        Some((area, borough, source))
    });
    let (area, borough, source) = found?;
    let said = &words.result;
    let kicker = match area.code {
        AreaCode::Ward(_) => fill(&said.ward, &[("borough", &borough.name)]),
        AreaCode::Borough(_) => said.borough.clone(),
    };
    let outcode = outcode.map(|outcode| {
        view! { <p class="notice">{fill(&said.outcode, &[("outcode", outcode.as_str())])}</p> }
    });
    let figures = area.figures;
    let rate = |rate: Rate| decimal(rate.tenths_per_thousand());
    let period = [("from", written(figures.period.from(), words)), ("to", written(figures.period.to(), words))];
    let period: Vec<(&str, &str)> = period.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let range = fill(&said.range, &[("low", &rate(figures.rate.low())), ("high", &rate(figures.rate.high()))]);
    let next =
        fill(&said.range, &[("low", &grouped(figures.expected.low())), ("high", &grouped(figures.expected.high()))]);
    let trend = figures.trend.and_then(|trend| words.trend.get(trend.slug()).cloned());
    Some(Late(view! {
        <div class="stack answer">
            <p class="kicker">{kicker}</p>
            <h2 id=ANSWER tabindex="-1">{area.name.to_string()}</h2>
            {outcode}
            <div class="level">
                <LevelRing levels=figures.levels />
                <div>
                    <p class="level-words">{level(figures.levels, words)}</p>
                    <p>{summary(&area, words)}" "{trend}</p>
                </div>
            </div>
            <dl class="figures">
                <div><dt>{said.total.clone()}</dt><dd>{grouped(figures.total())}</dd></div>
                <div><dt>{said.rate.clone()}" ("{range}")"</dt><dd>{rate(figures.rate.mean())}</dd></div>
                <div><dt>{said.ratio.clone()}</dt><dd>{decimal(figures.rate.mean().tenths_beside(figures.london))}</dd></div>
                <div><dt>{said.next.clone()}</dt><dd>{next}</dd></div>
            </dl>
            <div class="notice"><p><strong>{said.out_title.clone()}</strong>" "{said.out.clone()}</p>{cautions(&area, said)}</div>
            <details class="why">
                <summary>{said.more.clone()}</summary>
                {details(&area, said)}
            </details>
            <p class="source">{fill(&said.source, &period)}" "{source}</p>
            <p><a class="button" href=words.secure.clone()>{said.secure.clone()}" "<Icon sign=Sign::Go /></a></p>
        </div>
    }))
}

/// One level, or two where one is not sure.
pub(super) fn level(levels: Levels, words: &area_search::Words) -> String {
    let name = |level: domain::risk::Level| words.level.get(level.slug()).cloned().unwrap_or_default();
    match levels.second() {
        None => name(levels.first()),
        Some(second) => {
            let between = words.level.get("between").cloned().unwrap_or_default();
            let second = words.level.get(&["or_", second.slug()].concat()).cloned().unwrap_or_default();
            fill(&between, &[("first", &name(levels.first())), ("second", &second)])
        }
    }
}

fn summary(area: &Area, words: &area_search::Words) -> String {
    let said = &words.result;
    let figures = &area.figures;
    let total = figures.total();
    let recorded = fill(&said.recorded, &[("total", &grouped(total)), ("month", &written(figures.period.to(), words))]);
    let pace = match Pace::of_year(total) {
        Pace::Day(count) => fill(&said.day, &[("count", &grouped(count))]),
        Pace::Week(count) => fill(&said.week, &[("count", &grouped(count))]),
        Pace::Month(count) => fill(&said.month, &[("count", &grouped(count))]),
        Pace::Rare => said.rare.clone(),
        Pace::Never => said.never.clone(),
    };
    let expected =
        fill(&said.expected, &[("low", &grouped(figures.expected.low())), ("high", &grouped(figures.expected.high()))]);
    format!("{recorded} {pace} {expected}")
}

fn cautions(area: &Area, said: &Words) -> impl IntoView + use<> {
    let cautions = area.figures.cautions;
    let sentences = [
        cautions.redeveloped.then(|| said.redeveloped.clone()),
        cautions.rough_population.then(|| said.rough.clone()),
        (!area.figures.level_is_firm()).then(|| said.two.clone()),
    ];
    sentences.into_iter().flatten().map(|sentence| view! { <p>{sentence}</p> }).collect_view()
}

fn details(area: &Area, said: &Words) -> impl IntoView + use<> {
    let figures = &area.figures;
    let robberies = match figures.robberies {
        Robberies::Personal(_) => said.robberies.clone(),
        Robberies::All(_) => said.robberies_all.clone(),
    };
    let change = figures.change().map(|change| {
        let sign = if change > 0.0 { "+" } else { "\u{2212}" };
        fill(&said.change, &[("change", &format!("{sign}{}", whole(change.abs())))])
    });
    let before = figures.before.map(|before| {
        view! { <dt>{said.before.clone()}</dt><dd>{grouped(before)}{change.map(|change| format!(" ({change})"))}</dd> }
    });
    view! {
        <dl class="pairs">
            <dt>{said.thefts.clone()}</dt><dd>{grouped(figures.thefts)}</dd>
            <dt>{robberies}</dt><dd>{grouped(figures.robberies.count())}</dd>
            {before}
            <dt>{said.residents.clone()}</dt><dd>{grouped(figures.residents)}</dd>
            <dt>{said.workday.clone()}</dt><dd>{grouped(figures.workday.get())}</dd>
        </dl>
    }
}

/// A positive number without its fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage of counts under 2^32")]
fn whole(number: f64) -> u32 {
    number.round() as u32
}
