//! Area tables from open data: read, check, fit, write; and the list of every area.
//!
//! `tools areas --from DIR --to public/areas` makes the derived tables; the same input gives the same bytes.
//! `tools areas --all` prints a JSON line for every borough and ward from the tables that are committed.

pub mod checks;
pub mod counts;
pub mod failure;
pub mod fit;
pub mod places;
pub mod raw;
pub mod statistics;

mod directory;
mod gazetteer;
mod outlines;
mod provenance;
mod writer;

use std::path::{Path, PathBuf};

use domain::area::Area;
use domain::directory::Directory;
use domain::estimate::Movement;
use domain::gazetteer::{Gazetteer, Series};
use domain::outline::Outlines;
use domain::period::{Month, Period};
use domain::place::{AreaCode, BoroughCode, WardCode};

use crate::Outcome;
use counts::{Counts, Offence};
use failure::Failure;
use fit::{London, Priors, Subject};
use places::{Place, Places};
use raw::Raw;

/// A derived table's file name and bytes.
pub type Derived = (&'static str, Vec<u8>);

/// The table of areas with their figures.
pub const AREAS: &str = "areas.bin";
/// The table of postcodes.
pub const POSTCODES: &str = "postcodes.bin";
/// The outlines of the boroughs.
pub const BOROUGH_OUTLINES: &str = "borough-outlines.bin";
/// The outlines of the wards, and of the City.
pub const WARD_OUTLINES: &str = "ward-outlines.bin";
/// Where all of it comes from.
pub const PROVENANCE: &str = "provenance.json";

/// The grids of the two maps, in metres: fine enough for a ward on a full screen, and for a borough in London.
const GRIDS: (f64, f64) = (10.0, 40.0);

/// Where the derived tables are committed.
pub fn committed() -> PathBuf {
    root().join("public/areas")
}

/// Where the raw tables lie beside a checkout.
pub fn raw_folder() -> PathBuf {
    root().join("../shared/data")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// `tools areas --all`, or `tools areas [--from DIR] [--to DIR]`.
pub fn run(arguments: &[String]) -> Outcome {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (mut from, mut to) = (raw_folder(), committed());
    match words.as_slice() {
        ["--all"] => return crate::area::all(),
        ["--from", folder] => from = folder.into(),
        ["--to", folder] => to = folder.into(),
        ["--from", source, "--to", target] | ["--to", target, "--from", source] => {
            (from, to) = (source.into(), target.into());
        }
        [] => {}
        _ => return Err("usage: tools areas --all | areas [--from DIR] [--to DIR]".to_owned()),
    }
    write(&from, &to).map_err(|failure| failure.to_string())
}

fn write(from: &Path, to: &Path) -> Result<(), Failure> {
    let derived = derive(from)?;
    std::fs::create_dir_all(to).map_err(|error| Failure::read(to, &error))?;
    for (name, bytes) in derived {
        let path = to.join(name);
        std::fs::write(&path, &bytes).map_err(|error| Failure::read(&path, &error))?;
        println!("{} {} bytes, {} with brotli", path.display(), bytes.len(), packed(&bytes));
    }
    Ok(())
}

fn packed(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed.len(),
        Err(_) => bytes.len(),
    }
}

/// Everything that `public/areas` holds, made from a folder of raw tables and read back once.
pub fn derive(from: &Path) -> Result<Vec<Derived>, Failure> {
    let mut raw = Raw::new(from);
    let (series, areas, city_wards) = areas(&mut raw)?;
    let codes: Vec<AreaCode> = areas.iter().map(|area| area.code).collect();
    let mut derived = vec![
        (AREAS, gazetteer::encode(&series, &areas)),
        (POSTCODES, directory::encode(&mut raw, &codes)?),
        (
            BOROUGH_OUTLINES,
            outlines::encode(&mut raw, "london_boroughs_simplified.topojson.xz", GRIDS.1, &codes, &city_wards)?,
        ),
        (
            WARD_OUTLINES,
            outlines::encode(&mut raw, "london_wards_2025_simplified.topojson.xz", GRIDS.0, &codes, &city_wards)?,
        ),
    ];
    read_back(&derived, &series, &areas)?;
    let sizes = derived.iter().map(|(name, bytes)| (*name, bytes.len())).collect();
    let account = provenance::account(&series, raw.read(), sizes);
    derived.push((PROVENANCE, account.map_err(|error| Failure::broken(PROVENANCE, &error))?));
    Ok(derived)
}

/// The page's own reader must find in the tables what was put there.
fn read_back(derived: &[Derived], series: &[Series], areas: &[Area]) -> Result<(), Failure> {
    let bytes = |wanted: &str| derived.iter().find(|(name, _)| *name == wanted).map_or(&[][..], |(_, bytes)| bytes);
    let gazetteer = Gazetteer::parse(bytes(AREAS)).map_err(|damage| Failure::Table(AREAS, damage))?;
    let same = gazetteer.series() == series && gazetteer.areas().map(|(_, area)| area).eq(areas);
    Failure::unless(same, "the areas read back as they were", "something else")?;
    Directory::parse(bytes(POSTCODES), &gazetteer).map_err(|damage| Failure::Table(POSTCODES, damage))?;
    for name in [BOROUGH_OUTLINES, WARD_OUTLINES] {
        Outlines::parse(bytes(name), &gazetteer).map_err(|damage| Failure::Table(name, damage))?;
    }
    Ok(())
}

/// Every area with its figures, boroughs first, and the codes of the City's wards.
fn areas(raw: &mut Raw) -> Result<(Vec<Series>, Vec<Area>, Vec<AreaCode>), Failure> {
    let (borough_counts, release) = counts::boroughs(raw)?;
    let ward_counts = counts::wards(raw)?;
    let city_counts = counts::city(raw)?;
    let places = Places::read(raw)?;
    checks::same_areas(&places, &borough_counts, &ward_counts)?;
    checks::against_published(raw, &borough_counts)?;
    let newest = |month: Option<Month>| {
        month.map(Period::year_to).ok_or_else(|| Failure::Check("every series has months", String::new()))
    };
    let (to_borough, to_ward) = (newest(borough_counts.newest())?, newest(ward_counts.newest())?);
    // The City's force is late: its newest whole calendar year.
    let last = city_counts.newest().map(|month| month.after(1));
    let to_city = newest(last.map(|month| month.before(month.of_year())))?;
    checks::wards_against_boroughs(&borough_counts, &ward_counts, to_ward)?;

    let city = BoroughCode::CITY;
    let of_borough = |(code, place): (&BoroughCode, &Place)| {
        let (counts, period) = if *code == city { (&city_counts, to_city) } else { (&borough_counts, to_borough) };
        subject(counts, *code, AreaCode::Borough(*code), place, period)
    };
    let boroughs = places.boroughs.iter().map(of_borough).collect::<Result<Vec<_>, _>>()?;
    let of_ward =
        |(code, place): (&WardCode, &Place)| subject(&ward_counts, *code, AreaCode::Ward(*code), place, to_ward);
    let wards = places.wards.iter().map(of_ward).collect::<Result<Vec<_>, _>>()?;
    let police: Vec<Subject> = boroughs.iter().filter(|one| one.code != AreaCode::Borough(city)).cloned().collect();
    let (by_borough, by_ward) = (London::of(&police), London::of(&wards));

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
        one(to_borough, &by_borough, false, metropolitan(release)),
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
    Ok((series, areas, places.city_wards.into_iter().map(AreaCode::Ward).collect()))
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
