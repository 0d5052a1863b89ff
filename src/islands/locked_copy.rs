//! A file that only a passphrase opens: the passphrase is typed or drawn, then the browser locks.
//!
//! Nobody can bring a lost passphrase back, so that is said before, and five drawn words are shown to be written down.

use domain::asset::Asset;
use domain::away::Way;
use domain::copying::Locking;
use domain::event::{Event, FetchError};
use domain::language::Language;
use domain::locked::LockError;
use domain::passphrase::{Passphrase, PassphraseError};
use leptos::prelude::*;

use super::copy_answer::{answer, none, settled};
use crate::parts::icon::{Icon, Sign};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// Round the passphrase and its file.
    pub struct Words {
        draw: String,
        drawing: String,
        not_drawn: String,
        drawn: String,
        label: String,
        hint: String,
        show: String,
        hide: String,
        press: String,
        working: String,
        offered: String,
        no_crypto: String,
        failed: String,
        empty: String,
        too_short: String,
        too_long: String,
    }
}

impl Words {
    fn fault(&self, fault: PassphraseError) -> String {
        match fault {
            PassphraseError::Empty => self.empty.clone(),
            PassphraseError::TooShort { least, found } => {
                fill(&self.too_short, &[("least", &least.to_string()), ("found", &found.to_string())])
            }
            PassphraseError::TooLong { most, found } => {
                fill(&self.too_long, &[("most", &most.to_string()), ("found", &found.to_string())])
            }
        }
    }

    fn locking(&self, locking: Locking) -> Option<String> {
        match locking {
            Locking::Idle => None,
            Locking::Working => Some(self.working.clone()),
            Locking::Offered => Some(self.offered.clone()),
            Locking::Failed(LockError::NoCrypto) => Some(self.no_crypto.clone()),
            Locking::Failed(LockError::Failed | LockError::WrongOrDamaged) => Some(self.failed.clone()),
        }
    }
}

/// The passphrase, and the button that locks.
#[island]
pub fn LockedCopy(
    /// The page's language, as its tag: words are drawn from its list.
    language: String,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("copies.locked");
    let said = StoredValue::new(words.clone());
    let language: Language = language.parse().unwrap_or(Language::English);
    let none = none(wire);
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<PassphraseError>);
    let drawn = settled(wire.slice(|session| session.copying.words.clone()));
    Effect::new(move |_| {
        if let Some(words) = drawn.get().here() {
            typed.set(words.as_str().to_owned());
            fault.set(None);
        }
    });
    let lock = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match Passphrase::chosen(&typed.get_untracked()) {
            Ok(passphrase) => {
                fault.set(None);
                wire.send(Event::LockAsked(passphrase));
            }
            Err(why) => fault.set(Some(why)),
        }
    };
    let locking = settled(wire.slice(|session| Some(session.copying.locking)));
    let outcome = move || {
        let sentence = said.with_value(|words| words.locking(locking.get()?))?;
        Some(view! { <p>{sentence}</p> })
    };
    view! {
        <form class="stack" novalidate autocomplete="off" on:submit=lock hidden=move || none.get()>
            <p>
                <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::WordsAsked(language))>
                    {words.draw}
                </button>
            </p>
            <div role="status">{move || five_words(&drawn.get(), &typed.get(), said)}</div>
            {field(typed, fault, said)}
            <p>
                <button type="submit" class="button button-quiet"><Icon sign=Sign::Lock />" "{words.press}</button>
            </p>
            <div role="status">{outcome}</div>
            {answer(wire, Way::LockedFile)}
        </form>
    }
}

/// The words that were drawn, as long as they are the passphrase.
fn five_words(
    drawn: &Asset<Passphrase, FetchError>,
    typed: &str,
    said: StoredValue<Words>,
) -> Option<impl IntoView + use<>> {
    let (large, sentence) = said.with_value(|words| match drawn {
        Asset::Coming => Some((None, words.drawing.clone())),
        Asset::Failed(_) => Some((None, words.not_drawn.clone())),
        Asset::Here(drawn) if drawn.as_str() == typed => Some((Some(typed.to_owned()), words.drawn.clone())),
        Asset::Here(_) | Asset::Idle => None,
    })?;
    let large = large.map(|words| view! { <p class="five-words"><bdi>{words}</bdi></p> });
    Some(view! { <div class="stack">{large}<p>{sentence}</p></div> })
}

/// The field, which can show what is typed.
fn field(
    typed: RwSignal<String>,
    fault: RwSignal<Option<PassphraseError>>,
    said: StoredValue<Words>,
) -> impl IntoView + use<> {
    let shown = RwSignal::new(false);
    let words = said.get_value();
    let (show, hide) = (words.show, words.hide);
    let problem = move || {
        fault.get().map(|fault| {
            let sentence = said.with_value(|words| words.fault(fault));
            view! { <p class="fault">{sentence}</p> }
        })
    };
    view! {
        <div class="field">
            <label for="passphrase">{words.label}</label>
            <p class="hint" id="passphrase-hint">{words.hint}</p>
            <div id="passphrase-fault" role="alert">{problem}</div>
            <input
                class="input" id="passphrase" type=move || if shown.get() { "text" } else { "password" }
                autocomplete="new-password" autocapitalize="none" spellcheck="false"
                aria-describedby="passphrase-fault passphrase-hint"
                aria-invalid=move || fault.get().is_some().then_some("true")
                prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))
            />
            <button type="button" class="button button-quiet" on:click=move |_| shown.update(|shown| *shown = !*shown)>
                {move || if shown.get() { hide.clone() } else { show.clone() }}
            </button>
        </div>
    }
}
