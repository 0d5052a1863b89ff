//! Cards on paper: their size, the button that prints them, and the cards.
//!
//! The size is a radio button that the style for paper reads; the cards are drawn on paper alone.

use domain::away::Way;
use domain::phone::{Phone, PhoneId};
use domain::slip;
use leptos::prelude::*;

use super::copy_answer::{answer, choose, none, phones};
use crate::parts::card::{self, card};
use crate::parts::icon::{Icon, Sign};
use crate::parts::qr::Qr;
use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// Cards on paper.
    pub struct Words {
        size: String,
        sheet: String,
        wallet: String,
        press: String,
        cards: String,
        code: String,
    }
}

/// The size of the cards, and the button that prints them.
#[island]
pub fn PrintCopy() -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("copies.print");
    let text = StoredValue::new(wire.words("copies.card"));
    let none = none(wire);
    view! {
        <div class="stack" hidden=move || none.get()>
            <fieldset class="choices">
                <legend>{words.size}</legend>
                <div class="choices-list">
                    <label class="choice">
                        <input type="radio" name="paper" value="sheet" checked=true /><span>{words.sheet}</span>
                    </label>
                    <label class="choice">
                        <input type="radio" name="paper" value="wallet" /><span>{words.wallet}</span>
                    </label>
                </div>
            </fieldset>
            <p>
                <button type="button" class="button" on:click=move |_| choose(wire, Way::Printed, text)>
                    <Icon sign=Sign::Print />" "{words.press}
                </button>
            </p>
            {answer(wire, Way::Printed)}
        </div>
    }
}

/// The cards themselves: only paper shows them.
#[island]
pub fn PaperCards() -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("copies.print");
    let text: card::Words = wire.words("copies.card");
    let phones = phones(wire);
    let cards = move || {
        let one = |(_, phone): &(PhoneId, Phone)| {
            let code = view! { <Qr text=slip::write(phone).text label=words.code.clone() /> };
            view! { <li>{card(phone, &text, code)}</li> }
        };
        phones.with(|phones| phones.iter().map(one).collect_view())
    };
    view! {
        <section class="paper-only" aria-label=words.cards>
            <ul class="kept paper-cards" role="list">{cards}</ul>
        </section>
    }
}
