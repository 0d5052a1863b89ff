//! The answer a person gives to one step of a guide.
//!
//! It stands beside every step; the step itself is plain HTML and needs none of this.

use domain::event::Event;
use domain::step_names::StepNames;
use domain::store::Store;
use domain::tick::Tick as Answer;
use leptos::prelude::*;

use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        title: String,
        done: String,
        not_on_my_phone: String,
        not_now: String,
        not_kept: String,
    }
}

impl Words {
    fn answer(&self, answer: Answer) -> String {
        match answer {
            Answer::Done => &self.done,
            Answer::NotOnMyPhone => &self.not_on_my_phone,
            Answer::NotNow => &self.not_now,
        }
        .clone()
    }
}

/// The values of the choices, which the stylesheet knows: a done step closes its ring.
const fn value(answer: Answer) -> &'static str {
    match answer {
        Answer::Done => "done",
        Answer::NotOnMyPhone => "away",
        Answer::NotNow => "later",
    }
}

/// Three answers to one step.
#[island]
pub fn Tick(
    /// The step's name, with the names it had.
    #[prop(into)]
    step: StepNames,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("tick");
    let name = step.clone();
    let given = wire.slice(move |session| name.tick(&session.record));
    // Said only beside the step that was just answered.
    let answered = RwSignal::new(false);
    let refused = wire.slice(|session| matches!(session.store, Store::Refused(_)));
    let choices = Answer::ALL.iter().copied().map(|answer| {
        let (step, name) = (step.now().clone(), step.now().to_string());
        let choose = move |_| {
            answered.set(true);
            wire.send(Event::Marked(step.clone(), Some(answer)));
        };
        view! {
            <label class="choice">
                <input
                    type="radio" name=name value=value(answer)
                    prop:checked=move || given.get() == Some(answer) on:change=choose
                />
                <span>{words.answer(answer)}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    let not_kept = words.not_kept;
    view! {
        <fieldset class="choices tick">
            <legend class="unseen">{words.title}</legend>
            <div class="choices-list">{choices}</div>
            <p class="hint" role="status">
                {move || if answered.get() && refused.get() { not_kept.clone() } else { String::new() }}
            </p>
        </fieldset>
    }
}
