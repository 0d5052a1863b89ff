//! Every borough and ward with its figures, from the raw tables to the model's result.
//!
//! Which months each series covers is decided here: boroughs have the freshest ones, the City's force the oldest.

use domain::area::Area;
use domain::estimate::Movement;
use domain::gazetteer::Series;
use domain::period::{Month, Period};
use domain::place::{AreaCode, BoroughCode, WardCode};

use super::checks;
use super::counts::{self, Counts, Offence, Police};
use super::failure::Failure;
use super::fit::{self, London, Priors, Subject};
use super::months::Counted;
use super::places::{Place, Places};
use super::raw::Raw;

/// What the tables say of London's areas.
#[derive(Debug)]
pub(super) struct Survey {
    /// The published series.
    pub(super) series: Vec<Series>,
    /// Boroughs, then wards, each in the order of their codes.
    pub(super) areas: Vec<Area>,
    /// The City's wards, which are shown as one area.
    pub(super) city_wards: Vec<AreaCode>,
    /// Every count by month.
    pub(super) counted: Counted,
}

/// Reads, checks and fits everything.
pub(super) fn survey(raw: &mut Raw) -> Result<Survey, Failure> {
    let police = Police::read(raw)?;
    let borough_counts = &police.boroughs;
    let ward_counts = counts::wards(raw)?;
    let city_counts = counts::city(raw)?;
    let places = Places::read(raw)?;
    checks::same_areas(&places, borough_counts, &ward_counts)?;
    checks::against_published(raw, &police)?;
    let newest = |month: Option<Month>| {
        month.map(Period::year_to).ok_or_else(|| Failure::Check("every series has months", String::new()))
    };
    let (to_borough, to_ward) = (newest(borough_counts.newest())?, newest(ward_counts.newest())?);
    // The City's force is late: its newest whole calendar year.
    let last = city_counts.newest().map(|month| month.after(1));
    let to_city = newest(last.map(|month| month.before(month.of_year())))?;
    checks::wards_against_boroughs(borough_counts, &ward_counts, to_ward)?;

    let city = BoroughCode::CITY;
    let of_borough = |(code, place): (&BoroughCode, &Place)| {
        let (counts, period) = if *code == city { (&city_counts, to_city) } else { (borough_counts, to_borough) };
        subject(counts, *code, AreaCode::Borough(*code), place, period)
    };
    let boroughs = places.boroughs.iter().map(of_borough).collect::<Result<Vec<_>, _>>()?;
    let of_ward =
        |(code, place): (&WardCode, &Place)| subject(&ward_counts, *code, AreaCode::Ward(*code), place, to_ward);
    let wards = places.wards.iter().map(of_ward).collect::<Result<Vec<_>, _>>()?;
    let of_the_met: Vec<Subject> = boroughs.iter().filter(|one| one.code != AreaCode::Borough(city)).cloned().collect();
    let (by_borough, by_ward) = (London::of(&of_the_met), London::of(&wards));

    let metropolitan = |release: String| {
        format!(
            "Metropolitan Police Service, Recorded Crime: Geographic Breakdown, London Datastore, release {release}, \
             Open Government Licence v2.0"
        )
    };
    let one = |period, london: &London, all_robberies, source: String| Series {
        period,
        london: london.rate(),
        all_robberies,
        source: source.into(),
    };
    let series = vec![
        one(to_borough, &by_borough, false, metropolitan(police.release.clone())),
        one(to_ward, &by_ward, false, metropolitan(to_ward.to().after(1).to_string())),
        one(
            to_city,
            &by_borough,
            true,
            "City of London Police, street-level crime, data.police.uk, Open Government Licence v3.0".to_owned(),
        ),
    ];
    let priors = Priors::of(&wards);
    let mut areas = Vec::new();
    for subject in boroughs {
        // The City's force counts in its own way: its change is not London's.
        let own = subject.code == AreaCode::Borough(city);
        let (at, london) = if own { (2, by_borough.without_change()) } else { (0, by_borough) };
        areas.push(figures(subject, at, &series, &london, &Priors::FLAT, Movement::BOROUGH)?);
    }
    for subject in wards {
        areas.push(figures(subject, 1, &series, &by_ward, &priors, Movement::WARD)?);
    }
    let city_wards = places.city_wards.into_iter().map(AreaCode::Ward).collect();
    let counted = Counted { police, wards: ward_counts, city: city_counts };
    Ok(Survey { series, areas, city_wards, counted })
}

fn figures(
    subject: Subject,
    source: usize,
    series: &[Series],
    london: &London,
    priors: &Priors,
    movement: Movement,
) -> Result<Area, Failure> {
    let series_of = series.get(source).ok_or_else(|| Failure::Check("every area has a series", source.to_string()))?;
    fit::area(subject, source, series_of, london, priors, movement)
}

fn subject<Code: Ord + Copy>(
    counts: &Counts<Code>,
    key: Code,
    code: AreaCode,
    place: &Place,
    period: Period,
) -> Result<Subject, Failure> {
    let over = |offence, period| counts.over(key, offence, period);
    let missing = || Failure::Check("no month is missing", code.to_string());
    let earlier = period.preceding();
    let before = over(Offence::Theft, earlier).zip(over(Offence::Robbery, earlier));
    Ok(Subject {
        code,
        place: place.clone(),
        thefts: over(Offence::Theft, period).ok_or_else(missing)?,
        robberies: over(Offence::Robbery, period).ok_or_else(missing)?,
        before: before.map(|(thefts, robberies)| thefts + robberies),
    })
}
