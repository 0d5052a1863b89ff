//! The ways off the phone, and what is known of copies that left.
//!
//! No browser tells whether paper came out or where a file went, so the person is asked; only then it counts.

use domain::away::Way;
use domain::effect::Document;
use domain::event::Event;
use domain::record::Record;
use domain::session::{Handed, Question};
use leptos::prelude::*;

use super::number::Said;
use super::phone_list::as_text;
use crate::parts::icon::{Icon, Sign};
use crate::parts::ring::{Ring, dashes};
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// The ways off the phone.
    pub struct Words {
        title: String,
        text: String,
        only_here: String,
        only_here_some: String,
        declined: String,
        away: String,
        print: String,
        copy: String,
        save: String,
        copied: String,
        saved: String,
        refused: String,
        text_label: String,
        /// By the name of the way: did the copy leave?
        asked: Table,
        yes: String,
        no: String,
        decline_title: String,
        decline_text: String,
        decline: String,
    }
}

/// What is known of copies, in one line with its ring.
pub(super) fn status(wire: Wire, said: Said) -> impl IntoView + use<> {
    let record = wire.slice(|session| {
        let record = &session.record;
        (record.steps_done(), record.only_here(), record.phones().count(), record.is_declined())
    });
    let closed = Signal::derive(move || dashes(record.get().0, Record::STEPS));
    let sentence = move || {
        let (_, only_here, phones, declined) = record.get();
        said.with_value(|words| {
            let form = match only_here {
                0 if declined => &words.away.declined,
                0 => &words.away.away,
                all if all == phones => &words.away.only_here,
                _ => &words.away.only_here_some,
            };
            fill(form, &[("count", &only_here.to_string()), ("phones", &phones.to_string())])
        })
    };
    view! {
        <p class="tally" hidden=move || record.get().2 == 0>
            <Ring closed />
            <strong id="copies">{sentence}</strong>
        </p>
    }
}

/// The ways off the phone.
pub(super) fn section(wire: Wire, said: Said) -> impl IntoView + use<> {
    let away = said.with_value(|words| words.away.clone());
    let none = wire.slice(|session| session.record.phones().next().is_none());
    let text = wire.slice(move |session| said.with_value(|words| as_text(&session.record, words)));
    let way = move |way| {
        move |_| {
            let text = wire.peek(|session| said.with_value(|words| as_text(&session.record, words)));
            wire.send(Event::WayChosen(way, Document(text)));
        }
    };
    let handed = wire.slice(|session| session.handed);
    let outcome = move || {
        said.with_value(|words| match handed.get() {
            None => String::new(),
            Some(Handed::Copied) => words.away.copied.clone(),
            Some(Handed::Saved) => words.away.saved.clone(),
            Some(Handed::Refused) => words.away.refused.clone(),
        })
    };
    let decline = move |_| wire.send(Event::CopyLeft(Way::Declined));
    view! {
        <section class="band band-tint screen-only" aria-labelledby="away" hidden=move || none.get()>
            <h2 id="away">{away.title}</h2>
            <p>{away.text}</p>
            <p class="row">
                <button type="button" class="button" on:click=way(Way::Printed)>
                    <Icon sign=Sign::Print />" "{away.print}
                </button>
                <button type="button" class="button button-quiet" on:click=way(Way::PasswordManager)>
                    <Icon sign=Sign::Copy />" "{away.copy}
                </button>
                <button type="button" class="button button-quiet" on:click=way(Way::PlainFile)>
                    <Icon sign=Sign::Save />" "{away.save}
                </button>
            </p>
            <p role="status">{outcome}</p>
            {question(wire, said)}
            <details>
                <summary>{away.text_label.clone()}</summary>
                <textarea
                    class="input" rows="6" readonly aria-label=away.text_label prop:value=move || text.get()
                ></textarea>
            </details>
            <details>
                <summary>{away.decline_title}</summary>
                <p>{away.decline_text}</p>
                <p><button type="button" class="button button-quiet" on:click=decline>{away.decline}</button></p>
            </details>
        </section>
    }
}

/// Did the copy leave the phone?
pub(super) fn question(wire: Wire, said: Said) -> impl IntoView + use<> {
    let asked = wire.slice(|session| match session.question {
        Some(Question::Left(way)) => Some(way),
        _ => None,
    });
    move || {
        asked.get().map(|way| {
            let (sentence, yes, no) = said.with_value(|words| {
                let away = &words.away;
                (away.asked.get(way.slug()).cloned().unwrap_or_default(), away.yes.clone(), away.no.clone())
            });
            let reply = move |yes| move |_| wire.send(Event::Replied(yes));
            view! {
                <div class="notice" role="status">
                    <p>{sentence}</p>
                    <p class="row">
                        <button type="button" class="button" on:click=reply(true)>{yes}</button>
                        <button type="button" class="button button-quiet" on:click=reply(false)>{no}</button>
                    </p>
                </div>
            }
        })
    }
}
