//! The events of the pages on which copies are made and opened: ways off the phone, and ways back.
//!
//! A locked file stays at hand while its passphrase is tried: no try is the last.

use std::ops::ControlFlow;

use super::{Question, Session};
use crate::asset::Asset;
use crate::away::Way;
use crate::change::Change;
use crate::copying::{Copying, Locking, Opening};
use crate::effect::Effect;
use crate::event::{Event, Now};
use crate::import::Import;
use crate::locked::LockedFile;
use crate::moment::Moment;
use crate::passphrase::Passphrase;

/// Answers the events of making and opening copies.
pub fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::WayChosen(way, text) => session.leave(way, text),
        Event::CopyLeft(way) => session.left(way),
        Event::Replied(yes) => match session.question {
            Some(Question::Left(way)) => session.answered(way, yes),
            _ => return ControlFlow::Continue(Event::Replied(yes)),
        },
        Event::Shared(outcome) if session.sharing.is_none() => {
            // Who closed the share sheet knows it: that needs no word, and no question.
            if outcome == Ok(false) {
                session.leaving = None;
            }
            session.ask_whether_it_left(outcome.is_ok());
            Vec::new()
        }
        Event::LockAsked(passphrase) => session.lock(passphrase),
        Event::Locked(outcome) => {
            session.copying.locking = outcome.map_or_else(Locking::Failed, |()| Locking::Offered);
            session.ask_whether_it_left(outcome.is_ok());
            Vec::new()
        }
        Event::WordsAsked(language) => {
            session.copying.words = Asset::Coming;
            vec![Effect::DrawWords(language)]
        }
        Event::WordsDrawn(outcome) => {
            session.copying.words = Asset::of(outcome);
            Vec::new()
        }
        Event::FilePicked(field) => session.opening(Effect::ReadFile(field)),
        Event::CodePicked(field) => session.opening(Effect::ReadCode(field)),
        Event::TextOffered(text) => session.opening(Effect::ReadText(text)),
        // The person closed it, or chose something else: an answer that comes late opens nothing.
        Event::Imported(_) | Event::Unlocked(_) if session.copying.opening != Opening::Working => Vec::new(),
        Event::Imported(outcome) => {
            session.copying.opening = match outcome {
                Ok(Import::Copy(copy)) => Opening::Open(Box::new(copy)),
                Ok(Import::Locked(file)) => Opening::Locked(file, None),
                Err(why) => Opening::Unreadable(why),
            };
            vec![Effect::Focus("opened")]
        }
        Event::UnlockAsked(passphrase) => session.unlock(passphrase),
        Event::Unlocked(outcome) => {
            let file = session.unlocking.take();
            session.copying.opening = match (outcome, file) {
                (Ok(Ok(copy)), _) => Opening::Open(Box::new(copy)),
                (Ok(Err(why)), _) => Opening::Unreadable(why),
                (Err(why), Some(file)) => Opening::Locked(file, Some(why)),
                (Err(_), None) => Opening::Closed,
            };
            vec![Effect::Focus("opened")]
        }
        Event::MergeAsked => session.take_in(Change::Merge),
        Event::ReplaceAsked => session.take_in(Change::Replace),
        Event::TakingUndone => match session.copying.before.take() {
            Some(before) => {
                session.copying.opening = Opening::Closed;
                // What the store refused is not asked for again behind the person's back.
                session.unkept.retain(|change| !matches!(change, Change::Merge(_) | Change::Replace(_)));
                session.keep(Change::Replace(before))
            }
            None => Vec::new(),
        },
        Event::CopyClosed => {
            (session.copying, session.unlocking) = (Copying::default(), None);
            vec![Effect::Focus("copy-file")]
        }
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}

impl Session {
    /// The day that a file says it was made; the first of all days where the clock tells none of our time.
    pub(super) fn today(&self) -> Moment {
        self.now.and_then(Now::day).unwrap_or(Moment::FIRST)
    }

    fn lock(&mut self, passphrase: Passphrase) -> Vec<Effect> {
        self.copying.locking = Locking::Working;
        self.begin(Way::LockedFile);
        vec![Effect::SaveLocked(Box::new(self.record.clone()), self.today(), passphrase)]
    }

    fn opening(&mut self, effect: Effect) -> Vec<Effect> {
        self.copying = Copying { opening: Opening::Working, ..Copying::default() };
        vec![effect]
    }

    fn unlock(&mut self, passphrase: Passphrase) -> Vec<Effect> {
        let opening = std::mem::replace(&mut self.copying.opening, Opening::Working);
        let Opening::Locked(file, _) = opening else {
            self.copying.opening = opening;
            return Vec::new();
        };
        self.unlocking = Some(LockedFile::clone(&file));
        vec![Effect::Unlock(file, passphrase)]
    }

    fn take_in(&mut self, change: impl FnOnce(Box<crate::record::Record>) -> Change) -> Vec<Effect> {
        let Opening::Open(copy) = &self.copying.opening else { return Vec::new() };
        let change = change(Box::new(copy.record.clone()));
        // Another page may have kept something since this one looked: what comes back on "undo" must be what is there now.
        let mut effects = vec![Effect::Load];
        effects.extend(self.keep(change));
        effects
    }
}
