//! What a page says when it needs a script and there is none.
//!
//! It stands before what needs the script, so that nobody fills in a form that cannot answer.

use leptos::prelude::*;
use serde::Deserialize;

/// What the notice says.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    title: String,
    text: String,
}

/// The notice: only a browser without scripts shows it. What is inside follows the text.
#[component]
pub fn NoScript(
    /// What it says.
    words: Words,
    /// Links to what works without a script.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <noscript>
            <section class="band">
                <div class="notice">
                    <h2>{words.title}</h2>
                    <p>{words.text}</p>
                    {children.map(|children| children())}
                </div>
            </section>
        </noscript>
    }
    .into_any()
}
