//! What the number reader understood, said while a person types.
//!
//! Every kind of answer has its words; nothing is corrected in silence.

use domain::event::Event;
use domain::form::Form;
use domain::kept_number::KeptNumber;
use domain::reading::{Found, Kind, Neighbour, Outcome, Reading, Reason};
use domain::repair::Slip;
use domain::tac::Tac;
use leptos::prelude::*;

use crate::parts::groups::Groups;
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the reader says.
    pub struct Words {
        pub(super) title: String,
        groups: String,
        so_far: String,
        suggestion: String,
        take: String,
        near: String,
        look_again: String,
        places: String,
        place: String,
        slot: String,
        /// By the name of the reason.
        reason: Table,
        /// By the kind of identifier.
        neighbour: Table,
        pub(super) picture: super::picture::Words,
        pub(super) form: super::phone_form::Words,
        pub(super) fault: super::phone_form::FaultWords,
        pub(super) clash: super::phone_clash::Words,
        /// The address of the page of copies is put in by the page.
        pub(crate) list: super::phone_list::Words,
        pub(super) store: super::phone_list::StoreWords,
        /// Shared with the page of copies; put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) status: super::copy_status::Words,
        /// Shared with the page of copies; put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) card: crate::parts::card::Words,
    }
}

/// The words of the whole walk, cheap to copy into every part of it.
pub(super) type Said = StoredValue<Words>;

/// What stands under the field: the numbers found, what else was found, or how far the digits go.
pub(super) fn understood(
    wire: Wire,
    form: &Form,
    known: &[Tac],
    said: Said,
    left: bool,
) -> Option<impl IntoView + use<>> {
    let reading = form.reading()?;
    said.with_value(|words| {
        let numbers = reading.numbers().iter().map(|found| one(wire, found, known, words)).collect_view();
        let rest = nothing_yet(reading, words, left);
        let rest = rest.map(|sentence| view! { <p class="reading reading-open"><span>{sentence}</span></p> });
        let beside = beside(reading, words).map(|sentence| view! { <p class="hint">{sentence.to_owned()}</p> });
        Some(view! { {numbers} {rest} {beside.collect_view()} })
    })
}

/// The same for the ear, once the person pauses.
pub(super) fn aloud(form: &Form, said: Said, left: bool) -> String {
    let Some(reading) = form.reading().filter(|_| left || form.paused) else { return String::new() };
    said.with_value(|words| {
        let numbers = reading.numbers().iter().map(|found| words.reason(found.reason()));
        let rest = nothing_yet(reading, words, left);
        numbers.chain(rest).chain(beside(reading, words).map(str::to_owned)).collect::<Vec<_>>().join(" ")
    })
}

impl Words {
    fn reason(&self, reason: Reason) -> String {
        self.reason.get(reason.slug()).cloned().unwrap_or_default()
    }

    fn slip(&self, slip: Slip) -> String {
        let (form, place) = match slip {
            Slip::Swap(place) => (&self.places, place),
            Slip::Digit(place) => (&self.place, place),
        };
        fill(form, &[("first", &(place + 1).to_string()), ("second", &(place + 2).to_string())])
    }
}

fn beside<'a>(reading: &'a Reading, words: &'a Words) -> impl Iterator<Item = &'a str> {
    reading.neighbours().iter().filter_map(|neighbour| words.neighbour.get(kind(neighbour)).map(String::as_str))
}

/// While digits still come, how many there are; once the field was left, why it is no number.
fn nothing_yet(reading: &Reading, words: &Words, left: bool) -> Option<String> {
    // Another identifier alone says for itself what it is.
    if !reading.numbers().is_empty() || matches!(reading.kind(), Kind::Eid | Kind::Iccid | Kind::Meid) {
        return None;
    }
    let still_typing = !left && matches!(reading.reason(), Reason::TooShort | Reason::Empty);
    let sentence = if still_typing { words.so_far.clone() } else { words.reason(reading.reason()) };
    Some(fill(&sentence, &[("digits", &reading.digits().to_string())]))
}

fn one(wire: Wire, found: &Found, known: &[Tac], words: &Words) -> impl IntoView + use<> {
    let sentence = words.reason(found.reason());
    let slot = found.slot().map(|slot| fill(&words.slot, &[("slot", &slot.to_string())]));
    let checked = found.outcome() == Outcome::Checked;
    let class = if checked { "reading" } else { "reading reading-open" };
    let shown = found.kept().map(|kept| view! { <Groups number=kept /> });
    let compare = checked.then(|| view! { <p class="hint">{words.groups.clone()}</p> });
    let offer = found.suggestion().filter(|_| !checked).map(|imei| {
        let take = move |_| wire.send(Event::SuggestionTaken(imei));
        view! {
            <p>{words.suggestion.clone()}" "<Groups number=KeptNumber::Checked(imei) /></p>
            <p><button type="button" class="button button-quiet" on:click=take>{words.take.clone()}</button></p>
        }
    });
    let again = found.garbled().map(|garbled| {
        let near = garbled.near(known).map(|known| fill(&words.near, &[("known", known.as_str())]));
        let slips = garbled.look_again(known).into_iter().map(|slip| view! { <li>{words.slip(slip)}</li> });
        let slips: Vec<_> = slips.collect();
        let places = (!slips.is_empty()).then(|| view! { <p>{words.look_again.clone()}</p><ul>{slips}</ul> });
        view! { {near.map(|near| view! { <p>{near}</p> })} {places} }
    });
    view! {
        <div class="stack">
            <p class=class>{slot.map(|slot| view! { <strong>{slot}": "</strong> })}<span>{sentence}</span></p>
            {shown}
            {compare}
            {again}
            {offer}
        </div>
    }
}

const fn kind(neighbour: &Neighbour) -> &'static str {
    match neighbour {
        Neighbour::Eid(_) => "eid",
        Neighbour::Iccid(_) => "iccid",
        Neighbour::Meid(..) => "meid",
        Neighbour::Serial(_) => "serial",
        Neighbour::Imsi => "imsi",
        Neighbour::Telephone => "telephone",
        Neighbour::Misread(..) => "misread",
    }
}
