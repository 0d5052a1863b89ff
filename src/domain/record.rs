//! What a person keeps: phones, ticks, the guides of their plan, and which copies left the device.
//!
//! One record, at most fifty phones. It changes only by [`Change`], so that what is kept is what was asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::away::{Away, Way};
use crate::change::Change;
use crate::choice::Choice;
use crate::clash;
use crate::guide::GuideId;
use crate::merge;
use crate::phone::{Phone, PhoneId};
use crate::step::StepId;
use crate::tick::Tick;

/// Everything a person keeps on this device.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Record {
    pub(crate) phones: BTreeMap<PhoneId, Phone>,
    pub(crate) ticks: BTreeMap<StepId, Tick>,
    /// The guides of the plan.
    pub(crate) chosen: BTreeSet<Choice>,
    /// The place of the next phone: no place is given twice, not even that of a phone that is gone.
    pub(crate) next: PhoneId,
    /// One entry for each way.
    pub(crate) away: Vec<Away>,
}

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// Fifty phones are kept already.
    TooManyPhones,
    /// The phone is not in the record: another page removed it.
    NoSuchPhone,
    /// Another page changed the same line of the phone to something else.
    ChangedMeanwhile,
}

impl Record {
    /// The most phones one record holds: a family, a small charity; not a shop.
    pub const MOST_PHONES: usize = 50;
    /// The steps of the walk: a number is kept, and a copy of it is somewhere else.
    pub const STEPS: usize = 2;

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

    /// Is this guide in the plan?
    pub fn is_chosen(&self, guide: GuideId) -> bool {
        Choice::try_from(guide).is_ok_and(|choice| self.chosen.contains(&choice))
    }

    /// The guides of the plan, each once: phone families first, then accounts.
    pub fn chosen(&self) -> impl Iterator<Item = Choice> {
        self.chosen.iter().copied()
    }

    /// The ways in which phones left this device, each once.
    pub fn away(&self) -> &[Away] {
        &self.away
    }

    /// Nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.phones.is_empty() && self.ticks.is_empty() && self.chosen.is_empty()
    }

    /// How many kept phones are only on this device, with nobody having said that this is enough.
    pub fn only_here(&self) -> usize {
        self.phones.keys().filter(|id| !self.away.iter().any(|away| away.holds(**id))).count()
    }

    /// Some kept phone has no copy, and the person knows and wants none.
    pub fn is_declined(&self) -> bool {
        let copied = |id: PhoneId| self.away.iter().any(|away| away.way() != Way::Declined && away.holds(id));
        self.only_here() == 0 && self.phones.keys().any(|id| !copied(*id))
    }

    /// How many of the [`Self::STEPS`] of the walk are done: all of them only when every phone has left the device, or
    /// the person knowingly wants no copy.
    pub fn steps_done(&self) -> usize {
        if self.phones.is_empty() { 0 } else { 1 + usize::from(self.only_here() == 0) }
    }

    /// A kept phone that is the same phone as this one: they share the first fourteen digits of a number.
    pub fn same_phone(&self, phone: &Phone) -> Option<PhoneId> {
        self.phones().find(|(_, kept)| kept.is_same_phone(phone)).map(|(id, _)| id)
    }

    /// Makes one change, or none.
    pub fn apply(&mut self, change: Change) -> Result<(), ChangeError> {
        match change {
            Change::Add(phone) => return self.add(phone),
            Change::Amend(id, from, to) => {
                let kept = self.phone(id).ok_or(ChangeError::NoSuchPhone)?;
                if clash::clashes(&from, kept, &to).next().is_some() {
                    return Err(ChangeError::ChangedMeanwhile);
                }
                self.edit(id, kept.clone().amended(&from, &to))?;
            }
            Change::Remove(id) => {
                self.phones.remove(&id).ok_or(ChangeError::NoSuchPhone)?;
            }
            Change::Restore(id, phone) => match self.phone(id) {
                Some(kept) if *kept == phone => {}
                // A place that was never given here, or is taken, belongs to another record: the phone gets a new one.
                Some(_) => return self.add(phone),
                None if id >= self.next => return self.add(phone),
                None if self.is_full() => return Err(ChangeError::TooManyPhones),
                None => {
                    self.phones.insert(id, phone);
                }
            },
            Change::Mark(step, Some(tick)) => {
                self.ticks.insert(step, tick);
            }
            Change::Mark(step, None) => {
                self.ticks.remove(&step);
            }
            Change::Choose(choice, true) => {
                self.chosen.insert(choice);
            }
            Change::Choose(choice, false) => {
                self.chosen.remove(&choice);
            }
            Change::Away(away) => self.leave(away),
            Change::Merge(copy) => *self = merge::merge(self, &copy).map_err(|_| ChangeError::TooManyPhones)?,
            Change::Replace(copy) => {
                let next = self.next.max(copy.next);
                *self = Self { next, ..*copy };
            }
        }
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.phones.len() >= Self::MOST_PHONES
    }

    fn add(&mut self, phone: Phone) -> Result<(), ChangeError> {
        // The very same phone is kept once: a button pressed twice asks twice.
        if self.phones.values().any(|kept| *kept == phone) {
            return Ok(());
        }
        // The last place of all is never given: there would be none after it.
        let next = self.next.next().filter(|_| !self.is_full()).ok_or(ChangeError::TooManyPhones)?;
        self.phones.insert(self.next, phone);
        self.next = next;
        Ok(())
    }

    fn edit(&mut self, id: PhoneId, phone: Phone) -> Result<(), ChangeError> {
        let kept = self.phones.get_mut(&id).ok_or(ChangeError::NoSuchPhone)?;
        // With other numbers, every copy that left is of something else.
        if kept.numbers() != phone.numbers() {
            self.away.iter_mut().for_each(|away| away.retain(|one| one != id));
        }
        *kept = phone;
        Ok(())
    }

    fn leave(&mut self, mut now: Away) {
        // Phones that another page removed meanwhile left too, but nobody asks about them any more.
        let (phones, next) = (&self.phones, self.next);
        now.retain(|id| id < next && phones.contains_key(&id));
        match self.away.iter_mut().find(|away| away.way() == now.way()) {
            Some(before) => {
                before.retain(|id| phones.contains_key(&id));
                before.join(&now);
            }
            None => self.away.push(now),
        }
    }
}
