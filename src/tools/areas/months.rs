//! Writing the tables of monthly counts: the mirror of `domain::months`.
//!
//! Three tables, because a visit needs one of them at most: two years of the wards, all years of the boroughs, and the
//! wards' earlier years, which weigh as much as everything else together and are fetched when somebody asks.

use domain::gazetteer::edition;
use domain::period::{Month, Period};
use domain::place::{AreaCode, BoroughCode, WardCode};
use domain::season::Season;
use domain::table::TableKind;

use super::counts::{Counts, Offence, Police};
use super::failure::Failure;
use super::writer::Writer;

/// Every monthly count that was read.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) police: Police,
    pub(super) wards: Counts<WardCode>,
    pub(super) city: Counts<BoroughCode>,
}

/// Several areas that stand together in the list, over the same months.
struct Run {
    period: Period,
    first_area: usize,
    /// Area by area, month by month, for each offence.
    counts: [Vec<u32>; 2],
    areas: usize,
}

/// Every month of the boroughs and of the City.
pub(super) fn boroughs(counted: &Counted, areas: &[AreaCode]) -> Result<Vec<u8>, Failure> {
    let codes: Vec<BoroughCode> = areas.iter().filter_map(|area| borough(*area)).collect();
    let Some((CITY, met)) = codes.split_first().map(|(first, rest)| (*first, rest)) else {
        return Err(Failure::Check("the City has the lowest code", String::new()));
    };
    let of_city = whole(counted.city.oldest(), counted.city.newest())?;
    let police = &counted.police.boroughs;
    let runs = [
        Run::of(&counted.city, &[CITY], of_city, 0)?,
        Run::of(police, met, whole(police.oldest(), police.newest())?, 1)?,
    ];
    Ok(encode(areas, Some(&season(counted)?), &runs))
}

/// The wards' months since the newest way of counting began.
pub(super) fn wards(counted: &Counted, areas: &[AreaCode]) -> Result<Vec<u8>, Failure> {
    let newest = whole(Some(Month::CONNECT), counted.wards.newest())?;
    let run = Run::of(&counted.wards, &ward_codes(areas), newest, count_of_boroughs(areas))?;
    Ok(encode(areas, Some(&season(counted)?), &[run]))
}

/// How a year runs in the 32 boroughs together. The newest months are still being added to: nothing is learnt from them.
fn season(counted: &Counted) -> Result<Season, Failure> {
    let police = &counted.police.boroughs;
    let period = whole(police.oldest(), police.newest())?;
    let settled = period.months().filter(|month| month.after(2) <= period.to());
    let london: Option<Vec<(Month, u32)>> = settled
        .map(|month| {
            let period = Period::new(month, month)?;
            let both = police.all_over(Offence::Theft, period)? + police.all_over(Offence::Robbery, period)?;
            Some((month, both))
        })
        .collect();
    let season = london.as_deref().and_then(Season::of);
    season.ok_or_else(|| Failure::Check("London's months show how a year runs", String::new()))
}

/// The wards' months before those.
pub(super) fn history(counted: &Counted, areas: &[AreaCode]) -> Result<Vec<u8>, Failure> {
    let earlier = whole(counted.wards.oldest(), Some(Month::CONNECT.before(1)))?;
    let run = Run::of(&counted.wards, &ward_codes(areas), earlier, count_of_boroughs(areas))?;
    Ok(encode(areas, None, &[run]))
}

const CITY: BoroughCode = BoroughCode::CITY;

fn borough(area: AreaCode) -> Option<BoroughCode> {
    match area {
        AreaCode::Borough(code) => Some(code),
        AreaCode::Ward(_) => None,
    }
}

fn count_of_boroughs(areas: &[AreaCode]) -> usize {
    areas.iter().filter_map(|area| borough(*area)).count()
}

fn ward_codes(areas: &[AreaCode]) -> Vec<WardCode> {
    let ward = |area: &AreaCode| match area {
        AreaCode::Ward(code) => Some(*code),
        AreaCode::Borough(_) => None,
    };
    areas.iter().filter_map(ward).collect()
}

fn whole(from: Option<Month>, to: Option<Month>) -> Result<Period, Failure> {
    let period = from.zip(to).and_then(|(from, to)| Period::new(from, to));
    period.ok_or_else(|| Failure::Check("every series has months on this side of March 2024", String::new()))
}

impl Run {
    fn of<Code: Ord + Copy>(
        counts: &Counts<Code>,
        codes: &[Code],
        period: Period,
        first_area: usize,
    ) -> Result<Self, Failure> {
        let column = |offence| -> Result<Vec<u32>, Failure> {
            let cells = codes.iter().flat_map(|code| period.months().map(move |month| (*code, month)));
            let count = |(code, month)| Period::new(month, month).and_then(|month| counts.over(code, offence, month));
            cells
                .map(|(code, month)| {
                    count((code, month)).ok_or_else(|| Failure::Check("no month is missing", month.to_string()))
                })
                .collect()
        };
        let counts = [column(Offence::Theft)?, column(Offence::Robbery)?];
        Ok(Self { period, first_area, counts, areas: codes.len() })
    }
}

fn encode(areas: &[AreaCode], season: Option<&Season>, runs: &[Run]) -> Vec<u8> {
    let mut table = Writer::default();
    table.number(edition(areas.iter().copied()));
    let shares = season.map_or(&[][..], |season| season.permille());
    table.length(shares.len());
    for share in shares {
        table.number(u32::from(*share));
    }
    table.length(runs.len());
    for run in runs {
        table.number(run.period.from().number());
        table.number(run.period.to().number());
        table.length(run.first_area);
        table.length(run.areas);
    }
    for count in runs.iter().flat_map(|run| &run.counts).flatten() {
        table.number(*count);
    }
    table.finish(TableKind::Months)
}
