//! One round of questions: which months are missing, two questions at a time, and when enough was asked.
//!
//! The service allows 15 questions a second; two at a time, each waiting for its answer, stay far below that.

use super::kept::{Count, Kept};
use super::query::{Offence, Query};
use super::reply::Refusal;
use crate::period::Month;

/// More newer months than this are never asked for: older ones are then in the tables of this site.
pub const MOST_MONTHS: u32 = 12;
/// The most questions of one round, those asked again among them.
pub const MOST_CALLS: u16 = 64;
/// How often one question is asked while the service is busy.
pub const MOST_TRIES: u8 = 3;
/// After so many questions in a row without an answer there is no connection worth waiting for.
pub const MOST_MISSES: u8 = 3;
/// How many questions are under way at once.
const LANES: u8 = 2;
/// The first pause of a busy service, in milliseconds; each next one is twice as long.
const FIRST_PAUSE: u32 = 1_000;
/// The longest pause that is waited for when the service names one, in seconds.
const LONGEST_PAUSE: u32 = 30;

/// One question on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// The round it belongs to: an answer to an older one is not listened to.
    pub round: u32,
    /// The question.
    pub query: Query,
    /// How often it was asked before.
    pub tries: u8,
}

impl Call {
    /// The same question once more, and how long to wait before; none when it was asked often enough.
    pub(super) fn again(self, wanted: Option<u32>) -> Option<(Self, u32)> {
        let tries = self.tries + 1;
        let pause = match wanted {
            Some(seconds) if seconds > LONGEST_PAUSE => return None,
            Some(seconds) => seconds * 1000,
            None => FIRST_PAUSE << self.tries,
        };
        (tries < MOST_TRIES).then_some((Self { tries, ..self }, pause))
    }
}

/// How far a round is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Round {
    /// The newest month that is out.
    pub(super) newest: Month,
    /// Still to be asked, last first.
    left: Vec<(Offence, Month)>,
    /// The first of a month's two counts, until the second is there.
    halves: Vec<(Offence, Month, u32)>,
    /// Why months are missing, each reason once.
    pub(super) refusals: Vec<Refusal>,
    under_way: u8,
    calls: u16,
    misses: u8,
    of: u16,
}

impl Round {
    /// A round that asks for these months in this order.
    pub(super) fn new(newest: Month, months: &[Month]) -> Self {
        let both = |month: &Month| Offence::ALL.map(|offence| (offence, *month));
        let mut left: Vec<_> = months.iter().flat_map(both).collect();
        left.reverse();
        let of = u16::try_from(left.len()).unwrap_or(u16::MAX);
        let (halves, refusals) = (Vec::new(), Vec::new());
        Self { newest, left, halves, refusals, under_way: 0, calls: 0, misses: 0, of }
    }

    /// Nothing is under way, and nothing is left to be asked.
    pub(super) fn is_over(&self) -> bool {
        self.under_way == 0 && self.left.is_empty()
    }

    /// How many questions are settled, and how many there are.
    pub(super) fn progress(&self) -> (u16, u16) {
        let open = u16::try_from(self.left.len()).unwrap_or(u16::MAX).saturating_add(self.under_way.into());
        (self.of.saturating_sub(open), self.of)
    }

    /// The next question, if one more may be under way.
    pub(super) fn next(&mut self) -> Option<Query> {
        if self.under_way >= LANES || self.left.is_empty() {
            return None;
        }
        if self.calls >= MOST_CALLS {
            self.give_up(Refusal::Busy);
            return None;
        }
        let (offence, month) = self.left.pop()?;
        self.under_way += 1;
        self.calls += 1;
        Some(Query::Offences(offence, month))
    }

    /// A question that waited is asked again.
    pub(super) fn repeat(&mut self) {
        self.calls += 1;
    }

    /// Takes a count; answers the month once both of its counts are there.
    pub(super) fn counted(&mut self, offence: Offence, month: Month, count: u32) -> Option<Kept> {
        self.under_way = self.under_way.saturating_sub(1);
        self.misses = 0;
        let Some(place) = self.halves.iter().position(|(_, known, _)| *known == month) else {
            self.halves.push((offence, month, count));
            return None;
        };
        let (_, _, other) = self.halves.swap_remove(place);
        let (thefts, robberies) = match offence {
            Offence::Theft => (count, other),
            Offence::Robbery => (other, count),
        };
        Some(Kept { month, count: Count { thefts, robberies }, newest: self.newest })
    }

    /// Takes a refusal: half a month is no month, so its other question is dropped.
    pub(super) fn refused(&mut self, month: Month, refusal: Refusal) {
        self.under_way = self.under_way.saturating_sub(1);
        self.note(refusal);
        self.left.retain(|(_, open)| *open != month);
        let missed = matches!(refusal, Refusal::Unreachable | Refusal::Slow);
        self.misses = if missed { self.misses + 1 } else { 0 };
        if self.misses >= MOST_MISSES {
            self.give_up(refusal);
        }
    }

    fn give_up(&mut self, refusal: Refusal) {
        self.left.clear();
        self.note(refusal);
    }

    fn note(&mut self, refusal: Refusal) {
        if !self.refusals.contains(&refusal) {
            self.refusals.push(refusal);
        }
    }
}
