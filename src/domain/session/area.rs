//! The events of the Area walk: the question, the tables it needs, and the order of a list.
//!
//! What was asked stays on the page.

use std::ops::ControlFlow;

use super::Session;
use crate::effect::{Effect, File};
use crate::event::Event;
use crate::lookup::{KEEP, YEARS};

/// Answers the events of the Area walk.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::AreaTyped(text) => session.lookup.write(text),
        Event::AreaAsked => {
            let effects = session.lookup.ask();
            session.with_months(effects)
        }
        Event::AreaChosen(id) => session.show(id),
        Event::AreaNamed(code) => session.named(&code),
        Event::AreaKept(kept) => {
            session.beside = kept.then(|| session.answered_area()).flatten();
            vec![Effect::Focus(KEEP)]
        }
        Event::AreaShared(address) => {
            session.sharing = Some(address.clone());
            vec![Effect::Share(address)]
        }
        // Where there is no share sheet, the address goes on the clipboard.
        Event::Shared(outcome) => match session.sharing.take().filter(|_| outcome.is_err()) {
            Some(address) => vec![Effect::Copy(address)],
            None => Vec::new(),
        },
        Event::HistoryAsked => {
            // The button is gone with its press.
            let focus = Effect::Focus(YEARS);
            std::iter::once(focus).chain(session.almanac.ask_history()).collect()
        }
        Event::Atlas(turn) => session.turn(turn),
        Event::LocationAsked => session.locate(),
        Event::Located(outcome) => session.located(outcome),
        Event::SortAsked(sorting) => vec![Effect::Sort(sorting)],
        Event::Fetched(file @ (File::Areas | File::Postcodes), outcome) => {
            session.lookup.arrived(file, outcome.as_deref().map_err(|error| *error));
            // A table that failed or was damaged is not fetched again by itself: only a new question asks for it.
            let effects = match file {
                File::Areas if session.lookup.trouble().is_none() => session.figures_arrived(),
                _ => session.placed(),
            };
            session.with_months(effects)
        }
        Event::Fetched(file @ (File::BoroughMonths | File::WardMonths | File::WardHistory), outcome) => {
            let outcome = outcome.as_deref().map_err(|error| *error);
            session.almanac.arrived(file, outcome, session.lookup.gazetteer());
            Vec::new()
        }
        Event::Fetched(file @ File::WardOutlines, outcome) => {
            session.lookup.arrived(file, outcome.as_deref().map_err(|error| *error));
            let mut effects = session.outlined();
            effects.extend(session.placed());
            effects
        }
        Event::Newer(news) => session.heard(news),
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}
