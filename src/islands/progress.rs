//! How much of a guide is done: the ring, and the same in words.
//!
//! Before the store has answered it says how many steps there are, which is what the page says with scripts off.

use domain::step_names::StepNames;
use domain::tick::Tick;
use leptos::prelude::*;

use crate::parts::ring::{Ring, dashes};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        none: String,
        some: String,
        all: String,
    }
}

/// The ring of one guide. Steps the person's phone does not have do not count.
#[island]
pub fn Progress(
    /// The guide's steps, each with the names it had.
    steps: Vec<StepNames>,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("progress");
    let tally = wire.slice(move |session| {
        let ticks = steps.iter().map(|step| step.tick(&session.record));
        let (mut done, mut count) = (0_usize, 0_usize);
        for tick in ticks {
            count += usize::from(tick != Some(Tick::NotOnMyPhone));
            done += usize::from(tick == Some(Tick::Done));
        }
        (done, count)
    });
    let closed = Signal::derive(move || {
        let (done, count) = tally.get();
        dashes(done, count)
    });
    let said = move || {
        let (done, count) = tally.get();
        let form = match done {
            0 => &words.none,
            _ if done >= count => &words.all,
            _ => &words.some,
        };
        fill(form, &[("done", &done.to_string()), ("count", &count.to_string())])
    };
    view! {
        <Ring closed />
        <small class="tally">{said}</small>
    }
}
