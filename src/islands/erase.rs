//! Delete everything this site keeps on this device, and say that it is done only when the store said so.

use domain::event::Event;
use domain::store::Store;
use leptos::either::Either;
use leptos::prelude::*;

use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        ask: String,
        sure: String,
        yes: String,
        no: String,
        done: String,
        failed: String,
    }
}

/// A button, a question, an answer: two presses, because it cannot be undone.
#[island]
pub fn Erase() -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("erase");
    let asked = RwSignal::new(false);
    let pressed = RwSignal::new(false);
    let store = wire.slice(|session| session.store.clone());
    let empty = wire.slice(|session| session.record.is_empty());
    let (done, failed) = (words.done.clone(), words.failed.clone());
    let outcome = move || {
        pressed.get().then(|| match store.get() {
            Store::Refused(_) => failed.clone(),
            Store::Kept if empty.get() => done.clone(),
            _ => String::new(),
        })
    };
    let body = move || {
        let words = words.clone();
        if asked.get() {
            let erase = move |_| {
                asked.set(false);
                pressed.set(true);
                wire.send(Event::EraseAsked);
            };
            Either::Left(view! {
                <p><strong>{words.sure}</strong></p>
                <p class="row">
                    <button type="button" class="button" on:click=erase>{words.yes}</button>
                    <button type="button" class="button button-quiet" on:click=move |_| asked.set(false)>{words.no}</button>
                </p>
            })
        } else {
            let ask = move |_| asked.set(true);
            Either::Right(
                view! { <p><button type="button" class="button button-quiet" on:click=ask>{words.ask}</button></p> },
            )
        }
    };
    view! {
        {body}
        <p role="status">{outcome}</p>
    }
}
