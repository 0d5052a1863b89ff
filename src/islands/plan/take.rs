//! The plan on paper, and a day in the calendar to look again.
//!
//! Settings move with every big update, so a plan that is done today is worth another look in half a year.

use domain::date::Date;
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
        /// The calendar's file, with `{today}`, `{day}` and `{address}` to fill: the page makes it.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub file: String,
        /// The plan's page, with the host it came from.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub address: String,
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
    let (file, address) = (words.file, words.address);
    let print = move |_| wire.send(Event::PrintAsked(None));
    let save = move |_| {
        let Some(today) = day.get() else { return };
        wire.send(Event::SaveAsked(NAME, Document(filled(&file, today, &address))));
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

/// The calendar's file for somebody whose day it is today.
pub(crate) fn filled(file: &str, today: Date, address: &str) -> String {
    let compact = |day: Date| day.to_string().replace('-', "");
    let (day, today) = (compact(today.months_later(MONTHS)), compact(today));
    fill(file, &[("today", &today), ("day", &day), ("address", address)])
}
