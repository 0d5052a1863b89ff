//! The questions that put the steps of the stolen walk in a person's own order.
//!
//! The steps stand in the page before any answer; an answer only moves them, and says why.

use std::collections::BTreeMap;
use std::fmt::Display;

use domain::event::Event;
use domain::triage::{Answers, Item, Kind, Make, Place, Safe, State};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::wire::Wire;

/// What this island says.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    title: String,
    text: String,
    more: String,
    changed: String,
    clear: String,
    safe: Question,
    make: Question,
    /// Locked, open, or passcode seen.
    pub state: Question,
    /// Stolen, robbed or lost.
    pub kind: Question,
    /// Where.
    pub place: Question,
    at_hand: Question,
    /// Why the order changed, by the name of the reason.
    pub reason: BTreeMap<String, String>,
}

/// A question and what its answers are called, by their names.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    legend: String,
    /// By the name of the answer.
    pub answer: BTreeMap<String, String>,
}

impl Question {
    fn says(&self, name: &str) -> String {
        self.answer.get(name).cloned().unwrap_or_default()
    }
}

/// Six questions, each of which may stay open.
#[island]
pub fn Triage() -> impl IntoView {
    let wire = Wire::of_page();
    let words = wire.words(|words| &words.triage);
    let answers = wire.slice(|session| session.answers);
    let reasons = wire.slice(|session| session.plan().reasons());
    let said = words.reason.clone();
    let because = move || {
        let answered = answers.get() != Answers::default();
        let reasons = reasons.get();
        let reasons = reasons.iter().filter_map(|reason| said.get(reason.slug()).cloned());
        reasons.filter(|_| answered).map(|reason| view! { <li>{reason}</li> }).collect_view()
    };
    let changed = words.changed.clone();
    let changed = move || if answers.get() == Answers::default() { String::new() } else { changed.clone() };
    let safe = radios(wire, &words.safe, "safe", Safe::ALL, |answers| &mut answers.safe);
    let make = radios(wire, &words.make, "make", Make::ALL, |answers| &mut answers.make);
    let state = radios(wire, &words.state, "state", State::ALL, |answers| &mut answers.state);
    let kind = radios(wire, &words.kind, "kind", Kind::ALL, |answers| &mut answers.kind);
    let place = radios(wire, &words.place, "place", Place::ALL, |answers| &mut answers.place);
    let items = Item::ALL.iter().copied().map(|item| {
        let toggle = move |_| {
            let mut new = wire.peek(|session| session.answers);
            new.at_hand = new.at_hand.with(item, !new.at_hand.has(item));
            wire.send(Event::Answered(new));
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox" name="at_hand" value=item.slug()
                    prop:checked=move || answers.get().at_hand.has(item) on:change=toggle
                />
                <span>{words.at_hand.says(item.slug())}</span>
            </label>
        }
    });
    let items = items.collect_view();
    view! {
        <div class="triage stack">
            <h2 id="triage">{words.title}</h2>
            <p class="soft">{words.text}</p>
            {safe}
            {make}
            {state}
            <details>
                <summary>{words.more}</summary>
                <div class="stack">
                    {kind}
                    {place}
                    <fieldset class="choices">
                        <legend>{words.at_hand.legend.clone()}</legend>
                        <div class="choices-list">{items}</div>
                    </fieldset>
                </div>
            </details>
            <div role="status">
                <p class="reading-line">{changed}</p>
                <ul>{because}</ul>
            </div>
        </div>
    }
}

/// One question as a row of choices. "Not sure" is an answer like any other, so an answer can be taken back.
fn radios<T>(
    wire: Wire,
    question: &Question,
    name: &'static str,
    values: &'static [T],
    field: fn(&mut Answers) -> &mut T,
) -> AnyView
where
    T: Copy + PartialEq + Display + Send + Sync,
{
    let given = wire.slice(move |session| {
        let mut answers = session.answers;
        *field(&mut answers)
    });
    let choices = values.iter().copied().map(|value| {
        let choose = move |_| {
            let mut answers = wire.peek(|session| session.answers);
            *field(&mut answers) = value;
            wire.send(Event::Answered(answers));
        };
        view! {
            <label class="choice">
                <input
                    type="radio" name=name value=value.to_string() prop:checked=move || given.get() == value
                    on:change=choose
                />
                <span>{question.says(&value.to_string())}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    view! {
        <fieldset class="choices">
            <legend>{question.legend.clone()}</legend>
            <div class="choices-list">{choices}</div>
        </fieldset>
    }
    .into_any()
}
