//! Monthly counts of the two offences, read from the police tables and checked for what is known to be odd in them.
//!
//! A flaw upstream is asserted before it is corrected, so that a new release with a new flaw stops the run.

use std::collections::BTreeMap;

use domain::period::{Month, Period};
use domain::place::{AreaCode, BoroughCode, WardCode};

use super::failure::Failure;
use super::raw::{Raw, Row, Table};

/// The two offences that stand for phone theft: see `docs/areas.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Offence {
    /// Theft from the person.
    Theft,
    /// Robbery: of persons, or of all kinds where a force does not tell them apart.
    Robbery,
}

/// Counts by area, offence and month.
#[derive(Clone, Debug)]
pub struct Counts<Code: Ord> {
    cells: BTreeMap<(Code, Offence), BTreeMap<Month, u32>>,
}

impl<Code: Ord + Copy> Counts<Code> {
    fn none() -> Self {
        Self { cells: BTreeMap::new() }
    }

    /// Adds a cell; false when it was there already.
    fn add(&mut self, code: Code, offence: Offence, month: Month, count: u32) -> bool {
        self.cells.entry((code, offence)).or_default().insert(month, count).is_none()
    }

    /// The areas counted, in order.
    pub fn codes(&self) -> Vec<Code> {
        let mut codes: Vec<Code> = self.cells.keys().map(|(code, _)| *code).collect();
        codes.dedup();
        codes
    }

    /// The newest month of all.
    pub fn newest(&self) -> Option<Month> {
        self.cells.values().filter_map(|months| months.keys().next_back()).max().copied()
    }

    /// The oldest month of all.
    pub fn oldest(&self) -> Option<Month> {
        self.cells.values().filter_map(|months| months.keys().next()).min().copied()
    }

    /// Offences in an area over a period; nothing when a month is missing.
    pub fn over(&self, code: Code, offence: Offence, period: Period) -> Option<u32> {
        let months = self.cells.get(&(code, offence))?;
        period.months().map(|month| months.get(&month)).sum()
    }

    /// Offences in all areas over a period; nothing when a month is missing.
    pub fn all_over(&self, offence: Offence, period: Period) -> Option<u32> {
        self.codes().into_iter().map(|code| self.over(code, offence, period)).sum()
    }
}

fn borough(code: &str) -> Option<BoroughCode> {
    match code.parse() {
        Ok(AreaCode::Borough(code)) => Some(code),
        _ => None,
    }
}

pub(super) fn borough_of(row: Row<'_>, column: &str) -> Result<BoroughCode, Failure> {
    borough(row.text(column)?).ok_or_else(|| row.wrong(column))
}

pub(super) fn ward_of(row: Row<'_>, column: &str) -> Result<WardCode, Failure> {
    match row.value(column)? {
        AreaCode::Ward(code) => Ok(code),
        AreaCode::Borough(_) => Err(row.wrong(column)),
    }
}

/// The Metropolitan Police's counts.
#[derive(Clone, Debug)]
pub struct Police {
    /// By borough.
    pub boroughs: Counts<BoroughCode>,
    /// The newest release the counts come from.
    pub release: String,
    /// Offences in rows that are no borough: without a place, or at the airports of old.
    elsewhere: BTreeMap<(Offence, Month), u32>,
}

impl Police {
    /// Every offence the force counted over a period, placed or not; nothing when a month is missing.
    pub fn whole(&self, offence: Offence, period: Period) -> Option<u32> {
        let elsewhere = period.months().filter_map(|month| self.elsewhere.get(&(offence, month)));
        Some(self.boroughs.all_over(offence, period)? + elsewhere.sum::<u32>())
    }

    /// Reads the boroughs' table.
    pub fn read(raw: &mut Raw) -> Result<Self, Failure> {
        let table = raw.csv("mps_borough_monthly.csv.xz")?;
        let mut police = Self { boroughs: Counts::none(), release: String::new(), elsewhere: BTreeMap::new() };
        for row in table.rows() {
            let offence = match row.text("offence")? {
                "theft_from_person" => Offence::Theft,
                "robbery_personal" => Offence::Robbery,
                // Robbery of businesses, and "other theft", which mixes everything.
                _ => continue,
            };
            let (month, count) = (row.value::<Month>("month")?, row.value("count")?);
            police.release = police.release.max(row.text("release")?.to_owned());
            if let Some(code) = borough(row.text("borough_code")?) {
                let fresh = police.boroughs.add(code, offence, month, count);
                Failure::unless(fresh, "no borough has a month twice", format!("{code} {month}"))?;
                continue;
            }
            // Two rows are no boroughs: offences without a place, and the airports, which CONNECT gave to boroughs.
            let name = row.text("borough")?;
            let airports = name == "London Heathrow and London City Airports" && month < Month::CONNECT;
            let known = name == "Unknown" || airports;
            Failure::unless(known, "a row without a code is Unknown, or the airports of old", name)?;
            *police.elsewhere.entry((offence, month)).or_default() += count;
        }
        Failure::unless(!police.elsewhere.is_empty(), "the table has its row of offences without a place", "none")?;
        let codes = police.boroughs.codes();
        Failure::unless(codes.len() == 32, "the Metropolitan Police has 32 boroughs", codes.len())?;
        Failure::unless(!codes.contains(&BoroughCode::CITY), "the City has its own force", "it among the 32")?;
        Ok(police)
    }
}

/// The wards' counts.
pub fn wards(raw: &mut Raw) -> Result<Counts<WardCode>, Failure> {
    let table = raw.csv("mps_ward_monthly.csv.xz")?;
    let months = month_columns(&table);
    let mut counts = Counts::none();
    for row in table.rows() {
        let code = ward_of(row, "ward_code")?;
        let name = row.text("ward")?;
        // The publisher splits Heathrow Villages between the ward and "Aviation Security"; this table has them joined.
        Failure::unless(!name.contains("Aviation"), "Heathrow Villages is one ward", name)?;
        let offence = match row.text("offence")? {
            "theft_from_person" => Offence::Theft,
            "robbery_personal" => Offence::Robbery,
            other => return Err(Failure::Check("wards have two offences", other.to_owned())),
        };
        for (month, column) in &months {
            let fresh = counts.add(code, offence, *month, row.value(column)?);
            Failure::unless(fresh, "no ward has a month twice", format!("{code} {month}"))?;
        }
    }
    Ok(counts)
}

fn month_columns(table: &Table) -> Vec<(Month, String)> {
    table.columns().filter_map(|name| Some((name.parse().ok()?, name.to_owned()))).collect()
}

/// The City's counts by its own force. The table leaves zeros out and holds offences outside the City, which are not its.
pub fn city(raw: &mut Raw) -> Result<Counts<BoroughCode>, Failure> {
    let table = raw.csv("city_of_london_police_lsoa_monthly.csv.xz")?;
    let mut sums: BTreeMap<(Offence, Month), u32> = BTreeMap::new();
    let (mut first, mut last, mut outside) = (None::<Month>, None::<Month>, 0_u32);
    for row in table.rows() {
        let month = row.value::<Month>("month")?;
        first = first.min(Some(month)).or(Some(month));
        last = last.max(Some(month));
        if !row.text("lsoa_name")?.starts_with("City of London") {
            outside += 1;
            continue;
        }
        let offence = match row.text("offence")? {
            "theft_from_person" => Offence::Theft,
            "robbery_all" => Offence::Robbery,
            other => return Err(Failure::Check("the City's table has two offences", other.to_owned())),
        };
        *sums.entry((offence, month)).or_default() += row.value::<u32>("count")?;
    }
    Failure::unless(outside > 0, "the City's force also records offences outside the City", outside)?;
    let mut counts = Counts::none();
    if let Some(period) = first.zip(last).and_then(|(first, last)| Period::new(first, last)) {
        for (offence, month) in period.months().flat_map(|month| [(Offence::Theft, month), (Offence::Robbery, month)]) {
            counts.add(BoroughCode::CITY, offence, month, sums.get(&(offence, month)).copied().unwrap_or(0));
        }
    }
    Ok(counts)
}
