//! What the number reader understood, said while a person types.
//!
//! Every kind of answer has its words; nothing is corrected in silence.

use domain::form::{Field, Form};
use domain::imei::Imei;
use domain::kept_number::KeptNumber;
use domain::reading::{Found, Kind, Neighbour, Outcome, Reading, Reason};
use leptos::prelude::*;

use crate::parts::said::{Table, spoken};

use crate::parts::template::fill;

spoken! {
    /// What the reader says.
    pub struct Words {
        pub(super) title: String,
        pub(super) number: String,
        pub(super) hint: String,
        groups: String,
        so_far: String,
        suggestion: String,
        take: String,
        look_again: String,
        places: String,
        slot: String,
        /// By the name of the reason.
        reason: Table,
        /// By the kind of identifier.
        neighbour: Table,
        pub(crate) form: super::phone_form::Words,
        pub(super) fault: super::phone_form::FaultWords,
        pub(super) list: super::phone_list::Words,
        pub(super) store: super::phone_list::StoreWords,
        pub(super) away: super::phone_list::AwayWords,
        pub(crate) card: super::phone_list::CardWords,
    }
}

/// What stands under the field: the numbers found, what else was found, or how far the digits go.
pub(super) fn understood<F>(form: &Form, words: &Words, left: bool, take: F) -> Option<impl IntoView + use<F>>
where
    F: Fn(Imei) + Clone + 'static,
{
    if form.text(Field::Number).trim().is_empty() {
        return None;
    }
    let reading = form.reading();
    let neighbours = reading.neighbours().iter().filter_map(|neighbour| words.neighbour.get(kind(neighbour)));
    let neighbours = neighbours.map(|sentence| view! { <p class="hint">{sentence.clone()}</p> }).collect_view();
    let numbers = reading.numbers().iter().map(|found| one(found, words, take.clone())).collect_view();
    let rest = reading.numbers().is_empty().then(|| nothing_yet(&reading, words, left));
    Some(view! { {numbers} {rest} {neighbours} })
}

/// While digits still come, how many there are; once the field was left, why it is no number.
fn nothing_yet(reading: &Reading, words: &Words, left: bool) -> Option<impl IntoView + use<>> {
    let count = reading.digits().to_string();
    let still_typing = !left && matches!(reading.reason(), Reason::TooShort | Reason::Empty);
    let sentence = if still_typing {
        fill(&words.so_far, &[("digits", &count)])
    } else {
        let said = words.reason.get(reading.reason().slug()).cloned().unwrap_or_default();
        fill(&said, &[("digits", &count)])
    };
    // Another identifier alone says for itself what it is.
    let other = matches!(reading.kind(), Kind::Eid | Kind::Iccid | Kind::Meid);
    (!other).then(|| view! { <p class="reading reading-open"><span>{sentence}</span></p> })
}

fn one<F>(found: &Found, words: &Words, take: F) -> impl IntoView + use<F>
where
    F: Fn(Imei) + Clone + 'static,
{
    let sentence = words.reason.get(found.reason().slug()).cloned().unwrap_or_default();
    let slot = found.slot().map(|slot| fill(&words.slot, &[("slot", &slot.to_string())]));
    let checked = found.outcome() == Outcome::Checked;
    let class = if checked { "reading" } else { "reading reading-open" };
    let shown = found.kept().map(|kept| view! { <Groups number=kept /> });
    let compare = checked.then(|| view! { <p class="hint">{words.groups.clone()}</p> });
    let offer = found.suggestion().filter(|_| !checked).map(|imei| {
        let take = take.clone();
        view! {
            <p>{words.suggestion.clone()}" "<Groups number=KeptNumber::Checked(imei) /></p>
            <p><button type="button" class="button button-quiet" on:click=move |_| take(imei)>{words.take.clone()}</button></p>
        }
    });
    let again = found.garbled().map(|garbled| {
        let places = garbled.swap_repairs().map(|(place, _)| {
            let (first, second) = ((place + 1).to_string(), (place + 2).to_string());
            view! { <li>{fill(&words.places, &[("first", &first), ("second", &second)])}</li> }
        });
        let places: Vec<_> = places.take(4).collect();
        (!places.is_empty()).then(|| view! { <p>{words.look_again.clone()}</p><ul>{places}</ul> })
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

/// A number in the groups in which people compare it.
#[component]
pub fn Groups(
    /// The number.
    number: KeptNumber,
) -> impl IntoView {
    let groups: Vec<String> = match &number {
        KeptNumber::Checked(imei) => imei.groups().map(str::to_owned).to_vec(),
        KeptNumber::Unchecked(unchecked) => {
            let text = unchecked.as_str();
            [text.get(..2), text.get(2..8), text.get(8..14), text.get(14..)]
                .into_iter()
                .flatten()
                .filter(|group| !group.is_empty())
                .map(str::to_owned)
                .collect()
        }
    };
    let groups = groups.into_iter().map(|group| view! { <span>{group}</span>" " }).collect_view();
    view! { <bdi class="number" dir="ltr">{groups}</bdi> }
}

const fn kind(neighbour: &Neighbour) -> &'static str {
    match neighbour {
        Neighbour::Eid(_) => "eid",
        Neighbour::Iccid(_) => "iccid",
        Neighbour::Meid(..) => "meid",
        Neighbour::Serial(_) => "serial",
        Neighbour::Imsi => "imsi",
        Neighbour::Telephone => "telephone",
        Neighbour::Misread(_) => "misread",
    }
}
