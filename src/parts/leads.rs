//! The steps of other guides that a step sends people to: one line a step, a link for each guide that has it.
//!
//! Ten makers share a setting and its name; ten lines would hide the one that a person needs.

use leptos::prelude::*;

/// A step of other guides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// What the step says to do.
    pub title: String,
    /// The guides that have it, each with the address of the step there.
    pub places: Vec<(String, String)>,
}

/// Where to go on.
#[component]
pub fn Leads(
    /// When to go there, such as "If it does not work:".
    label: String,
    /// The steps.
    leads: Vec<Lead>,
) -> impl IntoView {
    let lines = leads.into_iter().map(|Lead { title, places }| {
        let links = places.into_iter().map(|(guide, address)| view! { <a href=address>{guide}</a> " " });
        view! { <li><span>{title}</span>" "<span class="row">{links.collect_view()}</span></li> }
    });
    view! {
        <div class="after leads">
            <p><strong>{label}</strong></p>
            <ul role="list">{lines.collect_view()}</ul>
        </div>
    }
}
