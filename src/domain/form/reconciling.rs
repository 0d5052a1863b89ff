//! The form of a phone that another page changed in the same line: both values, and the way on from either.
//!
//! Nothing typed goes unless the person says that the other value stays.

use super::{Fault, Field, Form};
use crate::clash::{Clash, clashes};
use crate::phone::{Phone, PhoneId};

impl Form {
    /// The form with a change in it that was not made, because another page changed the same line of the phone.
    pub(crate) fn refused(id: PhoneId, from: Box<Phone>, to: &Phone) -> Self {
        let mut form = Self::of(id, to);
        form.changed_meanwhile(from);
        form
    }

    /// Notes that another page changed the same line since the phone stood like this.
    pub(crate) fn changed_meanwhile(&mut self, from: Box<Phone>) {
        (self.base, self.fault) = (Some(from), Some(Fault::ChangedMeanwhile));
    }

    /// The lines that were changed here and, to something else, in the kept phone.
    pub fn clashes(&self, kept: &Phone) -> Vec<Clash> {
        let (Some(from), Ok(typed)) = (&self.base, self.phone(true)) else { return Vec::new() };
        clashes(from, kept, &typed).collect()
    }

    /// Goes on from the kept phone as it is now: what was not changed here becomes what it says, and so does a line that
    /// both changed, unless it is to be `mine`.
    pub(crate) fn reconcile(&mut self, kept: &Phone, mine: bool) {
        self.fault = None;
        let (Some(from), Ok(typed)) = (&self.base, self.phone(true)) else { return };
        let theirs = |field: &Field| {
            let [from, kept, typed] = [from, kept, &typed].map(|phone| field.says(phone));
            kept != typed && kept != from && (typed == from || !mine)
        };
        let theirs: Vec<Field> = Field::all().filter(theirs).collect();
        // What the reader put beside an older number has become the person's own.
        self.filled.clear();
        for field in &theirs {
            self.put(*field, field.says(kept));
        }
        if theirs.contains(&Field::Number) {
            self.read();
        }
        self.base = Some(Box::new(kept.clone()));
    }
}
