//! One area's answer in words: the level and its doubt, the count and its period, and what it leaves out.

use domain::area::{Area, Rate, Robberies};
use domain::gazetteer::AreaId;
use domain::lookup::ANSWER;
use domain::pace::Pace;
use domain::place::{AreaCode, Outcode};
use domain::risk::Levels;
use domain::session::Session;

use super::area_chart::written;
use super::area_search;
use crate::parts::icon::Sign;
use crate::parts::ring::level as ring;
use crate::parts::said::spoken;
use crate::parts::sketch::Sketch;
use crate::parts::template::{decimal, fill, grouped};

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
    session: &Session,
    id: AreaId,
    outcode: Option<Outcode>,
    words: &area_search::Words,
) -> Option<Sketch> {
    let gazetteer = session.lookup.gazetteer()?;
    let area = gazetteer.get(id)?;
    let borough = gazetteer.borough_of(area)?;
    let said = &words.result;
    let kicker = match area.code {
        AreaCode::Ward(_) => fill(&said.ward, &[("borough", &borough.name)]),
        AreaCode::Borough(_) => said.borough.clone(),
    };
    let outcode = outcode.map(|outcode| {
        Sketch::html("p").with("class", "notice").say(fill(&said.outcode, &[("outcode", outcode.as_str())]))
    });
    let figures = &area.figures;
    let rate = |rate: Rate| decimal(rate.tenths_per_thousand());
    let range = fill(&said.range, &[("low", &rate(figures.rate.low())), ("high", &rate(figures.rate.high()))]);
    let next =
        fill(&said.range, &[("low", &grouped(figures.expected.low())), ("high", &grouped(figures.expected.high()))]);
    let trend = figures.trend.and_then(|trend| words.trend.get(trend.slug()).cloned()).unwrap_or_default();
    let summary = [&summary(area, words), " ", &trend].concat();
    let told = Sketch::html("div")
        .hold(Sketch::html("p").with("class", "level-words").say(level(figures.levels, words)))
        .hold(Sketch::html("p").say(summary));
    let numbers = [
        (said.total.clone(), grouped(figures.total())),
        ([&said.rate, " (", &range, ")"].concat(), rate(figures.rate.mean())),
        (said.ratio.clone(), decimal(figures.rate.mean().tenths_beside(figures.london))),
        (said.next.clone(), next),
    ];
    let numbers = numbers.into_iter().map(|(name, amount)| Sketch::html("div").hold_all(pair(name, amount)));
    let left_out =
        Sketch::html("p").hold(Sketch::html("strong").say(said.out_title.clone())).say(" ").say(said.out.clone());
    let more = Sketch::html("details").with("class", "why").hold(Sketch::html("summary").say(said.more.clone()));
    let (from, to) = (written(figures.period.from(), words), written(figures.period.to(), words));
    let source = [&fill(&said.source, &[("from", &from), ("to", &to)]), " ", gazetteer.source_of(area)].concat();
    let secure = Sketch::html("a").with("class", "button").with("href", words.secure.clone());
    let secure = secure.say([&said.secure, " "].concat()).hold(Sign::Go.drawn());
    Some(
        Sketch::html("div")
            .with("class", "stack answer")
            .hold(Sketch::html("p").with("class", "kicker").say(kicker))
            .hold(Sketch::html("h2").with("id", ANSWER).with("tabindex", "-1").say(&*area.name))
            .hold_all(outcode)
            .hold(Sketch::html("div").with("class", "level").hold(ring(figures.levels)).hold(told))
            .hold(Sketch::html("dl").with("class", "figures").hold_all(numbers))
            .hold(Sketch::html("div").with("class", "notice").hold(left_out).hold_all(cautions(area, said)))
            .hold(more.hold(details(area, said)))
            .hold(Sketch::html("p").with("class", "source").say(source))
            .hold(Sketch::html("p").hold(secure)),
    )
}

/// A name and what it amounts to.
fn pair(name: String, amount: String) -> [Sketch; 2] {
    [Sketch::html("dt").say(name), Sketch::html("dd").say(amount)]
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
    [&recorded, " ", &pace, " ", &expected].concat()
}

fn cautions(area: &Area, said: &Words) -> impl Iterator<Item = Sketch> {
    let cautions = area.figures.cautions;
    let sentences = [
        cautions.redeveloped.then(|| said.redeveloped.clone()),
        cautions.rough_population.then(|| said.rough.clone()),
        (!area.figures.level_is_firm()).then(|| said.two.clone()),
    ];
    sentences.into_iter().flatten().map(|sentence| Sketch::html("p").say(sentence))
}

fn details(area: &Area, said: &Words) -> Sketch {
    let figures = &area.figures;
    let robberies = match figures.robberies {
        Robberies::Personal(_) => said.robberies.clone(),
        Robberies::All(_) => said.robberies_all.clone(),
    };
    let change = figures.change().map(|change| {
        let sign = if change > 0.0 { "+" } else { "\u{2212}" };
        fill(&said.change, &[("change", &[sign, &whole(change.abs()).to_string()].concat())])
    });
    let before = figures.before.map(|before| {
        let change = change.map_or_else(String::new, |change| [" (", &change, ")"].concat());
        pair(said.before.clone(), [grouped(before), change].concat())
    });
    Sketch::html("dl")
        .with("class", "pairs")
        .hold_all(pair(said.thefts.clone(), grouped(figures.thefts)))
        .hold_all(pair(robberies, grouped(figures.robberies.count())))
        .hold_all(before.into_iter().flatten())
        .hold_all(pair(said.residents.clone(), grouped(figures.residents)))
        .hold_all(pair(said.workday.clone(), grouped(figures.workday.get())))
}

/// A positive number without its fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage of counts under 2^32")]
fn whole(number: f64) -> u32 {
    number.round() as u32
}
