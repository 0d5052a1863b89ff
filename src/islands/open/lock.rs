//! The passphrase of a locked copy: typed, shown when asked, tried as often as the person likes.
//!
//! It lives in this form alone and goes from it when the lock is open or the copy is closed.

use domain::event::Event;
use domain::locked::LockError;
use domain::passphrase::{Passphrase, PassphraseError};
use leptos::prelude::*;

use super::{Said, Stage};
use crate::parts::said::{Table, spoken};
use crate::wire::Wire;

spoken! {
    /// What the lock says.
    pub(super) struct Words {
        text: String,
        label: String,
        hint: String,
        show: String,
        hide: String,
        unlock: String,
        /// By what went wrong.
        fault: Table,
    }
}

/// The names of the words for what went wrong.
const fn of_typing(error: PassphraseError) -> &'static str {
    match error {
        // A passphrase that is only tried may be short.
        PassphraseError::Empty | PassphraseError::TooShort { .. } => "empty",
        PassphraseError::TooLong { .. } => "too-long",
    }
}

const fn of_lock(error: LockError) -> &'static str {
    match error {
        LockError::WrongOrDamaged => "wrong-or-damaged",
        LockError::NoCrypto => "no-crypto",
        LockError::Failed => "failed",
    }
}

/// The field, what went wrong, and the way out.
pub(super) fn form(wire: Wire, said: Said) -> impl IntoView + use<> {
    let (words, close) = said.with_value(|words| (words.lock.clone(), words.close.clone()));
    let stage = wire.slice(Stage::of);
    let typed = RwSignal::new(String::new());
    let is_shown = RwSignal::new(false);
    let mistyped = RwSignal::new(None::<PassphraseError>);
    // Nobody's passphrase is left on a page that has no more use for it.
    leptos::prelude::Effect::new(move |_| {
        if !stage.get().is_locked() {
            typed.set(String::new());
            is_shown.set(false);
            mistyped.set(None);
        }
    });
    let unlock = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(|typed| Passphrase::typed(typed)) {
            Ok(passphrase) => {
                mistyped.set(None);
                wire.send(Event::UnlockAsked(passphrase));
            }
            Err(error) => mistyped.set(Some(error)),
        }
    };
    let why = move || match (mistyped.get(), stage.get()) {
        (Some(error), _) => Some(of_typing(error)),
        (None, Stage::Locked(Some(error))) => Some(of_lock(error)),
        _ => None,
    };
    let faults = StoredValue::new(words.fault);
    let fault = move || {
        let sentence = faults.with_value(|words| words.get(why()?).cloned())?;
        Some(view! { <p class="fault" id="passphrase-fault">{sentence}</p> })
    };
    let (show, hide) = (words.show, words.hide);
    let toggle = move || if is_shown.get() { hide.clone() } else { show.clone() };
    view! {
        <form class="stack" novalidate on:submit=unlock hidden=move || !stage.get().is_locked()>
            <p>{words.text}</p>
            <div class="field">
                <label for="passphrase">{words.label}</label>
                <p class="hint" id="passphrase-hint">{words.hint}</p>
                <div role="status">{fault}</div>
                <input
                    class="input" id="passphrase" type=move || if is_shown.get() { "text" } else { "password" }
                    autocomplete="current-password" autocapitalize="none" spellcheck="false"
                    aria-describedby="passphrase-fault passphrase-hint"
                    aria-invalid=move || why().map(|_| "true")
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <p class="row">
                <button type="submit" class="button">{words.unlock}</button>
                <button
                    type="button" class="button button-quiet"
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)
                >
                    {toggle}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::CopyClosed)>
                    {close}
                </button>
            </p>
        </form>
    }
}
