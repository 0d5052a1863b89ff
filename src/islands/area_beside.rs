//! What an area stands beside: its borough, London, wards like it; and a second place that a person chose.
//!
//! Rates, because counts of a large and a small place say nothing beside each other.

use domain::area::{Area, Rate};
use domain::comparison::Comparison;
use domain::gazetteer::AreaId;
use domain::session::Session;

use super::area_chart::{row, written};
use super::{area_result, area_search};
use crate::parts::said::spoken;
use crate::parts::sketch::Sketch;
use crate::parts::template::{decimal, fill, grouped};

spoken! {
    /// What the comparisons say.
    pub struct Words {
        title: String,
        unit: String,
        alike: String,
        london: String,
        which: String,
        which_text: String,
        two_title: String,
        level: String,
        months: String,
    }
}

/// An area's rate beside others'.
pub(super) fn rates(session: &Session, id: AreaId, words: &area_search::Words) -> Option<Sketch> {
    let gazetteer = session.lookup.gazetteer()?;
    let area = gazetteer.get(id)?;
    let said = &words.beside;
    let own = area.figures.rate.mean();
    let mut rows = vec![(area.name.to_string(), own)];
    let mut alike = None;
    if let Some(beside) = Comparison::of(gazetteer, id) {
        let borough = gazetteer.borough_of(area).map(|borough| borough.name.to_string()).unwrap_or_default();
        rows.extend([(said.alike.clone(), beside.similar), (borough, beside.borough)]);
        let links = beside.alike.iter().filter_map(|id| gazetteer.get(*id)).map(|ward| {
            let borough = gazetteer.borough_of(ward).map(|borough| borough.name.to_string()).unwrap_or_default();
            Sketch::html("li").hold(link(ward)).say(", ").say(borough)
        });
        let links = Sketch::html("ul").hold_all(links);
        alike = Some(fold(&said.which).hold(Sketch::html("p").say(said.which_text.clone())).hold(links));
    }
    rows.push((said.london.clone(), area.figures.london));
    let most = rows.iter().map(|(_, rate)| rate.millionths()).max().unwrap_or_default().max(1);
    let body = rows.iter().enumerate().map(|(at, (name, rate))| {
        let tenths = rate.tenths_per_thousand();
        row(name, &[decimal(tenths)]).hold(Sketch::html("td").hold(bar(*rate, most, at == 0)))
    });
    let table = Sketch::html("table")
        .with("class", "beside")
        .hold(Sketch::html("caption").say(said.unit.clone()))
        .hold(Sketch::html("tbody").hold_all(body));
    let title = Sketch::html("h3").say(said.title.clone());
    Some(Sketch::html("section").with("class", "stack").hold(title).hold(table).hold_all(alike))
}

/// Two places side by side: the one that was kept, and the one of the answer.
pub(super) fn two(session: &Session, id: AreaId, words: &area_search::Words) -> Option<Sketch> {
    let gazetteer = session.lookup.gazetteer()?;
    let kept = gazetteer.get(session.beside.filter(|kept| *kept != id)?)?;
    let pair = [kept, gazetteer.get(id)?];
    let (said, result) = (&words.beside, &words.result);
    let each = |tell: &dyn Fn(&Area) -> String| pair.map(tell);
    let range = |low: u32, high: u32, write: fn(u32) -> String| {
        fill(&result.range, &[("low", &write(low)), ("high", &write(high))])
    };
    let months = |area: &Area| {
        let period = area.figures.period;
        fill(&result.range, &[("low", &written(period.from(), words)), ("high", &written(period.to(), words))])
    };
    let rate = |area: &Area| {
        let rate = area.figures.rate;
        let range = range(rate.low().tenths_per_thousand(), rate.high().tenths_per_thousand(), decimal);
        [&decimal(rate.mean().tenths_per_thousand()), " (", &range, ")"].concat()
    };
    let rows = [
        (&said.level, each(&|area| area_result::level(area.figures.levels, words))),
        (&result.total, each(&|area| grouped(area.figures.total()))),
        (&result.rate, each(&rate)),
        (&result.ratio, each(&|area| decimal(area.figures.rate.mean().tenths_beside(area.figures.london)))),
        (&result.next, each(&|area| range(area.figures.expected.low(), area.figures.expected.high(), grouped))),
        (&said.months, each(&months)),
    ];
    let head = pair.map(|area| Sketch::html("th").with("scope", "col").hold(link(area)));
    let head = Sketch::html("thead").hold(Sketch::html("tr").hold(Sketch::html("td")).hold_all(head));
    let body = rows.into_iter().map(|(name, cells)| {
        let cells = cells.map(|cell| Sketch::html("td").say(cell));
        Sketch::html("tr").hold(Sketch::html("th").with("scope", "row").say(name.clone())).hold_all(cells)
    });
    let table = Sketch::html("table").with("class", "two").hold(head).hold(Sketch::html("tbody").hold_all(body));
    let title = Sketch::html("h3").say(said.two_title.clone());
    Some(Sketch::html("section").with("class", "stack").hold(title).hold(table))
}

/// An area's name, with its address on this page.
pub(super) fn link(area: &Area) -> Sketch {
    let code = area.code.to_string();
    Sketch::html("a").with("href", ["#", &code].concat()).with("data-area", code).say(&*area.name)
}

fn fold(title: &str) -> Sketch {
    Sketch::html("details").with("class", "why").hold(Sketch::html("summary").say(title))
}

/// A rate as a bar as long as its part of the highest.
fn bar(rate: Rate, most: u32, own: bool) -> Sketch {
    let long = (u64::from(rate.millionths()) * 200 / u64::from(most)).to_string();
    let bar = Sketch::svg("rect").with("class", if own { "bar" } else { "bar bar-other" });
    let bar = bar.with("width", long).with("height", "12");
    Sketch::svg("svg").with("class", "chart").with("viewBox", "0 0 200 12").with("aria-hidden", "true").hold(bar)
}
