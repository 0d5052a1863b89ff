//! What can be done to a record, as values.
//!
//! A change is applied to the record that lies in the store, inside one transaction: two open pages never overwrite each
//! other's work, because neither writes a whole record.

use crate::away::Away;
use crate::choice::Choice;
use crate::phone::{Phone, PhoneId};
use crate::record::Record;
use crate::step::StepId;
use crate::tick::Tick;

/// One change to a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Keep one more phone.
    Add(Phone),
    /// Put what a person changed into a kept phone: how it stood when they began, and how it is to be. What another page
    /// changed meanwhile, and they did not, stays as that page left it; what both changed is for the person to settle.
    Amend(PhoneId, Box<Phone>, Phone),
    /// Keep a phone no longer.
    Remove(PhoneId),
    /// Bring a removed phone back to its old place.
    Restore(PhoneId, Phone),
    /// Say of a step that it is done, does not apply, or is for later; `None` takes the tick away.
    Mark(StepId, Option<Tick>),
    /// Choose a guide for the plan, or leave it out again.
    Choose(Choice, bool),
    /// Phones left this device in some way, or the person wants no copy.
    Away(Away),
    /// Add what a copy says and the record does not: see [`crate::merge`].
    Merge(Box<Record>),
    /// Put a copy in the place of everything.
    Replace(Box<Record>),
}

impl Change {
    /// The phone that would be lost if nobody made this change.
    pub const fn brings(&self) -> Option<&Phone> {
        match self {
            Self::Add(phone) | Self::Restore(_, phone) => Some(phone),
            // What a copy brings stands in the copy.
            Self::Amend(..)
            | Self::Remove(_)
            | Self::Mark(..)
            | Self::Choose(..)
            | Self::Away(_)
            | Self::Merge(_)
            | Self::Replace(_) => None,
        }
    }
}
