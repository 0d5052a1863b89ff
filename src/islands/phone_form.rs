//! The form of a phone: one field that reads numbers, a few that describe, nothing judged before it is offered.

use domain::event::Event;
use domain::form::{Fault, Field};
use domain::platform::Platform;
use domain::text::TextError;
use leptos::prelude::*;

use super::number;
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// The labels of the form.
    pub struct Words {
        nickname: String,
        nickname_hint: String,
        platform: String,
        platform_none: String,
        model: String,
        colour: String,
        network: String,
        serial: String,
        notes: String,
        notes_hint: String,
        more: String,
        keep: String,
        change: String,
        anyway: String,
        cancel: String,
        /// The names of the makes, by their slug; put in from the guides' titles.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub platforms: Table,
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

impl Words {
    /// What a field is called; the number has its label on the page.
    fn label(&self, field: Field) -> &str {
        match field {
            Field::Number => "",
            Field::Nickname => &self.nickname,
            Field::Platform => &self.platform,
            Field::Model => &self.model,
            Field::Colour => &self.colour,
            Field::Network => &self.network,
            Field::Serial => &self.serial,
            Field::Notes => &self.notes,
        }
    }
}

impl FaultWords {
    fn say(&self, fault: Fault, labels: &Words) -> String {
        match fault {
            Fault::NoNumber => self.no_number.clone(),
            Fault::Unproved => self.unproved.clone(),
            Fault::KeptAlready => self.kept_already.clone(),
            Fault::TooManyNumbers => self.too_many_numbers.clone(),
            Fault::TooLong(field, TextError::TooLong { longest, found }) => fill(
                &self.too_long,
                &[("field", labels.label(field)), ("longest", &longest.to_string()), ("found", &found.to_string())],
            ),
        }
    }
}

/// The form with everything under it.
pub(super) fn form(wire: Wire, words: &number::Words) -> impl IntoView + use<> {
    let labels = words.form.clone();
    let faults = words.fault.clone();
    let left = RwSignal::new(false);
    let current = wire.slice(|session| session.form.clone());
    let said = words.clone();
    let understood = move || {
        let take = move |imei: domain::imei::Imei| wire.send(Event::FormTyped(Field::Number, imei.as_str().to_owned()));
        current.with(|form| number::understood(form, &said, left.get(), take))
    };
    let fault = wire.slice(|session| session.form.fault);
    let (fault_words, fault_labels) = (faults.clone(), labels.clone());
    let problem = move || {
        fault.get().map(|fault| {
            view! {
                <p class="fault" id="number-fault">{fault_words.say(fault, &fault_labels)}</p>
            }
        })
    };
    let anyway_label = labels.anyway.clone();
    let anyway = move || {
        (fault.get() == Some(Fault::Unproved)).then(|| {
            let keep = move |_| wire.send(Event::PhoneOffered { anyway: true });
            view! { <button type="button" class="button button-quiet" on:click=keep>{anyway_label.clone()}</button> }
        })
    };
    let editing = wire.slice(|session| session.form.editing.is_some());
    let (keep, change) = (labels.keep.clone(), labels.change.clone());
    let blank = wire.slice(|session| session.form.is_blank());
    let cancel_label = labels.cancel.clone();
    let cancel = move || {
        (!blank.get()).then(|| {
            let cancel = move |_| {
                left.set(false);
                wire.send(Event::FormCleared);
            };
            view! { <button type="button" class="button button-quiet" on:click=cancel>{cancel_label.clone()}</button> }
        })
    };
    let offer = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        left.set(true);
        wire.send(Event::PhoneOffered { anyway: false });
    };
    let platforms = Platform::ALL.iter().map(|platform| {
        let name = labels.platforms.get(platform.slug()).cloned().unwrap_or_default();
        view! { <option value=platform.slug()>{name}</option> }
    });
    let platforms = platforms.collect_view();
    view! {
        <form class="stack" novalidate on:submit=offer>
            <div class="field">
                <label for="number">{words.number.clone()}</label>
                <p class="hint" id="number-hint">{words.hint.clone()}</p>
                {problem}
                <textarea
                    class="input input-number" id="number" rows="1" inputmode="numeric" autocomplete="off"
                    spellcheck="false" dir="ltr" aria-describedby="number-fault number-hint number-read"
                    aria-invalid=move || fault.get().is_some().then_some("true")
                    prop:value=move || current.with(|form| form.text(Field::Number).to_owned())
                    on:input=move |event| wire.send(Event::FormTyped(Field::Number, event_target_value(&event)))
                    on:blur=move |_| left.set(true)
                    on:focus=move |_| left.set(false)
                ></textarea>
                <div id="number-read" class="stack" role="status">{understood}</div>
            </div>
            {text(wire, Field::Nickname, &labels.nickname, Some(&labels.nickname_hint))}
            <div class="field">
                <label for="platform">{labels.platform.clone()}</label>
                <select
                    class="input" id="platform"
                    prop:value=move || current.with(|form| form.text(Field::Platform).to_owned())
                    on:change=move |event| wire.send(Event::FormTyped(Field::Platform, event_target_value(&event)))
                >
                    <option value="">{labels.platform_none.clone()}</option>
                    {platforms}
                </select>
            </div>
            {text(wire, Field::Model, &labels.model, None)}
            {text(wire, Field::Network, &labels.network, None)}
            <details>
                <summary>{labels.more.clone()}</summary>
                <div class="stack">
                    {text(wire, Field::Colour, &labels.colour, None)}
                    {text(wire, Field::Serial, &labels.serial, None)}
                    {text(wire, Field::Notes, &labels.notes, Some(&labels.notes_hint))}
                </div>
            </details>
            <p class="row">
                <button type="submit" class="button">{move || if editing.get() { change.clone() } else { keep.clone() }}</button>
                {anyway}
                {cancel}
            </p>
        </form>
    }
}

/// One line of text with its label.
fn text(wire: Wire, field: Field, label: &str, hint: Option<&str>) -> impl IntoView + use<> {
    let id = field.slug();
    let value = wire.slice(move |session| session.form.text(field).to_owned());
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    let hint = hint.map(|hint| view! { <p class="hint" id=hint_id>{hint.to_owned()}</p> });
    view! {
        <div class="field">
            <label for=id>{label.to_owned()}</label>
            {hint}
            <input
                class="input" id=id type="text" autocomplete="off" aria-describedby=described
                prop:value=move || value.get()
                on:input=move |event| wire.send(Event::FormTyped(field, event_target_value(&event)))
            />
        </div>
    }
}
