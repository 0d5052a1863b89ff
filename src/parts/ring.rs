//! The ring: how much of it is closed shows how much is done.
//!
//! It always stands beside words that say the same.

#[cfg(any(feature = "area", feature = "ssr"))]
use domain::risk::{Level, Levels};
use leptos::prelude::*;

#[cfg(any(feature = "area", feature = "ssr"))]
use super::sketch::Sketch;

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
#[cfg(any(feature = "area", feature = "ssr"))]
pub fn level(levels: Levels) -> Sketch {
    let steps = Level::ALL.iter().take_while(|level| **level <= levels.first()).count();
    let shut =
        ["17 3 ".repeat(steps.saturating_sub(1)), "17 ".to_owned(), 103_usize.saturating_sub(20 * steps).to_string()];
    let arc = |class: &str, dashes: String, turn: i32| {
        let round = [("class", class), ("cx", "32"), ("cy", "32"), ("r", "26"), ("pathLength", "100")];
        let arc = round.into_iter().fold(Sketch::svg("circle"), |arc, (name, value)| arc.with(name, value));
        arc.with("stroke-dasharray", dashes).with("transform", ["rotate(", &turn.to_string(), " 32 32)"].concat())
    };
    // 72 degrees an arc, from 85 degrees before the top.
    let next = 72 * i32::try_from(steps).unwrap_or_default() - 85;
    Sketch::svg("svg")
        .with("class", "ring ring-large")
        .with("viewBox", "2 2 60 60")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .hold(arc("ring-open", "17 3".to_owned(), -85))
        .hold(arc("ring-shut", shut.concat(), -85))
        .hold_all(levels.second().map(|_| arc("ring-maybe", "17 83".to_owned(), next)))
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
