//! The events of the Stolen walk: triage and the order of the steps; the rest belongs to the report.
//!
//! Nothing of it is ever kept.

use std::ops::ControlFlow;

use super::{Session, reporting};
use crate::asset::Asset;
use crate::effect::Effect;
use crate::event::Event;

/// Answers the events of the Stolen walk.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::StepsWanted(language) => {
            session.steps = Asset::Coming;
            session.language = Some(language);
            vec![Effect::Gather(language)]
        }
        Event::Gathered(outcome) => {
            session.steps = Asset::of(outcome);
            arrange(session)
        }
        Event::Answered(answers) => {
            session.draft.triage(&session.answers, &answers);
            session.answers = answers;
            let mut effects = arrange(session);
            // The steps did not come when the page woke: an answer is reason enough to ask again.
            if let (Asset::Failed(_), Some(language)) = (&session.steps, session.language) {
                session.steps = Asset::Coming;
                effects.push(Effect::Gather(language));
            }
            effects
        }
        other => return reporting::update(session, other),
    };
    ControlFlow::Break(effects)
}

/// The steps in the order of the answers; before any answer they stand as the page was written.
pub(super) fn arrange(session: &Session) -> Vec<Effect> {
    // Moving only those that are here could leave a list without the step that matters.
    if session.steps.here().is_none() {
        return Vec::new();
    }
    let places = session.plan().steps().iter().map(|step| (step.id.clone(), step.when.slug())).collect();
    vec![Effect::Arrange(places)]
}
