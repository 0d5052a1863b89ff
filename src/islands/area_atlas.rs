//! Every ward of London: a table that sorts and filters, and beside it a map that shows the same.
//!
//! Nothing is fetched before a person chooses a borough or all of London. The map is drawn once; to look at a borough is
//! only to move its frame. Whoever uses the keyboard walks the table, and the map follows.

use domain::area::Area;
use domain::atlas::{Column, Turn, drawn_in};
use domain::event::Event;
use domain::outline::Outlines;
use domain::place::BoroughCode;
use domain::risk::Level;
use domain::session::Session;
use leptos::either::Either;
use leptos::prelude::*;

use super::area_beside::link;
use crate::parts::late::Late;
use crate::parts::said::{Table, spoken};
use crate::parts::sketch::Sketch;
use crate::parts::template::{decimal, fill, grouped};
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        borough: String,
        choose: String,
        london: String,
        filter: String,
        coming: String,
        trouble: String,
        none: String,
        all: String,
        caption: String,
        map: String,
        point: String,
        pointed: String,
        /// The heading of each column.
        name: String,
        level: String,
        count: String,
        rate: String,
        /// The short name of each level; shared with the table of boroughs.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) short: Table,
    }
}

/// Room round what the frame shows, in units of the map: ten metres each.
const ROOM: i32 = 30;

/// The choice of a borough, the table and the map.
#[island]
pub fn AreaAtlas(
    /// The names of the boroughs in the order of their codes, one after the other.
    boroughs: String,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("atlas");
    let options = boroughs.split('\n').enumerate().map(|(at, name)| {
        view! { <option value=(at + 1).to_string()>{name.to_owned()}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let choose = move |event| {
        let value = event_target_value(&event);
        if let Ok(digits) = value.parse::<u32>() {
            let borough = BoroughCode::from_digits(digits).filter(|_| digits > 0);
            wire.send(Event::Atlas(Turn::Within(borough)));
        }
    };
    let stage = wire.mark(|session| match (session.atlas.is_open(), session.lookup.gazetteer()) {
        (false, _) => 0,
        (true, Some(_)) => 1,
        (true, None) if session.lookup.trouble().is_some() => 2,
        (true, None) => 3,
    });
    let inside = words.clone();
    let inside = move || match stage.get() {
        0 => None,
        1 => Some(Late(Either::Left(explorer(wire, &inside)))),
        at => {
            let said = if at == 2 { &inside.trouble } else { &inside.coming };
            Some(Late(Either::Right(Sketch::html("p").with("class", "hint").say(said.clone()))))
        }
    };
    view! {
        <div class="stack">
            <div class="field">
                <label for="within">{words.borough.clone()}</label>
                <select class="input" id="within" on:change=choose>
                    <option value="">{words.choose.clone()}</option>
                    <option value="0">{words.london.clone()}</option>
                    {options}
                </select>
            </div>
            {inside}
        </div>
    }
}

fn explorer(wire: Wire, words: &Words) -> impl IntoView + use<> {
    let filter = words.filter.clone();
    view! {
        <div class="sides sides-even">
            {map(wire, words)}
            <div class="stack">
                <div class="field">
                    <label for="named">{filter}</label>
                    <input
                        class="input" id="named" type="search" autocomplete="off" spellcheck="false"
                        on:input=move |event| wire.send(Event::Atlas(Turn::Named(event_target_value(&event))))
                    />
                </div>
                {table(wire, words)}
            </div>
        </div>
    }
}

/// The rows, under headings that sort them.
fn table(wire: Wire, words: &Words) -> impl IntoView + use<> {
    let headings = [&words.name, &words.level, &words.count, &words.rate].map(Clone::clone);
    let headings = Column::ALL.into_iter().zip(headings).map(|(column, name)| {
        let sorted = wire.slice(move |session| match session.atlas.order() {
            (by, _) if by != column => "none",
            (_, true) => "descending",
            (_, false) => "ascending",
        });
        let class = if matches!(column, Column::Count | Column::Rate) { "amount" } else { "" };
        view! {
            <th scope="col" class=class aria-sort=sorted.live()>
                <button type="button" class="sort" on:click=move |_| wire.send(Event::Atlas(Turn::By(column)))>{name}</button>
            </th>
        }
    });
    let headings = headings.collect::<Vec<_>>();
    let revision = wire.mark(|session| session.atlas.revision());
    let said = words.clone();
    let rows = move || {
        revision.get();
        wire.peek(|session| Late(rows(session, &said)))
    };
    let count = wire.slice(|session| session.lookup.gazetteer().map_or(0, |gazetteer| session.atlas.rows(gazetteer).1));
    let (caption, none, all) = (words.caption.clone(), words.none.clone(), words.all.clone());
    let told = move || match count.get() {
        0 => none.clone(),
        count => fill(&caption, &[("count", &count.to_string())]),
    };
    let more = wire.slice(|session| {
        session.lookup.gazetteer().is_some_and(|gazetteer| {
            let (rows, count) = session.atlas.rows(gazetteer);
            rows.len() < count
        })
    });
    view! {
        <p role="status">{told}</p>
        <table class="wards">
            <thead><tr>{headings}</tr></thead>
            {rows}
        </table>
        <p class="screen-only" hidden=move || !more.get()>
            <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::Atlas(Turn::All))>{all}</button>
        </p>
    }
}

fn rows(session: &Session, words: &Words) -> Sketch {
    let body = Sketch::html("tbody");
    let Some(gazetteer) = session.lookup.gazetteer() else { return body };
    let row = |area: &Area| {
        let mut name = Sketch::html("th").with("scope", "row").hold(link(area));
        if session.atlas.within().is_none() {
            let borough = gazetteer.borough_of(area).map(|borough| borough.name.to_string()).unwrap_or_default();
            name = name.hold(Sketch::html("small").say(borough));
        }
        let amount = |text: String| Sketch::html("td").with("class", "amount").say(text);
        Sketch::html("tr")
            .hold(name)
            .hold(Sketch::html("td").say(short(area, words)))
            .hold(amount(grouped(area.figures.total())))
            .hold(amount(decimal(area.figures.rate.mean().tenths_per_thousand())))
    };
    let (rows, _) = session.atlas.rows(gazetteer);
    body.hold_all(rows.into_iter().map(|(_, area)| row(area)))
}

/// The short name of a level; of two, both.
fn short(area: &Area, words: &Words) -> String {
    let mut text = String::new();
    for level in area.figures.levels.iter() {
        if !text.is_empty() {
            text.push_str(" / ");
        }
        text.push_str(words.short.get(level.slug()).map_or("", String::as_str));
    }
    text
}

/// The map in its frame, what lies under the pointer, and what that is called.
fn map(wire: Wire, words: &Words) -> impl IntoView + use<> {
    let here = wire.mark(|session| u32::from(session.lookup.outlines().here().is_some()));
    let drawing = move || (here.get() == 1).then(|| wire.peek(|session| Late(drawn(session))));
    let numbers = wire.mark(|session| {
        let drawn = session.lookup.outlines().here().is_some();
        session.atlas.within().filter(|_| drawn).map_or(0, BoroughCode::digits)
    });
    let numbers = move || {
        numbers.get();
        wire.peek(|session| Late(numbered(session)))
    };
    let frame = wire.slice(|session| frame(session).unwrap_or([0, 0, 1, 1]));
    let window = move || {
        let [x, y, width, height] = frame.get();
        [&x.to_string(), " ", &y.to_string(), " ", &width.to_string(), " ", &height.to_string()].concat()
    };
    // Lines of the patterns as far apart on the screen whatever the frame shows.
    let turn = move || ["rotate(45) scale(", &(frame.get()[2] / 480 + 1).to_string(), ")"].concat();
    let pointed = wire.slice(|session| {
        let (gazetteer, outlines) = (session.lookup.gazetteer()?, session.lookup.outlines().here()?);
        outlines.path(gazetteer.find(session.atlas.pointed()?)?)
    });
    let said = words.clone();
    let told = wire.slice(move |session| told(session, &said)).live();
    let title = words.map.clone();
    let zoomed = wire.slice(|session| session.atlas.within().is_some());
    view! {
        <figure class="stack sides-still" hidden=move || here.get() == 0>
            <svg
                class=move || if zoomed.get() { "map ward-map ward-map-near" } else { "map ward-map" }
                viewBox=window role="img" aria-label=title
            >
                <defs>
                    {[("ward-2", "M6 7h2"), ("ward-3", "M0 6h14"), ("ward-4", "M0 4h14M0 11h14"), ("ward-5", "M0 5h14")]
                        .map(|(id, d)| view! {
                            <pattern id=id width="14" height="14" patternUnits="userSpaceOnUse" patternTransform=turn>
                                <path class="hatch" d=d />
                            </pattern>
                        })
                        .into_iter()
                        .collect::<Vec<_>>()}
                </defs>
                {drawing}
                <path class="here" d=move || pointed.get().unwrap_or_default() />
                {numbers}
            </svg>
            <figcaption class="source">{told}</figcaption>
        </figure>
    }
}

/// Every ward by its level; the fifth has a hatch over its fill.
fn drawn(session: &Session) -> Sketch {
    let map = Sketch::svg("g");
    let (Some(gazetteer), Some(outlines)) = (session.lookup.gazetteer(), session.lookup.outlines().here()) else {
        return map;
    };
    let mut wards = Vec::with_capacity(700);
    for id in outlines.areas() {
        let (Some(area), Some(outline)) = (gazetteer.get(id), outlines.path(id)) else { continue };
        let step = step(area);
        let path = |class: &str| {
            Sketch::svg("path").with("class", class).with("data-area", area.code.to_string()).with("d", outline.clone())
        };
        wards.push(path(FILLS.get(step).copied().unwrap_or_default()));
        if step == 4 {
            wards.push(path("l5-over"));
        }
    }
    map.hold_all(wards)
}

const FILLS: [&str; 5] = ["l1", "l2", "l3", "l4", "l5"];

/// The step of a level, counted from 0.
fn step(area: &Area) -> usize {
    Level::ALL.iter().take_while(|known| **known < area.figures.levels.first()).count()
}

/// The level's number in each ward of the borough that is looked at, so that colour never stands alone.
fn numbered(session: &Session) -> Sketch {
    let group = Sketch::svg("g");
    let (Some(gazetteer), Some(outlines)) = (session.lookup.gazetteer(), session.lookup.outlines().here()) else {
        return group;
    };
    let Some(borough) = session.atlas.within() else { return group };
    let number = |id| {
        let ((left, top), (right, bottom)) = outlines.bounds(id)?;
        let step = step(gazetteer.get(id)?);
        let (x, y) = (i32::midpoint(left, right), i32::midpoint(top, bottom));
        let text = Sketch::svg("text").with("class", FILLS.get(step).copied().unwrap_or_default());
        Some(text.with("x", x.to_string()).with("y", y.to_string()).with("dy", ".35em").say((step + 1).to_string()))
    };
    group.hold_all(drawn_in(gazetteer, borough).into_iter().filter_map(number))
}

/// The part of the map to look at: left, top, width and height.
fn frame(session: &Session) -> Option<[i32; 4]> {
    let (gazetteer, outlines) = (session.lookup.gazetteer()?, session.lookup.outlines().here()?);
    let ((left, top), (right, bottom)) = match session.atlas.within() {
        None => whole(outlines),
        Some(borough) => {
            let boxes = drawn_in(gazetteer, borough).into_iter().filter_map(|id| outlines.bounds(id));
            boxes.reduce(|one, two| {
                let ((a, b), (c, d)) = (one, two);
                ((a.0.min(c.0), a.1.min(c.1)), (b.0.max(d.0), b.1.max(d.1)))
            })?
        }
    };
    Some([left - ROOM, top - ROOM, right - left + 2 * ROOM, bottom - top + 2 * ROOM])
}

fn whole(outlines: &Outlines) -> ((i32, i32), (i32, i32)) {
    let (width, height) = outlines.size();
    ((0, 0), (i32::try_from(width).unwrap_or_default(), i32::try_from(height).unwrap_or_default()))
}

/// What lies under the pointer or the focus.
fn told(session: &Session, words: &Words) -> String {
    let pointed = session.atlas.pointed().and_then(|code| {
        let gazetteer = session.lookup.gazetteer()?;
        let area = gazetteer.get(gazetteer.find(code)?)?;
        let borough = gazetteer.borough_of(area).map(|borough| borough.name.to_string()).unwrap_or_default();
        let (level, count) = (short(area, words), grouped(area.figures.total()));
        Some(fill(&words.pointed, &[("name", &area.name), ("borough", &borough), ("level", &level), ("count", &count)]))
    });
    pointed.unwrap_or_else(|| words.point.clone())
}
