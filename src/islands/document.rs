//! One text for one listener, made from the report: to read out, copy, print or save.

use domain::effect::Document;
use domain::event::Event;
use domain::incident::{Answer, Incident};
use domain::report::{Recipient, Says, missing, report};
use domain::session::Handed;
use leptos::prelude::*;

use super::report::Templates;
use crate::parts::icon::{Icon, Sign};
use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What stands round the lines of one document.
    pub struct Words {
        title: String,
        #[cfg_attr(feature = "ssr", serde(rename = "use"))]
        purpose: String,
        opening: String,
        closing: String,
    }
}

/// The name of the file of a document: it tells nothing about the person.
const fn file(recipient: Recipient) -> &'static str {
    match recipient {
        Recipient::Network => "for-the-network.txt",
        Recipient::Police => "for-the-police.txt",
        Recipient::Bank => "for-the-bank.txt",
        Recipient::Insurer => "for-the-insurer.txt",
        Recipient::Register => "for-the-register.txt",
        Recipient::Trusted => "for-a-friend.txt",
        Recipient::Employer => "for-work.txt",
        Recipient::Evidence => "log.txt",
    }
}

/// One document, folded until it is wanted.
pub(super) fn one(
    wire: Wire,
    recipient: Recipient,
    templates: &Templates,
    emptied: RwSignal<u32>,
) -> impl IntoView + use<> {
    let words = templates.recipient.get(recipient.slug()).cloned().unwrap_or_default();
    let form = templates.form.clone();
    let all = templates.clone();
    let around = words.clone();
    let made = wire.slice(move |session| compose(session.draft.incident(), recipient, &around, &all));
    // A text the person changed no longer follows the form, and says so.
    let changed = RwSignal::new(None::<String>);
    Effect::new(move |before: Option<u32>| {
        let times = emptied.get();
        if before.is_some_and(|before| before != times) {
            changed.set(None);
        }
        times
    });
    let text = move || changed.get().unwrap_or_else(|| made.get());
    let open = templates.clone();
    let still_open = wire.slice(move |session| {
        let fields = missing(session.draft.incident(), recipient);
        fields.into_iter().map(|field| label(&open, field.slug())).collect::<Vec<_>>()
    });
    let (missing_title, nothing) = (templates.missing.clone(), templates.nothing_missing.clone());
    let still = move || {
        let open = still_open.get();
        let title = if open.is_empty() { nothing.clone() } else { missing_title.clone() };
        let items = open.into_iter().map(|label| view! { <li>{label}</li> }).collect_view();
        view! { <p class="hint">{title}</p><ul class="hint">{items}</ul> }
    };
    let follow_words = (form.changed.clone(), form.follow.clone());
    let follow = move || {
        changed.get().is_some().then(|| {
            let (said, follow) = follow_words.clone();
            view! {
                <p class="hint">
                    {said}" "
                    <button type="button" class="link" on:click=move |_| changed.set(None)>{follow}</button>
                </p>
            }
        })
    };
    let printing = wire.slice(move |session| session.printing == Some(recipient));
    let pressed = RwSignal::new(false);
    let handed = wire.slice(|session| session.handed);
    let (copied, saved, refused) = (form.copied.clone(), form.saved.clone(), form.refused.clone());
    let outcome = move || {
        handed.get().filter(|_| pressed.get()).map(|handed| match handed {
            Handed::Copied => copied.clone(),
            Handed::Saved => saved.clone(),
            Handed::Refused => refused.clone(),
        })
    };
    let copy = move |_| {
        pressed.set(true);
        wire.send(Event::CopyAsked(Document(text())));
    };
    let save = move |_| {
        pressed.set(true);
        wire.send(Event::SaveAsked(file(recipient), Document(text())));
    };
    let print = move |_| wire.send(Event::PrintAsked(Some(recipient)));
    let id = format!("for-{}", recipient.slug());
    view! {
        <details class="sheet">
            <summary>{words.title.clone()}</summary>
            <div class="stack">
                <p>{words.purpose}</p>
                {still}
                <div class="field">
                    <label for=id.clone()>{form.document_label}</label>
                    <textarea
                        class="input" id=id rows="10" autocomplete="off" prop:value=text
                        on:input=move |event| changed.set(Some(event_target_value(&event)))
                    ></textarea>
                    {follow}
                </div>
                <div class="paper-only" class:print-alone=move || printing.get()><pre>{text}</pre></div>
                <p class="row">
                    <button type="button" class="button" on:click=copy><Icon sign=Sign::Copy />" "{form.copy}</button>
                    <button type="button" class="button button-quiet" on:click=print><Icon sign=Sign::Print />" "{form.print}</button>
                    <button type="button" class="button button-quiet" on:click=save><Icon sign=Sign::Save />" "{form.save}</button>
                </p>
                <p role="status">{outcome}</p>
            </div>
        </details>
    }
}

fn label(templates: &Templates, field: &str) -> String {
    templates.field.get(field).map(|words| words.label.clone()).unwrap_or_default()
}

/// The document as text: an opening, a line for each thing known, a closing.
fn compose(incident: &Incident, recipient: Recipient, words: &Words, templates: &Templates) -> String {
    let mut lines = vec![words.opening.clone(), String::new()];
    for line in report(incident, recipient) {
        let label = label(templates, line.field.slug());
        let said = match line.says {
            Says::Answer(answer) => say(answer, templates),
            Says::Deed(deed) => format!("{} {}", deed.at, deed.note.as_str()),
        };
        lines.push(format!("{label}: {said}"));
    }
    lines.push(String::new());
    lines.push(words.closing.clone());
    lines.join("\n")
}

/// An answer in words; a day and time as they were typed, which every recipient can read.
fn say(answer: &Answer, templates: &Templates) -> String {
    let chosen = |name: &str, value: &str| {
        templates.choice.get(name).and_then(|answers| answers.get(value).cloned()).unwrap_or_default()
    };
    match answer {
        Answer::Moment(moment) => moment.to_string().replace('T', " "),
        Answer::YesNo(yes) => templates.yes_no.get(if *yes { "yes" } else { "no" }).cloned().unwrap_or_default(),
        Answer::Kind(kind) => chosen("kind", kind.slug()),
        Answer::State(state) => chosen("state", state.slug()),
        Answer::Place(place) => chosen("place", place.slug()),
        Answer::Words(words) => words.as_str().to_owned(),
    }
}
