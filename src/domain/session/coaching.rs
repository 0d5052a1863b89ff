//! The events of the plan: guides chosen, their steps brought over and laid in order.
//!
//! It stands before the part that knows the store, because what is chosen is kept there: it lets that part work, and
//! looks whether the choice is another one now.

use std::ops::ControlFlow;

use super::{Session, storing};
use crate::asset::Asset;
use crate::effect::Effect;
use crate::event::Event;

/// Answers the events of the plan.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::PlanWoken(language, catalogue) => {
            session.coaching.language = Some(language);
            session.coaching.catalogue = catalogue;
            settle(session)
        }
        Event::GuideBrought(choice, outcome) => {
            session.coaching.guides.insert(choice, Asset::of(outcome));
            arrange(session)
        }
        Event::GuidesAskedAgain => {
            session.coaching.guides.retain(|_, guide| !guide.is_wanted());
            settle(session)
        }
        Event::NextAsked => {
            let mut effects = settle(session);
            effects.push(Effect::Focus("plan"));
            effects
        }
        other => {
            let before: Vec<_> = session.record.chosen().collect();
            let mut flow = storing::update(session, other);
            if let ControlFlow::Break(effects) = &mut flow
                && !session.record.chosen().eq(before)
            {
                effects.extend(settle(session));
            }
            return flow;
        }
    };
    ControlFlow::Break(effects)
}

/// Chooses anew what is shown first, and asks for what is not here yet.
fn settle(session: &mut Session) -> Vec<Effect> {
    session.coaching.shown = session.coaching.catalogue.next(&session.record);
    let Some(language) = session.coaching.language else { return Vec::new() };
    let mut effects = Vec::new();
    for choice in session.record.chosen() {
        let guide = session.coaching.guides.entry(choice).or_default();
        if guide.is_wanted() {
            *guide = Asset::Coming;
            effects.push(Effect::Bring(choice, language));
        }
    }
    effects.extend(arrange(session));
    effects
}

/// Every step in its list. Those that are still on their way are laid when they arrive.
fn arrange(session: &Session) -> Vec<Effect> {
    if session.coaching.language.is_none() {
        return Vec::new();
    }
    let places = session.coaching.catalogue.places(&session.record, &session.coaching.shown);
    vec![Effect::Arrange(places.into_iter().map(|(step, list)| (step, list.slug())).collect())]
}
