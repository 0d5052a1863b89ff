//! Newer months of the place that was looked up: a button that says whom it asks, and the counts that came back.
//!
//! Nothing is asked before the press. What comes back stands apart from the answer above it, and says why.

use domain::enquiry::Answer;
use domain::event::Event;
use domain::gazetteer::AreaId;
use domain::newer::kept::Count;
use domain::newer::{BUTTON, Newer, News, Outcome, Row};
use domain::period::Month;
use domain::session::Session;
use leptos::prelude::*;

use crate::parts::said::{Table, spoken};
use crate::parts::template::{fill, grouped};
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        title: String,
        about: String,
        whom: String,
        ask: String,
        stop: String,
        asking: String,
        progress: String,
        summary: String,
        summary_one: String,
        done: String,
        nothing_newer: String,
        stopped: String,
        no_outline: String,
        missing: String,
        caption: String,
        month: String,
        thefts: String,
        robberies: String,
        total: String,
        before: String,
        unknown: String,
        notes: String,
        business: String,
        moved: String,
        apart: String,
        nought: String,
        kept: String,
        /// Why months are missing, by the name of the reason.
        refusal: Table,
        /// The names of the months, and how a month is written; put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) months: Table,
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) month_form: String,
    }
}

impl Words {
    fn month(&self, month: Month) -> String {
        let name = self.months.get(&month.of_year().to_string()).map(String::as_str).unwrap_or_default();
        fill(&self.month_form, &[("month", name), ("year", &month.year().to_string())])
    }
}

/// The place that is shown, where it can be asked about: its name, and the last month that our tables have of it.
fn place(session: &Session) -> Option<(AreaId, String, Month)> {
    let (Answer::Area(id) | Answer::Outcode(_, id)) = session.lookup.answer()? else { return None };
    let area = session.lookup.area(id).filter(|area| Newer::is_offered(area.code))?;
    Some((id, area.name.to_string(), area.figures.period.to()))
}

/// What is known of newer months, where it is about the place that is shown.
fn shown(session: &Session) -> Option<&Newer> {
    place(session).filter(|(id, ..)| session.newer.about() == Some(*id)).map(|_| &session.newer)
}

/// The months that are shown, as soon as one of them is known.
fn rows(session: &Session) -> Vec<Row> {
    let mut rows = shown(session).map(Newer::rows).unwrap_or_default();
    if rows.iter().all(|row| row.now.is_none() && row.before.is_none()) {
        rows.clear();
    }
    rows
}

/// The button, how far it is, and the table. What never changes stands in the page from the start: what moves is three
/// texts, three places that may be hidden, and the rows.
#[island]
pub fn NewerMonths() -> impl IntoView {
    let wire = Wire::of_page();
    // Heard twice, for what stands and for what moves: a copy would cost more code than another look.
    let words: Words = wire.words("newer");
    let moving = StoredValue::new(wire.words::<Words>("newer"));
    let absent = wire.slice(|session| place(session).is_none());
    let idle = wire.slice(|session| !shown(session).is_some_and(Newer::is_running));
    let bare = wire.slice(|session| rows(session).is_empty());
    let text = |make: fn(&Words, &Session) -> String| {
        wire.slice(move |session| moving.with_value(|words| make(words, session)))
    };
    let (about, progress, said) = (text(about), text(progress), text(said));
    let press = move |_| {
        if let Some((id, ..)) = wire.peek(place) {
            wire.send(Event::Newer(News::Asked(id)));
        }
    };
    let stop = move |_| wire.send(Event::Newer(News::Stopped));
    let heads = vec![words.thefts, words.robberies, words.total, words.before];
    let notes = vec![words.apart, words.business, words.moved, words.nought, words.kept];
    let heads = heads.into_iter().map(|head| view! { <th scope="col" class="amount">{head}</th> }).collect_view();
    let notes = notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
    let body = body(wire, moving);
    view! {
        <section class="newer stack" aria-labelledby="newer" hidden=absent.live()>
            <h2 id="newer">{words.title}</h2>
            <p>{about.live()}</p>
            <p id="newer-whom">{words.whom}</p>
            <p class="row">
                <button type="button" class="button button-quiet" id=BUTTON aria-describedby="newer-whom" on:click=press>
                    {words.ask}
                </button>
                <button type="button" class="button button-quiet" hidden=idle.live() on:click=stop>{words.stop}</button>
            </p>
            <p class="hint">{progress.live()}</p>
            <p role="status">{said.live()}</p>
            <div class="stack" hidden=bare.live()>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="newer-caption">
                    <table>
                        <caption id="newer-caption">{words.caption}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.month}</th>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
                <p><strong>{words.notes}</strong></p>
                <ul class="source">{notes}</ul>
            </div>
        </section>
    }
}

fn about(words: &Words, session: &Session) -> String {
    let about = |(_, name, last): (AreaId, String, Month)| {
        fill(&words.about, &[("place", &name), ("month", &words.month(last))])
    };
    place(session).map(about).unwrap_or_default()
}

/// How many questions are answered: beside the part that is spoken, which would not stop speaking.
fn progress(words: &Words, session: &Session) -> String {
    let progress =
        |(done, of): (u16, u16)| fill(&words.progress, &[("done", &done.to_string()), ("count", &of.to_string())]);
    shown(session).and_then(Newer::progress).map(progress).unwrap_or_default()
}

/// What came of it, in sentences.
fn said(words: &Words, session: &Session) -> String {
    let Some(newer) = shown(session) else { return String::new() };
    if newer.is_running() {
        return words.asking.clone();
    }
    let mut said = summary(words, &newer.rows());
    let mut say = |sentence: &str| {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(sentence);
    };
    match newer.outcome() {
        Some(Outcome::Done) => say(&words.done),
        Some(Outcome::Missing(refusals)) => {
            for refusal in refusals {
                say(words.refusal.get(refusal.slug()).map(String::as_str).unwrap_or_default());
            }
            say(&words.missing);
        }
        Some(Outcome::NothingNewer) => say(&words.nothing_newer),
        Some(Outcome::Stopped) => say(&words.stopped),
        Some(Outcome::NoOutline) => say(&words.no_outline),
        None => {}
    }
    said
}

/// All months that are known of both years, like beside like.
fn summary(words: &Words, rows: &[Row]) -> String {
    let (mut count, mut now, mut before) = (0_u32, 0_u32, 0_u32);
    for (this, last) in rows.iter().filter_map(|row| row.now.zip(row.before)) {
        count += 1;
        now = now.saturating_add(this.total());
        before = before.saturating_add(last.total());
    }
    let sentence = match count {
        0 => return String::new(),
        1 => &words.summary_one,
        _ => &words.summary,
    };
    fill(sentence, &[("now", &grouped(now)), ("before", &grouped(before)), ("count", &count.to_string())])
}

fn body(wire: Wire, words: StoredValue<Words>) -> impl IntoView {
    let cells = move |row: &Row| words.with_value(|words| cells(row, words));
    let rows = wire.slice(move |session| rows(session).iter().map(cells).collect::<Vec<_>>());
    move || {
        let row = |cells: Vec<String>| {
            let mut cells = cells.into_iter();
            let month = cells.next();
            let cells: Vec<_> = cells.map(|cell| view! { <td class="amount">{cell}</td> }).collect();
            view! { <tr><th scope="row">{month}</th>{cells}</tr> }
        };
        rows.get().into_iter().map(row).collect_view()
    }
}

/// One month: its name, both kinds, both together, and the same month of the year before.
fn cells(row: &Row, words: &Words) -> Vec<String> {
    let cell = |number: Option<u32>| number.map_or_else(|| words.unknown.clone(), grouped);
    vec![
        words.month(row.month),
        cell(row.now.map(|count| count.thefts)),
        cell(row.now.map(|count| count.robberies)),
        cell(row.now.map(Count::total)),
        cell(row.before.map(Count::total)),
    ]
}
