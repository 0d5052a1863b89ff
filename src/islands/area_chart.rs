//! An area's months and years as drawings, each with the same numbers in words and in a table.
//!
//! No line is drawn across March 2024, and no trend is told: a reader sees the break.

use domain::almanac::Progress;
use domain::event::Event;
use domain::gazetteer::AreaId;
use domain::lookup::YEARS;
use domain::months::{Monthly, Months};
use domain::period::Month;
use domain::season::Season;
use domain::session::Session;

use super::area_search;
use crate::parts::said::spoken;
use crate::parts::sketch::{Part, Sketch, part};
use crate::parts::template::{fill, grouped};
use crate::wire::Wire;

spoken! {
    /// What the drawings say.
    pub struct Words {
        title: String,
        summary: String,
        before: String,
        now: String,
        provisional: String,
        table: String,
        month: String,
        count: String,
        earlier: String,
        season_title: String,
        season: String,
        years_title: String,
        years: String,
        year: String,
        new_way: String,
        break_note: String,
        show: String,
        coming: String,
        failed: String,
    }
}

/// The drawings' measures: a phone shows them at about their own size.
const WIDE: u32 = 480;
const HIGH: u32 = 200;
const LEFT: u32 = 44;
const FLOOR: u32 = 172;
const TOP: u32 = 14;

/// The area of the answer with its place in the list, whether it is a ward, and how far its months are.
fn asked(session: &Session) -> Option<(AreaId, bool, Progress)> {
    let id = session.answered_area()?;
    let ward = session.is_ward(id);
    Some((id, ward, session.almanac.progress(ward)))
}

fn mark(session: &Session) -> u32 {
    let place = |id: AreaId| u32::try_from(id.place() + 1).unwrap_or_default();
    asked(session)
        .map_or(0, |(id, _, progress)| place(id) * 16 + progress as u32 * 4 + session.almanac.history() as u32)
}

/// The newest year of the answer's area, once it is here, and how a year runs.
pub(super) fn months(wire: Wire, words: &area_search::Words) -> Part {
    let words = words.clone();
    // The years that a person asks for later do not draw the months anew.
    part(
        wire,
        |session| mark(session) / 4,
        move |session| {
            let (id, _, progress) = asked(session)?;
            let around = Sketch::html("div").with("class", "stack around");
            Some(match progress {
                Progress::Here => around
                    .hold_all(session.almanac.months(id).map(|monthly| last_year(monthly, &words)))
                    .hold_all(session.almanac.season().map(|season| pattern(season, &words))),
                Progress::Failed => {
                    around.hold(Sketch::html("p").with("class", "notice").say(words.chart.failed.clone()))
                }
                _ => around.hold(Sketch::html("p").with("class", "hint").say(words.chart.coming.clone())),
            })
        },
    )
}

/// All years of the answer's area; of a ward, the button that asks for them.
pub(super) fn years(wire: Wire, words: &area_search::Words) -> Part {
    let words = words.clone();
    part(wire, mark, move |session| {
        let (id, ward, _) = asked(session).filter(|(.., progress)| *progress == Progress::Here)?;
        let said = &words.chart;
        let around = Sketch::html("div").with("class", "stack around");
        let title = Sketch::html("h3").with("id", YEARS).with("tabindex", "-1").say(said.years_title.clone());
        if let Some(months) = session.almanac.years(id, ward) {
            // The City's own force has published two years only: too few to draw.
            return (months.len() > 60).then(|| around.hold(title).hold(long(&months, &words)));
        }
        let rest = match session.almanac.history() {
            Progress::Coming => Sketch::html("p").with("class", "hint").say(said.coming.clone()),
            _ => Sketch::html("p").with("class", "screen-only").hold(
                Sketch::html("button")
                    .with("type", "button")
                    .with("class", "button button-quiet")
                    .say(said.show.clone())
                    .on_press(move || wire.send(Event::HistoryAsked)),
            ),
        };
        Some(around.hold(title).hold(rest))
    })
}

/// The newest twelve months as bars, with the same month of the year before as a line across.
fn last_year(monthly: Monthly<'_>, words: &area_search::Words) -> Sketch {
    let said = &words.chart;
    let totals = monthly.totals();
    let (earlier, newest) = totals.split_at(totals.len().saturating_sub(12));
    let before = |at: usize| earlier.get((earlier.len() + at).checked_sub(12)?).map(|(_, count)| *count);
    let most = (0..).zip(newest).map(|(at, (_, count))| (*count).max(before(at).unwrap_or_default())).max();
    let scale = Scale::to(most.unwrap_or_default());
    let mut drawing = scale.grid();
    let mut body = Sketch::html("tbody");
    for (at, (month, count)) in newest.iter().enumerate() {
        let provisional = at + Months::PROVISIONAL >= newest.len();
        let (x, name) = (slot(at), name(*month, words));
        let height = scale.height(*count);
        let bar = shape("rect", if provisional { "bar bar-open" } else { "bar" });
        drawing = drawing.hold(place(bar, x + 6, FLOOR - height, 24, height));
        if let Some(count) = before(at) {
            drawing = drawing.hold(place(shape("rect", "mark"), x + 2, FLOOR - scale.height(count) - 1, 32, 3));
        }
        drawing = drawing.hold(label(x + 18, FLOOR + 19, "middle", &short(&name)));
        let earlier = before(at).map_or_else(|| "\u{2013}".to_owned(), grouped);
        body = body.hold(row(&written(*month, words), &[grouped(*count), earlier]));
    }
    let extreme = |beats: fn(u32, u32) -> bool| {
        newest.iter().fold(None::<(Month, u32)>, |best, one| match best {
            Some(best) if !beats(one.1, best.1) => Some(best),
            _ => Some(*one),
        })
    };
    let told = |found: Option<(Month, u32)>| {
        found.map_or_else(Default::default, |(month, count)| (written(month, words), grouped(count)))
    };
    let (most, fewest) = (told(extreme(|one, two| one > two)), told(extreme(|one, two| one < two)));
    let sentence =
        fill(&said.summary, &[("most", &most.0), ("high", &most.1), ("fewest", &fewest.0), ("low", &fewest.1)]);
    let key = Sketch::html("p")
        .with("class", "key")
        .hold(swatch("bar"))
        .say(said.now.clone())
        .hold(swatch("mark"))
        .say(said.before.clone());
    figure(&said.title, &sentence, drawing)
        .hold(key)
        .hold(Sketch::html("p").with("class", "source").say(said.provisional.clone()))
        .hold(numbers(&said.table, &[&said.month, &said.count, &said.earlier], body))
}

/// How a year runs in London: each month above or below the average.
fn pattern(season: &Season, words: &area_search::Words) -> Sketch {
    const MIDDLE: u32 = 62;
    let said = &words.chart;
    let mut drawing = frame(124).hold(line(LEFT, MIDDLE, WIDE, MIDDLE, "axis"));
    for (at, share) in season.permille().iter().enumerate() {
        let per_cent = (i32::from(*share) - 1000 + if *share < 1000 { -5 } else { 5 }) / 10;
        let height = per_cent.unsigned_abs() * 2;
        let x = slot(at);
        let up = per_cent >= 0;
        let y = if up { MIDDLE - height } else { MIDDLE };
        drawing = drawing.hold(place(shape("rect", "bar"), x + 6, y, 24, height));
        let sign = if up { "+" } else { "\u{2212}" };
        let number = if per_cent == 0 { "0".to_owned() } else { [sign, &per_cent.unsigned_abs().to_string()].concat() };
        let beside = if up { MIDDLE - height - 6 } else { MIDDLE + height + 15 };
        drawing = drawing.hold(label(x + 18, beside, "middle", &number));
        drawing = drawing.hold(label(x + 18, 121, "middle", &short(&month_name(at + 1, words))));
    }
    let ((most, more), (fewest, less)) = (season.most(), season.fewest());
    let sentence = fill(
        &said.season,
        &[
            ("most", &month_name(most.into(), words)),
            ("more", &more.to_string()),
            ("fewest", &month_name(fewest.into(), words)),
            ("less", &less.to_string()),
        ],
    );
    figure(&said.season_title, &sentence, drawing)
}

/// All months since 2010, in two parts with a gap between them.
fn long(months: &[(Month, u32)], words: &area_search::Words) -> Sketch {
    let said = &words.chart;
    let scale = Scale::to(months.iter().map(|(_, count)| *count).max().unwrap_or_default());
    let count = u32::try_from(months.len()).unwrap_or(1);
    let x = |at: usize| LEFT + u32::try_from(at).unwrap_or_default() * (WIDE - LEFT) / count;
    let mut drawing = scale.grid();
    let mut sums: Vec<(Month, Month, u32)> = Vec::new();
    let mut line_of = String::new();
    for (at, (month, count)) in months.iter().enumerate() {
        let anew = *month == Month::CONNECT;
        let step = if at == 0 || anew { 'M' } else { 'L' };
        line_of.push(step);
        line_of.push_str(&x(at).to_string());
        line_of.push(' ');
        line_of.push_str(&(FLOOR - scale.height(*count)).to_string());
        if anew {
            drawing = drawing.hold(line(x(at) - 1, TOP, x(at) - 1, FLOOR, "break"));
            drawing = drawing.hold(label(x(at) - 7, TOP + 10, "end", &said.new_way));
        }
        if month.of_year() == 1 && month.year() % 4 == 0 {
            drawing = drawing.hold(line(x(at), FLOOR, x(at), FLOOR + 5, "axis"));
            drawing = drawing.hold(label(x(at), FLOOR + 20, "middle", &month.year().to_string()));
        }
        match sums.last_mut() {
            Some((_, to, sum)) if to.year() == month.year() && !anew => (*to, *sum) = (*month, *sum + count),
            _ => sums.push((*month, *month, *count)),
        }
    }
    let drawing = drawing.hold(shape("path", "line").with("d", line_of));
    let mut body = Sketch::html("tbody");
    for (from, to, sum) in &sums {
        let whole = from.of_year() == 1 && to.of_year() == 12;
        let name = if whole {
            from.year().to_string()
        } else {
            fill(&said.year, &[("from", &name(*from, words)), ("to", &written(*to, words))])
        };
        body = body.hold(row(&name, &[grouped(*sum)]));
    }
    figure("", &said.years, drawing)
        .hold(Sketch::html("p").with("class", "source").say(said.break_note.clone()))
        .hold(numbers(&said.table, &[&said.month, &said.count], body))
}

/// Where counts stand between the floor and the top.
struct Scale(u32);

impl Scale {
    /// A round number at the top, with a whole number at its half.
    fn to(most: u32) -> Self {
        let mut ten = 1;
        loop {
            if let Some(top) = [4, 6, 10, 20].map(|part| part * ten).into_iter().find(|top| *top >= most) {
                return Self(top);
            }
            ten *= 10;
        }
    }

    fn height(&self, count: u32) -> u32 {
        count * (FLOOR - TOP) / self.0
    }

    /// A new drawing with lines at nothing, at half and at the top.
    fn grid(&self) -> Sketch {
        let mut drawing = frame(HIGH);
        for count in [0, self.0 / 2, self.0] {
            let y = FLOOR - self.height(count);
            drawing = drawing.hold(line(LEFT, y, WIDE, y, if count == 0 { "axis" } else { "grid" }));
            drawing = drawing.hold(label(LEFT - 6, y + 5, "end", &grouped(count)));
        }
        drawing
    }
}

/// A drawing is a picture to a screen reader's user: the sentence before it says what it shows, the table after it all of it.
fn frame(high: u32) -> Sketch {
    let size = ["0 0 ", &WIDE.to_string(), " ", &high.to_string()].concat();
    Sketch::svg("svg")
        .with("class", "chart")
        .with("viewBox", size)
        .with("aria-hidden", "true")
        .with("focusable", "false")
}

fn figure(title: &str, sentence: &str, drawing: Sketch) -> Sketch {
    Sketch::html("figure")
        .with("class", "stack")
        .hold_all((!title.is_empty()).then(|| Sketch::html("h3").say(title)))
        .hold(Sketch::html("p").say(sentence))
        .hold(drawing)
}

/// The numbers of a drawing as a table, folded away.
fn numbers(title: &str, columns: &[&str], body: Sketch) -> Sketch {
    let head = columns.iter().enumerate().map(|(at, name)| {
        let cell = Sketch::html("th").with("scope", "col").say(*name);
        if at == 0 { cell } else { cell.with("class", "amount") }
    });
    let head = Sketch::html("thead").hold(Sketch::html("tr").hold_all(head));
    Sketch::html("details")
        .with("class", "why")
        .hold(Sketch::html("summary").say(title))
        .hold(Sketch::html("table").hold(head).hold(body))
}

/// A row of such a table.
pub(super) fn row(name: &str, amounts: &[String]) -> Sketch {
    let amounts = amounts.iter().map(|amount| Sketch::html("td").with("class", "amount").say(amount.clone()));
    Sketch::html("tr").hold(Sketch::html("th").with("scope", "row").say(name)).hold_all(amounts)
}

fn slot(at: usize) -> u32 {
    LEFT + u32::try_from(at).unwrap_or_default() * 36
}

fn shape(name: &'static str, class: &str) -> Sketch {
    Sketch::svg(name).with("class", class)
}

fn place(shape: Sketch, x: u32, y: u32, width: u32, height: u32) -> Sketch {
    let sides = [("x", x), ("y", y), ("width", width), ("height", height)];
    sides.into_iter().fold(shape, |shape, (name, value)| shape.with(name, value.to_string()))
}

fn line(x1: u32, y1: u32, x2: u32, y2: u32, class: &str) -> Sketch {
    let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)];
    ends.into_iter().fold(shape("line", class), |line, (name, value)| line.with(name, value.to_string()))
}

fn label(x: u32, y: u32, anchor: &str, text: &str) -> Sketch {
    Sketch::svg("text").with("x", x.to_string()).with("y", y.to_string()).with("text-anchor", anchor).say(text)
}

/// A piece of the drawing beside the word for it.
fn swatch(class: &str) -> Sketch {
    let piece =
        place(shape("rect", class), 1, if class == "mark" { 6 } else { 1 }, 18, if class == "mark" { 3 } else { 12 });
    Sketch::svg("svg").with("class", "chart").with("viewBox", "0 0 20 14").with("aria-hidden", "true").hold(piece)
}

fn month_name(number: usize, words: &area_search::Words) -> String {
    words.months.get(&number.to_string()).cloned().unwrap_or_default()
}

fn name(month: Month, words: &area_search::Words) -> String {
    month_name(month.of_year().into(), words)
}

/// A month in words.
pub(super) fn written(month: Month, words: &area_search::Words) -> String {
    fill(&words.month_form, &[("month", &name(month, words)), ("year", &month.year().to_string())])
}

/// The beginning of a month's name.
fn short(name: &str) -> String {
    name.chars().take(3).collect()
}
