//! The report of the stolen walk: one form, a text for each who must be told.
//!
//! Nothing of it is kept or sent. Its labels and templates are long, so they are fetched when the form is opened.

use std::collections::BTreeMap;

use domain::asset::Asset;
use domain::event::Event;
use domain::language::Language;
use domain::report::Recipient;
use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::{document, report_field};
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
        pub(crate) form: report_field::Words,
        /// What each field is called, by its name.
        pub(crate) field: BTreeMap<String, report_field::FieldWords>,
        /// What each document says round its lines, by the name of who gets it.
        pub(crate) recipient: BTreeMap<String, document::Words>,
        /// Why a text was not taken, by the name of the reason.
        pub(crate) refusal: Table,
        /// Yes, no, and not said.
        pub(crate) yes_no: Table,
        /// What each answer to a choice is called: `kind`, `state` and `place`, by the name of the answer.
        pub(crate) choice: BTreeMap<String, Table>,
        /// Above what is still open in a document.
        pub(crate) missing: String,
        /// When nothing is.
        pub(crate) nothing_missing: String,
    }
}

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
                Ok(said) => EitherOf3::C(written(wire, &Templates::hear(&said, ""))),
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

fn written(wire: Wire, templates: &Templates) -> impl IntoView + use<> {
    // Counts how often the report was emptied: each text that was changed by hand goes with it.
    let emptied = RwSignal::new(0_u32);
    let empty = move |_| {
        emptied.update(|times| *times = times.saturating_add(1));
        wire.send(Event::ReportCleared);
    };
    let documents =
        Recipient::ALL.iter().map(|recipient| document::one(wire, *recipient, templates, emptied)).collect_view();
    view! {
        <div class="sides">
            <form class="stack" novalidate on:submit=|event| event.prevent_default()>
                {report_field::groups(wire, templates)}
                <p>
                    <button type="reset" class="button button-quiet" on:click=empty>
                        {templates.form.clear.clone()}
                    </button>
                </p>
            </form>
            <div class="stack">
                <h3>{templates.form.documents.clone()}</h3>
                {documents}
            </div>
        </div>
    }
}
