//! The head of a page: its one `<h1>`, a sentence or two, and the arc of the ring behind them.

use leptos::prelude::*;

use crate::parts::drawing::HeadArc;

/// The head of a page.
#[component]
pub fn Head(
    /// The page's title.
    title: String,
    /// One or two sentences under it.
    lead: String,
    /// The head's classes, for a page that leaves its head off the paper.
    #[prop(default = "head")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <header class=class>
            <HeadArc />
            <h1>{title}</h1>
            <p class="lede">{lead}</p>
        </header>
    }
    .into_any()
}
