//! The plan on paper, and a day in the calendar to look again.
//!
//! Settings move with every big update, so a plan that is done today is worth another look in half a year.

use domain::effect::Document;
use domain::event::Event;
use domain::session::Handed;
use leptos::prelude::*;

use crate::parts::icon::{Icon, Sign};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What these buttons say.
    pub struct TakeWords {
        print: String,
        calendar: String,
        saved: String,
        refused: String,
        /// The calendar's file, with `{today}` and `{day}` to fill: the page makes it.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub file: String,
    }
}

/// After how many months a plan is worth another look.
const MONTHS: u16 = 6;
/// The file's name.
const NAME: &str = "ringfence-check-again.ics";

/// Two ways to take the plan along.
#[island]
pub fn PlanTake() -> impl IntoView {
    let wire = Wire::of_page();
    let words: TakeWords = wire.words("take");
    let handed = wire.slice(|session| session.handed);
    let day = wire.slice(|session| session.now.and_then(domain::event::Now::date));
    let file = words.file;
    let print = move |_| wire.send(Event::PrintAsked(None));
    let save = move |_| {
        let Some(today) = day.get() else { return };
        let compact = |day: domain::date::Date| day.to_string().replace('-', "");
        let text = fill(&file, &[("today", &compact(today)), ("day", &compact(today.months_later(MONTHS)))]);
        wire.send(Event::SaveAsked(NAME, Document(text)));
    };
    let outcome = move || match handed.get() {
        Some(Handed::Saved) => words.saved.clone(),
        Some(Handed::Refused) => words.refused.clone(),
        _ => String::new(),
    };
    view! {
        <p class="row">
            <button type="button" class="button" on:click=print><Icon sign=Sign::Print />" "{words.print}</button>
            <button type="button" class="button button-quiet" on:click=save prop:disabled=move || day.get().is_none()>
                <Icon sign=Sign::Save />" "{words.calendar}
            </button>
        </p>
        <p class="hint" role="status">{outcome}</p>
    }
}
