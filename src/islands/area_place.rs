//! Where the device is, for who asks: a button, and a sentence for everything that can come of it.
//!
//! The position is looked up on the map that is here. It is not kept and not sent.

use domain::event::Event;
use domain::whereabouts::{NoFix, Whereabouts};
use leptos::prelude::*;

use super::area_search;
use crate::parts::late::Late;
use crate::parts::said::{Table, spoken};
use crate::parts::sketch::Sketch;
use crate::wire::Wire;

spoken! {
    /// What is said of the device's place.
    pub struct Words {
        ask: String,
        /// By what came of it.
        said: Table,
    }
}

/// The button, and what came of pressing it.
pub(super) fn place(wire: Wire, words: &area_search::Words) -> impl IntoView + use<> {
    let stage = wire.mark(|session| match &session.whereabouts {
        Whereabouts::Unasked => 0,
        Whereabouts::Waiting(_) => 1,
        Whereabouts::In(_) => 2,
        Whereabouts::Among(_) => 3,
        Whereabouts::Outside => 4,
        Whereabouts::TooRough => 5,
        Whereabouts::NoMap => 6,
        Whereabouts::Failed(NoFix::Refused) => 7,
        Whereabouts::Failed(NoFix::Unavailable) => 8,
        Whereabouts::Failed(NoFix::Slow) => 9,
        Whereabouts::Failed(NoFix::Missing) => 10,
    });
    let said = words.place.said.clone();
    let told = move || {
        let sentence = said.get(&stage.get().to_string())?.clone();
        let links = wire.peek(|session| {
            let Whereabouts::Among(areas) = &session.whereabouts else { return Vec::new() };
            let gazetteer = session.lookup.gazetteer();
            let found = areas.iter().filter_map(|id| gazetteer?.get(*id));
            found.map(|area| Sketch::html("li").hold(super::area_beside::link(area))).collect()
        });
        let list = (!links.is_empty()).then(|| Sketch::html("ul").hold_all(links));
        Some(Late(Sketch::html("div").hold(Sketch::html("p").say(sentence)).hold_all(list)))
    };
    view! {
        <p>
            <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::LocationAsked)>
                {words.place.ask.clone()}
            </button>
        </p>
        <div role="status">{told}</div>
    }
}
