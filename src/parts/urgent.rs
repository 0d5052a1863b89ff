//! The way to 999, before anything else: on every page that somebody in danger may have opened.
//!
//! One number and one sentence; whoever is safe reads on.

use leptos::prelude::*;
use serde::Deserialize;

use crate::parts::icon::{Icon, Sign};

/// What it says.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    label: String,
    title: String,
    text: String,
    call: String,
}

/// The question whether there is danger, and the button that rings.
#[component]
pub fn Urgent(
    /// What it says.
    words: Words,
) -> impl IntoView {
    view! {
        <aside class="urgent" aria-label=words.label>
            <p><strong>{words.title}</strong>" "{words.text}</p>
            <a class="button" href="tel:999">{words.call}" "<Icon sign=Sign::Call /></a>
        </aside>
    }
    .into_any()
}
