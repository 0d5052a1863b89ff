//! The list of London's boroughs and wards with their figures, read from one derived table.
//!
//! Boroughs come first, in the order of their codes, then wards; a place in this list names an area everywhere else.

use std::num::NonZeroU32;

use crate::area::{Area, Cautions, Expected, Figures, Rate, RateEstimate, Robberies};
use crate::period::{Month, Period};
use crate::place::{AreaCode, BoroughCode, WardCode};
use crate::risk::{Levels, Trend};
use crate::table::{Damage, Reader, TableKind, checksum};

/// An area's place in the [`Gazetteer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(u16);

/// One published series of counts: which months, compared with what, published by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The months counted.
    pub period: Period,
    /// London's rate in these months, for comparison.
    pub london: Rate,
    /// Whether robberies of businesses are in the count.
    pub all_robberies: bool,
    /// Publisher, dataset, release and licence, in one line.
    pub source: Box<str>,
}

/// London's boroughs and wards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gazetteer {
    series: Vec<Series>,
    boroughs: usize,
    areas: Vec<Area>,
}

impl AreaId {
    /// The area at this place, should the list be that long.
    pub const fn at(place: u16) -> Self {
        Self(place)
    }

    /// The place in the list.
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

impl Gazetteer {
    /// Reads the table of areas.
    pub fn parse(bytes: &[u8]) -> Result<Self, Damage> {
        let mut table = Reader::open(bytes, TableKind::Areas)?;
        let series = (0..table.length()?).map(|_| read_series(&mut table)).collect::<Result<Vec<_>, _>>()?;
        let boroughs = table.length()?;
        let count = boroughs.checked_add(table.length()?).filter(|count| *count < 0xffff).ok_or(Damage::Number)?;
        let names: Vec<&str> = table.text()?.split('\n').collect();
        if names.len() != count {
            return Err(Damage::Length);
        }
        let mut columns = Columns::read(&mut table, count)?;
        table.end()?;
        let mut gazetteer = Self { series, boroughs, areas: Vec::with_capacity(count) };
        let mut digits = 0_u32;
        for (place, name) in names.into_iter().enumerate() {
            let step = columns.next()?;
            digits = if place == 0 || place == boroughs { step } else { digits.saturating_add(step) };
            let own = columns.next()?;
            let (code, borough) = if place < boroughs {
                let code = BoroughCode::from_digits(digits).ok_or(Damage::Number)?;
                (AreaCode::Borough(code), code)
            } else {
                let code = WardCode::from_digits(digits).ok_or(Damage::Number)?;
                let home = usize::try_from(own).ok().and_then(|at| gazetteer.areas.get(at)).ok_or(Damage::Number)?;
                (AreaCode::Ward(code), home.borough)
            };
            let source = usize::try_from(columns.next()?).map_err(|_| Damage::Number)?;
            let figures = columns.figures(gazetteer.series.get(source).ok_or(Damage::Number)?)?;
            gazetteer.areas.push(Area { code, name: name.into(), borough, source, figures });
        }
        Ok(gazetteer)
    }

    /// Every area in order, boroughs first.
    pub fn areas(&self) -> impl Iterator<Item = (AreaId, &Area)> {
        self.areas.iter().enumerate().filter_map(|(at, area)| Some((AreaId(u16::try_from(at).ok()?), area)))
    }

    /// How many of the areas are boroughs; they stand first.
    pub const fn boroughs(&self) -> usize {
        self.boroughs
    }

    /// The published series behind the figures.
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// The area at a place.
    pub fn get(&self, id: AreaId) -> Option<&Area> {
        self.areas.get(id.place())
    }

    /// The area with a code.
    pub fn find(&self, code: AreaCode) -> Option<AreaId> {
        self.areas().find(|(_, area)| area.code == code).map(|(id, _)| id)
    }

    /// The borough an area lies in.
    pub fn borough_of(&self, area: &Area) -> Option<&Area> {
        self.find(AreaCode::Borough(area.borough)).and_then(|id| self.get(id))
    }

    /// Where an area's figures come from.
    pub fn source_of(&self, area: &Area) -> &str {
        self.series.get(area.source).map_or("", |series| &series.source)
    }

    /// A number that changes when the list of areas does: tables that name areas by place carry it.
    pub fn edition(&self) -> u32 {
        edition(self.areas.iter().map(|area| area.code))
    }
}

/// The [edition](Gazetteer::edition) of a list of areas.
pub fn edition(codes: impl Iterator<Item = AreaCode>) -> u32 {
    checksum(codes.map(|code| code.to_string()).collect::<String>().as_bytes())
}

fn read_series(table: &mut Reader<'_>) -> Result<Series, Damage> {
    let mut month = || Month::from_number(table.number()?).ok_or(Damage::Number);
    let period = Period::new(month()?, month()?).ok_or(Damage::Number)?;
    Ok(Series {
        period,
        london: Rate::per_million(table.number()?),
        all_robberies: table.number()? == 1,
        source: table.text()?.into(),
    })
}

/// The table's columns, read row by row.
struct Columns {
    columns: Vec<std::vec::IntoIter<u32>>,
    at: usize,
}

impl Columns {
    /// Code, borough and series, then the figures in the order of [`Columns::figures`].
    const COUNT: usize = 16;

    fn read(table: &mut Reader<'_>, rows: usize) -> Result<Self, Damage> {
        let columns =
            (0..Self::COUNT).map(|_| table.numbers(rows).map(Vec::into_iter)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { columns, at: 0 })
    }

    fn next(&mut self) -> Result<u32, Damage> {
        let at = self.at;
        self.at = (at + 1) % Self::COUNT;
        self.columns.get_mut(at).and_then(Iterator::next).ok_or(Damage::Length)
    }

    fn figures(&mut self, series: &Series) -> Result<Figures, Damage> {
        let thefts = self.next()?;
        let robberies = self.next()?;
        let before = self.next()?.checked_sub(1);
        let residents = self.next()?;
        let workday = NonZeroU32::new(self.next()?).ok_or(Damage::Number)?;
        let hectares = self.next()?;
        let mean = self.next()?;
        let low = mean.checked_sub(self.next()?).ok_or(Damage::Number)?;
        let high = mean.checked_add(self.next()?).ok_or(Damage::Number)?;
        let expected_low = self.next()?;
        let expected_high = expected_low.checked_add(self.next()?).ok_or(Damage::Number)?;
        let levels = self.next()?;
        let signs = self.next()?;
        let [low, mean, high] = [low, mean, high].map(Rate::per_million);
        Ok(Figures {
            period: series.period,
            thefts,
            robberies: if series.all_robberies { Robberies::All(robberies) } else { Robberies::Personal(robberies) },
            before,
            residents,
            workday,
            hectares,
            rate: RateEstimate::new(low, mean, high).ok_or(Damage::Number)?,
            london: series.london,
            expected: Expected::new(expected_low, expected_high).ok_or(Damage::Number)?,
            levels: Levels::from_number(levels % 9).ok_or(Damage::Number)?,
            levels_by_most_people: Levels::from_number(levels / 9).ok_or(Damage::Number)?,
            trend: match signs >> 2 {
                0 => None,
                known => Trend::ALL.into_iter().zip(1..).find(|(_, at)| *at == known).map(|(trend, _)| trend),
            },
            cautions: Cautions { redeveloped: signs & 1 == 1, rough_population: signs & 2 == 2 },
        })
    }
}
