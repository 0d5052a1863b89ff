//! The ring: how much of it is closed shows how much is done.
//!
//! It always stands beside words that say the same.

use domain::risk::{Level, Levels};
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
        <svg class=class viewBox="2 2 60 60" aria-hidden="true" focusable="false">
            <circle class="ring-open" cx="32" cy="32" r="26" />
            <circle
                class="ring-shut" cx="32" cy="32" r="26" pathLength="100" transform="rotate(-90 32 32)"
                stroke-dasharray=move || closed.get()
            />
        </svg>
    }
}

/// The ring of a place: one of five arcs for each step of the level. Where two levels are likely, the arc of the higher
/// one is drawn lighter.
#[component]
pub fn LevelRing(
    /// One level or two.
    levels: Levels,
) -> impl IntoView {
    let steps = Level::ALL.iter().take_while(|level| **level <= levels.first()).count();
    let shut = format!("{}17 {}", "17 3 ".repeat(steps.saturating_sub(1)), 103_usize.saturating_sub(20 * steps));
    let maybe = levels.second().map(|_| {
        // 72 degrees an arc, from 85 degrees before the top.
        let turn = format!("rotate({} 32 32)", 72 * i32::try_from(steps).unwrap_or_default() - 85);
        view! {
            <circle class="ring-maybe" cx="32" cy="32" r="26" pathLength="100" stroke-dasharray="17 83" transform=turn />
        }
    });
    view! {
        <svg class="ring ring-large" viewBox="2 2 60 60" aria-hidden="true" focusable="false">
            <circle
                class="ring-open" cx="32" cy="32" r="26" pathLength="100" stroke-dasharray="17 3"
                transform="rotate(-85 32 32)"
            />
            <circle
                class="ring-shut" cx="32" cy="32" r="26" pathLength="100" stroke-dasharray=shut
                transform="rotate(-85 32 32)"
            />
            {maybe}
        </svg>
    }
}

/// The closed ring as a stamp on a card.
#[component]
pub fn Stamp() -> impl IntoView {
    view! {
        <svg class="ring stamp" viewBox="2 2 60 60" aria-hidden="true" focusable="false">
            <circle class="ring-shut" cx="32" cy="32" r="26" />
        </svg>
    }
}
