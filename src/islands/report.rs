//! The report of the stolen walk: one form, a text for each who must be told.
//!
//! Nothing of it is kept or sent. Its labels and templates are long, so they are fetched when the form is opened.

mod asking;
mod field;
pub(crate) mod log;
pub(crate) mod next_weeks;
pub(crate) mod number;
mod part;
pub(crate) mod phones;
pub(crate) mod still_open;

use domain::asset::Asset;
use domain::event::Event;
use domain::language::Language;
use domain::report::Recipient;
use leptos::either::EitherOf3;
use leptos::prelude::*;

pub(super) use self::still_open::of as still_open_of;
use super::document;
use crate::parts::late::Late;
use crate::parts::letter;
use crate::parts::said::{Said, Spoken, Table, spoken};
use crate::wire::Wire;

spoken! {
    /// What stands in the page before the form is opened.
    pub struct Words {
        title: String,
        text: String,
        open: String,
        coming: String,
        failed: String,
    }
}

spoken! {
    /// The labels and templates of the report, fetched when it is opened.
    pub struct Templates {
        /// The labels round the form.
        pub(crate) form: FormWords,
        /// The words of the texts; the form asks with the same.
        pub(crate) letter: letter::Words,
        /// The parts of the form, by their names.
        pub(crate) part: Table,
        /// Why a text was not taken, by the name of the reason.
        pub(crate) refusal: Table,
        /// Round the phones.
        pub(crate) phones: phones::Words,
        /// What the number reader says.
        pub(crate) number: number::Words,
        /// Round the log.
        pub(crate) log: log::Words,
        /// What is still open.
        pub(crate) open: still_open::Words,
        /// The weeks after, as a calendar file.
        pub(crate) next_weeks: next_weeks::Words,
    }
}

spoken! {
    /// The labels round the form.
    pub struct FormWords {
        clear: String,
        texts: String,
        pub(super) document: document::Words,
        part: part::Words,
        time: String,
    }
}

/// The templates, cheap to copy into every part of the form.
pub(super) type Told = StoredValue<Templates>;

/// A button that opens the form; then the form and its documents.
#[island]
pub fn Report(
    /// The page's language, as its tag.
    language: String,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("report");
    let language: Language = language.parse().unwrap_or(Language::English);
    let arrived = wire.slice(|session| session.templates.clone());
    // The form is drawn anew only when its templates change: drawn at every event, it would lose what was changed in a text.
    let templates = RwSignal::new(Asset::Idle);
    Effect::new(move |_| {
        let arrived = arrived.get();
        if templates.with_untracked(|known| *known != arrived) {
            templates.set(arrived);
        }
    });
    let text = words.clone();
    let body = move || {
        templates.with(|templates| match templates {
            Asset::Idle => EitherOf3::A(opener(wire, language, &text, None)),
            Asset::Coming => EitherOf3::B(view! { <p role="status">{text.coming.clone()}</p> }),
            Asset::Failed(_) => EitherOf3::A(opener(wire, language, &text, Some(&text.failed))),
            Asset::Here(bytes) => match serde_json::from_slice::<Said>(bytes) {
                Ok(said) => EitherOf3::C(Late(written(wire, Templates::hear(&said, "")))),
                Err(_) => EitherOf3::A(opener(wire, language, &text, Some(&text.failed))),
            },
        })
    };
    view! {
        <h2 id="report">{words.title}</h2>
        <p>{words.text}</p>
        {body}
    }
}

fn opener(wire: Wire, language: Language, words: &Words, problem: Option<&String>) -> impl IntoView + use<> {
    let problem = problem.map(|problem| view! { <p class="fault">{problem.clone()}</p> });
    view! {
        {problem}
        <p>
            <button type="button" class="button" on:click=move |_| wire.send(Event::ReportOpened(language))>
                {words.open.clone()}
            </button>
        </p>
    }
}

fn written(wire: Wire, templates: Templates) -> impl IntoView + use<> {
    let (clear, texts) = (templates.form.clear.clone(), templates.form.texts.clone());
    let told: Told = StoredValue::new(templates);
    // Counts how often the report was emptied: each text that was changed by hand goes with it.
    let emptied = RwSignal::new(0_u32);
    let empty = move |_| {
        emptied.update(|times| *times = times.saturating_add(1));
        wire.send(Event::ReportCleared);
    };
    let documents =
        Recipient::ALL.iter().map(|recipient| document::one(wire, *recipient, told, emptied)).collect_view();
    view! {
        <div class="sides">
            <form class="stack" novalidate autocomplete="off" on:submit=|event| event.prevent_default()>
                {part::parts(wire, told)}
                {still_open::all(wire, told)}
                <p>
                    <button type="reset" class="button button-quiet" on:click=empty>{clear}</button>
                </p>
            </form>
            <div class="stack">
                <h3 id="texts" tabindex="-1">{texts}</h3>
                {documents}
                {next_weeks::offer(wire, told)}
            </div>
        </div>
    }
}
