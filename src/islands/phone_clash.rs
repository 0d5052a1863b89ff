//! Two pages changed the same line of a phone: what each says, and which of them stays.

use domain::clash::Clash;
use domain::event::Event;
use domain::form::{Fault, Field};
use leptos::prelude::*;

use super::number::{self, Said};
use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What is said of such lines.
    pub struct Words {
        text: String,
        kept: String,
        typed: String,
        nothing: String,
        mine: String,
        other: String,
    }
}

/// The lines with both values, and the two answers.
pub(super) fn clash(wire: Wire, said: Said) -> impl IntoView + use<> {
    let asked = wire.slice(|session| (session.form.fault == Some(Fault::ChangedMeanwhile)).then(|| session.clashes()));
    move || {
        asked.get().map(|clashes| {
            let words = said.with_value(|words| words.clash.clone());
            let lines = said.with_value(|words| clashes.iter().map(|clash| line(clash, words)).collect_view());
            let settle = move |mine| move |_| wire.send(Event::Reconciled { mine });
            view! {
                <div class="notice" id="clash" tabindex="-1" role="group" aria-labelledby="clash-text">
                    <p id="clash-text">{words.text}</p>
                    {lines}
                    <p class="row">
                        <button type="button" class="button" on:click=settle(true)>{words.mine}</button>
                        <button type="button" class="button button-quiet" on:click=settle(false)>{words.other}</button>
                    </p>
                </div>
            }
        })
    }
}

fn line(clash: &Clash, words: &number::Words) -> impl IntoView + use<> {
    let name = words.card.label(clash.field);
    let value = |text: &str| value(clash.field, text, words);
    view! {
        <p><strong>{name}</strong></p>
        <dl class="pairs">
            <dt>{words.clash.kept.clone()}</dt>
            <dd>{value(&clash.kept)}</dd>
            <dt>{words.clash.typed.clone()}</dt>
            <dd>{value(&clash.typed)}</dd>
        </dl>
    }
}

/// What stands in a line, as a person reads it. The direction of its letters ends with it.
fn value(field: Field, text: &str, words: &number::Words) -> impl IntoView + use<> {
    let names = match field {
        Field::Platform => Some(&words.card.platforms),
        Field::MedicalId => Some(&words.card.medical_id),
        Field::Number | Field::Of(_) => None,
    };
    let shown = match names.and_then(|names| names.get(text)) {
        Some(name) => name,
        None if text.is_empty() => &words.clash.nothing,
        None => text,
    };
    let parts = shown.lines().enumerate().map(|(place, part)| {
        let part = part.to_owned();
        view! { {(place > 0).then(|| view! { <br /> })}<bdi>{part}</bdi> }
    });
    parts.collect_view()
}
