//! Opening a copy: a file or a text is chosen, unlocked where it must be, looked at, and taken in only when the person says.
//!
//! One thing at a time: what is not the next thing to do is hidden, so that nothing that was typed is ever drawn anew.

mod lock;
mod preview;

use domain::copying::Opening;
use domain::effect::Document;
use domain::event::Event;
use domain::import::unreadable::Unreadable;
use domain::locked::LockError;
use domain::record::{ChangeError, Record};
use domain::session::Session;
use domain::store::{Store, StoreError};
use leptos::prelude::*;

use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        working: String,
        unnamed: String,
        close: String,
        choose: ChooseWords,
        /// By the name of the stage.
        title: Table,
        again: AgainWords,
        /// By the reason why a file is not read.
        unreadable: Table,
        lock: lock::Words,
        preview: preview::Words,
        taken: TakenWords,
        /// By how keeping goes.
        store: Table,
        /// The names of the months and how a day is written; put in by the page, as is the address of the record.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub months: Table,
        #[cfg_attr(feature = "ssr", serde(default))]
        pub day: String,
        #[cfg_attr(feature = "ssr", serde(default))]
        pub record: String,
    }
}

spoken! {
    /// How a copy is chosen.
    pub struct ChooseWords {
        title: String,
        restore: String,
        file: String,
        file_hint: String,
        code: String,
        code_hint: String,
        paste: String,
        text: String,
        text_hint: String,
        offer: String,
        nothing: String,
    }
}

spoken! {
    /// What stands under a file that was not read.
    pub struct AgainWords {
        unchanged: String,
    }
}

spoken! {
    /// What can be done after a copy was taken in.
    pub struct TakenWords {
        undo: String,
        see: String,
        more: String,
    }
}

type Said = StoredValue<Words>;

/// The field for a file.
const FILE: &str = "copy-file";
/// The field for a picture of a code.
const CODE: &str = "copy-code";
/// What a picker shows first. It is a wish only: what a file is, its bytes say. A phone that does not know the ending of
/// a locked copy takes it for plain bytes, and would not offer it without the last one.
const ACCEPTED: &str = ".json,.ringfence,application/json,text/plain,application/octet-stream";

/// Which of the things that a person can do now is the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// A copy is to be chosen.
    Choose,
    /// The browser is reading.
    Working,
    /// What was chosen is no copy; another can be chosen.
    Unreadable(Unreadable),
    /// The passphrase is to be typed.
    Locked(Option<LockError>),
    /// The browser is at work at the lock.
    Unlocking,
    /// The person looks at what is in it.
    Open,
    /// It was taken in.
    Taken,
}

impl Stage {
    fn of(session: &Session) -> Self {
        match &session.copying.opening {
            Opening::Closed => Self::Choose,
            Opening::Working if session.unlocking.is_some() => Self::Unlocking,
            Opening::Working => Self::Working,
            Opening::Unreadable(why) => Self::Unreadable(*why),
            Opening::Locked(_, why) => Self::Locked(*why),
            Opening::Open(_) => Self::Open,
            Opening::Taken => Self::Taken,
        }
    }

    const fn is_locked(self) -> bool {
        matches!(self, Self::Locked(_) | Self::Unlocking)
    }

    /// The name of the title over what came of the file.
    const fn title(self, unkept: bool, undone: bool) -> Option<&'static str> {
        match self {
            Self::Choose if undone => Some("undone"),
            Self::Choose | Self::Working => None,
            Self::Unreadable(_) => Some("unreadable"),
            Self::Locked(Some(_)) => Some("still-locked"),
            Self::Locked(None) | Self::Unlocking => Some("locked"),
            Self::Open => Some("open"),
            Self::Taken if unkept => Some("taken-unkept"),
            Self::Taken => Some("taken"),
        }
    }
}

/// Chooser, lock, preview and what came of it.
#[island]
pub fn OpenCopy() -> impl IntoView {
    let wire = Wire::of_page();
    let said: Said = StoredValue::new(wire.words("open"));
    let stage = wire.slice(Stage::of);
    // The copy was put back: said until another one is chosen.
    let undone = RwSignal::new(false);
    let unkept = wire.slice(|session| matches!(session.store, Store::Refused(_)));
    let name = move || stage.get().title(unkept.get(), undone.get());
    let title = move || name().and_then(|name| said.with_value(|words| words.title.get(name).cloned()));
    view! {
        <section class="band band-sheet" aria-labelledby="choose">
            <div class="stack" role="status">{status(wire, said)}</div>
            <div class="stack" hidden=move || name().is_none()>
                <h2 id="opened" tabindex="-1">{title}</h2>
                {unreadable(wire, said)}
                {lock::form(wire, said)}
                {preview::section(wire, said)}
                {taken(wire, said, undone)}
            </div>
            {chooser(wire, said, undone)}
        </section>
    }
}

/// What the browser and the store are at.
fn status(wire: Wire, said: Said) -> impl IntoView + use<> {
    let stage = wire.slice(Stage::of);
    let store = wire.slice(|session| session.store.clone());
    let working = move || {
        matches!(stage.get(), Stage::Working | Stage::Unlocking)
            .then(|| view! { <p class="hint">{said.with_value(|words| words.working.clone())}</p> })
    };
    let keeping = move || {
        let (name, class) = match store.get() {
            Store::Waiting | Store::Kept => return None,
            Store::Keeping => ("keeping", "hint"),
            Store::Delayed => ("delayed", "notice notice-problem"),
            Store::Refused(error) => (refusal(&error), "notice notice-problem"),
        };
        let sentence = said.with_value(|words| words.store.get(name).cloned()).unwrap_or_default();
        let sentence = fill(&sentence, &[("most", &Record::MOST_PHONES.to_string())]);
        Some(view! { <p class=class>{sentence}</p> })
    };
    view! { {working} {keeping} }
}

const fn refusal(error: &StoreError) -> &'static str {
    match error {
        StoreError::Blocked => "blocked",
        StoreError::Borrowed => "borrowed",
        StoreError::Full => "full",
        StoreError::Newer => "newer",
        StoreError::Damaged { .. } => "damaged",
        StoreError::Change(ChangeError::TooManyPhones) => "too-many-phones",
        // No phone is named when a copy is taken in, so none can be missing or changed.
        StoreError::Change(ChangeError::NoSuchPhone | ChangeError::ChangedMeanwhile) | StoreError::Failed => "failed",
    }
}

/// Why the file was not read, and what to do next.
fn unreadable(wire: Wire, said: Said) -> impl IntoView + use<> {
    let stage = wire.slice(Stage::of);
    move || {
        let Stage::Unreadable(why) = stage.get() else { return None };
        let (form, unchanged) =
            said.with_value(|words| (words.unreadable.get(why.slug()).cloned(), words.again.unchanged.clone()));
        let (most, found, part) = match why {
            Unreadable::TooLarge { most } => ((most / 1024).to_string(), String::new(), ""),
            Unreadable::TooManyPhones { most, found } => (most.to_string(), found.to_string(), ""),
            Unreadable::Missing(part) | Unreadable::Wrong(part) | Unreadable::Method(part) => {
                (String::new(), String::new(), part)
            }
            _ => (String::new(), String::new(), ""),
        };
        let sentence = fill(&form.unwrap_or_default(), &[("most", &most), ("found", &found), ("part", part)]);
        Some(view! { <p>{sentence}</p><p class="hint">{unchanged}</p> })
    }
}

/// The way back, and the way to the phones.
fn taken(wire: Wire, said: Said, undone: RwSignal<bool>) -> impl IntoView + use<> {
    let words = said.with_value(|words| words.taken.clone());
    let record = said.with_value(|words| words.record.clone());
    let stage = wire.slice(Stage::of);
    let before = wire.slice(|session| session.copying.before.is_some());
    let undo = move |_| {
        undone.set(true);
        wire.send(Event::TakingUndone);
    };
    view! {
        <p class="row" hidden=move || stage.get() != Stage::Taken>
            <a class="button" href=record>{words.see}</a>
            <button type="button" class="button button-quiet" hidden=move || !before.get() on:click=undo>{words.undo}</button>
            <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::CopyClosed)>{words.more}</button>
        </p>
    }
}

/// A file, or a text in its place.
fn chooser(wire: Wire, said: Said, undone: RwSignal<bool>) -> impl IntoView + use<> {
    let words = said.with_value(|words| words.choose.clone());
    let stage = wire.slice(Stage::of);
    let busy = move || !matches!(stage.get(), Stage::Choose | Stage::Unreadable(_));
    let bare = wire.slice(|session| session.store == Store::Kept && session.record.is_empty());
    let pick = move |_| {
        undone.set(false);
        wire.send(Event::FilePicked(FILE));
    };
    let code = move |_| {
        undone.set(false);
        wire.send(Event::CodePicked(CODE));
    };
    let text = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    // What was read is not left in a field.
    leptos::prelude::Effect::new(move |_| {
        if matches!(stage.get(), Stage::Open | Stage::Locked(_)) {
            text.set(String::new());
        }
    });
    let offer = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = text.get_untracked();
        is_missing.set(text.trim().is_empty());
        if !text.trim().is_empty() {
            undone.set(false);
            wire.send(Event::TextOffered(Document(text)));
        }
    };
    let nothing = words.nothing;
    let fault = move || is_missing.get().then(|| view! { <p class="fault" id="copy-text-fault">{nothing.clone()}</p> });
    view! {
        <div class="stack" hidden=busy>
            <h2 id="choose">{words.title}</h2>
            <p class="notice" hidden=move || !bare.get() || undone.get()>{words.restore}</p>
            <div class="field">
                <label for=FILE>{words.file}</label>
                <p class="hint" id="copy-file-hint">{words.file_hint}</p>
                <input
                    class="input" id=FILE type="file" accept=ACCEPTED aria-describedby="copy-file-hint" on:change=pick
                />
            </div>
            <div class="field">
                <label for=CODE>{words.code}</label>
                <p class="hint" id="copy-code-hint">{words.code_hint}</p>
                <input
                    class="input" id=CODE type="file" accept="image/*" aria-describedby="copy-code-hint" on:change=code
                />
            </div>
            <details>
                <summary>{words.paste}</summary>
                <form class="stack" novalidate autocomplete="off" on:submit=offer>
                    <div class="field">
                        <label for="copy-text">{words.text}</label>
                        <p class="hint" id="copy-text-hint">{words.text_hint}</p>
                        <div role="status">{fault}</div>
                        <textarea
                            class="input" id="copy-text" rows="5" autocomplete="off" spellcheck="false" dir="ltr"
                            aria-describedby="copy-text-fault copy-text-hint"
                            aria-invalid=move || is_missing.get().then_some("true")
                            prop:value=move || text.get()
                            on:input=move |event| text.set(event_target_value(&event))
                        ></textarea>
                    </div>
                    <p><button type="submit" class="button">{words.offer}</button></p>
                </form>
            </details>
        </div>
    }
}
