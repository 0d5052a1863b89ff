//! What must hold between the raw tables before figures are made of them.
//!
//! Two tables that count the same offences must agree, and both must agree with what was published elsewhere.

use domain::period::Period;
use domain::place::{BoroughCode, WardCode};

use super::counts::{Counts, Offence, Police};
use super::failure::Failure;
use super::places::Places;
use super::raw::Raw;

/// The share of the boroughs' offences that are placed in a ward, per cent: the rest has no usable location.
const PLACED: std::ops::RangeInclusive<f64> = 97.9..=98.9;

/// In the year to March 2023 the Metropolitan Police counted 41,704 phones among 61,001 thefts from the person, and 10,485
/// among 26,798 personal robberies (Wandsworth Guardian, quoting its statistics): nearly 70% and 38%, as City Hall said.
const PHONE_SHARES: (f64, f64) = (41_704.0 / 61_001.0, 10_485.0 / 26_798.0);

/// How far estimated phone thefts may lie from the published number, per cent.
const PUBLISHED: f64 = 5.0;

/// Everything the police counted over a period, as estimated phone thefts; nothing when a month is missing.
pub fn phone_thefts(police: &Police, period: Period) -> Option<f64> {
    let [thefts, robberies] =
        [Offence::Theft, Offence::Robbery].map(|offence| police.whole(offence, period).map(f64::from));
    Some(PHONE_SHARES.0 * thefts? + PHONE_SHARES.1 * robberies?)
}

/// Every area is counted, and every area counted is known.
pub fn same_areas(places: &Places, boroughs: &Counts<BoroughCode>, wards: &Counts<WardCode>) -> Result<(), Failure> {
    let police: Vec<_> = places.boroughs.keys().copied().filter(|code| *code != BoroughCode::CITY).collect();
    let (found, known) = (boroughs.codes(), wards.codes());
    Failure::unless(found == police, "the police's boroughs are London's, without the City", found.len())?;
    Failure::unless(
        known.iter().eq(places.wards.keys()),
        "the police's wards are London's, without the City's",
        known.len(),
    )
}

/// Ward counts add up to nearly the boroughs' counts over the same period.
pub fn wards_against_boroughs(
    boroughs: &Counts<BoroughCode>,
    wards: &Counts<WardCode>,
    period: Period,
) -> Result<(), Failure> {
    let both = |theft: Option<u32>, robbery: Option<u32>| Some(f64::from(theft?) + f64::from(robbery?));
    let in_wards = both(wards.all_over(Offence::Theft, period), wards.all_over(Offence::Robbery, period));
    let in_boroughs = both(boroughs.all_over(Offence::Theft, period), boroughs.all_over(Offence::Robbery, period));
    let share = in_wards.zip(in_boroughs).map_or(0.0, |(wards, boroughs)| wards / boroughs * 100.0);
    Failure::unless(PLACED.contains(&share), "wards hold 98.4% ± 0.5 of the boroughs' offences", format!("{share:.2}%"))
}

/// Estimated phone thefts come near the police's own numbers for whole calendar years.
pub fn against_published(raw: &mut Raw, police: &Police) -> Result<(), Failure> {
    let mut compared = 0;
    for row in raw.csv("published_phone_theft_figures.csv.xz")?.rows() {
        if row.text("area")? != "London (MPS)" || row.text("measure")? != "phone thefts (MPS headline measure)" {
            continue;
        }
        let december = format!("{}-12", row.text("period")?).parse().map_err(|_| row.wrong("period"))?;
        let estimate = phone_thefts(police, Period::year_to(december)).unwrap_or_default();
        let published: f64 = row.value("count")?;
        let error = (estimate / published - 1.0) * 100.0;
        let found = format!("{error:.1}% in the year to {december}");
        Failure::unless(
            error.abs() <= PUBLISHED,
            "estimated phone thefts are within 5% of the published number",
            found,
        )?;
        compared += 1;
    }
    Failure::unless(compared >= 2, "two published years can be compared", compared)
}
