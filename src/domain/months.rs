//! What was recorded month by month, read from one derived table: all years of the boroughs, the newest or the earlier years of the wards.
//!
//! A level rests on whole years; months are for looking at. The newest ones still change in later releases.

use crate::gazetteer::{AreaId, Gazetteer};
use crate::period::{Month, Period};
use crate::season::Season;
use crate::table::{Damage, Reader, TableKind};

/// Counts of several areas over the same months.
#[derive(Clone, Debug)]
struct Run {
    period: Period,
    length: usize,
    first_area: usize,
    areas: usize,
    /// Area by area, month by month: thefts from the person.
    thefts: Vec<u16>,
    /// The same for robberies.
    robberies: Vec<u16>,
}

/// The counts of one table.
#[derive(Clone, Debug)]
pub struct Months {
    season: Option<Season>,
    runs: Vec<Run>,
}

/// One area's counts, month by month without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Monthly<'a> {
    /// The months counted.
    pub period: Period,
    /// Thefts from the person, first month first.
    pub thefts: &'a [u16],
    /// Robberies, first month first.
    pub robberies: &'a [u16],
}

impl Months {
    /// How many of the newest months are provisional: the publisher still adds to them (area.md section 4.6).
    pub const PROVISIONAL: usize = 2;

    /// Reads a table of monthly counts that belongs to this gazetteer.
    pub fn parse(bytes: &[u8], gazetteer: &Gazetteer) -> Result<Self, Damage> {
        let mut table = Reader::open(bytes, TableKind::Months)?;
        if table.number()? != gazetteer.edition() {
            return Err(Damage::OtherEdition);
        }
        let season = match table.length()? {
            0 => None,
            count => Some(Season::from_permille(&table.numbers(count)?).ok_or(Damage::Number)?),
        };
        let mut runs = Vec::new();
        for _ in 0..table.length()? {
            runs.push(read_head(&mut table, gazetteer)?);
        }
        for run in &mut runs {
            let cells = run.length.checked_mul(run.areas).ok_or(Damage::Number)?;
            run.thefts = read_counts(&mut table, cells)?;
            run.robberies = read_counts(&mut table, cells)?;
        }
        table.end()?;
        Ok(Self { season, runs })
    }

    /// London's pattern over the year, where the table carries it.
    pub const fn season(&self) -> Option<&Season> {
        self.season.as_ref()
    }

    /// One area's counts; none for an area this table does not have.
    pub fn of(&self, area: AreaId) -> Option<Monthly<'_>> {
        let run = self.runs.iter().find(|run| (run.first_area..run.first_area + run.areas).contains(&area.place()))?;
        let from = (area.place() - run.first_area) * run.length;
        let cells = from..from + run.length;
        Some(Monthly {
            period: run.period,
            thefts: run.thefts.get(cells.clone())?,
            robberies: run.robberies.get(cells)?,
        })
    }
}

impl Monthly<'_> {
    /// Both offences together, month by month.
    pub fn totals(&self) -> Vec<(Month, u32)> {
        let both = self.thefts.iter().zip(self.robberies).map(|(one, two)| u32::from(*one) + u32::from(*two));
        self.period.months().zip(both).collect()
    }
}

fn read_head(table: &mut Reader<'_>, gazetteer: &Gazetteer) -> Result<Run, Damage> {
    let mut month = || Month::from_number(table.number()?).ok_or(Damage::Number);
    let period = Period::new(month()?, month()?).ok_or(Damage::Number)?;
    let mut place = || usize::try_from(table.number()?).map_err(|_| Damage::Number);
    let (first_area, areas) = (place()?, place()?);
    let listed = first_area.checked_add(areas).is_some_and(|end| end <= gazetteer.areas().count());
    if !listed {
        return Err(Damage::Number);
    }
    let length = period.months().count();
    Ok(Run { period, length, first_area, areas, thefts: Vec::new(), robberies: Vec::new() })
}

fn read_counts(table: &mut Reader<'_>, cells: usize) -> Result<Vec<u16>, Damage> {
    table.numbers(cells)?.into_iter().map(|count| u16::try_from(count).map_err(|_| Damage::Number)).collect()
}
