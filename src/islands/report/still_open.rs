//! What is still open: for one listener, and for all of them, each a way to the question.

use domain::drafting::Drafting;
use domain::report::{Recipient, missing, open};
use leptos::prelude::*;

use super::Told;
use super::asking::{button, shown, still};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// Round the lists of what is open.
    pub(crate) struct Words {
        missing: String,
        nothing: String,
        all: String,
        text: String,
        by: String,
    }
}

/// Everything that somebody will ask for, and who.
pub(super) fn all(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.open.clone());
    let count =
        wire.slice(move |session| fill(&words.all, &[("count", &open(session.draft.incident()).len().to_string())]));
    view! {
        <details>
            <summary>{count.live()}</summary>
            <p class="hint">{words.text}</p>
            {list(wire, told, None)}
        </details>
    }
}

/// What one listener requires and nobody told yet.
pub(in crate::islands) fn of(wire: Wire, told: Told, recipient: Recipient) -> impl IntoView + use<> {
    let title = wire.slice(move |session| {
        let nothing = missing(session.draft.incident(), recipient).is_empty();
        told.with_value(
            |templates| if nothing { templates.open.nothing.clone() } else { templates.open.missing.clone() },
        )
    });
    view! {
        <p class="hint">{title.live()}</p>
        {list(wire, told, Some(recipient))}
    }
}

/// The names of the fields, each of which leads to its question; in the list of all, with everybody who requires it.
fn list(wire: Wire, told: Told, recipient: Option<Recipient>) -> impl IntoView + use<> {
    let fields = wire.slice(move |session| open(session.draft.incident()));
    let items = move || {
        let fields =
            fields.get().into_iter().filter(|open| recipient.is_none_or(|recipient| open.by.contains(&recipient)));
        let items = fields.map(|open| {
            let (label, by) = told.with_value(|templates| {
                let frames = open.by.iter().filter_map(|by| templates.letter.recipient.get(by.slug()));
                let names = frames.map(|frame| frame.name.clone()).collect::<Vec<_>>().join(", ");
                (templates.letter.label(open.field), fill(&templates.open.by, &[("names", &names)]))
            });
            let by = if recipient.is_none() { by } else { String::new() };
            let seek = button(wire, "link", still(wire, label), Drafting::FieldSought(open.field), shown(wire));
            view! { <li>{seek}" "<span class="soft">{by}</span></li> }
        });
        items.collect_view()
    };
    view! { <ul>{items}</ul> }
}
