//! Looking up a place on the device: a field, suggestions while typing, and the answer in words.

use domain::enquiry::Answer;
use domain::event::Event;
use domain::gazetteer::AreaId;
use domain::lookup::TableError;
use domain::session::Session;
use leptos::prelude::*;

use super::{area_around, area_beside, area_chart, area_place, area_result};
use crate::parts::said::{Table, spoken};
use crate::parts::sketch::{Part, Sketch, part};
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
    let place = area_place::told(wire, &words);
    let around = area_around::around(wire, &words);
    let months = area_chart::months(wire, &words);
    let years = area_chart::years(wire, &words);
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
            <p class="row">
                <button type="submit" class="button">{words.ask.clone()}</button>
                <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::LocationAsked)>
                    {words.place.ask.clone()}
                </button>
            </p>
        </form>
        <div role="status">{place}</div>
        <div role="status">{answer}</div>
        {around}
        {months}
        {years}
    }
}

/// The areas whose names fit, each a button of its own: reachable by Tab, spoken as what it is.
fn suggestions(wire: Wire, words: &Words) -> Part {
    let words = words.clone();
    let mark = |session: &Session| {
        let found = session.lookup.suggestions();
        found.iter().fold(0, |mark: u32, (id, ..)| {
            mark.wrapping_mul(1_009).wrapping_add(u32::try_from(id.place() + 1).unwrap_or_default())
        })
    };
    part(wire, mark, move |session| {
        let found = session.lookup.suggestions();
        let item = |(id, name, borough): (AreaId, String, Option<String>)| {
            let kind =
                borough.map_or_else(|| words.borough.clone(), |borough| fill(&words.ward, &[("borough", &borough)]));
            let button = Sketch::html("button").with("type", "button").with("class", "suggestion");
            let button = button.on_press(move || wire.send(Event::AreaChosen(id)));
            Sketch::html("li").hold(button.say([&name, " "].concat()).hold(Sketch::html("small").say(kind)))
        };
        let list = Sketch::html("ul").with("class", "suggest").with("role", "list");
        let list = list.with("aria-label", words.suggestions.clone());
        (!found.is_empty()).then(|| list.hold_all(found.into_iter().map(item)))
    })
}

fn answer(wire: Wire, words: &Words) -> Part {
    let words = words.clone();
    part(
        wire,
        |session| session.lookup.step(),
        move |session| {
            let say = |class: &str, sentence: &str| Some(Sketch::html("p").with("class", class).say(sentence));
            match session.lookup.trouble() {
                Some(TableError::Damaged(_)) => return say("notice notice-problem", &words.damaged),
                Some(TableError::Fetch(_)) => return say("notice notice-problem", &words.trouble),
                None => {}
            }
            match session.lookup.answer() {
                Some(Answer::Area(id)) => area_result::result(session, id, None, &words),
                Some(Answer::Outcode(outcode, id)) => area_result::result(session, id, Some(outcode), &words),
                Some(Answer::Unknown(reason)) => {
                    say("fault", words.unknown.get(reason.slug()).map_or("", String::as_str))
                }
                Some(Answer::NeedsPostcodes) | None if session.lookup.is_waiting() => say("hint", &words.coming),
                Some(Answer::NeedsPostcodes) | None => None,
            }
        },
    )
}
