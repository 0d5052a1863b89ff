//! What a phone's number in the report was understood as: the same reader as on the page that keeps numbers.
//!
//! A number that does not fit is told all the same, marked as not checked; one that nobody knows is no dead end.

use domain::event::Event;
use domain::imei::Imei;
use domain::incident::Field;
use domain::reading::{self, Found, Outcome};
use domain::session::Session;
use leptos::prelude::*;

use super::Told;
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the number reader says here.
    pub(crate) struct Words {
        /// By the name of the reason.
        pub(crate) reason: Table,
        /// By the kind of another number that stands there alone.
        pub(crate) neighbour: Table,
        pub(crate) suggestion: String,
        pub(crate) take: String,
    }
}

/// What stands under the field: a sentence, and the number that is offered in the place of a doubtful one.
pub(super) fn understood(wire: Wire, field: Field, told: Told) -> impl IntoView + use<> {
    let sentence = wire.slice(move |session| {
        let text = session.draft.text(field);
        if text.is_empty() { text } else { told.with_value(|templates| sentence(&text, &templates.number)) }
    });
    let nothing = wire.slice(move |session| session.draft.text(field).is_empty());
    let offered = wire.slice(move |session| {
        let offer = offer(session, field);
        offer.map_or_else(String::new, |imei| {
            let suggestion = told.with_value(|templates| templates.number.suggestion.clone());
            [suggestion, imei.groups().join(" ")].join(" ")
        })
    });
    let nothing_offered = wire.slice(move |session| offer(session, field).is_none());
    let take = move |_| {
        if let Some(imei) = wire.peek(|session| offer(session, field)) {
            wire.send(Event::Told(field, imei.as_str().to_owned()));
        }
    };
    view! {
        <div role="status">
            <p class="reading" hidden=nothing.live()><span>{sentence.live()}</span></p>
            <p hidden=nothing_offered.live()><bdi>{offered.live()}</bdi></p>
        </div>
        <p hidden=nothing_offered.live()>
            <button type="button" class="button button-quiet" on:click=take>
                {told.with_value(|templates| templates.number.take.clone())}
            </button>
        </p>
    }
}

fn sentence(text: &str, words: &Words) -> String {
    let reading = reading::read(text);
    let found = reading.numbers().first();
    // Another identifier alone says for itself what it is.
    let alone = if found.is_some() { None } else { words.neighbour.get(reading.kind().slug()) };
    let reason = found.map_or(reading.reason(), Found::reason);
    let sentence = alone.or_else(|| words.reason.get(reason.slug())).map_or("", String::as_str);
    fill(sentence, &[("digits", &reading.digits().to_string())])
}

/// The number to offer: only in the place of one that no check digit proves.
fn offer(session: &Session, field: Field) -> Option<Imei> {
    let reading = reading::read(&session.draft.text(field));
    reading.numbers().first().filter(|found| found.outcome() != Outcome::Checked)?.suggestion()
}
