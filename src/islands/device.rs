//! The question whose device this is, and what follows from the answer.
//!
//! The answer is kept nowhere: it lives as long as the page does.

use domain::device::Device;
use domain::event::Event;
use leptos::prelude::*;

use crate::parts::said::{Table, spoken};
use crate::wire::Wire;

spoken! {
    /// What the question says.
    pub struct Words {
        legend: String,
        hint: String,
        answer: Table,
        mine: String,
        borrowed: String,
    }
}

/// The question. It may stay open; then the device is treated as borrowed.
pub(super) fn ask(wire: Wire) -> impl IntoView + use<> {
    let words: Words = wire.words("device");
    let device = wire.slice(|session| session.device);
    let choices = Device::ALL.iter().copied().map(|value| {
        let choose = move |_| wire.send(Event::DeviceTold(value));
        view! {
            <label class="choice">
                <input
                    type="radio" name="device" value=value.slug() autocomplete="off"
                    prop:checked=move || device.get() == Some(value) on:change=choose
                />
                <span>{words.answer.get(value.slug()).cloned().unwrap_or_default()}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    let (mine, borrowed) = (words.mine.clone(), words.borrowed.clone());
    let follows =
        move || device.get().map(|device| if device == Device::Mine { mine.clone() } else { borrowed.clone() });
    view! {
        <fieldset class="choices">
            <legend>{words.legend}</legend>
            <p class="hint">{words.hint}</p>
            <div class="choices-list">{choices}</div>
            <p role="status">{follows}</p>
        </fieldset>
    }
}
