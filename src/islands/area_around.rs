//! What stands under an answer: sending it on, a second place, what it stands beside, and its months.
//!
//! It is made once for each place; what arrives later comes into its own part, so that nothing a person unfolded shuts again.

use domain::effect::Document;
use domain::event::Event;
use domain::session::Handed;
use leptos::prelude::*;

use super::{area_beside, area_chart, area_search};
use crate::parts::late::Late;
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the buttons say.
    pub struct Words {
        ask: String,
        text: String,
        done: String,
        keep: String,
        kept: String,
        forget: String,
        /// The page, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) address: String,
    }
}

/// Everything under the answer; nothing where there is none.
pub(super) fn around(wire: Wire, words: &area_search::Words) -> impl IntoView + use<> {
    let place = wire
        .mark(|session| session.answered_area().and_then(|id| u32::try_from(id.place() + 1).ok()).unwrap_or_default());
    let words = words.clone();
    move || {
        place.get();
        let id = wire.peek(domain::session::Session::answered_area)?;
        let beside =
            wire.mark(|session| session.beside.and_then(|id| u32::try_from(id.place() + 1).ok()).unwrap_or_default());
        let said = words.clone();
        let two = move || {
            beside.get();
            area_beside::two(wire, id, &said)
        };
        Some(Late(view! {
            <div class="stack around">
                {buttons(wire, &words)}
                {two}
                {area_beside::rates(wire, id, &words)}
                {area_chart::months(wire, id, &words)}
            </div>
        }))
    }
}

fn buttons(wire: Wire, words: &area_search::Words) -> impl IntoView + use<> {
    let said = words.share.clone();
    let (text, address) = (said.text.clone(), said.address.clone());
    let share = move |_| {
        let area = wire.peek(|session| session.lookup.area(session.answered_area()?));
        if let Some(area) = area {
            let address = [&address, "#", &area.code.to_string()].concat();
            wire.send(Event::AreaShared(Document(fill(&text, &[("name", &area.name), ("address", &address)]))));
        }
    };
    let done = wire.slice(|session| session.handed == Some(Handed::Copied));
    let (keep, forget) = (said.keep.clone(), said.forget.clone());
    let kept = wire.slice(|session| Some(session.lookup.area(session.beside?)?.name.to_string()));
    let label = move || if kept.get().is_some() { forget.clone() } else { keep.clone() };
    let sentence = said.kept.clone();
    let told = move || match kept.get() {
        _ if done.get() => said.done.clone(),
        Some(name) => fill(&sentence, &[("name", &name)]),
        None => String::new(),
    };
    view! {
        <div class="row screen-only">
            <button type="button" class="button button-quiet" on:click=share>{said.ask.clone()}</button>
            <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::AreaKept(kept.now().is_none()))>
                {label}
            </button>
        </div>
        <p class="hint" role="status">{told}</p>
    }
}
