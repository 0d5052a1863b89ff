//! Two codes for another device: the first opens the page that reads copies, the second is one phone.
//!
//! They are shown one after the other and only after a press: who can see the screen can read them.

use domain::away::Way;
use domain::event::Event;
use domain::slip;
use leptos::prelude::*;

use super::copy_answer::{answer, none, phones};
use crate::parts::card;
use crate::parts::icon::{Icon, Sign};
use crate::parts::qr::Qr;
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// Round the two codes.
    pub struct Words {
        show: String,
        hide: String,
        first: String,
        first_label: String,
        second: String,
        second_label: String,
        of_phones: String,
        not_whole: String,
        next: String,
        back: String,
        read: String,
        read_all: String,
        /// The address of the page that opens copies, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) address: String,
    }
}

/// What stands on the screen: the code itself, its name, and what to do with it.
struct Showing {
    text: String,
    label: String,
    sentences: Vec<String>,
}

/// The button that shows the codes, the codes, and the way through them.
#[island]
pub fn SecondDevice() -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("copies.second");
    let names: card::Words = wire.words("copies.card");
    let none = none(wire);
    let phones = phones(wire);
    // The place of the code that is shown: the page first, then each phone.
    let shown = RwSignal::new(None::<usize>);
    let last = move || shown.get().is_some_and(|place| place >= phones.with(Vec::len));
    let said = StoredValue::new(words.clone());
    let showing = move || {
        let place = shown.get()?;
        let showing = said.with_value(|words| match place.checked_sub(1) {
            None => Some(Showing {
                text: words.address.clone(),
                label: words.first_label.clone(),
                sentences: vec![words.first.clone(), words.address.clone()],
            }),
            Some(place) => phones.with(|phones| {
                let (_, phone) = phones.get(place)?;
                let slip = slip::write(phone);
                let (name, number, count) = (names.name(phone), (place + 1).to_string(), phones.len().to_string());
                let of = fill(&words.of_phones, &[("name", &name), ("number", &number), ("count", &count)]);
                let left_out = (!slip.whole).then(|| words.not_whole.clone());
                let sentences = [of, words.second.clone()].into_iter().chain(left_out).collect();
                let label = fill(&words.second_label, &[("name", &name)]);
                Some(Showing { text: slip.text, label, sentences })
            }),
        })?;
        let sentences = showing.sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
        Some(view! {
            <div class="stack">{sentences}</div>
            <Qr text=showing.text label=showing.label />
        })
    };
    let toggle = move |_| shown.update(|shown| *shown = if shown.is_some() { None } else { Some(0) });
    // One button leads on and, after the last code, says that all were read: the focus stays where it is.
    let on = move |_| {
        if last() {
            shown.set(None);
            wire.send(Event::CopyLeft(Way::SecondDevice));
        } else {
            shown.update(|shown| *shown = shown.map(|place| place + 1));
        }
    };
    let back = move |_| shown.update(|shown| *shown = shown.map(|place| place.saturating_sub(1)));
    let on_label = move || {
        said.with_value(|words| match phones.with(Vec::len) {
            _ if !last() => words.next.clone(),
            1 => words.read.clone(),
            count => fill(&words.read_all, &[("count", &count.to_string())]),
        })
    };
    let toggle_label =
        move || said.with_value(|words| if shown.get().is_some() { words.hide.clone() } else { words.show.clone() });
    view! {
        <div class="stack" hidden=move || none.get()>
            <p>
                <button
                    type="button" class="button button-quiet" aria-controls="codes"
                    aria-expanded=move || if shown.get().is_some() { "true" } else { "false" } on:click=toggle
                >
                    <Icon sign=Sign::Code />" "{toggle_label}
                </button>
            </p>
            <div class="stack" id="codes" hidden=move || shown.get().is_none()>
                <div class="codes stack" role="status">{showing}</div>
                <p class="row">
                    <button type="button" class="button" on:click=on>{on_label}</button>
                    <button type="button" class="button button-quiet" on:click=back>{words.back}</button>
                </p>
            </div>
            {answer(wire, Way::SecondDevice)}
        </div>
    }
}
