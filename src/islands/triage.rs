//! The questions that put the steps of the stolen walk in a person's own order.
//!
//! The steps stand in the page before any answer; an answer only moves them, and says why.

use domain::event::Event;
use domain::language::Language;
use domain::triage::{Answers, Item, Kind, Make, Place, Safe, State};
use leptos::prelude::*;

use super::device;
use crate::parts::said::{Table, spoken};
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        title: String,
        text: String,
        skip: String,
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
        pub reason: Table,
    }
}

spoken! {
    /// A question and what its answers are called, by their names.
    pub struct Question {
        legend: String,
        /// By the name of the answer.
        pub answer: Table,
    }
}

impl Question {
    fn says(&self, name: &str) -> String {
        self.answer.get(name).cloned().unwrap_or_default()
    }
}

/// Six questions, each of which may stay open.
#[island]
pub fn Triage(
    /// The page's language, as its tag.
    language: String,
) -> impl IntoView {
    let wire = Wire::of_page();
    let language: Language = language.parse().unwrap_or(Language::English);
    leptos::prelude::Effect::new(move |_| wire.send(Event::StepsWanted(language)));
    let words: Words = wire.words("triage");
    let answers = wire.slice(|session| session.answers);
    let reasons = wire.slice(|session| session.plan().reasons());
    // The steps have moved only once all of them are in the page.
    let here = wire.slice(|session| session.steps.here().is_some());
    let said = words.reason.clone();
    let because = move || {
        let answered = here.get() && answers.get() != Answers::default();
        let reasons = reasons.get();
        let reasons = reasons.iter().filter_map(|reason| said.get(reason.slug()).cloned());
        reasons.filter(|_| answered).map(|reason| view! { <li>{reason}</li> }).collect_view()
    };
    let changed = words.changed.clone();
    let changed = move || {
        (here.get() && answers.get() != Answers::default())
            .then(|| view! { <p class="reading"><span>{changed.clone()}</span></p> })
    };
    let safe = radios(wire, &words.safe, "safe", slugs(Safe::ALL, Safe::slug), |answers| {
        (answers.safe.slug(), |answers, name| answers.safe = name.parse().unwrap_or_default())
    });
    let make = radios(wire, &words.make, "make", slugs(Make::ALL, Make::slug), |answers| {
        (answers.make.slug(), |answers, name| answers.make = name.parse().unwrap_or_default())
    });
    let state = radios(wire, &words.state, "state", slugs(State::ALL, State::slug), |answers| {
        (answers.state.slug(), |answers, name| answers.state = name.parse().unwrap_or_default())
    });
    let kind = radios(wire, &words.kind, "kind", slugs(Kind::ALL, Kind::slug), |answers| {
        (answers.kind.slug(), |answers, name| answers.kind = name.parse().unwrap_or_default())
    });
    let place = radios(wire, &words.place, "place", slugs(Place::ALL, Place::slug), |answers| {
        (answers.place.slug(), |answers, name| answers.place = name.parse().unwrap_or_default())
    });
    let items = Item::ALL.iter().copied().map(|item| {
        let toggle = move |_| {
            let mut new = wire.peek(|session| session.answers);
            new.at_hand = new.at_hand.with(item, !new.at_hand.has(item));
            wire.send(Event::Answered(new));
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox" name="at_hand" value=item.slug() autocomplete="off"
                    prop:checked=move || answers.get().at_hand.has(item) on:change=toggle
                />
                <span>{words.at_hand.says(item.slug())}</span>
            </label>
        }
    });
    let items = items.collect_view();
    let clear_words = words.clear.clone();
    let clear = move || {
        (answers.get() != Answers::default()).then(|| {
            let clear = move |_| wire.send(Event::Answered(Answers::default()));
            view! { <p><button type="button" class="button button-quiet" on:click=clear>{clear_words.clone()}</button></p> }
        })
    };
    view! {
        <div class="triage stack">
            <h2 id="triage">{words.title}</h2>
            <p class="soft">{words.text}" "<a href="#now">{words.skip}</a></p>
            {safe}
            {make}
            {state}
            {device::ask(wire)}
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
                {changed}
                <ul>{because}</ul>
            </div>
            {clear}
        </div>
    }
}

/// The names of all values of a closed list, "not sure" last.
fn slugs<T: Copy>(values: &[T], slug: fn(T) -> &'static str) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = values.iter().copied().map(slug).collect();
    if let Some(place) = names.iter().position(|name| *name == "unknown") {
        let unknown = names.remove(place);
        names.push(unknown);
    }
    names
}

/// A question's answer by its name, and how another one is put in its place.
type Field = fn(&Answers) -> (&'static str, fn(&mut Answers, &str));

/// One question as a row of choices. "Not sure" is an answer like any other, so an answer can be taken back.
fn radios(
    wire: Wire,
    question: &Question,
    name: &'static str,
    values: Vec<&'static str>,
    field: Field,
) -> impl IntoView + use<> {
    let given = wire.slice(move |session| field(&session.answers).0);
    let choices = values.into_iter().map(|value| {
        let choose = move |_| {
            let mut answers = wire.peek(|session| session.answers);
            field(&answers).1(&mut answers, value);
            wire.send(Event::Answered(answers));
        };
        view! {
            <label class="choice">
                <input
                    type="radio" name=name value=value autocomplete="off"
                    prop:checked=move || given.get() == value on:change=choose
                />
                <span>{question.says(value)}</span>
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
}
