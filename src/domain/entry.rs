//! A line of the log as it is being written: what was typed, judged when it is offered.
//!
//! It opens with the present time, because most people write down what they just did.

use std::collections::BTreeMap;

use crate::clock::Clock;
use crate::closed::closed_list;
use crate::incident::{Deed, Refusal};
use crate::text::{Text, TextError};

closed_list! {
    /// A field of the line.
    Field {
        /// What was done, by its name.
        Act = "act",
        /// When.
        At = "at",
        /// Whom they told.
        Whom = "whom",
        /// What they were told.
        Note = "note",
    }
}

impl Field {
    /// Its id in the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Act => "deed-act",
            Self::At => "deed-at",
            Self::Whom => "deed-whom",
            Self::Note => "deed-note",
        }
    }
}

/// What stands in the fields of the line.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Entry {
    texts: BTreeMap<Field, String>,
    fault: Option<(Field, Refusal)>,
}

impl Entry {
    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Why the line was not taken when it was last offered, if this field is to blame.
    pub fn refusal(&self, field: Field) -> Option<Refusal> {
        self.fault.filter(|(blamed, _)| *blamed == field).map(|(_, refusal)| refusal)
    }

    /// Takes what was typed.
    pub fn write(&mut self, field: Field, typed: String) {
        self.fault = None;
        self.texts.insert(field, typed);
    }

    /// The line, by the clock of the device.
    ///
    /// # Errors
    /// The field to look at first, and why.
    pub fn deed(&self, clock: Clock) -> Result<Deed, (Field, Refusal)> {
        let act = self.text(Field::Act).parse().map_err(|_| (Field::Act, Refusal::NotAChoice))?;
        let at = self.text(Field::At).parse().map_err(|_| (Field::At, Refusal::NotAMoment))?;
        let (whom, note) = (self.words(Field::Whom)?, self.words(Field::Note)?);
        Ok(Deed { act, at, clock, whom, note, place: Text::default(), accuracy: Text::default() })
    }

    /// Remembers why the line was not taken.
    pub(crate) const fn refuse(&mut self, fault: (Field, Refusal)) {
        self.fault = Some(fault);
    }

    fn words<const LONGEST: usize>(&self, field: Field) -> Result<Text<LONGEST>, (Field, Refusal)> {
        self.text(field)
            .try_into()
            .map_err(|TextError::TooLong { longest, found }| (field, Refusal::TooLong { longest, found }))
    }
}

/// Says how much is filled in, never what.
impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry({} fields)", self.texts.len())
    }
}
