//! What a person keeps: phones and ticks.
//!
//! One record, at most fifty phones. It changes only by [`Change`], so that what is kept is what was asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::phone::{Phone, PhoneId};
use crate::step::StepId;
use crate::tick::Tick;

/// Everything a person keeps on this device.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    phones: BTreeMap<PhoneId, Phone>,
    ticks: BTreeMap<StepId, Tick>,
}

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// Fifty phones are kept already.
    TooManyPhones,
    /// The phone is not in the record: another page removed it.
    NoSuchPhone,
}

impl Record {
    /// The most phones one record holds: a family, a small charity; not a shop.
    pub const MOST_PHONES: usize = 50;

    /// The kept phones, oldest first.
    pub fn phones(&self) -> impl Iterator<Item = (PhoneId, &Phone)> {
        self.phones.iter().map(|(id, phone)| (*id, phone))
    }

    /// One kept phone.
    pub fn phone(&self, id: PhoneId) -> Option<&Phone> {
        self.phones.get(&id)
    }

    /// What was said of a step.
    pub fn tick(&self, step: &StepId) -> Option<Tick> {
        self.ticks.get(step).copied()
    }

    /// Nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.ticks.is_empty()
    }

    /// A kept phone that is the same phone as this one: they share the first fourteen digits of a number.
    pub fn same_phone(&self, phone: &Phone) -> Option<PhoneId> {
        self.phones().find(|(_, kept)| kept.is_same_phone(phone)).map(|(id, _)| id)
    }

    /// Makes one change, or none.
    pub fn apply(&mut self, change: Change) -> Result<(), ChangeError> {
        match change {
            // The very same phone is kept once: a button pressed twice asks twice.
            Change::Add(phone) if self.phones.values().any(|kept| *kept == phone) => {}
            Change::Add(phone) => {
                if self.phones.len() >= Self::MOST_PHONES {
                    return Err(ChangeError::TooManyPhones);
                }
                let id = self.phones.keys().next_back().map_or(PhoneId::FIRST, |last| last.next());
                self.phones.insert(id, phone);
            }
            Change::Edit(id, phone) => *self.phones.get_mut(&id).ok_or(ChangeError::NoSuchPhone)? = phone,
            Change::Remove(id) => {
                self.phones.remove(&id).ok_or(ChangeError::NoSuchPhone)?;
            }
            Change::Mark(step, Some(tick)) => {
                self.ticks.insert(step, tick);
            }
            Change::Mark(step, None) => {
                self.ticks.remove(&step);
            }
        }
        Ok(())
    }
}
