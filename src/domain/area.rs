//! One area's figures: what was recorded, among how many people, and what that says.
//!
//! Every part is a proof of its own, so that any combination of them can be shown.

use std::num::NonZeroU32;

use crate::period::Period;
use crate::place::{AreaCode, BoroughCode};
use crate::risk::{Levels, Trend};

/// Offences a year per million people present: 31,121 is 31.1 per thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(u32);

/// A rate with the range it lies in with 90% probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateEstimate {
    mean: Rate,
    low: Rate,
    high: Rate,
}

/// The counts between which the next twelve months' count falls with 90% probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    low: u32,
    high: u32,
}

/// Recorded robberies, by what a force publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Robberies {
    /// Robberies of persons only (Metropolitan Police).
    Personal(u32),
    /// Robberies of persons and businesses together (every force through police.uk).
    All(u32),
}

/// What should make a reader careful with an area's rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cautions {
    /// Much was built here after 2011: the workday population, which is of that year, is likely too small.
    pub redeveloped: bool,
    /// The workday population is a rougher estimate than elsewhere (quality B in the data's notes).
    pub rough_population: bool,
}

/// Everything known of one area over one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The months that were counted.
    pub period: Period,
    /// Recorded thefts from the person.
    pub thefts: u32,
    /// Recorded robberies.
    pub robberies: Robberies,
    /// Both together in the year before, when it was counted in the same way.
    pub before: Option<u32>,
    /// Usual residents, Census 2021, in persons.
    pub residents: u32,
    /// People in the area on a working day, Census 2011, in persons.
    pub workday: NonZeroU32,
    /// Hundredths of a square kilometre.
    pub hectares: u32,
    /// Offences per million workday people.
    pub rate: RateEstimate,
    /// London's rate in the same measure: what the levels and ratios compare with.
    pub london: Rate,
    /// The next twelve months' count.
    pub expected: Expected,
    /// The level by workday people.
    pub levels: Levels,
    /// The level by workday people or residents, whichever are more: where it differs, say less.
    pub levels_by_most_people: Levels,
    /// The change against the year before, beside London's.
    pub trend: Option<Trend>,
    /// What to be careful with.
    pub cautions: Cautions,
}

/// A ward or a borough with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its official code.
    pub code: AreaCode,
    /// Its official name.
    pub name: Box<str>,
    /// The borough it lies in; a borough lies in itself.
    pub borough: BoroughCode,
    /// Where its figures come from: a place in the gazetteer's list of sources.
    pub source: usize,
    /// Its figures.
    pub figures: Figures,
}

impl Rate {
    /// So many offences per million people.
    pub const fn per_million(count: u32) -> Self {
        Self(count)
    }

    /// As a whole number per million people.
    pub const fn millionths(self) -> u32 {
        self.0
    }

    /// Per thousand people.
    pub fn per_thousand(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// Per thousand people in tenths, rounded: what a page shows.
    pub const fn tenths_per_thousand(self) -> u32 {
        self.0.saturating_add(50) / 100
    }

    /// As a multiple of another rate in tenths, rounded: what a page shows; 0 beside a rate of 0.
    pub const fn tenths_beside(self, reference: Self) -> u32 {
        match self.0.saturating_mul(10).saturating_add(reference.0 / 2).checked_div(reference.0) {
            Some(tenths) => tenths,
            None => 0,
        }
    }

    /// As a multiple of another rate; 0 beside a rate of 0.
    pub fn beside(self, reference: Self) -> f64 {
        if reference.0 == 0 { 0.0 } else { f64::from(self.0) / f64::from(reference.0) }
    }
}

impl RateEstimate {
    /// A rate between its limits; none when they are out of order.
    pub fn new(low: Rate, mean: Rate, high: Rate) -> Option<Self> {
        (low <= mean && mean <= high).then_some(Self { mean, low, high })
    }

    /// The posterior mean.
    pub const fn mean(self) -> Rate {
        self.mean
    }

    /// The 5th percentile.
    pub const fn low(self) -> Rate {
        self.low
    }

    /// The 95th percentile.
    pub const fn high(self) -> Rate {
        self.high
    }
}

impl Expected {
    /// A range of counts; none when its ends are out of order.
    pub fn new(low: u32, high: u32) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// The lower end.
    pub const fn low(self) -> u32 {
        self.low
    }

    /// The higher end.
    pub const fn high(self) -> u32 {
        self.high
    }
}

impl Robberies {
    /// How many, of whichever kind.
    pub const fn count(self) -> u32 {
        match self {
            Self::Personal(count) | Self::All(count) => count,
        }
    }
}

impl Figures {
    /// Below this count a percentage says more about chance than about the place.
    pub const ENOUGH_FOR_PERCENT: u32 = 20;

    /// Thefts from the person and robberies together.
    pub const fn total(&self) -> u32 {
        self.thefts.saturating_add(self.robberies.count())
    }

    /// The change against the year before in per cent, when both counts are large enough to say so.
    pub fn change(&self) -> Option<f64> {
        let before = self.before.filter(|before| (*before).min(self.total()) >= Self::ENOUGH_FOR_PERCENT)?;
        Some((f64::from(self.total()) / f64::from(before) - 1.0) * 100.0)
    }

    /// Whether the level holds whichever way the people are counted.
    pub fn level_is_firm(&self) -> bool {
        self.levels == self.levels_by_most_people
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_out_of_order_cannot_be_made() {
        let rate = Rate::per_million;
        assert!(RateEstimate::new(rate(1), rate(1), rate(1)).is_some());
        assert_eq!(RateEstimate::new(rate(2), rate(1), rate(3)), None);
        assert_eq!(RateEstimate::new(rate(1), rate(4), rate(3)), None);
        assert_eq!(Expected::new(2, 1), None);
    }

    #[test]
    fn a_ratio_beside_nothing_is_nothing() {
        assert_eq!(Rate::per_million(5).beside(Rate::per_million(0)).to_bits(), 0.0_f64.to_bits());
    }
}
