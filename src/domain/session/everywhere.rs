//! What every page with islands knows: the clock, and texts that leave the page.
//!
//! Nothing of it is kept. A page that keeps nothing has no other part, and never touches the store.

use std::ops::ControlFlow;

use super::{Handed, Session};
use crate::effect::Effect;
use crate::event::Event;

/// Answers the events that any page may have.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::Woken(now) => {
            session.now = Some(now);
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
        Event::CopyAsked(text) => vec![Effect::Copy(text)],
        Event::SelectAsked(field) => vec![Effect::Select(field)],
        Event::SaveAsked(name, text) => vec![Effect::Save { name, text }],
        Event::Copied(outcome) => session.handed(outcome, Handed::Copied),
        Event::Saved(outcome) => session.handed(outcome, Handed::Saved),
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}
