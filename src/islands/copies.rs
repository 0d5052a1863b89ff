//! The ways off the phone that need one press: a plain file, a password manager, a message, or no copy at all.
//!
//! What each is good for and who can read it stands in the page, above its button. Longer ways have files of their own.

use domain::away::Way;
use domain::effect::Document;
use domain::event::Event;
use domain::store::{Store, StoreError};
use leptos::either::Either;
use leptos::prelude::*;

use super::copy_answer::{answer, choose, none, settled};
use super::copy_status;
use crate::parts::card;
use crate::parts::icon::{Icon, Sign};
use crate::parts::mail::draft;
use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// Above the ways: what there is to copy.
    pub struct SoFarWords {
        none: String,
        blocked: String,
        unreadable: String,
        not_kept: String,
        record: String,
    }
}

spoken! {
    /// A file that anybody can read.
    pub struct FileWords {
        press: String,
    }
}

spoken! {
    /// A text for a password manager.
    pub struct PasswordsWords {
        press: String,
        by_hand: String,
        text: String,
    }
}

spoken! {
    /// A message to oneself.
    pub struct SendWords {
        share: String,
        mail: String,
        mail_warning: String,
        mail_open: String,
        mail_long: String,
        mail_subject: String,
        sent: String,
    }
}

spoken! {
    /// No copy.
    pub struct DeclineWords {
        title: String,
        text: String,
        press: String,
    }
}

/// How far copies are, and what there is to copy.
#[island]
pub fn CopiesSoFar() -> impl IntoView {
    let wire = Wire::of_page();
    let words: SoFarWords = wire.words("copies.so_far");
    let page: String = wire.words("copies.record_page");
    let state = settled(wire.slice(|session| Some((session.store.clone(), session.record.phones().next().is_none()))));
    let notice = move || {
        let sentence = match state.get()? {
            (Store::Refused(StoreError::Blocked), true) => words.blocked.clone(),
            (Store::Refused(_), true) => words.unreadable.clone(),
            (Store::Kept, true) => words.none.clone(),
            (Store::Refused(_) | Store::Delayed, false) => {
                let sentence = words.not_kept.clone();
                return Some(Either::Left(view! { <div class="notice notice-problem"><p>{sentence}</p></div> }));
            }
            _ => return None,
        };
        let (page, record) = (page.clone(), words.record.clone());
        Some(Either::Right(view! {
            <div class="notice">
                <p>{sentence}</p>
                <p><a class="button" href=page>{record}" "<Icon sign=Sign::Go /></a></p>
            </div>
        }))
    };
    view! {
        {copy_status::status(wire, wire.words("copies.status"))}
        <div role="status">{notice}</div>
    }
}

/// The button for a file that anybody can read.
#[island]
pub fn PlainCopy() -> impl IntoView {
    let wire = Wire::of_page();
    let words: FileWords = wire.words("copies.file");
    let none = none(wire);
    let save = move |_| wire.send(Event::WayChosen(Way::PlainFile, Document(String::new())));
    view! {
        <div class="stack" hidden=move || none.get()>
            <p>
                <button type="button" class="button button-quiet" on:click=save>
                    <Icon sign=Sign::Save />" "{words.press}
                </button>
            </p>
            {answer(wire, Way::PlainFile)}
        </div>
    }
}

/// The id of the text that is copied by hand.
const BY_HAND: &str = "by-hand";

/// The button that copies the text, and the text for where a browser does not let it.
#[island]
pub fn PasswordsCopy() -> impl IntoView {
    let wire = Wire::of_page();
    let words: PasswordsWords = wire.words("copies.passwords");
    let text: StoredValue<card::Words> = StoredValue::new(wire.words("copies.card"));
    let none = none(wire);
    let select = move || wire.send(Event::SelectAsked(BY_HAND));
    let whole = settled(wire.slice(move |session| text.with_value(|words| words.text(&session.record))));
    view! {
        <div class="stack" hidden=move || none.get()>
            <p>
                <button
                    type="button" class="button button-quiet" on:click=move |_| choose(wire, Way::PasswordManager, text)
                >
                    <Icon sign=Sign::Copy />" "{words.press}
                </button>
            </p>
            {answer(wire, Way::PasswordManager)}
            <details>
                <summary on:click=move |_| select()>{words.by_hand}</summary>
                <textarea
                    class="input" id=BY_HAND rows="6" readonly aria-label=words.text
                    prop:value=move || whole.get() on:focus=move |_| select()
                ></textarea>
            </details>
        </div>
    }
}

/// The share sheet, and a mail whose address holds the text: it is made only when that is unfolded.
#[island]
pub fn SendCopy() -> impl IntoView {
    let wire = Wire::of_page();
    let words: SendWords = wire.words("copies.send");
    let text: StoredValue<card::Words> = StoredValue::new(wire.words("copies.card"));
    let none = none(wire);
    let open = RwSignal::new(false);
    let (subject, label, long) = (words.mail_subject, words.mail_open, words.mail_long);
    let mail = move || {
        open.get().then(|| {
            let address = wire.peek(|session| {
                text.with_value(|words| {
                    draft(&subject, &words.text(&session.record))
                        .or_else(|| draft(&subject, &words.short_text(&session.record)))
                })
            });
            match address {
                Some(address) => {
                    Either::Left(view! { <p><a class="button button-quiet" href=address>{label.clone()}</a></p> })
                }
                None => Either::Right(view! { <p>{long.clone()}</p> }),
            }
        })
    };
    let sent = move |_| wire.send(Event::CopyLeft(Way::Shared));
    view! {
        <div class="stack" hidden=move || none.get()>
            <p>
                <button type="button" class="button button-quiet" on:click=move |_| choose(wire, Way::Shared, text)>
                    <Icon sign=Sign::Send />" "{words.share}
                </button>
            </p>
            {answer(wire, Way::Shared)}
            <details on:toggle=move |_| open.update(|open| *open = !*open)>
                <summary>{words.mail}</summary>
                <div class="stack">
                    <p>{words.mail_warning}</p>
                    {mail}
                    <p><button type="button" class="button button-quiet" on:click=sent>{words.sent}</button></p>
                </div>
            </details>
        </div>
    }
}

/// No copy, by a person who knows what that means.
#[island]
pub fn NoCopy() -> impl IntoView {
    let wire = Wire::of_page();
    let words: DeclineWords = wire.words("copies.decline");
    let copied = wire.slice(|session| session.record.only_here() == 0);
    let decline = move |_| wire.send(Event::CopyLeft(Way::Declined));
    view! {
        <details hidden=move || copied.get()>
            <summary>{words.title}</summary>
            <div class="stack">
                <p>{words.text}</p>
                <p><button type="button" class="button button-quiet" on:click=decline>{words.press}</button></p>
            </div>
        </details>
    }
}
