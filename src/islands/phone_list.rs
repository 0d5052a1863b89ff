//! The kept phones: each as its card, what the store said of them, and the way to their copies.

use domain::effect::Document;
use domain::event::Event;
use domain::form::Fault;
use domain::phone::{Phone, PhoneId};
use domain::record::ChangeError;
use domain::session::Handed;
use domain::session::Session;
use domain::store::{Store, StoreError};
use leptos::either::EitherOf5;
use leptos::prelude::*;

use super::copy_status;
use super::number::{self, Said};
use crate::parts::card::card;
use crate::parts::icon::{Icon, Sign};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the list says.
    pub struct Words {
        title: String,
        looking: String,
        none: String,
        edit: String,
        remove: String,
        removed: String,
        undo: String,
        copies: String,
        /// The address of the page of copies, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) copies_page: String,
        /// The address of the page that opens copies, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) open_page: String,
        restore: String,
    }
}

spoken! {
    /// How keeping went.
    pub struct StoreWords {
        kept: String,
        keeping: String,
        delayed: String,
        blocked: String,
        borrowed: String,
        full: String,
        newer: String,
        damaged: String,
        damaged_save: String,
        damaged_by_hand: String,
        damaged_text: String,
        too_many: String,
        waiting: String,
        gone: String,
        failed: String,
        print: String,
        copy: String,
        copied: String,
        refused: String,
    }
}

impl StoreWords {
    fn say(&self, store: &Store, waiting: usize) -> Option<String> {
        let Store::Refused(error) = store else { return None };
        let sentence = match error {
            StoreError::Blocked => &self.blocked,
            StoreError::Borrowed => &self.borrowed,
            StoreError::Full => &self.full,
            StoreError::Newer => &self.newer,
            StoreError::Damaged { .. } => &self.damaged,
            StoreError::Change(ChangeError::TooManyPhones) if waiting > 0 => {
                return Some(fill(&self.waiting, &[("count", &waiting.to_string())]));
            }
            StoreError::Change(ChangeError::TooManyPhones) => &self.too_many,
            StoreError::Change(ChangeError::NoSuchPhone) => &self.gone,
            // The form tells it, with both values.
            StoreError::Change(ChangeError::ChangedMeanwhile) => return None,
            StoreError::Failed => &self.failed,
        };
        Some(sentence.clone())
    }
}

/// The name of the file for a record that could not be read.
const DAMAGED: &str = "ringfence-damaged.txt";

/// Notices of the store, the list, how far copies are and the way to make them.
pub(super) fn list(wire: Wire, said: Said) -> impl IntoView + use<> {
    let (words, status) = said.with_value(|words| (words.list.clone(), words.status.clone()));
    let phones = wire.slice(|session| {
        session.record.phones().map(|(id, phone)| (id, phone.clone())).collect::<Vec<(PhoneId, Phone)>>()
    });
    let item = move |(id, phone): (PhoneId, Phone)| said.with_value(|words| item(wire, id, &phone, words));
    let items = move || phones.get().into_iter().map(item).collect_view();
    let none = wire.slice(|session| session.record.phones().next().is_none());
    let looking = wire.slice(|session| session.store == Store::Waiting);
    // While the first change is on its way, nobody knows yet what lies in the store.
    let bare = wire.slice(|session| {
        matches!(session.store, Store::Kept | Store::Refused(_)) && session.record.phones().next().is_none()
    });
    view! {
        <section class="band" aria-labelledby="phones">
            <h2 id="phones">{words.title}</h2>
            <div class="stack" role="status">{store_notice(wire, said)}{removal_notice(wire, said)}</div>
            {copy_status::status(wire, status)}
            <p class="screen-only" hidden=move || none.get()>
                <a class="button" href=words.copies_page>{words.copies}" "<Icon sign=Sign::Go /></a>
            </p>
            <p class="soft" hidden=move || !looking.get()>{words.looking}</p>
            <p class="soft" hidden=move || !bare.get()>{words.none}" "<a href=words.open_page>{words.restore}</a></p>
            <ul class="kept" role="list">{items}</ul>
        </section>
    }
}

fn store_notice(wire: Wire, said: Said) -> impl IntoView + use<> {
    let store = wire.slice(|session| session.store.clone());
    let waiting = wire.slice(Session::waiting);
    let has_phones = wire.slice(|session| session.record.phones().next().is_some());
    // While the form asks which value stays, nothing of it is kept.
    let clashes = wire.slice(|session| session.form.fault == Some(Fault::ChangedMeanwhile));
    let words = said.with_value(|words| words.store.clone());
    move || {
        let store = store.get();
        let kept = has_phones.get();
        match words.say(&store, waiting.get()) {
            Some(sentence) => EitherOf5::A(view! {
                <div class="notice notice-problem">
                    <p>{sentence}</p>
                    {damaged(wire, store, &words)}
                    {kept.then(|| take_away(wire, said))}
                </div>
            }),
            None if store == Store::Kept && kept && !clashes.get() => {
                EitherOf5::B(view! { <div class="notice notice-saved"><p>{words.kept.clone()}</p></div> })
            }
            None if store == Store::Keeping => EitherOf5::C(view! { <p class="hint">{words.keeping.clone()}</p> }),
            None if store == Store::Delayed => {
                EitherOf5::D(view! { <div class="notice notice-problem"><p>{words.delayed.clone()}</p></div> })
            }
            None => EitherOf5::E(()),
        }
    }
}

/// What only this page holds is printed or copied here: no other page knows of it.
fn take_away(wire: Wire, said: Said) -> impl IntoView + use<> {
    let words = said.with_value(|words| words.store.clone());
    let print = move |_| wire.send(Event::PrintAsked(None));
    let copy = move |_| {
        let text = wire.peek(|session| said.with_value(|words| words.card.text(&session.record)));
        wire.send(Event::CopyAsked(Document(text)));
    };
    let outcome = wire.peek(|session| match session.handed {
        Some(Handed::Copied) => Some(words.copied),
        Some(Handed::Refused) => Some(words.refused),
        Some(Handed::Saved) | None => None,
    });
    view! {
        <p class="row screen-only">
            <button type="button" class="button" on:click=print><Icon sign=Sign::Print />" "{words.print}</button>
            <button type="button" class="button button-quiet" on:click=copy><Icon sign=Sign::Copy />" "{words.copy}</button>
        </p>
        {outcome.map(|sentence| view! { <p>{sentence}</p> })}
    }
}

/// The id of the damaged record as text.
const DAMAGED_TEXT: &str = "damaged-text";

/// A damaged record is not lost: the person can take it away as a file, or by hand where the browser saves none.
fn damaged(wire: Wire, store: Store, words: &StoreWords) -> Option<impl IntoView + use<>> {
    let Store::Refused(StoreError::Damaged { text }) = store else { return None };
    let whole = text.clone();
    let save = move |_| wire.send(Event::SaveAsked(DAMAGED, Document(text.clone())));
    let select = move || wire.send(Event::SelectAsked(DAMAGED_TEXT));
    let StoreWords { damaged_save, damaged_by_hand, damaged_text, .. } = words.clone();
    Some(view! {
        <p><button type="button" class="button button-quiet" on:click=save>{damaged_save}</button></p>
        <details class="screen-only">
            <summary on:click=move |_| select()>{damaged_by_hand}</summary>
            <textarea
                class="input" id=DAMAGED_TEXT rows="6" readonly dir="ltr" aria-label=damaged_text
                prop:value=whole on:focus=move |_| select()
            ></textarea>
        </details>
    })
}

/// The phone that went last can come back, then the one before it.
fn removal_notice(wire: Wire, said: Said) -> impl IntoView + use<> {
    let last = wire.slice(|session| session.removed.last().map(|(_, phone)| phone.clone()));
    move || {
        last.get().map(|phone| {
            let (sentence, undo) = said.with_value(|words| {
                (fill(&words.list.removed, &[("name", &words.card.name(&phone))]), words.list.undo.clone())
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
    let name = words.card.name(phone);
    let edit = move |_| wire.send(Event::EditAsked(id));
    let remove = move |_| wire.send(Event::RemovalAsked(id));
    view! {
        <li>
            {card(phone, &words.card, ())}
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
