//! The questions of the report, each optional, each saying what it means to leave it open.

use std::collections::BTreeMap;

use domain::event::Event;
use domain::incident::{Answer, Field, LONGEST, Refusal, Shape};
use domain::triage::{Kind, Place, State};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::report::Templates;
use crate::parts::template::fill;
use crate::wire::Wire;

/// The labels round the form.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    hint_moment: String,
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
    group: BTreeMap<String, String>,
}

/// What one field is called.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldWords {
    /// In a document.
    pub label: String,
    /// In the form.
    pub ask: String,
    /// When it stays open.
    pub missing: String,
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
pub(super) fn groups(wire: Wire, templates: &Templates) -> AnyView {
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
    groups.collect_view().into_any()
}

/// What stands in a field, as it was taken.
fn taken(wire: Wire, field: Field) -> Memo<String> {
    wire.slice(move |session| {
        let incident = session.draft.incident();
        let answer = if field.is_about_the_phone() { incident.phone_answer(0, field) } else { incident.answer(field) };
        answer.map(Answer::to_string).unwrap_or_default()
    })
}

fn ask(wire: Wire, field: Field, templates: &Templates) -> AnyView {
    let words = templates.field.get(field.slug()).cloned().unwrap_or_default();
    let id = format!("tell-{}", field.slug());
    let hint_id = format!("{id}-hint");
    let refusals = templates.refusal.clone();
    let refusal = wire.slice(move |session| session.draft.refusal(field));
    let fault = move || refusal.get().map(|refusal| view! { <p class="fault">{say(refusal, &refusals)}</p> });
    let value = taken(wire, field);
    let (name, described) = (id.clone(), hint_id.clone());
    let control = match field.shape() {
        Shape::Words(longest) if longest <= ONE_LINE => view! {
            <input
                class="input" id=name type="text" autocomplete="off" aria-describedby=described
                prop:value=move || value.get()
                on:change=move |event| wire.send(Event::Told(field, event_target_value(&event)))
            />
        }
        .into_any(),
        Shape::Words(_) => view! {
            <textarea
                class="input" id=name rows="4" autocomplete="off" aria-describedby=described
                prop:value=move || value.get()
                on:change=move |event| wire.send(Event::Told(field, event_target_value(&event)))
            ></textarea>
        }
        .into_any(),
        Shape::Moment => view! {
            <input
                class="input" id=name type="datetime-local" autocomplete="off" aria-describedby=described
                prop:value=move || value.get()
                on:change=move |event| wire.send(Event::Told(field, event_target_value(&event)))
            />
        }
        .into_any(),
        Shape::YesNo | Shape::Kind | Shape::State | Shape::Place => {
            choice(wire, field, name, described, value, templates)
        }
        // The log has no field of its own here: it is written from what was done.
        Shape::Log => ().into_any(),
    };
    view! {
        <div class="field">
            <label for=id>{words.ask}</label>
            <p class="hint" id=hint_id>{words.missing}</p>
            {fault}
            {control}
        </div>
    }
    .into_any()
}

fn choice(
    wire: Wire,
    field: Field,
    id: String,
    described: String,
    value: Memo<String>,
    templates: &Templates,
) -> AnyView {
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
    .into_any()
}

fn say(refusal: Refusal, words: &BTreeMap<String, String>) -> String {
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
