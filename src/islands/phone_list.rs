//! The kept phones: each with its numbers, as a card to print, and as text to take away.

use domain::detail::Detail;
use domain::effect::Document;
use domain::event::Event;
use domain::form::Field;
use domain::kept_number::KeptNumber;
use domain::phone::{Phone, PhoneId};
use domain::record::{ChangeError, Record};
use domain::store::{Store, StoreError};
use leptos::either::EitherOf4;
use leptos::prelude::*;

use super::away;
use super::number::{self, Said};
use crate::parts::groups::Groups;
use crate::parts::ring::Stamp;
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the list says.
    pub struct Words {
        title: String,
        none: String,
        unnamed: String,
        imei: String,
        checked: String,
        unchecked: String,
        edit: String,
        remove: String,
        removed: String,
        undo: String,
    }
}

spoken! {
    /// How keeping went.
    pub struct StoreWords {
        kept: String,
        keeping: String,
        blocked: String,
        full: String,
        newer: String,
        damaged: String,
        damaged_save: String,
        too_many: String,
        waiting: String,
        gone: String,
        failed: String,
    }
}

spoken! {
    /// What a card says besides the phone.
    pub struct CardWords {
        keep: String,
        after: String,
        /// The address of the stolen walk on this site, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub address: String,
    }
}

impl StoreWords {
    fn say(&self, store: &Store, waiting: usize) -> Option<String> {
        let Store::Refused(error) = store else { return None };
        let sentence = match error {
            StoreError::Blocked => &self.blocked,
            StoreError::Full => &self.full,
            StoreError::Newer => &self.newer,
            StoreError::Damaged { .. } => &self.damaged,
            StoreError::Change(ChangeError::TooManyPhones) if waiting > 0 => {
                return Some(fill(&self.waiting, &[("count", &waiting.to_string())]));
            }
            StoreError::Change(ChangeError::TooManyPhones) => &self.too_many,
            StoreError::Change(ChangeError::NoSuchPhone) => &self.gone,
            StoreError::Failed => &self.failed,
        };
        Some(sentence.clone())
    }
}

/// The name of the file for a record that could not be read.
const DAMAGED: &str = "ringfence-damaged.txt";

/// Notices of the store, the list, and the ways off the phone.
pub(super) fn list(wire: Wire, said: Said) -> impl IntoView + use<> {
    let words = said.with_value(|words| words.list.clone());
    let phones = wire.slice(|session| {
        session.record.phones().map(|(id, phone)| (id, phone.clone())).collect::<Vec<(PhoneId, Phone)>>()
    });
    let item = move |(id, phone): (PhoneId, Phone)| said.with_value(|words| item(wire, id, &phone, words));
    let items = move || phones.get().into_iter().map(item).collect_view();
    let none = wire.slice(|session| session.record.phones().next().is_none());
    view! {
        <section class="band" aria-labelledby="phones">
            <h2 id="phones">{words.title}</h2>
            <div class="stack" role="status">{store_notice(wire, said)}{removal_notice(wire, said)}</div>
            {away::status(wire, said)}
            <p class="soft" hidden=move || !none.get()>{words.none}</p>
            <ul class="kept" role="list">{items}</ul>
        </section>
        {away::section(wire, said)}
    }
}

fn store_notice(wire: Wire, said: Said) -> impl IntoView + use<> {
    let store = wire.slice(|session| session.store.clone());
    let waiting = wire.slice(|session| session.waiting());
    let has_phones = wire.slice(|session| session.record.phones().next().is_some());
    let words = said.with_value(|words| words.store.clone());
    move || {
        let store = store.get();
        let kept = has_phones.get();
        match words.say(&store, waiting.get()) {
            Some(sentence) => EitherOf4::A(
                view! { <div class="notice notice-problem"><p>{sentence}</p>{damaged(wire, store, &words)}</div> },
            ),
            None if store == Store::Kept && kept => {
                EitherOf4::B(view! { <div class="notice notice-saved"><p>{words.kept.clone()}</p></div> })
            }
            None if store == Store::Keeping => EitherOf4::C(view! { <p class="hint">{words.keeping.clone()}</p> }),
            None => EitherOf4::D(()),
        }
    }
}

/// A damaged record is not lost: the person can take it away as a file.
fn damaged(wire: Wire, store: Store, words: &StoreWords) -> Option<impl IntoView + use<>> {
    let Store::Refused(StoreError::Damaged { text }) = store else { return None };
    let save = move |_| wire.send(Event::SaveAsked(DAMAGED, Document(text.clone())));
    let label = words.damaged_save.clone();
    Some(view! { <p><button type="button" class="button button-quiet" on:click=save>{label}</button></p> })
}

/// The phone that went last can come back, then the one before it.
fn removal_notice(wire: Wire, said: Said) -> impl IntoView + use<> {
    let last = wire.slice(|session| session.removed.last().map(|(_, phone)| phone.clone()));
    move || {
        last.get().map(|phone| {
            let (sentence, undo) = said.with_value(|words| {
                (fill(&words.list.removed, &[("name", &name(&phone, words))]), words.list.undo.clone())
            });
            let bring = move |_| wire.send(Event::RemovalUndone);
            view! {
                <div class="notice">
                    <p>{sentence}</p>
                    <p><button type="button" class="button button-quiet" on:click=bring>{undo}</button></p>
                </div>
            }
        })
    }
}

fn item(wire: Wire, id: PhoneId, phone: &Phone, words: &number::Words) -> impl IntoView + use<> {
    let name = name(phone, words);
    let edit = move |_| wire.send(Event::EditAsked(id));
    let remove = move |_| wire.send(Event::RemovalAsked(id));
    let about = about(phone, words);
    // The closed ring on the card: every number was checked.
    let stamp = phone.numbers().iter().all(|number| number.checked().is_some()).then(|| view! { <Stamp /> });
    let numbers = phone.numbers().iter().enumerate().map(|(place, number)| {
        let label = fill(&words.list.imei, &[("place", &(place + 1).to_string())]);
        let (class, badge) = match number {
            KeptNumber::Checked(_) => ("badge badge-checked", words.list.checked.clone()),
            KeptNumber::Unchecked(_) => ("badge", words.list.unchecked.clone()),
        };
        view! {
            <p>{label}" "<span class=class>{badge}</span></p>
            <Groups number=*number />
        }
    });
    let numbers = numbers.collect_view();
    view! {
        <li>
            <article class="card">
                <h3>{name.clone()}</h3>
                {stamp}
                {numbers}
                <dl class="pairs">{about}</dl>
                <p class="paper-only source">{words.card.keep.clone()}</p>
                <p class="paper-only source">{fill(&words.card.after, &[("address", &words.card.address)])}</p>
            </article>
            <p class="row screen-only">
                <button type="button" class="button button-quiet" on:click=edit>
                    {words.list.edit.clone()}<span class="unseen">" "{name.clone()}</span>
                </button>
                <button type="button" class="button button-quiet" on:click=remove>
                    {words.list.remove.clone()}<span class="unseen">" "{name}</span>
                </button>
            </p>
        </li>
    }
}

fn name(phone: &Phone, words: &number::Words) -> String {
    let typed = [Detail::Nickname, Detail::Model].map(|detail| phone.detail(detail));
    let typed = typed.into_iter().find(|text| !text.is_empty());
    typed.map_or_else(|| words.list.unnamed.clone(), str::to_owned)
}

/// What describes the phone: label and value, in the order of a card; nothing that is empty, and not the name above it.
fn pairs(phone: &Phone, words: &number::Words) -> Vec<(String, String)> {
    let form = &words.form;
    let make = phone.platform.and_then(|platform| form.platforms.get(platform.slug()).cloned());
    let medical_id = phone.medical_id.and_then(|answer| form.medical_id.get(answer.slug()).cloned());
    let details = Detail::ALL.iter().filter(|detail| **detail != Detail::Nickname).map(|detail| {
        let text = phone.detail(*detail);
        let value = match detail.agrees(text) {
            Some(false) => [text, " (", &words.list.unchecked, ")"].concat(),
            _ => text.to_owned(),
        };
        (Field::Of(*detail), value)
    });
    let rows = std::iter::once((Field::Platform, make.unwrap_or_default()))
        .chain(details)
        .chain([(Field::MedicalId, medical_id.unwrap_or_default())]);
    rows.filter(|(_, value)| !value.is_empty()).map(|(field, value)| (form.label(field), value)).collect()
}

fn about(phone: &Phone, words: &number::Words) -> impl IntoView + use<> {
    let rows = pairs(phone, words).into_iter().map(|(label, value)| view! { <dt>{label}</dt><dd>{value}</dd> });
    rows.collect_view()
}

/// The phones as text: what a person pastes into a password manager or a message to themselves.
pub(super) fn as_text(record: &Record, words: &number::Words) -> String {
    let one = |phone: &Phone| {
        let mut lines = vec![name(phone, words)];
        for (place, number) in phone.numbers().iter().enumerate() {
            let label = fill(&words.list.imei, &[("place", &(place + 1).to_string())]);
            let mark = if number.checked().is_some() { &words.list.checked } else { &words.list.unchecked };
            lines.push(format!("{label}: {} ({mark})", number.as_str()));
        }
        lines.extend(pairs(phone, words).into_iter().map(|(label, value)| format!("{label}: {value}")));
        lines.join("\n")
    };
    record.phones().map(|(_, phone)| one(phone)).collect::<Vec<_>>().join("\n\n")
}
