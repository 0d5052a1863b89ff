//! The ring: how much of it is closed shows how much is done.
//!
//! It always stands beside words that say the same.

use leptos::prelude::*;

/// How much of a ring is closed, in hundredths, as SVG's `stroke-dasharray` wants it.
///
/// ```
/// use ringfence::parts::ring::dashes;
/// assert_eq!(dashes(1, 4), "25 100");
/// assert_eq!(dashes(0, 0), "0 100");
/// ```
pub fn dashes(done: usize, count: usize) -> String {
    format!("{} 100", (done * 100).checked_div(count).unwrap_or(0).min(100))
}

/// A ring that closes as steps are done.
#[component]
pub fn Ring(
    /// How much is closed: see [`dashes`].
    #[prop(into)]
    closed: Signal<String>,
    /// Larger, for the top of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let class = if large { "ring ring-large" } else { "ring" };
    view! {
        <svg class=class viewBox="0 0 64 64" aria-hidden="true" focusable="false">
            <circle class="ring-open" cx="32" cy="32" r="26" />
            <circle
                class="ring-shut" cx="32" cy="32" r="26" pathLength="100" transform="rotate(-90 32 32)"
                stroke-dasharray=move || closed.get()
            />
        </svg>
    }
}
