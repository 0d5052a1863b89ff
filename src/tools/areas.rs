//! Area tables from open data: read, check, fit, write; and the list of every area.
//!
//! `tools areas --from DIR --to public/areas` makes the derived tables; the same input gives the same bytes.
//! `tools areas --refresh DOWNLOADS` first brings the raw tables up to date with what a maintainer downloaded.
//! `tools areas --all` prints a JSON line for every borough and ward from the tables that are committed.

pub mod checks;
pub mod counts;
pub mod failure;
pub mod fit;
pub mod places;
pub mod raw;
pub mod refresh;
pub mod staged;
pub mod statistics;

mod directory;
mod gazetteer;
mod months;
mod outlines;
mod provenance;
mod survey;
mod writer;

use std::path::{Path, PathBuf};
use std::time::Instant;

use domain::area::Area;
use domain::directory::Directory;
use domain::gazetteer::{Gazetteer, Series};
use domain::months::Months;
use domain::outline::Outlines;
use domain::place::AreaCode;

use crate::{Outcome, lines};
use failure::Failure;
use raw::Raw;
use refresh::{Refreshed, refresh};
use staged::Staged;
use survey::Survey;

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
/// Monthly counts of the boroughs and of the City.
pub const BOROUGH_MONTHS: &str = "borough-months.bin";
/// Monthly counts of the wards since March 2024.
pub const WARD_MONTHS: &str = "ward-months.bin";
/// The wards' months before those.
pub const WARD_HISTORY: &str = "ward-history.bin";
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

/// How the command is called.
const USAGE: &str = "usage: tools areas --all | areas [--refresh DOWNLOADS] [--from TABLES] [--to DIR]";

/// `tools areas --all`, or `tools areas [--refresh DOWNLOADS] [--from TABLES] [--to DIR]`.
pub fn run(arguments: &[String]) -> Outcome {
    if arguments == ["--all"] {
        return crate::area::all();
    }
    let (mut downloads, mut from, mut to) = (None, None, None);
    for pair in arguments.chunks(2) {
        let [option, folder] = pair else { return Err(USAGE.to_owned()) };
        let place = match option.as_str() {
            "--refresh" => &mut downloads,
            "--from" => &mut from,
            "--to" => &mut to,
            _ => return Err(USAGE.to_owned()),
        };
        if place.replace(PathBuf::from(folder)).is_some() {
            return Err(USAGE.to_owned());
        }
    }
    let (from, to) = (from.unwrap_or_else(raw_folder), to.unwrap_or_else(committed));
    let said = match downloads {
        Some(downloads) => bring_up_to_date(&downloads, &from, &to),
        None => derive(&from).and_then(|derived| write(Staged::default(), &to, &derived)),
    };
    lines::print(said.map_err(|failure| failure.to_string())?.into_iter().map(Ok))
}

/// Puts the derived tables in place, with what was staged before them, and says how large they are.
fn write(staged: Staged, to: &Path, derived: &[Derived]) -> Result<Vec<String>, Failure> {
    staged.write(to, derived.iter().map(|(name, bytes)| (*name, bytes.as_slice())))?.put()?;
    let line = |(name, bytes): &Derived| {
        format!("{} {} bytes, {} with brotli", to.join(name).display(), bytes.len(), packed(bytes))
    };
    Ok(derived.iter().map(line).collect())
}

/// Merges what was downloaded into the raw tables and makes the derived ones of them. Nothing is put in place before all
/// of it was read, merged, checked and fitted. Gives what to tell whoever asked.
pub fn bring_up_to_date(downloads: &Path, from: &Path, to: &Path) -> Result<Vec<String>, Failure> {
    let start = Instant::now();
    let Refreshed { tables, news, street_rows, left } = refresh(downloads, from)?;
    let mut said: Vec<String> = news.iter().map(ToString::to_string).collect();
    if street_rows > 0 {
        let seconds = start.elapsed().as_secs_f64();
        said.push(format!("{street_rows} rows of street files were read in {seconds:.1} s"));
    }
    if left > 0 {
        said.push(format!("{left} files are of no use here and were left alone"));
    }
    if tables.is_empty() {
        said.push("The raw tables stay as they are.".to_owned());
    }
    let derived = derive_from(Raw::with(from, tables.clone()))?;
    let raw = tables.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let staged = if tables.is_empty() { Staged::default() } else { Staged::default().write(from, raw)? };
    said.extend(tables.iter().map(|(name, bytes)| format!("{} {} bytes", from.join(name).display(), bytes.len())));
    said.extend(write(staged, to, &derived)?);
    Ok(said)
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
    derive_from(Raw::new(from))
}

fn derive_from(mut raw: Raw) -> Result<Vec<Derived>, Failure> {
    let Survey { series, areas, city_wards, counted } = survey::survey(&mut raw)?;
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
        (BOROUGH_MONTHS, months::boroughs(&counted, &codes)?),
        (WARD_MONTHS, months::wards(&counted, &codes)?),
        (WARD_HISTORY, months::history(&counted, &codes)?),
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
    for name in [BOROUGH_MONTHS, WARD_MONTHS, WARD_HISTORY] {
        Months::parse(bytes(name), &gazetteer).map_err(|damage| Failure::Table(name, damage))?;
    }
    Ok(())
}
