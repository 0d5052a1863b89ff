//! The phones of the report, one at a time: turning from one to the other, one more, one less.

use domain::drafting::Drafting;
use domain::incident::Incident;
use leptos::prelude::*;

use super::Told;
use super::asking::{button, still};
use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What stands round the phones.
    pub(crate) struct Words {
        which: String,
        shown: String,
        add: String,
        remove: String,
        unknown: String,
        /// The addresses are put in by the page.
        find: Link,
        copy: Link,
    }
}

spoken! {
    /// A way to a page that helps, in a tab of its own.
    pub(crate) struct Link {
        text: String,
        go: String,
        #[cfg_attr(feature = "ssr", serde(default))]
        to: String,
    }
}

impl Words {
    /// Puts in where the number is found without the phone, and where a copy opens.
    #[cfg(feature = "ssr")]
    pub(crate) fn lead(&mut self, find: String, copy: String) {
        (self.find.to, self.copy.to) = (find, copy);
    }
}

/// Above the questions about a phone: which one they are about.
pub(super) fn which(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.phones.clone());
    let heading = move |phone| told.with_value(|templates| templates.letter.heading(phone));
    let shown = wire.slice(move |session| heading(session.draft.phone()));
    let alone = wire.slice(|session| session.draft.phones() < 2);
    // One button for every other phone: the one that is shown is named above.
    let turns = (0..Incident::MOST_PHONES).map(|phone| {
        let hidden = wire.slice(move |session| phone >= session.draft.phones() || phone == session.draft.phone());
        button(wire, "button button-quiet", still(wire, heading(phone)), Drafting::PhoneShown(phone), hidden)
    });
    let turns = turns.collect_view();
    view! {
        <div hidden=alone.live()>
            <p role="status">{words.shown}" "<strong>{shown.live()}</strong></p>
            <div class="row" role="group" aria-label=words.which>{turns}</div>
        </div>
    }
}

/// Below them: one more, one less, and ways to a number that nobody has at hand.
pub(super) fn more(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.phones.clone());
    let full = wire.slice(|session| session.draft.phones() >= Incident::MOST_PHONES);
    let alone = wire.slice(|session| session.draft.phones() < 2);
    let ways = [words.find, words.copy].map(|link| {
        view! { <li>{link.text}" "<a href=link.to target="_blank" rel="noopener">{link.go}</a></li> }
    });
    view! {
        <p class="row">
            {button(wire, "button button-quiet", still(wire, words.add), Drafting::PhoneAdded, full)}
            {button(wire, "button button-quiet", still(wire, words.remove), Drafting::PhoneRemoved, alone)}
        </p>
        <p>{words.unknown}</p>
        <ul>{ways.into_iter().collect_view()}</ul>
    }
}
