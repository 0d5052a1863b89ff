//! Every ward of London: a table that sorts and filters, and beside it a map that shows the same.
//!
//! Nothing is fetched before a person chooses a borough or all of London. The map is drawn once; to look at a borough is
//! only to move its frame. Whoever uses the keyboard walks the table, and the map follows.

use domain::area::Area;
use domain::atlas::{Column, Turn, drawn_in};
use domain::event::Event;
use domain::lookup::ROWS;
use domain::outline::Outlines;
use domain::place::BoroughCode;
use domain::risk::Level;
use domain::session::Session;
use domain::table::checksum;
use leptos::prelude::*;

use super::area_beside::link;
use crate::parts::said::{Table, spoken};
use crate::parts::sketch::{Part, Sketch, part};
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
    let closed = wire.slice(|session| !(session.atlas.is_open() && session.lookup.gazetteer().is_some()));
    let frame = wire.slice(|session| frame(session).unwrap_or([0, 0, 1, 1]));
    let window = move || {
        let [x, y, width, height] = frame.get().map(|side| side.to_string());
        [&x, " ", &y, " ", &width, " ", &height].concat()
    };
    let [coming, drawing, numbers, here, told, table] = parts(wire, &words);
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
            {coming}
            <div class="sides sides-even" hidden=move || closed.get()>
                <figure class="stack sides-still">
                    <svg class="map ward-map" viewBox=window role="img" aria-label=words.map.clone()>
                        {drawing}
                        {numbers}
                        {here}
                    </svg>
                    <figcaption class="source">{told}</figcaption>
                </figure>
                <div class="stack">
                    <div class="field">
                        <label for="named">{words.filter.clone()}</label>
                        <input
                            class="input" id="named" type="search" autocomplete="off" spellcheck="false"
                            on:input=move |event| wire.send(Event::Atlas(Turn::Named(event_target_value(&event))))
                        />
                    </div>
                    {table}
                </div>
            </div>
        </div>
    }
}

/// What the island draws: what it waits for, the map, the numbers on it, what is pointed at and its name, and the table.
fn parts(wire: Wire, words: &Words) -> [Part; 6] {
    let [coming, pointed, listed] = [(); 3].map(|()| words.clone());
    let is_drawn = |session: &Session| u32::from(session.lookup.outlines().here().is_some());
    let here = |session: &Session| session.atlas.pointed().map_or(0, |code| checksum(code.to_string().as_bytes()));
    [
        part(wire, stage, move |session| {
            let said = match stage(session) {
                2 => &coming.trouble,
                1 => &coming.coming,
                _ => return None,
            };
            Some(Sketch::html("p").with("class", "hint").say(said.clone()))
        }),
        part(wire, is_drawn, |session| Some(drawn(session))),
        part(
            wire,
            move |session| is_drawn(session) + 2 * session.atlas.within().map_or(0, BoroughCode::digits),
            |session| Some(numbered(session)),
        ),
        part(wire, here, |session| {
            let (gazetteer, outlines) = (session.lookup.gazetteer()?, session.lookup.outlines().here()?);
            let outline = outlines.path(gazetteer.find(session.atlas.pointed()?)?)?;
            Some(Sketch::svg("path").with("class", "here").with("d", outline))
        }),
        part(wire, here, move |session| Some(Sketch::html("span").say(told(session, &pointed)))),
        part(
            wire,
            |session| session.atlas.revision() * 2 + u32::from(session.lookup.gazetteer().is_some()),
            move |session| session.atlas.is_open().then(|| table(wire, session, &listed)),
        ),
    ]
}

/// 0 where nothing is waited for, 1 while the figures come, 2 where they did not.
fn stage(session: &Session) -> u32 {
    match (session.atlas.is_open(), session.lookup.gazetteer()) {
        (true, None) if session.lookup.trouble().is_some() => 2,
        (true, None) => 1,
        _ => 0,
    }
}

/// The rows, under headings that sort them.
fn table(wire: Wire, session: &Session, words: &Words) -> Sketch {
    let button = || Sketch::html("button").with("type", "button");
    let (by, descending) = session.atlas.order();
    let head =
        Column::ALL.into_iter().zip([&words.name, &words.level, &words.count, &words.rate]).map(|(column, name)| {
            let sorted = match (by == column, descending) {
                (false, _) => "none",
                (true, true) => "descending",
                (true, false) => "ascending",
            };
            let press = button().with("class", "sort").with("id", column.slug()).say(name.clone());
            let press = press.on_press(move || wire.send(Event::Atlas(Turn::By(column))));
            let class = if matches!(column, Column::Count | Column::Rate) { "amount" } else { "" };
            Sketch::html("th").with("scope", "col").with("class", class).with("aria-sort", sorted).hold(press)
        });
    let head = Sketch::html("thead").hold(Sketch::html("tr").hold_all(head));
    let (body, shown, count) = rows(session, words);
    let caption = if count == 0 { words.none.clone() } else { fill(&words.caption, &[("count", &count.to_string())]) };
    let table = Sketch::html("table").with("class", "wards").with("id", ROWS).with("tabindex", "-1");
    let more = (shown < count).then(|| {
        let more = button().with("class", "button button-quiet").say(words.all.clone());
        Sketch::html("p").with("class", "screen-only").hold(more.on_press(move || wire.send(Event::Atlas(Turn::All))))
    });
    Sketch::html("div")
        .with("class", "stack")
        .hold(Sketch::html("p").with("role", "status").say(caption))
        .hold(table.hold(head).hold(body))
        .hold_all(more)
}

/// The rows that show, how many they are, and how many fit.
fn rows(session: &Session, words: &Words) -> (Sketch, usize, usize) {
    let body = Sketch::html("tbody");
    let Some(gazetteer) = session.lookup.gazetteer() else { return (body, 0, 0) };
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
    let (rows, count) = session.atlas.rows(gazetteer);
    let shown = rows.len();
    (body.hold_all(rows.into_iter().map(|(_, area)| row(area))), shown, count)
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

/// Lines ever closer together, for who sees no colours; the last lies over the fill of the fifth level for everybody.
const PATTERNS: [(&str, &str); 4] =
    [("ward-2", "M6 7h2"), ("ward-3", "M0 6h14"), ("ward-4", "M0 4h14M0 11h14"), ("ward-5", "M0 5h14")];

const FILLS: [&str; 5] = ["l1", "l2", "l3", "l4", "l5"];

/// The step of a level, counted from 0.
fn step(area: &Area) -> usize {
    Level::ALL.iter().take_while(|known| **known < area.figures.levels.first()).count()
}

/// The patterns, whose lines stay as far apart on the screen whatever the frame shows; and the level's number in each ward of
/// the borough that is looked at, so that colour never stands alone.
fn numbered(session: &Session) -> Sketch {
    let wide = frame(session).map_or(0, |[_, _, width, _]| width);
    let turn = ["rotate(45) scale(", &(wide / 480 + 1).to_string(), ")"].concat();
    let patterns = PATTERNS.into_iter().map(|(id, lines)| {
        Sketch::svg("pattern")
            .with("id", id)
            .with("width", "14")
            .with("height", "14")
            .with("patternUnits", "userSpaceOnUse")
            .with("patternTransform", turn.clone())
            .hold(Sketch::svg("path").with("class", "hatch").with("d", lines))
    });
    let near = if session.atlas.within().is_some() { "near" } else { "far" };
    let group = Sketch::svg("g").with("class", near).hold(Sketch::svg("defs").hold_all(patterns));
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
