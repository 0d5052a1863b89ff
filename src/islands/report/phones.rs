//! The phones of the report, one at a time: turning from one to the other, one more, one less.

use domain::asset::Asset;
use domain::detail::Detail;
use domain::device::Device;
use domain::drafting::Drafting;
use domain::incident::Incident;
use domain::session::Session;
use leptos::prelude::*;

use super::Told;
use super::asking::{button, still};
use crate::parts::said::spoken;
use crate::wire::Wire;

/// The most kept phones that are offered by name: a household's.
const MOST_KEPT: usize = 12;

spoken! {
    /// What stands round the phones.
    pub(crate) struct Words {
        which: String,
        shown: String,
        add: String,
        remove: String,
        unknown: String,
        kept: KeptWords,
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

spoken! {
    /// What is said of the phones that are kept on this device.
    pub(crate) struct KeptWords {
        offer: String,
        which: String,
        none: String,
        failed: String,
        filled: String,
        rest: String,
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

/// On a person's own device: the phone as they kept it, filled in where nothing stands yet.
pub(super) fn kept(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.phones.kept.clone());
    let foreign = wire.slice(|session| session.device != Some(Device::Mine));
    let asked = wire.slice(|session| !session.kept.is_wanted());
    let alone = wire.slice(|session| count(session) < 2);
    let heading = move |phone| told.with_value(|templates| templates.letter.heading(phone));
    let choices = (0..MOST_KEPT).map(|place| {
        let hidden = wire.slice(move |session| count(session) < 2 || place >= count(session));
        let name = wire.slice(move |session| name(session, place).unwrap_or_else(|| heading(place)));
        button(wire, "button button-quiet", name, Drafting::KeptChosen(place), hidden)
    });
    let choices = choices.collect_view();
    let (which, offer) = (words.which.clone(), words.offer.clone());
    let said = wire.slice(move |session| match &session.kept {
        Asset::Idle | Asset::Coming => String::new(),
        Asset::Failed(_) => words.failed.clone(),
        Asset::Here(_) if session.draft.is_filled() => words.filled.clone(),
        Asset::Here(phones) => match phones.len() {
            0 => words.none.clone(),
            1..=MOST_KEPT => String::new(),
            _ => words.rest.clone(),
        },
    });
    view! {
        <div class="stack" hidden=foreign.live()>
            <p>{button(wire, "button button-quiet", still(wire, offer), Drafting::RecordAsked, asked)}</p>
            <div hidden=alone.live()>
                <p id="kept-phones">{which}</p>
                <div class="row" role="group" aria-labelledby="kept-phones">{choices}</div>
            </div>
            <p role="status">{said.live()}</p>
        </div>
    }
}

/// How many kept phones there are to choose from.
fn count(session: &Session) -> usize {
    session.kept.here().map_or(0, Vec::len)
}

/// What its owner calls a kept phone, or its model.
fn name(session: &Session, place: usize) -> Option<String> {
    let phone = session.kept.here()?.get(place)?;
    let named = [Detail::Nickname, Detail::Model].map(|detail| phone.detail(detail));
    named.into_iter().find(|name| !name.is_empty()).map(str::to_owned)
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
