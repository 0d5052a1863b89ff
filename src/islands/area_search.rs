//! Looking up a place on the device: a field, suggestions while typing, and the answer in words.

use domain::enquiry::Answer;
use domain::event::Event;
use domain::lookup::TableError;
use leptos::either::EitherOf4;
use leptos::prelude::*;

use super::{area_around, area_beside, area_chart, area_place, area_result};
use crate::parts::late::Late;
use crate::parts::said::{Table, spoken};
use crate::parts::sketch::Sketch;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        label: String,
        hint: String,
        ask: String,
        suggestions: String,
        borough: String,
        ward: String,
        coming: String,
        trouble: String,
        damaged: String,
        /// Why there is no answer, by the name of the reason.
        unknown: Table,
        pub(super) result: area_result::Words,
        pub(super) chart: area_chart::Words,
        pub(super) beside: area_beside::Words,
        pub(super) place: area_place::Words,
        pub(crate) share: area_around::Words,
        /// What each level is called, by its name; shared with the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) level: Table,
        /// What each trend is called, by its name; shared with the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) trend: Table,
        /// The names of the months, and how a month is written; shared with the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) months: Table,
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) month_form: String,
        /// Where the secure walk is; put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) secure: String,
    }
}

/// The field with its suggestions and its answer.
#[island]
pub fn AreaSearch() -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("area");
    let typed = wire.slice(|session| session.lookup.typed().to_owned());
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        wire.send(Event::AreaAsked);
    };
    let suggestions = suggestions(wire, &words);
    let answer = answer(wire, &words);
    let place = area_place::place(wire, &words);
    let around = area_around::around(wire, &words);
    view! {
        <form class="stack" novalidate on:submit=ask>
            <div class="field">
                <label for="place">{words.label.clone()}</label>
                <p class="hint" id="place-hint">{words.hint.clone()}</p>
                <input
                    class="input" id="place" type="search" autocomplete="off" spellcheck="false"
                    aria-describedby="place-hint" prop:value=move || typed.get()
                    on:input=move |event| wire.send(Event::AreaTyped(event_target_value(&event)))
                />
            </div>
            {suggestions}
            <p><button type="submit" class="button">{words.ask.clone()}</button></p>
        </form>
        {place}
        <div role="status">{answer}</div>
        {around}
    }
}

/// The areas whose names fit, each a button of its own: reachable by Tab, spoken as what it is.
fn suggestions(wire: Wire, words: &Words) -> impl IntoView + use<> {
    let found = wire.slice(|session| session.lookup.suggestions());
    let words = words.clone();
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let items = found.into_iter().map(|(id, name, borough)| {
                let kind = borough
                    .map_or_else(|| words.borough.clone(), |borough| fill(&words.ward, &[("borough", &borough)]));
                view! {
                    <li>
                        <button type="button" class="suggestion" on:click=move |_| wire.send(Event::AreaChosen(id))>
                            {name}" "<small>{kind}</small>
                        </button>
                    </li>
                }
            });
            view! { <ul class="suggest" role="list" aria-label=words.suggestions.clone()>{items.collect_view()}</ul> }
        })
    }
}

fn answer(wire: Wire, words: &Words) -> impl IntoView + use<> {
    let step = wire.mark(|session| session.lookup.step());
    let words = words.clone();
    move || {
        step.get();
        let (answer, trouble, waiting) = wire.peek(|session| {
            let lookup = &session.lookup;
            (lookup.answer(), lookup.trouble(), lookup.is_waiting())
        });
        if let Some(error) = trouble {
            let sentence = if matches!(error, TableError::Damaged(_)) { &words.damaged } else { &words.trouble };
            return EitherOf4::A(Late(Sketch::html("p").with("class", "notice notice-problem").say(sentence.clone())));
        }
        match answer {
            Some(Answer::Area(id)) => EitherOf4::B(area_result::result(wire, id, None, &words)),
            Some(Answer::Outcode(outcode, id)) => EitherOf4::B(area_result::result(wire, id, Some(outcode), &words)),
            Some(Answer::Unknown(reason)) => {
                let sentence = words.unknown.get(reason.slug()).cloned().unwrap_or_default();
                EitherOf4::C(Late(Sketch::html("p").with("class", "fault").say(sentence)))
            }
            Some(Answer::NeedsPostcodes) | None => {
                EitherOf4::D(waiting.then(|| Late(Sketch::html("p").with("class", "hint").say(words.coming.clone()))))
            }
        }
    }
}
