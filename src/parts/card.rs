//! A phone as a card and as text: what people print, send, paste and compare.
//!
//! Record shows the card on the screen, Copies puts it on paper; both say the same of a phone.

use domain::detail::Detail;
use domain::form::Field;
use domain::kept_number::KeptNumber;
use domain::phone::Phone;
use domain::record::Record;
use leptos::prelude::*;

use crate::parts::groups::Groups;
use crate::parts::ring::Stamp;
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;

spoken! {
    /// What a card says besides the phone.
    pub struct Words {
        unnamed: String,
        imei: String,
        /// The mark of a number whose check digit fits.
        pub checked: String,
        /// The mark of any other.
        pub unchecked: String,
        keep: String,
        after: String,
        /// By the name of the field.
        label: Table,
        /// By the answer to whether the Medical ID is filled in.
        pub medical_id: Table,
        /// The names of the makes, by their slug; put in from the guides' titles.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub platforms: Table,
        /// The address of the stolen walk on this site, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub address: String,
    }
}

impl Words {
    /// What a field is called.
    pub fn label(&self, field: Field) -> String {
        self.label.get(field.slug()).cloned().unwrap_or_default()
    }

    /// What a phone's number is called, by its place among the phone's numbers, counted from 0.
    pub fn imei(&self, place: usize) -> String {
        fill(&self.imei, &[("place", &(place + 1).to_string())])
    }

    /// What a phone is called: as its owner calls it, or by its model.
    pub fn name(&self, phone: &Phone) -> String {
        let typed = [Detail::Nickname, Detail::Model].map(|detail| phone.detail(detail));
        let typed = typed.into_iter().find(|text| !text.is_empty());
        typed.map_or_else(|| self.unnamed.clone(), str::to_owned)
    }

    /// What describes the phone: label and value, in the order of a card; nothing that is empty, and not the name above it.
    fn pairs(&self, phone: &Phone) -> Vec<(String, String)> {
        let make = phone.platform.and_then(|platform| self.platforms.get(platform.slug()).cloned());
        let medical_id = phone.medical_id.and_then(|answer| self.medical_id.get(answer.slug()).cloned());
        let details = Detail::ALL.iter().filter(|detail| **detail != Detail::Nickname).map(|detail| {
            let text = phone.detail(*detail);
            let value = match detail.agrees(text) {
                Some(false) => [text, " (", &self.unchecked, ")"].concat(),
                _ => text.to_owned(),
            };
            (Field::Of(*detail), value)
        });
        let rows = std::iter::once((Field::Platform, make.unwrap_or_default()))
            .chain(details)
            .chain([(Field::MedicalId, medical_id.unwrap_or_default())]);
        rows.filter(|(_, value)| !value.is_empty()).map(|(field, value)| (self.label(field), value)).collect()
    }

    fn numbers(&self, phone: &Phone) -> Vec<String> {
        let line = |(place, number): (usize, &KeptNumber)| {
            let mark = if number.checked().is_some() { &self.checked } else { &self.unchecked };
            format!("{}: {} ({mark})", self.imei(place), number.as_str())
        };
        phone.numbers().iter().enumerate().map(line).collect()
    }

    /// All phones as text: what a person pastes into a password manager or a message to themselves.
    pub fn text(&self, record: &Record) -> String {
        let one = |phone: &Phone| {
            let pairs = self.pairs(phone).into_iter().map(|(label, value)| format!("{label}: {value}"));
            let lines = std::iter::once(self.name(phone)).chain(self.numbers(phone)).chain(pairs);
            lines.collect::<Vec<_>>().join("\n")
        };
        record.phones().map(|(_, phone)| one(phone)).collect::<Vec<_>>().join("\n\n")
    }

    /// Names and numbers alone: what fits where the whole text does not.
    pub fn short_text(&self, record: &Record) -> String {
        let one = |phone: &Phone| [vec![self.name(phone)], self.numbers(phone)].concat().join("\n");
        record.phones().map(|(_, phone)| one(phone)).collect::<Vec<_>>().join("\n\n")
    }
}

/// One phone's card; `code` stands beside its numbers, on paper.
pub fn card<V: IntoView>(phone: &Phone, words: &Words, code: V) -> impl IntoView + use<V> {
    // The closed ring on the card: every number was checked.
    let stamp = phone.numbers().iter().all(|number| number.checked().is_some()).then(|| view! { <Stamp /> });
    let numbers = phone.numbers().iter().enumerate().map(|(place, number)| {
        let (class, badge) = match number {
            KeptNumber::Checked(_) => ("badge badge-checked", words.checked.clone()),
            KeptNumber::Unchecked(_) => ("badge", words.unchecked.clone()),
        };
        view! {
            <p>{words.imei(place)}" "<span class=class>{badge}</span></p>
            <Groups number=*number />
        }
    });
    let numbers = numbers.collect_view();
    let pairs = words.pairs(phone).into_iter().map(|(label, value)| view! { <dt>{label}</dt><dd>{value}</dd> });
    let pairs = pairs.collect_view();
    view! {
        <article class="card">
            <h3>{words.name(phone)}</h3>
            {stamp}
            {code}
            {numbers}
            <dl class="pairs">{pairs}</dl>
            <p class="paper-only source">{words.keep.clone()}</p>
            <p class="paper-only source">{fill(&words.after, &[("address", &words.address)])}</p>
        </article>
    }
}
