//! Whether a step was checked too long ago to be trusted blindly.
//!
//! A page is made once and read for months, so only the reader's own clock can tell. Until it has, and with scripts off,
//! the plain date stands alone.

use domain::date::Date;
use domain::event::Now;
use leptos::prelude::*;

use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        stale: String,
    }
}

/// A sentence beside the date of a step, once that date is long ago.
#[island]
pub fn Freshness(
    /// The day the step was checked.
    checked: Date,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("freshness");
    let stale = wire.slice(move |session| {
        let today = session.now.and_then(Now::date);
        today.is_some_and(|today| checked.is_stale(today))
    });
    view! { <strong class="stale">{move || if stale.get() { words.stale.clone() } else { String::new() }}</strong> }
}
