//! A practice phone for an officer's table: the same reader, a number marked SAMPLE, and no way to keep it.
//!
//! It holds its text to itself: nothing typed here becomes an event that could be stored.

use domain::reading::{self, Outcome};
use leptos::prelude::*;

use crate::parts::groups::Groups;
use crate::parts::said::spoken;

spoken! {
    /// What this island says.
    pub struct Words {
        sample: String,
        number: String,
        hint: String,
        fits: String,
        wrong: String,
        more: String,
        fill: String,
        spoil: String,
        reset: String,
    }
}

/// The sample number of the standard's own examples: a type code of no phone on sale, and a made-up serial.
const SAMPLE: &str = "49-015420-323751-8";
/// The same with its last digit changed, to show what the check digit finds.
const SPOILED: &str = "49-015420-323751-7";

/// The practice phone.
#[island]
pub fn Practice() -> impl IntoView {
    let words: Words = crate::wire::Wire::of_page().words("practice");
    let typed = RwSignal::new(String::new());
    let (fits, wrong, more) = (words.fits.clone(), words.wrong.clone(), words.more.clone());
    let sample = words.sample.clone();
    let understood = move || {
        let text = typed.get();
        if text.trim().is_empty() {
            return None;
        }
        let reading = reading::read(&text);
        let found = reading.numbers().first();
        let (class, said) = match found.map(domain::reading::Found::outcome) {
            Some(Outcome::Checked) => ("reading", fits.clone()),
            Some(_) => ("reading reading-open", wrong.clone()),
            None => ("reading reading-open", more.clone()),
        };
        let shown = found.and_then(domain::reading::Found::kept).map(|kept| view! { <Groups number=kept /> });
        Some(view! {
            <p class=class><span>{said}</span></p>
            {shown}
            <p><span class="badge badge-sample">{sample.clone()}</span></p>
        })
    };
    view! {
        <div class="stack">
            <p><span class="badge badge-sample">{words.sample}</span></p>
            <div class="field">
                <label for="practice">{words.number}</label>
                <p class="hint" id="practice-hint">{words.hint}</p>
                <input
                    class="input input-number" id="practice" type="text" inputmode="numeric" autocomplete="off"
                    spellcheck="false" dir="ltr" aria-describedby="practice-hint" prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <div class="stack" role="status">{understood}</div>
            </div>
            <p class="row">
                <button type="button" class="button" on:click=move |_| typed.set(SAMPLE.to_owned())>{words.fill}</button>
                <button type="button" class="button button-quiet" on:click=move |_| typed.set(SPOILED.to_owned())>
                    {words.spoil}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| typed.set(String::new())>
                    {words.reset}
                </button>
            </p>
        </div>
    }
}
