//! The weeks after a theft as a calendar file: what the network, the insurer and the next false message ask for later.
//!
//! A report is soon written; what it starts runs for weeks, and nobody should have to remember that.

use domain::clock::Clock;
use domain::effect::Document;
use domain::event::{Event, Now};
use domain::incident::{Answer, Field, Incident};
use domain::london;
use domain::moment::Moment;
use domain::next_weeks::{Due, next_weeks};
use domain::session::Handed;
use leptos::prelude::*;

use super::Told;
use crate::parts::icon::{Icon, Sign};
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the offer says.
    pub(crate) struct Words {
        title: String,
        text: String,
        save: String,
        saved: String,
        refused: String,
        /// The pieces of the file, which the page makes: how it begins and ends, and an event for each task by its name.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) pieces: Table,
    }
}

spoken! {
    /// What the page itself knows.
    pub(crate) struct Place {
        /// Where the file says to look again: with the host it came from.
        pub(crate) address: String,
    }
}

/// The name of the piece with which the file begins.
pub(crate) const BEGIN: &str = "begin";
/// The name of the piece with which it ends.
pub(crate) const END: &str = "end";
/// The file's name: it tells nothing about the person.
const NAME: &str = "ringfence-next-weeks.ics";

/// A button that saves the file.
pub(super) fn offer(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.next_weeks.clone());
    let Place { address } = wire.words("weeks");
    let pressed = RwSignal::new(false);
    let handed = wire.slice(|session| session.handed);
    let save = move |_| {
        pressed.set(true);
        let made = wire.peek(|session| {
            let incident = session.draft.incident();
            let now = session.now.and_then(Now::moment)?;
            let due = next_weeks(taken(incident), incident.kind(), now, incident.clock());
            told.with_value(|templates| file(&templates.next_weeks.pieces, &due, now, incident.clock(), &address))
        });
        if let Some(text) = made {
            wire.send(Event::SaveAsked(NAME, Document(text)));
        }
    };
    let outcome = move || {
        handed.get().filter(|_| pressed.get()).map(|handed| match handed {
            Handed::Saved => words.saved.clone(),
            Handed::Refused => words.refused.clone(),
            Handed::Copied => String::new(),
        })
    };
    view! {
        <h3>{words.title}</h3>
        <p>{words.text}</p>
        <p>
            <button type="button" class="button button-quiet" on:click=save><Icon sign=Sign::Save />" "{words.save}</button>
        </p>
        <p class="hint" role="status">{outcome}</p>
    }
}

/// When it went, or the earliest it can have been.
fn taken(incident: &Incident) -> Option<Moment> {
    match incident.answer(Field::From) {
        Some(Answer::Moment(moment)) => Some(*moment),
        _ => None,
    }
}

/// The file; `None` for a clock of no year that a calendar has.
pub(crate) fn file(pieces: &Table, due: &[Due], now: Moment, clock: Clock, address: &str) -> Option<String> {
    let stamp = compact(london::utc(london::to_utc(now, clock))?) + "Z";
    let mut file = pieces.get(BEGIN)?.clone();
    for Due { task, at } in due {
        let start = compact(*at);
        file += &fill(pieces.get(task.slug())?, &[("stamp", &stamp), ("start", &start), ("address", address)]);
    }
    Some(file + pieces.get(END)?)
}

/// A moment as calendars write it (RFC 5545, 3.3.5): `20261122T180500`.
fn compact(moment: Moment) -> String {
    moment.to_string().replace(['-', ':'], "") + "00"
}
