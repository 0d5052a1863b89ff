//! One text for one listener, made from the report: to read out, copy, print or save.

use domain::effect::Document;
use domain::event::Event;
use domain::report::Recipient;
use domain::session::Handed;
use leptos::prelude::*;

use super::report::{Told, still_open_of};
use crate::parts::icon::{Icon, Sign};
use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What stands round the text of one document.
    pub struct Words {
        label: String,
        changed: String,
        follow: String,
        copy: String,
        print: String,
        save: String,
        copied: String,
        saved: String,
        refused: String,
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
pub(super) fn one(wire: Wire, recipient: Recipient, told: Told, emptied: RwSignal<u32>) -> impl IntoView + use<> {
    let (form, words) = told.with_value(|templates| {
        let words = templates.letter.recipient.get(recipient.slug()).cloned().unwrap_or_default();
        (templates.form.document.clone(), words)
    });
    let made = wire
        .slice(move |session| told.with_value(|templates| templates.letter.text(session.draft.incident(), recipient)));
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
            <summary>{words.title}</summary>
            <div class="stack">
                <p>{words.purpose}</p>
                {still_open_of(wire, told, recipient)}
                <div class="field">
                    <label for=id.clone()>{form.label}</label>
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
