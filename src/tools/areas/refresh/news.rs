//! What a refresh changed, in a line or two for each table: what is newer, and what was revised.
//!
//! A maintainer reads them before the figures go out.

use std::fmt;

use domain::period::Month;

use super::breakdown::Level;

/// What one file brought.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// What it counts: boroughs, wards, census areas, the City, districts.
    pub areas: &'static str,
    /// The file, or how many.
    pub from: String,
    /// Months that the table did not have, in order.
    pub new_months: Vec<Month>,
    /// Months known before, with the offences that the site counts as they were and as they are.
    pub revised: Vec<(Month, u32, u32)>,
    /// Months known before that stayed as they were.
    pub same: usize,
    /// Months of the file for which the table has a newer release.
    pub older: usize,
    /// A first month that was left out: a handful of late entries.
    pub stray: Option<Month>,
    /// Offences without an area, which no table of areas can hold.
    pub unplaced: u32,
    /// Anything else to say.
    pub remarks: Vec<String>,
}

impl News {
    /// Nothing yet, of a file of the Metropolitan Police.
    pub(super) fn of(level: Level, file: &str) -> Self {
        Self::about(level.areas(), file.to_owned())
    }

    /// Nothing yet.
    pub(super) fn about(areas: &'static str, from: String) -> Self {
        Self {
            areas,
            from,
            new_months: Vec::new(),
            revised: Vec::new(),
            same: 0,
            older: 0,
            stray: None,
            unplaced: 0,
            remarks: Vec::new(),
        }
    }

    /// A month that the table had.
    pub(super) fn known(&mut self, month: Month, before: u32, after: u32) {
        if before == after { self.same += 1 } else { self.revised.push((month, before, after)) }
    }

    /// The revision of a month, per cent.
    fn change(before: u32, after: u32) -> f64 {
        (f64::from(after) / f64::from(before.max(1)) - 1.0) * 100.0
    }
}

impl fmt::Display for News {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, from {}:", self.areas, self.from)?;
        match self.new_months.as_slice() {
            [] => write!(f, " no newer month")?,
            [one] => write!(f, " {one} is new")?,
            [first, .., last] => write!(f, " {first} to {last} are new")?,
        }
        if !self.revised.is_empty() {
            let all = |part: fn(&(Month, u32, u32)) -> u32| self.revised.iter().map(part).sum::<u32>();
            let whole = Self::change(all(|(_, before, _)| *before), all(|(.., after)| *after));
            let were = if self.revised.len() == 1 { "month was" } else { "months were" };
            write!(f, "; {} {were} revised, together by {whole:+.1}%", self.revised.len())?;
            let size = |one: &(Month, u32, u32)| Self::change(one.1, one.2).abs();
            if self.revised.len() > 1
                && let Some(largest) = self.revised.iter().max_by(|one, other| size(one).total_cmp(&size(other)))
            {
                write!(f, ", most in {} by {:+.1}%", largest.0, Self::change(largest.1, largest.2))?;
            }
        }
        if self.same > 0 {
            write!(f, "; unchanged months: {}", self.same)?;
        }
        if self.older > 0 {
            write!(f, "; months of which the table has a newer release: {}", self.older)?;
        }
        if let Some(month) = self.stray {
            write!(f, "; {month} holds a few late entries only, and was left out")?;
        }
        if self.unplaced > 0 {
            write!(f, "; offences without an area: {}", self.unplaced)?;
        }
        for remark in &self.remarks {
            write!(f, "; {remark}")?;
        }
        Ok(())
    }
}
