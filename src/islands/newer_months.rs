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

/// A place that can be asked about: its name, and the last month that our tables have of it.
type Place = (AreaId, String, Month);

fn place(session: &Session) -> Option<Place> {
    let (Answer::Area(id) | Answer::Outcode(_, id)) = session.lookup.answer()? else { return None };
    let area = session.lookup.area(id).filter(|area| Newer::is_offered(area.code))?;
    Some((id, area.name.to_string(), area.figures.period.to()))
}

/// What is known of newer months, where it is about the place that is shown.
fn shown(session: &Session) -> Option<&Newer> {
    place(session).filter(|(id, ..)| session.newer.about() == Some(*id)).map(|_| &session.newer)
}

/// The button, how far it is, and the table.
#[island]
pub fn NewerMonths() -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("newer");
    let place = wire.slice(place);
    let running = wire.slice(|session| shown(session).is_some_and(Newer::is_running));
    let progress = wire.slice(|session| shown(session).and_then(Newer::progress));
    let press = move |_| {
        if let Some((id, ..)) = place.now() {
            wire.send(Event::Newer(News::Asked(id)));
        }
    };
    let about = {
        let words = words.clone();
        move || {
            let (_, name, last) = place.get()?;
            Some(fill(&words.about, &[("place", &name), ("month", &words.month(last))]))
        }
    };
    let said = said(wire, &words);
    let result = result(wire, &words);
    view! {
        <section class="newer stack" aria-labelledby="newer" hidden=move || place.get().is_none()>
            <h2 id="newer">{words.title}</h2>
            <p>{about}</p>
            <p id="newer-whom">{words.whom}</p>
            <p class="row">
                <button
                    type="button" class="button button-quiet" id=BUTTON aria-describedby="newer-whom"
                    aria-disabled=move || running.get().then_some("true") on:click=press
                >{words.ask}</button>
                <button
                    type="button" class="button button-quiet" hidden=move || !running.get()
                    on:click=move |_| wire.send(Event::Newer(News::Stopped))
                >{words.stop}</button>
            </p>
            <progress
                aria-label=words.progress hidden=move || progress.get().is_none()
                max=move || progress.get().map_or(1, |(_, of)| of) value=move || progress.get().map_or(0, |(done, _)| done)
            ></progress>
            <div role="status">{said}</div>
            {result}
        </section>
    }
}

/// What came of it, in sentences.
fn said(wire: Wire, words: &Words) -> impl IntoView + use<> {
    let words = words.clone();
    let state =
        wire.slice(|session| shown(session).map(|newer| (newer.is_running(), newer.outcome().cloned(), newer.rows())));
    move || {
        let (running, outcome, rows) = state.get().unwrap_or_default();
        let sentences = sentences(&words, running, outcome, &rows);
        sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()
    }
}

fn sentences(words: &Words, running: bool, outcome: Option<Outcome>, rows: &[Row]) -> Vec<String> {
    if running {
        return vec![words.asking.clone()];
    }
    let mut sentences = Vec::new();
    let mut both = (0_u32, 0_u32, 0_u32);
    for (now, before) in rows.iter().filter_map(|row| row.now.zip(row.before)) {
        both = (both.0 + 1, both.1.saturating_add(now.total()), both.2.saturating_add(before.total()));
    }
    let (count, now, before) = both;
    if count > 0 {
        let sentence = if count == 1 { &words.summary_one } else { &words.summary };
        let values = [("now", grouped(now)), ("before", grouped(before)), ("count", count.to_string())];
        sentences.push(fill(sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    match outcome {
        Some(Outcome::Done) => sentences.push(words.done.clone()),
        Some(Outcome::Missing(refusals)) => {
            sentences.extend(refusals.iter().filter_map(|refusal| words.refusal.get(refusal.slug()).cloned()));
            sentences.push(words.missing.clone());
        }
        Some(Outcome::NothingNewer) => sentences.push(words.nothing_newer.clone()),
        Some(Outcome::Stopped) => sentences.push(words.stopped.clone()),
        Some(Outcome::NoOutline) => sentences.push(words.no_outline.clone()),
        None => {}
    }
    sentences
}

/// The months, as soon as one of them is known, and why they stand apart.
fn result(wire: Wire, words: &Words) -> impl IntoView + use<> {
    let words = words.clone();
    let rows = wire.slice(|session| shown(session).map(Newer::rows).unwrap_or_default());
    move || {
        let rows = rows.get();
        let known = rows.iter().any(|row| row.now.is_some() || row.before.is_some());
        known.then(|| table(&rows, &words))
    }
}

fn table(rows: &[Row], words: &Words) -> impl IntoView + use<> {
    let nought = rows.iter().flat_map(|row| [row.now, row.before]).flatten().any(|count| count.total() == 0);
    let number = |count: Option<Count>, which: fn(Count) -> u32| {
        count.map_or_else(|| words.unknown.clone(), |count| grouped(which(count)))
    };
    let body = rows.iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{words.month(row.month)}</th>
                <td class="amount">{number(row.now, |count| count.thefts)}</td>
                <td class="amount">{number(row.now, |count| count.robberies)}</td>
                <td class="amount"><strong>{number(row.now, Count::total)}</strong></td>
                <td class="amount">{number(row.before, Count::total)}</td>
            </tr>
        }
    });
    let heads = [&words.thefts, &words.robberies, &words.total, &words.before];
    let heads = heads.map(|head| view! { <th scope="col" class="amount">{head.clone()}</th> });
    let notes = [&words.apart, &words.business, &words.moved, &words.kept].map(Some);
    let notes = notes.into_iter().chain([nought.then_some(&words.nought)]).flatten();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="newer-caption">
            <table>
                <caption id="newer-caption">{words.caption.clone()}</caption>
                <thead><tr><th scope="col">{words.month.clone()}</th>{heads}</tr></thead>
                <tbody>{body.collect_view()}</tbody>
            </table>
        </div>
        <p><strong>{words.notes.clone()}</strong></p>
        <ul class="source">{notes.map(|note| view! { <li>{note.clone()}</li> }).collect_view()}</ul>
    }
}
