//! What every page with islands knows: the clock, the store, and texts that leave the page.
//!
//! Ticks are here too, because any walk may carry one.

use std::ops::ControlFlow;

use super::{Handed, Question, Session};
use crate::change::Change;
use crate::effect::Effect;
use crate::event::Event;
use crate::store::Store;

/// Answers the events that any page may have.
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
        Event::Kept(change, outcome) => session.kept(change, outcome),
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
        Event::PrintAsked(recipient) => {
            session.printing = recipient;
            vec![Effect::Print]
        }
        Event::Printed => {
            session.printing = None;
            session.ask_whether_it_left(true);
            Vec::new()
        }
        Event::WayChosen(way, text) => session.leave(way, text),
        Event::CopyLeft(way) => session.left(way),
        Event::Replied(yes) if matches!(session.question, Some(Question::Left(_)) | None) => {
            match session.question.take() {
                Some(Question::Left(way)) if yes => session.left(way),
                _ => Vec::new(),
            }
        }
        Event::Shared(outcome) => {
            session.ask_whether_it_left(outcome.is_ok());
            Vec::new()
        }
        Event::CopyAsked(text) => vec![Effect::Copy(text)],
        Event::SaveAsked(name, text) => vec![Effect::Save { name, text }],
        Event::Copied(outcome) => session.handed(outcome, Handed::Copied),
        Event::Saved(outcome) => session.handed(outcome, Handed::Saved),
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}
