//! What is on the screen and what is kept, and the one function that changes it.
//!
//! `update` is the only writer. It is pure: an event in, effects out, so that whole journeys are tested without a browser.

use crate::change::Change;
use crate::effect::Effect;
use crate::event::{Event, Now};
use crate::plan::{self, Plan};
use crate::record::Record;
use crate::store::{Store, StoreError};
use crate::triage::Answers;

/// Everything a page knows at one moment.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Session {
    /// The person's own date and time when the page woke; unknown before.
    pub now: Option<Now>,
    /// What is kept, as far as the store told; in a browser that keeps nothing, what this page holds.
    pub record: Record,
    /// How keeping goes.
    pub store: Store,
    /// The answers of the stolen walk. They are never kept.
    pub answers: Answers,
}

impl Session {
    /// The plan for the answers so far.
    pub fn plan(&self) -> Plan {
        plan::plan(&self.answers)
    }
}

/// Takes what happened into the session and says what to do about it.
pub fn update(session: &mut Session, event: Event) -> Vec<Effect> {
    match event {
        Event::Woken(now) => {
            session.now = Some(now);
            vec![Effect::Load]
        }
        Event::Returned => vec![Effect::Load],
        Event::Loaded(outcome) => {
            loaded(session, outcome);
            Vec::new()
        }
        Event::Marked(step, tick) => keep(session, Change::Mark(step, tick)),
        Event::Kept(change, outcome) => {
            kept(session, change, outcome);
            Vec::new()
        }
        Event::EraseAsked => vec![Effect::Erase],
        Event::Erased(outcome) => {
            if outcome.is_ok() {
                *session = Session { now: session.now, ..Session::default() };
            }
            session.store = outcome.map_or_else(Store::Refused, |()| Store::Kept);
            Vec::new()
        }
        Event::Answered(answers) => {
            session.answers = answers;
            let places = session.plan().steps().iter().map(|step| (step.id.clone(), step.when)).collect();
            vec![Effect::Arrange(places)]
        }
        Event::Copied(_) | Event::Saved(_) | Event::Fetched(..) => Vec::new(),
    }
}

fn keep(session: &mut Session, change: Change) -> Vec<Effect> {
    session.store = Store::Keeping;
    vec![Effect::Keep(change)]
}

fn loaded(session: &mut Session, outcome: Result<Record, StoreError>) {
    match outcome {
        Ok(record) => {
            session.record = record;
            session.store = Store::Kept;
        }
        Err(error) => session.store = Store::Refused(error),
    }
}

/// A change that the store refused still shows on this page, with a standing notice: nothing a person did is lost to
/// their eyes while the page is open.
fn kept(session: &mut Session, change: Change, outcome: Result<Record, StoreError>) {
    match outcome {
        Ok(record) => {
            session.record = record;
            session.store = Store::Kept;
        }
        Err(StoreError::Change(error)) => session.store = Store::Refused(StoreError::Change(error)),
        Err(error) => {
            let applied = session.record.apply(change);
            session.store = Store::Refused(applied.map_or_else(StoreError::Change, |()| error));
        }
    }
}
