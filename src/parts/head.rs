//! The head of a page: the way back, its one `<h1>`, a sentence or two, and the arc of the ring behind them.
//!
//! Written once, so that every page begins in the same way and none forgets its way back.

use leptos::prelude::*;

use crate::parts::drawing::HeadArc;
use crate::parts::icon::{Icon, Sign};

/// The way back to the page that this one belongs to.
#[derive(Clone)]
pub struct Back {
    /// What the link says.
    pub label: String,
    /// Where it goes.
    pub address: String,
}

/// The head of a page.
#[component]
pub fn Head(
    /// The page's title.
    title: String,
    /// One or two sentences under it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The way back, on a page below another.
    #[prop(optional, into)]
    back: Option<Back>,
    /// The head's classes, for a page that leaves its head off the paper.
    #[prop(default = "head")]
    class: &'static str,
    /// What else stands in it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let back = back.map(|Back { label, address }| {
        view! { <p><a class="back" href=address><Icon sign=Sign::Back />" "{label}</a></p> }
    });
    view! {
        <header class=class>
            <HeadArc />
            {back}
            <h1>{title}</h1>
            {lead.map(|lead| view! { <p class="lede">{lead}</p> })}
            {children.map(|children| children())}
        </header>
    }
    .into_any()
}
