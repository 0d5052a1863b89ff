//! Months that were counted before: published months change little, so none is asked for twice.
//!
//! The newest month of its time is the exception: it was still filling up, and is asked for again once a newer one is out.

use std::fmt::Write as _;

use crate::period::Month;

/// What was recorded in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Thefts from the person.
    pub thefts: u32,
    /// Robberies, of people and of businesses.
    pub robberies: u32,
}

/// A month that was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The month.
    pub month: Month,
    /// What was recorded in it.
    pub count: Count,
    /// The newest month that was out when it was counted.
    pub newest: Month,
}

impl Count {
    /// Both kinds together.
    pub const fn total(self) -> u32 {
        self.thefts.saturating_add(self.robberies)
    }

    /// Together with those of another month.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            thefts: self.thefts.saturating_add(other.thefts),
            robberies: self.robberies.saturating_add(other.robberies),
        }
    }
}

impl Kept {
    /// Whether it still stands when this is the newest month.
    pub fn stands(&self, newest: Month) -> bool {
        self.month < self.newest || self.newest == newest
    }
}

/// The text in which the months of one place are kept: a line each, `2026-03 12 3 2026-09`.
pub fn write(months: &[Kept]) -> String {
    let mut text = String::new();
    for Kept { month, count, newest } in months {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{month} {} {} {newest}", count.thefts, count.robberies);
    }
    text
}

/// Reads such a text. A line that is not one is left out: it is asked for again.
pub fn read(text: &str) -> Vec<Kept> {
    text.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<Kept> {
    let mut parts = line.split(' ');
    let month = parts.next()?.parse().ok()?;
    let count = Count { thefts: parts.next()?.parse().ok()?, robberies: parts.next()?.parse().ok()? };
    let newest = parts.next()?.parse().ok()?;
    (parts.next().is_none() && month <= newest).then_some(Kept { month, count, newest })
}
