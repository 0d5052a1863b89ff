//! The Metropolitan Police's "Recorded Crime: Geographic Breakdown" (London Datastore, dataset exy3m), in both its forms.
//!
//! Until mid-2026 the columns were `MajorText, MinorText, …`, since then `Group, SubGroup, …`; months follow as `YYYYMM`.

use std::collections::{BTreeMap, BTreeSet};

use domain::period::Month;

use super::fault::Fault;
use super::offence::{Kept, Meaning};
use super::series::Series;
use super::sheet::{Line, Sheet};
use crate::areas::failure::Failure;

/// Which areas a file counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// The boroughs.
    Borough,
    /// The wards.
    Ward,
    /// The census areas: Lower layer Super Output Areas.
    CensusArea,
}

/// A file, read: counts by area and offence, one for each month.
#[derive(Clone, Debug)]
pub(super) struct Breakdown {
    /// How reports call the file.
    pub(super) file: String,
    /// Which areas it counts.
    pub(super) level: Level,
    /// Its months, without a gap.
    pub(super) months: Vec<Month>,
    /// The counts; the area as its table names it.
    pub(super) counts: BTreeMap<(String, Kept), Vec<u32>>,
    /// Offences in rows that name no area.
    pub(super) unplaced: u32,
}

/// Where the columns stand.
struct Columns {
    group: usize,
    subgroup: usize,
    area: usize,
    borough: usize,
    first_month: usize,
}

/// Names of the column that holds the borough.
const BOROUGH: [&str; 4] = ["BOCU", "LookUp_BoroughName", "BoroughName", "Borough"];
/// The airports' own unit, as newer and older releases call it.
const AIRPORTS: &str = "London Heathrow and London City Airports";
/// The City has a force of its own; the few offences there that the Metropolitan Police records are not kept.
const CITY: &str = "City of London";

impl Level {
    /// Which level a header is of.
    pub(super) fn of(sheet: &Sheet) -> Self {
        if sheet.find(&["LSOA Code"]).is_some() {
            Self::CensusArea
        } else if sheet.find(&["WardCode", "WardName"]).is_some() {
            Self::Ward
        } else {
            Self::Borough
        }
    }

    /// The offences its table keeps.
    pub(super) const fn kept(self) -> &'static [Kept] {
        match self {
            Self::Borough => &Kept::OF_BOROUGHS,
            Self::Ward | Self::CensusArea => &Kept::OF_SMALL_AREAS,
        }
    }

    /// How reports call its areas.
    pub(super) const fn areas(self) -> &'static str {
        match self {
            Self::Borough => "boroughs",
            Self::Ward => "wards",
            Self::CensusArea => "census areas",
        }
    }
}

impl Columns {
    fn of(sheet: &Sheet, level: Level) -> Result<Self, Failure> {
        let borough = sheet.need(&BOROUGH)?;
        let area = match level {
            Level::Borough => borough,
            Level::Ward => sheet.need(&["WardCode"])?,
            Level::CensusArea => sheet.need(&["LSOA Code"])?,
        };
        let old = sheet.find(&["MajorText", "MinorText"]).is_some();
        let (groups, subgroups) = if old {
            (["MajorText"; 2], ["MinorText"; 2])
        } else {
            (["Group", "Major Category"], ["SubGroup", "Minor Category"])
        };
        let (group, subgroup) = (sheet.need(&groups)?, sheet.need(&subgroups)?);
        let first_month = [group, subgroup, area, borough].into_iter().max().unwrap_or_default() + 1;
        Ok(Self { group, subgroup, area, borough, first_month })
    }

    /// The months of the header, which follow each other.
    fn months(&self, sheet: &Sheet) -> Result<Vec<Month>, Failure> {
        let mut months: Vec<Month> = Vec::new();
        for column in sheet.header().iter().skip(self.first_month) {
            let wrong = |what| sheet.fault(Some(column), what);
            let month = month(column).ok_or_else(|| wrong(Fault::NotAMonth))?;
            if months.contains(&month) {
                return Err(wrong(Fault::MonthTwice(month)));
            }
            if let Some(due) = months.last().map(|last| last.after(1)).filter(|due| *due != month) {
                return Err(wrong(Fault::MonthGap(due)));
            }
            months.push(month);
        }
        if months.is_empty() { Err(sheet.fault(Some("YYYYMM"), Fault::MissingColumn)) } else { Ok(months) }
    }
}

/// A month written `YYYYMM`.
fn month(text: &str) -> Option<Month> {
    let (year, month) = text.split_at_checked(4)?;
    format!("{year}-{month}").parse().ok()
}

impl Breakdown {
    /// Reads a file whose areas are those of this series.
    pub(super) fn read(mut sheet: Sheet, level: Level, series: &Series) -> Result<Self, Failure> {
        let columns = Columns::of(&sheet, level)?;
        let months = columns.months(&sheet)?;
        let file = sheet.name().to_owned();
        let mut read = Self { file, level, months, counts: BTreeMap::new(), unplaced: 0 };
        let (mut seen, mut rows) = (BTreeSet::new(), 0_u32);
        while let Some(line) = sheet.next()? {
            rows += 1;
            read.take(line, &columns, series, &mut seen)?;
        }
        if rows == 0 {
            return Err(sheet.fault(None, Fault::NoRows));
        }
        for kept in level.kept() {
            if !read.counts.keys().any(|(_, found)| found == kept) {
                return Err(sheet.fault(None, Fault::MissingOffence(kept.label())));
            }
        }
        let missing = series.expected().into_iter().find(|area| !read.holds(area, series));
        missing.map_or(Ok(read), |area| Err(sheet.fault(None, Fault::MissingArea(area.to_owned()))))
    }

    fn take(
        &mut self,
        line: Line<'_>,
        columns: &Columns,
        series: &Series,
        seen: &mut BTreeSet<(String, Kept, String)>,
    ) -> Result<(), Failure> {
        let (group, subgroup) = (line.text(columns.group)?, line.text(columns.subgroup)?);
        let kept = match Meaning::of(group, subgroup) {
            Meaning::Kept(kept) if self.level.kept().contains(&kept) => kept,
            Meaning::Kept(_) | Meaning::Other => return Ok(()),
            Meaning::Unknown => return Err(line.fault(columns.subgroup, Fault::UnknownOffence(subgroup.to_owned()))),
        };
        let (code, borough) = (line.text(columns.area)?, line.text(columns.borough)?);
        let months = columns.first_month..columns.first_month + self.months.len();
        let counts = months.map(|at| line.count(at)).collect::<Result<Vec<u32>, _>>()?;
        if code.is_empty() || borough == CITY {
            self.unplaced += counts.iter().sum::<u32>();
            return Ok(());
        }
        let code = if code.starts_with("Aviation Security") { AIRPORTS } else { code };
        // Since March 2024 boroughs hold their airports' offences; a row of their own would be counted nowhere.
        let late = self.months.iter().zip(&counts).any(|(month, count)| *month >= Month::CONNECT && *count > 0);
        if code == AIRPORTS && late {
            return Err(line.fault(columns.area, Fault::Airports));
        }
        let area = series.area(code).ok_or_else(|| line.fault(columns.area, Fault::UnknownArea(code.to_owned())))?;
        if !seen.insert((area.to_owned(), kept, borough.to_owned())) {
            let row = format!("{} in {area}", kept.label());
            return Err(line.fault(columns.area, Fault::RowTwice(row)));
        }
        // A ward comes twice where two units share it: Heathrow Villages, in Hillingdon and "Aviation Security".
        let sums = self.counts.entry((area.to_owned(), kept)).or_insert_with(|| vec![0; self.months.len()]);
        sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        Ok(())
    }

    /// Whether a row is about an area that has to be there, or about one inside it.
    fn holds(&self, borough: &str, series: &Series) -> bool {
        let inside =
            |kept: &Kept| self.counts.keys().any(|(area, found)| found == kept && series.lies_in(area, borough));
        let kept = self.level.kept();
        if self.level == Level::Borough { kept.iter().all(inside) } else { kept.iter().any(inside) }
    }

    /// Every count of the month at this place.
    pub(super) fn month(&self, at: usize) -> BTreeMap<(String, Kept), u32> {
        self.counts.iter().filter_map(|(row, counts)| Some((row.clone(), *counts.get(at)?))).collect()
    }

    /// Offences that the site counts, in the month at this place.
    pub(super) fn counted(&self, at: usize) -> u32 {
        let counted = self.counts.iter().filter(|((_, kept), _)| kept.counted());
        counted.filter_map(|(_, counts)| counts.get(at)).sum()
    }

    /// The release as the tables name it: the month after the last one counted.
    pub(super) fn release(&self) -> Option<Month> {
        self.months.last().map(|last| last.after(1))
    }
}
