//! The events of a page that may stand on a borrowed device: whose it is, how long nobody touched it, and the way out.
//!
//! Forgetting puts an empty session in the place of the old one, so that what is added later is forgotten too.

use std::ops::ControlFlow;

use super::{Session, stolen};
use crate::device::{Departure, Device};
use crate::effect::Effect;
use crate::event::Event;
use crate::idle::{self, Idle};
use crate::triage::Answers;

impl Session {
    /// Anybody's but the person's own, as far as they said.
    pub fn is_borrowed(&self) -> bool {
        self.device != Some(Device::Mine)
    }

    /// Something was answered, or the report is open: there is something to forget.
    fn holds_something(&self) -> bool {
        self.answers != Answers::default() || !self.templates.is_idle()
    }

    /// What the page says about the time: that it forgot is worth telling until somebody begins anew.
    pub fn shown_idle(&self) -> Idle {
        if self.idle == Idle::Over && self.holds_something() { Idle::Watched } else { self.idle }
    }

    /// How a link leads away from this page.
    pub fn departure(&self) -> Departure {
        let borrowed = self.device.is_some() && self.is_borrowed();
        Departure { new_tab: borrowed || self.holds_something(), borrowed }
    }
}

/// Answers the events of a page on a borrowed device.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::GuardWoken => watch(session),
        Event::DeviceTold(device) => {
            session.device = Some(device);
            watch(session)
        }
        Event::Untouched(seconds) => untouched(session, seconds),
        Event::LeaveAsked(language) => {
            forget(session);
            vec![Effect::Clear, Effect::Leave(language)]
        }
        Event::PageLeft if session.is_borrowed() => {
            forget(session);
            clear(session)
        }
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}

/// One watch is enough: it goes on until the device turns out to be the person's own.
fn watch(session: &mut Session) -> Vec<Effect> {
    if session.idle != Idle::Unwatched || !session.is_borrowed() {
        return Vec::new();
    }
    session.idle = Idle::Watched;
    vec![Effect::Watch(idle::unchanged(0, true))]
}

fn untouched(session: &mut Session, seconds: u32) -> Vec<Effect> {
    if !session.is_borrowed() {
        session.idle = Idle::Unwatched;
        return Vec::new();
    }
    let holds = session.holds_something();
    let mut effects = Vec::new();
    match Idle::after(seconds) {
        Idle::Over if holds => {
            forget(session);
            session.idle = Idle::Over;
            effects = clear(session);
        }
        // That the page forgot is worth telling to whoever comes back, until they begin anew.
        _ if !holds && session.idle == Idle::Over => {}
        Idle::Warned if holds => session.idle = Idle::Warned,
        _ => session.idle = Idle::Watched,
    }
    effects.push(Effect::Watch(idle::unchanged(seconds, session.holds_something())));
    effects
}

/// Leaves what the page knew before anybody touched it, and whose device it is.
fn forget(session: &mut Session) {
    *session = Session {
        now: session.now,
        steps: session.steps.clone(),
        language: session.language,
        device: session.device,
        idle: session.idle,
        ..Session::default()
    };
}

/// The page as it was before anybody touched it.
fn clear(session: &Session) -> Vec<Effect> {
    let mut effects = vec![Effect::Clear];
    effects.extend(stolen::arrange(session));
    effects
}
