//! The numbers of the kept phones with a button each: what the form of the national register asks for.
//!
//! A number is copied as bare digits, because forms refuse spaces.

use domain::effect::Document;
use domain::event::Event;
use domain::kept_number::KeptNumber;
use domain::phone::{Phone, PhoneId};
use domain::session::Handed;
use leptos::prelude::*;

use super::copy_answer::{none, phones};
use crate::parts::card;
use crate::parts::groups::Groups;
use crate::parts::icon::{Icon, Sign};
use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// Round the numbers.
    pub struct Words {
        title: String,
        copy: String,
        copied: String,
        refused: String,
        /// Shared with other pages; put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) card: card::Words,
    }
}

/// Every number of every kept phone; nothing where none is kept.
#[island]
pub fn CopyNumbers() -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("numbers");
    let phones = phones(wire);
    let none = none(wire);
    let handed = wire.slice(|session| session.handed);
    let (copied, refused) = (words.copied.clone(), words.refused.clone());
    let outcome = move || match handed.get() {
        Some(Handed::Copied) => copied.clone(),
        Some(Handed::Refused) => refused.clone(),
        Some(Handed::Saved) | None => String::new(),
    };
    let title = words.title.clone();
    let items = move || {
        let phone = |(_, phone): &(PhoneId, Phone)| {
            let name = words.card.name(phone);
            let numbers = phone.numbers().iter().enumerate();
            let rows = numbers.map(|(place, number)| row(wire, &name, place, *number, &words)).collect_view();
            view! { <li><strong>{name.clone()}</strong><ul class="numbers" role="list">{rows}</ul></li> }
        };
        phones.with(|phones| phones.iter().map(phone).collect_view())
    };
    view! {
        <div class="stack" hidden=move || none.get()>
            <h3>{title}</h3>
            <ul class="numbers" role="list">{items}</ul>
            <p role="status">{outcome}</p>
        </div>
    }
}

fn row(wire: Wire, name: &str, place: usize, number: KeptNumber, words: &Words) -> impl IntoView + use<> {
    let label = words.card.imei(place);
    let copy = move |_| wire.send(Event::CopyAsked(Document(number.as_str().to_owned())));
    view! {
        <li class="row">
            <span>{label.clone()}</span>
            <Groups number />
            <button type="button" class="button button-quiet" on:click=copy>
                <Icon sign=Sign::Copy />" "{words.copy.clone()}<span class="unseen">" "{label}" "{name.to_owned()}</span>
            </button>
        </li>
    }
}
