//! The questions of the report, each optional, each saying what it means to leave it open.

use domain::event::Event;
use domain::incident::{Answer, Field, LONGEST, Refusal, Shape};
use domain::triage::{Kind, Place, State};
use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::report::Templates;
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::{Slice, Wire};

spoken! {
    /// The labels round the form.
    pub struct Words {
        pub(super) clear: String,
        pub(super) documents: String,
        pub(super) document_label: String,
        pub(super) changed: String,
        pub(super) follow: String,
        pub(super) copy: String,
        pub(super) print: String,
        pub(super) save: String,
        pub(super) copied: String,
        pub(super) saved: String,
        pub(super) refused: String,
        group: Table,
    }
}

spoken! {
    /// What one field is called.
    pub struct FieldWords {
        /// In a document.
        pub label: String,
        /// In the form.
        pub ask: String,
        /// When it stays open.
        pub missing: String,
    }
}

/// Texts longer than this are asked for in a box of several lines.
const ONE_LINE: usize = 300;

/// The questions in groups: what the police ask first stands first.
const GROUPS: &[(&str, &[Field])] = &[
    (
        "happened",
        &[
            Field::What,
            Field::From,
            Field::Until,
            Field::Place,
            Field::Where,
            Field::Direction,
            Field::How,
            Field::Force,
            Field::Injury,
            Field::Suspect,
            Field::Vehicle,
            Field::Cctv,
            Field::Witnesses,
        ],
    ),
    (
        "phone",
        &[
            Field::Make,
            Field::Model,
            Field::Colour,
            Field::Imei,
            Field::SecondImei,
            Field::Serial,
            Field::Number,
            Field::Network,
            Field::Marks,
            Field::State,
            Field::Cards,
            Field::Accounts,
            Field::WorkApps,
            Field::Bought,
        ],
    ),
    ("person", &[Field::Name, Field::Contact, Field::Policy]),
    (
        "later",
        &[
            Field::SeenAt,
            Field::SeenWhen,
            Field::SeenSource,
            Field::MoneyGone,
            Field::PoliceReference,
            Field::NetworkReference,
            Field::BankReference,
            Field::InsurerReference,
        ],
    ),
];

/// Every group, the first one open.
pub(super) fn groups(wire: Wire, templates: &Templates) -> impl IntoView + use<> {
    let groups = GROUPS.iter().enumerate().map(|(place, (name, fields))| {
        let title = templates.form.group.get(*name).cloned().unwrap_or_default();
        let fields = fields.iter().map(|field| ask(wire, *field, templates)).collect_view();
        view! {
            <details open=place == 0>
                <summary>{title}</summary>
                <div class="stack">{fields}</div>
            </details>
        }
    });
    groups.collect_view()
}

/// What stands in a field, as it was taken.
fn taken(wire: Wire, field: Field) -> Slice<String> {
    wire.slice(move |session| {
        let incident = session.draft.incident();
        let answer = if field.is_about_the_phone() { incident.phone_answer(0, field) } else { incident.answer(field) };
        answer.map(Answer::to_string).unwrap_or_default()
    })
}

fn ask(wire: Wire, field: Field, templates: &Templates) -> impl IntoView + use<> {
    let words = templates.field.get(field.slug()).cloned().unwrap_or_default();
    let id = format!("tell-{}", field.slug());
    let hint_id = format!("{id}-hint");
    let refusals = templates.refusal.clone();
    let refusal = wire.slice(move |session| session.draft.refusal(field));
    let fault = move || refusal.get().map(|refusal| view! { <p class="fault">{say(refusal, &refusals)}</p> });
    let value = taken(wire, field);
    let (name, described) = (id.clone(), hint_id.clone());
    let tell = move |event| wire.send(Event::Told(field, event_target_value(&event)));
    let control = match field.shape() {
        Shape::Words(longest) if longest > ONE_LINE => EitherOf3::A(view! {
            <textarea
                class="input" id=name rows="4" autocomplete="off" aria-describedby=described
                prop:value=move || value.get() on:change=tell
            ></textarea>
        }),
        Shape::Words(_) | Shape::Moment => {
            let kind = if field.shape() == Shape::Moment { "datetime-local" } else { "text" };
            EitherOf3::B(view! {
                <input
                    class="input" id=name type=kind autocomplete="off" aria-describedby=described
                    prop:value=move || value.get() on:change=tell
                />
            })
        }
        // The log is written from what was done, so it is no question; it never stands in a group.
        Shape::YesNo | Shape::Kind | Shape::State | Shape::Place | Shape::Log => {
            EitherOf3::C(choice(wire, field, name, described, value, templates))
        }
    };
    view! {
        <div class="field">
            <label for=id>{words.ask}</label>
            <p class="hint" id=hint_id>{words.missing}</p>
            {fault}
            {control}
        </div>
    }
}

fn choice(
    wire: Wire,
    field: Field,
    id: String,
    described: String,
    value: Slice<String>,
    templates: &Templates,
) -> impl IntoView + use<> {
    let (name, values): (&str, Vec<&'static str>) = match field.shape() {
        Shape::Kind => ("kind", Kind::ALL.iter().map(|value| value.slug()).collect()),
        Shape::State => ("state", State::ALL.iter().map(|value| value.slug()).collect()),
        Shape::Place => ("place", Place::ALL.iter().map(|value| value.slug()).collect()),
        _ => ("yes_no", vec!["yes", "no"]),
    };
    let said = if name == "yes_no" { Some(&templates.yes_no) } else { templates.choice.get(name) };
    let options = values.into_iter().filter(|value| *value != "unknown").map(|value| {
        let label = said.and_then(|said| said.get(value).cloned()).unwrap_or_default();
        view! { <option value=value>{label}</option> }
    });
    let options = options.collect_view();
    let open = templates.yes_no.get("open").cloned().unwrap_or_default();
    view! {
        <select
            class="input" id=id aria-describedby=described prop:value=move || value.get()
            on:change=move |event| wire.send(Event::Told(field, event_target_value(&event)))
        >
            <option value="">{open}</option>
            {options}
        </select>
    }
}

fn say(refusal: Refusal, words: &Table) -> String {
    let (name, longest, found) = match refusal {
        Refusal::TooLong { longest, found } => ("too_long", longest, found),
        Refusal::NotAMoment => ("not_a_moment", 0, 0),
        Refusal::NotAChoice => ("not_a_choice", 0, 0),
        Refusal::WrongPlace => ("wrong_place", 0, 0),
        Refusal::NoRoom => ("no_room", 0, LONGEST),
    };
    let sentence = words.get(name).cloned().unwrap_or_default();
    fill(&sentence, &[("longest", &longest.to_string()), ("found", &found.to_string())])
}
