//! What a thief can still do, and what no longer: progress that means something.
//!
//! Sentences, not a percentage: ninety steps done of a hundred are worth little when the passcode was seen.

use domain::coach::State;
use domain::harm::Harm;
use leptos::prelude::*;

use crate::parts::ring::{Ring, dashes};
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What is said of the harms.
    pub struct HarmWords {
        title: String,
        text: String,
        open: String,
        closed: String,
        unavailable: String,
        can: Table,
        cannot: Table,
    }
}

/// One line for each harm that the chosen guides know; nothing before something is chosen.
#[island]
pub fn PlanHarms() -> impl IntoView {
    let wire = Wire::of_page();
    let words: HarmWords = wire.words("harms");
    let harms = wire.slice(|session| session.coaching.catalogue.harms(&session.record));
    let body = move || {
        let harms = harms.get();
        if harms.is_empty() {
            return None;
        }
        let words = words.clone();
        let line = |harm: Harm, state: State| {
            let of = |table: &Table| table.get(harm.slug()).cloned().unwrap_or_default();
            let (closed, said) = match state {
                State::Open => (0, of(&words.can)),
                State::Closed => (1, of(&words.cannot)),
                State::Unavailable => (0, fill(&words.unavailable, &[("harm", &of(&words.can))])),
            };
            view! { <li><Ring closed=Signal::stored(dashes(closed, 1)) /><span>{said}</span></li> }
        };
        let list = |title: &String, is_closed: bool| {
            let lines: Vec<_> = harms
                .iter()
                .filter(|(_, state)| (*state == State::Closed) == is_closed)
                .map(|(harm, state)| line(*harm, *state))
                .collect();
            let title = title.clone();
            (!lines.is_empty()).then(|| view! { <div><h3>{title}</h3><ul class="harms" role="list">{lines}</ul></div> })
        };
        let (open, closed) = (list(&words.open, false), list(&words.closed, true));
        Some(view! {
            <section class="band band-tint" aria-labelledby="harms">
                <h2 id="harms">{words.title}</h2>
                <p>{words.text}</p>
                <div class="sides sides-even">{open}{closed}</div>
            </section>
        })
    };
    view! { <div>{body}</div> }
}
