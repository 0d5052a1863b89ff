//! The kept phones: each with its numbers, as a card to print, and as text to take away.

use domain::effect::Document;
use domain::event::Event;
use domain::kept_number::KeptNumber;
use domain::phone::{Phone, PhoneId};
use domain::record::ChangeError;
use domain::session::Handed;
use domain::store::{Store, StoreError};
use leptos::either::EitherOf4;
use leptos::prelude::*;

use super::number::{self, Groups};
use crate::parts::icon::{Icon, Sign};
use crate::parts::ring::Stamp;
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::{Slice, Wire};

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
        gone: String,
        failed: String,
    }
}

spoken! {
    /// The ways off the phone.
    pub struct AwayWords {
        title: String,
        text: String,
        print: String,
        copy: String,
        save: String,
        copied: String,
        saved: String,
        refused: String,
        text_label: String,
    }
}

spoken! {
    /// The labels on a card.
    pub struct CardWords {
        made_by: String,
        model: String,
        colour: String,
        network: String,
        serial: String,
        notes: String,
        keep: String,
        after: String,
        /// The address of the stolen walk on this site, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub address: String,
    }
}

impl StoreWords {
    fn say(&self, store: &Store) -> Option<String> {
        let Store::Refused(error) = store else { return None };
        let sentence = match error {
            StoreError::Blocked => &self.blocked,
            StoreError::Full => &self.full,
            StoreError::Newer => &self.newer,
            StoreError::Damaged { .. } => &self.damaged,
            StoreError::Change(ChangeError::TooManyPhones) => &self.too_many,
            StoreError::Change(ChangeError::NoSuchPhone) => &self.gone,
            StoreError::Failed => &self.failed,
        };
        Some(sentence.clone())
    }
}

/// The name of the file in which phones are saved: it tells nothing about them.
const FILE: &str = "ringfence-phones.txt";
/// The name of the file for a record that could not be read.
const DAMAGED: &str = "ringfence-damaged.txt";

/// Notices of the store, the list, and the ways off the phone.
pub(super) fn list(wire: Wire, words: &number::Words) -> impl IntoView + use<> {
    let phones = wire.slice(|session| {
        session.record.phones().map(|(id, phone)| (id, phone.clone())).collect::<Vec<(PhoneId, Phone)>>()
    });
    let said = words.clone();
    let items = move || phones.get().into_iter().map(|(id, phone)| item(wire, id, &phone, &said)).collect_view();
    let away_words = words.clone();
    let away = move || (!phones.get().is_empty()).then(|| away(wire, phones, &away_words));
    let none = words.list.none.clone();
    let none = move || phones.get().is_empty().then(|| view! { <p class="soft">{none.clone()}</p> });
    view! {
        <section class="band" aria-labelledby="phones">
            <h2 id="phones">{words.list.title.clone()}</h2>
            <div class="stack" role="status">{store_notice(wire, words)}{removal_notice(wire, words)}</div>
            {none}
            <ul class="kept" role="list">{items}</ul>
        </section>
        {away}
    }
}

fn store_notice(wire: Wire, words: &number::Words) -> impl IntoView + use<> {
    let store = wire.slice(|session| session.store.clone());
    let has_phones = wire.slice(|session| session.record.phones().next().is_some());
    let words = words.store.clone();
    move || {
        let store = store.get();
        let kept = has_phones.get();
        match words.say(&store) {
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

fn removal_notice(wire: Wire, words: &number::Words) -> impl IntoView + use<> {
    let removed = wire.slice(|session| session.removed.is_some());
    let (said, undo) = (words.list.removed.clone(), words.list.undo.clone());
    move || {
        removed.get().then(|| {
            let bring = move |_| wire.send(Event::RemovalUndone);
            view! {
                <div class="notice">
                    <p>{said.clone()}</p>
                    <p><button type="button" class="button button-quiet" on:click=bring>{undo.clone()}</button></p>
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
    let typed = [phone.nickname.as_str(), phone.model.as_str()].into_iter().find(|text| !text.is_empty());
    typed.map_or_else(|| words.list.unnamed.clone(), str::to_owned)
}

/// What describes the phone: label and value, in the order of a card; nothing that is empty.
fn pairs(phone: &Phone, words: &number::Words) -> Vec<(String, String)> {
    let card = &words.card;
    let make = phone.platform.and_then(|platform| words.form.platforms.get(platform.slug()).cloned());
    let rows = [
        (&card.made_by, make.unwrap_or_default()),
        (&card.model, phone.model.as_str().to_owned()),
        (&card.colour, phone.colour.as_str().to_owned()),
        (&card.network, phone.network.as_str().to_owned()),
        (&card.serial, phone.serial.as_str().to_owned()),
        (&card.notes, phone.notes.as_str().to_owned()),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| (label.clone(), value)).collect()
}

fn about(phone: &Phone, words: &number::Words) -> impl IntoView + use<> {
    let rows = pairs(phone, words).into_iter().map(|(label, value)| view! { <dt>{label}</dt><dd>{value}</dd> });
    rows.collect_view()
}

/// The phones as text: what a person pastes into a password manager or a message to themselves.
fn as_text(phones: &[(PhoneId, Phone)], words: &number::Words) -> String {
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
    phones.iter().map(|(_, phone)| one(phone)).collect::<Vec<_>>().join("\n\n")
}

fn away(wire: Wire, phones: Slice<Vec<(PhoneId, Phone)>>, words: &number::Words) -> impl IntoView + use<> {
    let away = words.away.clone();
    let text = as_text(&phones.get(), words);
    let (to_copy, to_save) = (text.clone(), text.clone());
    let handed = wire.slice(|session| session.handed);
    let (copied, saved, refused) = (away.copied.clone(), away.saved.clone(), away.refused.clone());
    let outcome = handed.get().map(|handed| match handed {
        Handed::Copied => copied.clone(),
        Handed::Saved => saved.clone(),
        Handed::Refused => refused.clone(),
    });
    view! {
        <section class="band band-tint screen-only" aria-labelledby="away">
            <h2 id="away">{away.title}</h2>
            <p>{away.text}</p>
            <p class="row">
                <button type="button" class="button" on:click=move |_| wire.send(Event::PrintAsked(None))>
                    <Icon sign=Sign::Print />" "{away.print}
                </button>
                <button
                    type="button" class="button button-quiet"
                    on:click=move |_| wire.send(Event::CopyAsked(Document(to_copy.clone())))
                >
                    <Icon sign=Sign::Copy />" "{away.copy}
                </button>
                <button
                    type="button" class="button button-quiet"
                    on:click=move |_| wire.send(Event::SaveAsked(FILE, Document(to_save.clone())))
                >
                    <Icon sign=Sign::Save />" "{away.save}
                </button>
            </p>
            <p role="status">{outcome}</p>
            <details>
                <summary>{away.text_label.clone()}</summary>
                <textarea class="input" rows="6" readonly aria-label=away.text_label prop:value=text></textarea>
            </details>
        </section>
    }
}
