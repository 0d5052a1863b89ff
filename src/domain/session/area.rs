//! The events of the Area walk: the question, the tables it needs, and the order of a list.
//!
//! What was asked stays on the page.

use std::ops::ControlFlow;

use super::Session;
use crate::effect::{Effect, File};
use crate::event::Event;

/// Answers the events of the Area walk.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::AreaTyped(text) => session.lookup.write(text),
        Event::AreaAsked => session.lookup.ask(),
        Event::AreaChosen(id) => session.lookup.choose(id),
        Event::SortAsked(sorting) => vec![Effect::Sort(sorting)],
        Event::Fetched(file @ (File::Areas | File::Postcodes), outcome) => {
            session.lookup.arrived(file, outcome.as_deref().map_err(|error| *error));
            // A table that failed or was damaged is not fetched again by itself: only a new question asks for it.
            if file == File::Areas && session.lookup.trouble().is_none() { session.lookup.fetch() } else { Vec::new() }
        }
        Event::Fetched(file @ File::WardOutlines, outcome) => {
            session.lookup.arrived(file, outcome.as_deref().map_err(|error| *error));
            session.outlined()
        }
        Event::Newer(news) => session.heard(news),
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}
