//! What is known of copies that left the phone, in one line with its ring.
//!
//! Record and Copies say the same: nothing is called done before every phone left, or the person wants no copy.

use domain::record::Record;
use leptos::prelude::*;

use crate::parts::ring::{Ring, dashes};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// How far copies are.
    pub struct Words {
        only_here: String,
        only_here_some: String,
        declined: String,
        away: String,
    }
}

/// The ring and its sentence; nothing where no phone is kept.
pub(super) fn status(wire: Wire, words: Words) -> impl IntoView + use<> {
    let record = wire.slice(|session| {
        let record = &session.record;
        (record.steps_done(), record.only_here(), record.phones().count(), record.is_declined())
    });
    let closed = Signal::derive(move || dashes(record.get().0, Record::STEPS));
    let sentence = move || {
        let (_, only_here, phones, declined) = record.get();
        let form = match only_here {
            0 if declined => &words.declined,
            0 => &words.away,
            all if all == phones => &words.only_here,
            _ => &words.only_here_some,
        };
        fill(form, &[("count", &only_here.to_string()), ("phones", &phones.to_string())])
    };
    view! {
        <p class="progress" hidden=move || record.get().2 == 0>
            <Ring closed />
            <strong id="copies">{sentence}</strong>
        </p>
    }
}
