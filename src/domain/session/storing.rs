//! The events of a page that keeps something: what the store answers, ticks and chosen guides.
//!
//! It stands before the part of every page, because a page that keeps something looks at the store as soon as it wakes.

use std::ops::ControlFlow;

use super::Session;
use crate::change::Change;
use crate::effect::Effect;
use crate::event::Event;
use crate::store::Store;

/// Answers the events of the store.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::Woken(now) => {
            session.now = Some(now);
            vec![Effect::Load]
        }
        Event::Returned => vec![Effect::Load],
        Event::Loaded(Ok(record)) => session.stored(record),
        Event::Loaded(Err(error)) => {
            session.store = Store::Refused(error);
            Vec::new()
        }
        Event::Marked(step, tick) => session.keep(Change::Mark(step, tick)),
        Event::Chosen(choice, wanted) => session.keep(Change::Choose(choice, wanted)),
        Event::Kept(change, outcome) => session.kept(change, outcome),
        Event::KeepDelayed => {
            session.store = Store::Delayed;
            Vec::new()
        }
        Event::EraseAsked => {
            session.store = Store::Keeping;
            vec![Effect::Erase]
        }
        Event::Erased(outcome) => {
            if outcome.is_ok() {
                *session = Session { now: session.now, ..Session::default() };
            }
            session.store = outcome.map_or_else(Store::Refused, |()| Store::Kept);
            Vec::new()
        }
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}
