//! A band of a page: a section across it, under its own heading.
//!
//! Pages are a column of bands in three grounds; this keeps heading, label and rhythm the same in all of them.

use leptos::prelude::*;

use crate::parts::drawing::{Drawing, Subject};

/// The ground a band stands on.
#[derive(Clone, Copy, Default)]
pub enum Ground {
    /// The paper of the page.
    #[default]
    Paper,
    /// A lighter sheet on it.
    Sheet,
    /// A touch of the accent.
    Tint,
}

impl Ground {
    const fn class(self) -> &'static str {
        match self {
            Self::Paper => "band",
            Self::Sheet => "band band-sheet",
            Self::Tint => "band band-tint",
        }
    }
}

/// A band with its heading.
#[component]
pub fn Band(
    /// The heading's id: links come down to it.
    id: &'static str,
    /// The heading.
    title: String,
    /// A sentence or two under it.
    #[prop(optional, into)]
    text: Option<String>,
    /// The ground it stands on.
    #[prop(optional)]
    ground: Ground,
    /// A drawing beside heading and text.
    #[prop(optional, into)]
    drawing: Option<Subject>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let text = text.map(|text| view! { <p>{text}</p> });
    let head = match drawing {
        Some(subject) => view! {
            <div class="sides">
                <div><h2 id=id>{title}</h2>{text}</div>
                <figure><Drawing subject /></figure>
            </div>
        }
        .into_any(),
        None => view! { <h2 id=id>{title}</h2>{text} }.into_any(),
    };
    view! { <section class=ground.class() aria-labelledby=id>{head}{children()}</section> }.into_any()
}
