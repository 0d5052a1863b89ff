//! How copies leave the phone: what the browser does of it, and what only the person can say.
//!
//! A press is no copy: nothing counts before somebody said that it left.

use super::{Handed, Question, Session};
use crate::away::{Away, Way};
use crate::change::Change;
use crate::effect::{Document, Effect};
use crate::event::{Now, Refused};

impl Session {
    /// A copy left this device, or the person wants none.
    pub(super) fn left(&mut self, way: Way) -> Vec<Effect> {
        let away = Away::of(&self.record, way, self.now.and_then(Now::day));
        self.keep(Change::Away(away))
    }

    /// The answer to "did the copy leave?" The buttons of the question are gone, so the focus goes to what stands there now.
    pub(super) fn answered(&mut self, way: Way, yes: bool) -> Vec<Effect> {
        self.question = None;
        let mut effects = if yes { self.left(way) } else { Vec::new() };
        self.copying.still_here = (!yes).then_some(way);
        effects.push(Effect::Focus(way.slug()));
        effects
    }

    /// The browser begins with a way off the phone: what came of another is old.
    pub(super) fn begin(&mut self, way: Way) {
        (self.leaving, self.refused, self.question, self.handed) = (Some(way), None, None, None);
        self.copying.still_here = None;
    }

    /// A way off the phone was chosen. What the browser can do of it is done; whether a copy left, only the person knows.
    pub(super) fn leave(&mut self, way: Way, text: Document) -> Vec<Effect> {
        let effect = match way {
            Way::Printed => Effect::Print,
            Way::PlainFile => Effect::SaveCopy(Box::new(self.record.clone()), self.today()),
            Way::PasswordManager => Effect::Copy(text),
            Way::Shared => Effect::Share(text),
            Way::LockedFile | Way::SecondDevice | Way::Declined => return self.left(way),
        };
        self.begin(way);
        vec![effect]
    }

    /// What came of a wish to copy or save. The person is asked only about what the browser did.
    pub(super) fn handed(&mut self, outcome: Result<(), Refused>, done: Handed) -> Vec<Effect> {
        self.handed = Some(outcome.map_or(Handed::Refused, |()| done));
        self.ask_whether_it_left(outcome.is_ok());
        Vec::new()
    }

    /// No browser tells whether paper came out, or where a file went.
    pub(super) fn ask_whether_it_left(&mut self, done: bool) {
        let Some(way) = self.leaving.take() else { return };
        if done {
            self.question = Some(Question::Left(way));
        } else {
            self.refused = Some(way);
        }
    }
}
