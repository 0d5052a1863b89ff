//! The events of the Record walk: the form in which a phone is written down, and the list of kept phones.
//!
//! What they do is in `keeping`.

use std::ops::ControlFlow;

use super::{Question, Session};
use crate::effect::Effect;
use crate::event::Event;
use crate::form::Field;
use crate::picture::Picture;

/// Answers the events of the Record walk.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::FormTyped(field, text) => {
            session.form.write(field, text);
            if field == Field::Number {
                session.strokes = session.strokes.wrapping_add(1);
                vec![Effect::Pause(session.strokes)]
            } else {
                Vec::new()
            }
        }
        Event::Paused(stroke) => {
            session.form.paused |= stroke == session.strokes;
            Vec::new()
        }
        Event::SuggestionTaken(imei) => {
            session.form.take(imei);
            session.form.paused = true;
            Vec::new()
        }
        Event::FillingTakenBack(detail) => {
            session.form.take_back(detail);
            Vec::new()
        }
        Event::PhoneOffered { anyway } => session.offered(anyway),
        Event::Reconciled { mine } => session.reconcile(mine),
        Event::Replied(yes) => match session.question {
            Some(Question::Edit(id)) => session.turned(id, yes),
            _ => return ControlFlow::Continue(Event::Replied(yes)),
        },
        Event::EditAsked(id) => session.edit(id),
        Event::FormCleared => {
            session.clear_form();
            Vec::new()
        }
        Event::RemovalAsked(id) => session.removal(id),
        Event::RemovalUndone => session.bring_back(),
        Event::PicturePicked(field) => {
            session.picture = Picture::Searching { done: 0, most: 0 };
            vec![Effect::ReadPicture(field)]
        }
        Event::PictureLooked(done, most) => {
            session.picture = Picture::Searching { done, most };
            Vec::new()
        }
        Event::PictureRead(outcome) => {
            session.picture = outcome.map_or_else(Picture::Failed, Picture::Searched);
            Vec::new()
        }
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}
