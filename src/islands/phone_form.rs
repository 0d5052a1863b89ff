//! The form of a phone: one field that reads numbers, lines that describe, nothing judged before it is offered.
//!
//! The fields are a table in calm steps: the number, what tells phones apart, and two folded parts for whoever has time.

use domain::detail::{Detail, MedicalId};
use domain::event::Event;
use domain::form::{Fault, Field};
use domain::platform::Platform;
use domain::session::Question;
use domain::text::TextError;
use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::number::{self, Said};
use super::phone_clash;
use super::picture;
use crate::parts::card;
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the form says round its fields; their names are the card's.
    pub struct Words {
        /// By the name of the field; some need none.
        hint: Table,
        unsaid: String,
        more: String,
        papers: String,
        filled: String,
        take_back: String,
        misread: String,
        keep: String,
        change: String,
        anyway: String,
        cancel: String,
        typed: String,
        typed_stay: String,
        typed_go: String,
    }
}

spoken! {
    /// Why a phone was not taken.
    pub struct FaultWords {
        no_number: String,
        unproved: String,
        kept_already: String,
        too_many_numbers: String,
        too_long: String,
    }
}

/// What tells one phone from another.
const FIRST: &[Field] = &[Field::Of(Detail::Nickname), Field::Platform, Field::Of(Detail::Model)];
/// What stands on the phone, its box and its screen.
const MORE: &[Field] = &[
    Field::Of(Detail::Colour),
    Field::Of(Detail::Capacity),
    Field::Of(Detail::Network),
    Field::Of(Detail::Telephone),
    Field::Of(Detail::Serial),
    Field::Of(Detail::Eid),
    Field::Of(Detail::Iccid),
    Field::Of(Detail::Meid),
];
/// What stands on papers, and what helps afterwards.
const PAPERS: &[Field] = &[
    Field::Of(Detail::Purchase),
    Field::Of(Detail::Marks),
    Field::Of(Detail::Insurer),
    Field::Of(Detail::Policy),
    Field::Of(Detail::Recovery),
    Field::MedicalId,
    Field::Of(Detail::Notes),
];
/// A number alone is short and stands in large digits; a pasted page does not fit there.
const SHORT: usize = 20;
/// A whole EID, from which on a wrong one can be told from a half one.
const WHOLE_EID: usize = 32;

impl FaultWords {
    fn say(&self, fault: Fault, labels: &card::Words) -> String {
        match fault {
            Fault::NoNumber => self.no_number.clone(),
            Fault::Unproved => self.unproved.clone(),
            Fault::KeptAlready => self.kept_already.clone(),
            Fault::TooManyNumbers => self.too_many_numbers.clone(),
            // It is no field's, and is told above the form with both values.
            Fault::ChangedMeanwhile => String::new(),
            Fault::TooLong(field, TextError::TooLong { longest, found }) => fill(
                &self.too_long,
                &[("field", &labels.label(field)), ("longest", &longest.to_string()), ("found", &found.to_string())],
            ),
        }
    }
}

/// The form with everything under it.
pub(super) fn form(wire: Wire, said: Said) -> impl IntoView + use<> {
    let words = said.with_value(|words| words.form.clone());
    let left = RwSignal::new(false);
    let fault = wire.slice(|session| session.form.fault);
    let anyway = move || {
        (fault.get() == Some(Fault::Unproved)).then(|| {
            let keep = move |_| wire.send(Event::PhoneOffered { anyway: true });
            let label = said.with_value(|words| words.form.anyway.clone());
            view! { <button type="button" class="button button-quiet" on:click=keep>{label}</button> }
        })
    };
    let editing = wire.slice(|session| session.form.editing.is_some());
    let keep = move || {
        said.with_value(|words| if editing.get() { words.form.change.clone() } else { words.form.keep.clone() })
    };
    let blank = wire.slice(|session| session.form.is_blank());
    let cancel = move || {
        (!blank.get()).then(|| {
            let cancel = move |_| {
                left.set(false);
                wire.send(Event::FormCleared);
            };
            let label = said.with_value(|words| words.form.cancel.clone());
            view! { <button type="button" class="button button-quiet" on:click=cancel>{label}</button> }
        })
    };
    let offer = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        left.set(true);
        wire.send(Event::PhoneOffered { anyway: false });
    };
    let fields = |fields: &'static [Field]| fields.iter().map(|field| line(wire, *field, said)).collect_view();
    view! {
        <form class="stack" novalidate autocomplete="off" on:submit=offer>
            {question(wire, said)}
            {phone_clash::clash(wire, said)}
            {number_field(wire, said, left)}
            {picture::picture(wire, said)}
            {fields(FIRST)}
            <details>
                <summary>{words.more}</summary>
                <div class="stack">{fields(MORE)}</div>
            </details>
            <details>
                <summary>{words.papers}</summary>
                <div class="stack">{fields(PAPERS)}</div>
            </details>
            <p class="row">
                <button type="submit" class="button">{keep}</button>
                {anyway}
                {cancel}
            </p>
        </form>
    }
}

/// Something else stands in the form: the person says which comes first.
fn question(wire: Wire, said: Said) -> impl IntoView + use<> {
    let asked = wire.slice(|session| matches!(session.question, Some(Question::Edit(_))));
    move || {
        asked.get().then(|| {
            let words = said.with_value(|words| words.form.clone());
            let reply = move |yes| move |_| wire.send(Event::Replied(yes));
            view! {
                <div class="notice" id="question" tabindex="-1" role="group">
                    <p>{words.typed}</p>
                    <p class="row">
                        <button type="button" class="button" on:click=reply(false)>{words.typed_stay}</button>
                        <button type="button" class="button button-quiet" on:click=reply(true)>{words.typed_go}</button>
                    </p>
                </div>
            }
        })
    }
}

/// The number, and what was understood of it.
fn number_field(wire: Wire, said: Said, left: RwSignal<bool>) -> impl IntoView + use<> {
    let field = Field::Number;
    let current = wire.slice(|session| (session.form.clone(), session.known_types()));
    let understood = move || current.with(|(form, known)| number::understood(wire, form, known, said, left.get()));
    let aloud = wire.slice(|session| session.form.clone());
    let aloud = move || aloud.with(|form| number::aloud(form, said, left.get()));
    let value = wire.slice(|session| session.form.text(Field::Number).to_owned());
    let long = move || value.with(|text| text.contains('\n') || text.chars().nth(SHORT).is_some());
    let faulty = faulty(wire, field);
    view! {
        <div class="field">
            {label(field, said)}
            {problem(wire, field, said)}
            <textarea
                class=move || if long() { "input" } else { "input input-number" }
                id="number" rows=move || if long() { "5" } else { "1" } inputmode="numeric" autocomplete="off"
                spellcheck="false" dir="ltr" aria-describedby="number-fault number-hint number-read"
                aria-invalid=faulty
                prop:value=move || value.get()
                on:input=move |event| wire.send(Event::FormTyped(field, event_target_value(&event)))
                on:blur=move |_| left.set(true)
                on:focus=move |_| left.set(false)
            ></textarea>
            <div id="number-read" class="stack">{understood}</div>
            <p class="unseen" role="status">{aloud}</p>
            {filled(wire, said)}
        </div>
    }
}

/// What the reader put into fields of their own, and the way to take it back.
fn filled(wire: Wire, said: Said) -> impl IntoView + use<> {
    let filled = wire.slice(|session| session.form.filled().to_vec());
    move || {
        let items = filled.get().into_iter().map(|detail| {
            let (sentence, take_back) = said.with_value(|words| {
                let name = words.card.label(Field::Of(detail));
                (fill(&words.form.filled, &[("field", &name)]), fill(&words.form.take_back, &[("field", &name)]))
            });
            let back = move |_| wire.send(Event::FillingTakenBack(detail));
            view! {
                <p class="hint">
                    {sentence}" "
                    <button type="button" class="button button-quiet" on:click=back>{take_back}</button>
                </p>
            }
        });
        items.collect_view()
    }
}

/// The name of a field, and a hint where it has one.
fn label(field: Field, said: Said) -> impl IntoView + use<> {
    let (name, hint) = said.with_value(|words| (words.card.label(field), words.form.hint.get(field.slug()).cloned()));
    let hint = hint.map(|hint| view! { <p class="hint" id=format!("{}-hint", field.slug())>{hint}</p> });
    view! {
        <label for=field.slug()>{name}</label>
        {hint}
    }
}

/// How a field says to assistive technology that it is to blame.
fn faulty(wire: Wire, field: Field) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
    let blamed = wire.slice(move |session| session.form.fault.is_some_and(|fault| fault.field() == Some(field)));
    move || blamed.get().then_some("true")
}

/// Why the phone was not taken, beside the field that is to blame.
fn problem(wire: Wire, field: Field, said: Said) -> impl IntoView + use<> {
    let fault = wire.slice(move |session| session.form.fault.filter(|fault| fault.field() == Some(field)));
    move || {
        fault.get().map(|fault| {
            let sentence = said.with_value(|words| words.fault.say(fault, &words.card));
            view! { <p class="fault" id=format!("{}-fault", field.slug())>{sentence}</p> }
        })
    }
}

/// One field of the description.
fn line(wire: Wire, field: Field, said: Said) -> impl IntoView + use<> {
    let id = field.slug();
    let value = wire.slice(move |session| session.form.text(field).to_owned());
    let typed = move |event| wire.send(Event::FormTyped(field, event_target_value(&event)));
    let faulty = faulty(wire, field);
    let described = [id, "-fault ", id, "-hint"].concat();
    let control = match field {
        Field::Platform | Field::MedicalId => EitherOf3::A(choice(wire, field, said)),
        Field::Of(detail) if detail.is_paragraph() => EitherOf3::B(view! {
            <textarea
                class="input" id=id rows="3" autocomplete="off" aria-describedby=described aria-invalid=faulty
                prop:value=move || value.get() on:input=typed
            ></textarea>
        }),
        Field::Number | Field::Of(_) => EitherOf3::C(view! {
            <input
                class="input" id=id type="text" autocomplete="off" aria-describedby=described aria-invalid=faulty
                prop:value=move || value.get() on:input=typed
            />
        }),
    };
    let misread = (field == Field::Of(Detail::Eid)).then_some(move || {
        let wrong = value.with(|text| text.len() >= WHOLE_EID && Detail::Eid.agrees(text) == Some(false));
        wrong.then(|| view! { <p class="hint">{said.with_value(|words| words.form.misread.clone())}</p> })
    });
    view! {
        <div class="field">
            {label(field, said)}
            {problem(wire, field, said)}
            {control}
            {misread}
        </div>
    }
}

/// A field with a closed list of answers, and the freedom to say nothing.
fn choice(wire: Wire, field: Field, said: Said) -> impl IntoView + use<> {
    let value = wire.slice(move |session| session.form.text(field).to_owned());
    let (unsaid, options) = said.with_value(|words| {
        let (names, answers): (&Table, Vec<&'static str>) = match field {
            Field::Platform => (&words.card.platforms, Platform::ALL.iter().map(|make| make.slug()).collect()),
            _ => (&words.card.medical_id, MedicalId::ALL.iter().map(|answer| answer.slug()).collect()),
        };
        let options: Vec<(&str, String)> =
            answers.into_iter().map(|answer| (answer, names.get(answer).cloned().unwrap_or_default())).collect();
        (words.form.unsaid.clone(), options)
    });
    let options = options.into_iter().map(|(answer, name)| view! { <option value=answer>{name}</option> });
    view! {
        <select
            class="input" id=field.slug() prop:value=move || value.get()
            on:change=move |event| wire.send(Event::FormTyped(field, event_target_value(&event)))
        >
            <option value="">{unsaid}</option>
            {options.collect_view()}
        </select>
    }
}
