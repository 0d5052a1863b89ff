//! The counts of one table, month by month, and what a newer release does to them.
//!
//! A release replaces whole months: the police revise a month for a year and longer, and warn against keeping old sets.

use std::collections::{BTreeMap, BTreeSet};

use domain::period::{Month, Period};

use super::breakdown::{Breakdown, Level};
use super::fault::Fault;
use super::news::News;
use super::offence::Kept;
use super::sheet::fault;
use crate::areas::failure::Failure;

/// A month known before may change by this much, and no more, per cent. The largest revision seen was 2.8%.
const REVISION: u32 = 25;

/// Below this many offences, the change allowed is that of this many.
const SMALL: u32 = 100;

/// An area as its table writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Its name.
    pub(super) name: String,
    /// The code of the borough it is or lies in; empty for what is no borough.
    pub(super) borough: String,
}

/// One month, as one release counts it.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// The release.
    pub(super) release: Month,
    /// The counts by area and offence; an area without a row has none.
    pub(super) counts: BTreeMap<(String, Kept), u32>,
}

/// The counts of a table.
#[derive(Clone, Debug)]
pub(super) struct Series {
    /// Which areas it counts.
    pub(super) level: Level,
    /// Its areas, by what identifies them: boroughs by name, others by code.
    pub(super) areas: BTreeMap<String, Named>,
    /// Its months.
    pub(super) months: BTreeMap<Month, Counted>,
}

impl Counted {
    /// Offences that the site counts.
    fn counted(&self) -> u32 {
        self.counts.iter().filter(|((_, kept), _)| kept.counted()).map(|(_, count)| count).sum()
    }
}

impl Series {
    /// The area that a publisher calls so.
    pub(super) fn area(&self, label: &str) -> Option<&str> {
        if let Some((area, _)) = self.areas.get_key_value(label) {
            return Some(area);
        }
        let spelled = label.replace('&', "and");
        self.areas.keys().find(|name| name.eq_ignore_ascii_case(&spelled)).map(String::as_str)
    }

    /// What a file has to hold: every borough, by name in the boroughs' own table, elsewhere by code.
    pub(super) fn expected(&self) -> BTreeSet<&str> {
        let own = self.level == Level::Borough;
        let placed = self.areas.iter().filter(|(_, named)| !named.borough.is_empty());
        placed.map(|(key, named)| if own { key.as_str() } else { named.borough.as_str() }).collect()
    }

    /// Whether an area is this borough or lies in it.
    pub(super) fn lies_in(&self, area: &str, borough: &str) -> bool {
        area == borough || self.areas.get(area).is_some_and(|named| named.borough == borough)
    }

    /// Takes every month of a file that is not older than what the table has.
    pub(super) fn take(&mut self, file: &Breakdown) -> Result<News, Failure> {
        let mut news = News::of(file.level, &file.file);
        news.unplaced = file.unplaced;
        let Some(release) = file.release() else { return Ok(news) };
        let of_month = |month: &Month, what| {
            let column = format!("{}{:02}", month.year(), month.of_year());
            fault(&file.file, None, Some(&column), what)
        };
        let first = usize::from(stray(file));
        news.stray = file.months.first().copied().filter(|_| first == 1);
        let newest = file.months.len() - 1;
        if let Some(month) = file.months.get(newest)
            && newest > first
            && file.counted(newest) * 2 < file.counted(newest - 1)
        {
            return Err(of_month(month, Fault::ShortMonth(*month)));
        }
        for (at, month) in file.months.iter().enumerate().skip(first) {
            let fresh = Counted { release, counts: file.month(at) };
            match self.months.get(month) {
                Some(known) if known.release > release => {
                    news.older += 1;
                    continue;
                }
                Some(known) => {
                    let (before, after) = (known.counted(), fresh.counted());
                    if beyond_revision(before, after) {
                        return Err(of_month(month, Fault::Jump { month: *month, before, after }));
                    }
                    news.known(*month, before, after);
                }
                None => news.new_months.push(*month),
            }
            self.months.insert(*month, fresh);
        }
        Ok(news)
    }

    /// The first month that is missing between others.
    pub(super) fn gap(&self) -> Option<Month> {
        let (first, last) = self.months.keys().next().zip(self.months.keys().next_back())?;
        Period::new(*first, *last)?.months().find(|month| !self.months.contains_key(month))
    }
}

/// Whether a count of a month has changed by more than a revision does; small counts by more than chance.
pub(super) fn beyond_revision(before: u32, after: u32) -> bool {
    before.abs_diff(after) * 100 > before.max(SMALL) * REVISION
}

/// Whether the first month is a handful of late entries, as the publisher's window of 24 months has them: it holds less
/// than half of what the second month does.
fn stray(file: &Breakdown) -> bool {
    file.months.len() > 1 && file.counted(0) * 2 < file.counted(1)
}
