//! The maintainer's refresh: publishers' own files in, the pipeline's raw tables out.
//!
//! Nothing is written here. What a file says is checked and merged in memory; who asked puts it in place, whole or not at all.

mod breakdown;
mod city;
mod districts;
mod fault;
mod folder;
mod lookup;
mod news;
mod offence;
mod series;
mod sheet;
mod street;
mod table;

use std::collections::BTreeMap;
use std::path::Path;

pub use fault::Fault;
pub use news::News;

use super::failure::Failure;
use super::raw::{Raw, pack};
use breakdown::{Breakdown, Level};
use city::City;
use districts::Districts;
use folder::{Downloads, StreetFile};
use lookup::Lookup;
use sheet::{Sheet, fault};
use street::{Seen, Tally};

/// What a folder of downloads makes of the raw tables.
#[derive(Debug, Default)]
pub struct Refreshed {
    /// The raw tables that change, by file name, as they will lie there: packed.
    pub tables: Vec<(String, Vec<u8>)>,
    /// What is newer and what was revised.
    pub news: Vec<News>,
    /// Rows of street files that were read.
    pub street_rows: u64,
    /// Files that were of no use.
    pub left: usize,
}

/// Reads the publishers' files in a folder and merges them into the raw tables of another.
///
/// # Errors
/// When a file is malformed, the first fault with its file, line and column; when the tables cannot be read.
pub fn refresh(downloads: &Path, tables: &Path) -> Result<Refreshed, Failure> {
    let mut found = Downloads::of(downloads)?;
    let mut raw = Raw::new(tables);
    let mut refreshed = Refreshed { left: found.left, ..Refreshed::default() };
    refreshed.breakdowns(found.breakdowns, &mut raw)?;
    let lookup = refreshed.lookup(&mut found.lookups, &mut raw)?;
    refreshed.streets(&found.streets, lookup.as_ref(), &mut raw)?;
    Ok(refreshed)
}

impl Refreshed {
    /// Keeps a table that is not as it was.
    fn keep(&mut self, file: &str, before: &[u8], after: &[u8]) -> Result<(), Failure> {
        if before != after {
            self.tables.push((file.to_owned(), pack(file, after)?));
        }
        Ok(())
    }

    fn breakdowns(&mut self, sheets: Vec<Sheet>, raw: &mut Raw) -> Result<(), Failure> {
        let mut levels: BTreeMap<Level, Vec<Sheet>> = BTreeMap::new();
        for sheet in sheets {
            levels.entry(Level::of(&sheet)).or_default().push(sheet);
        }
        levels.into_iter().try_for_each(|(level, sheets)| self.level(level, sheets, raw))
    }

    fn level(&mut self, level: Level, sheets: Vec<Sheet>, raw: &mut Raw) -> Result<(), Failure> {
        let file = table::file(level);
        let broken = |error: csv::Error| Failure::broken(file, &error);
        let mut series = table::read(raw, level)?;
        let before = table::write(&series).map_err(broken)?;
        let files = sheets.into_iter().map(|sheet| Breakdown::read(sheet, level, &series));
        let mut files = files.collect::<Result<Vec<_>, _>>()?;
        // The newest last: it has the last word on every month it counts.
        files.sort_by(|one, other| (one.release(), &one.file).cmp(&(other.release(), &other.file)));
        for pair in files.windows(2) {
            if let [one, other] = pair
                && one.release() == other.release()
            {
                return Err(fault(&other.file, None, None, Fault::SameRelease(one.file.clone())));
            }
        }
        for one in &files {
            self.news.push(series.take(one)?);
        }
        if let Some(month) = series.gap() {
            let newest = files.last().map_or("", |one| &one.file);
            return Err(fault(newest, None, None, Fault::MonthGap(month)));
        }
        let after = table::write(&series).map_err(broken)?;
        self.keep(file, &before, &after)
    }

    fn lookup(&mut self, sheets: &mut [Sheet], raw: &mut Raw) -> Result<Option<Lookup>, Failure> {
        let sheet = match sheets {
            [] => return Ok(None),
            [one] => one,
            [one, other, ..] => {
                return Err(fault(other.name(), None, None, Fault::SameRelease(one.name().to_owned())));
            }
        };
        let lookup = Lookup::read(sheet)?;
        let before = raw.plain(lookup::LONDON)?;
        let (after, moved) = lookup.london(sheet.name(), raw)?;
        let mut news = News::about("wards of census areas", sheet.name().to_owned());
        news.remarks.push(format!("{moved} census areas of London moved"));
        self.news.push(news);
        self.keep(lookup::LONDON, &before, &after)?;
        Ok(Some(lookup))
    }

    fn streets(&mut self, files: &[StreetFile], lookup: Option<&Lookup>, raw: &mut Raw) -> Result<(), Failure> {
        let of_city = |file: &StreetFile| file.force == city::FORCE;
        let country = files.iter().find(|file| !of_city(file));
        if let Some(file) = country.filter(|_| lookup.is_none()) {
            return Err(fault(&file.name, None, None, Fault::NeedsLookup));
        }
        let mut city = if files.iter().any(of_city) { Some(City::read(raw)?) } else { None };
        let mut districts = Districts::default();
        for force in files.chunk_by(|one, other| one.force == other.force) {
            let mut seen = Seen::default();
            for (at, file) in force.iter().enumerate() {
                if force.get(at + 1).is_some_and(|next| next.month == file.month) {
                    return Err(fault(&file.name, None, None, Fault::MonthTwice(file.month)));
                }
                let tally = Tally::of(file, &mut seen)?;
                self.street_rows += tally.rows;
                if let Some(city) = city.as_mut().filter(|_| of_city(file)) {
                    city.take(file, &tally)?;
                }
                if let Some(lookup) = lookup.filter(|_| country.is_some()) {
                    districts.take(file, &tally, lookup)?;
                }
            }
        }
        if let Some(city) = city {
            let before = raw.plain(city::TABLE)?;
            self.keep(city::TABLE, &before, &city.write()?)?;
            self.news.push(city.news);
        }
        let (tables, news) = districts.write(raw)?;
        for (file, after) in tables {
            let before = if raw.has(&file) { raw.plain(&file)? } else { Vec::new() };
            self.keep(&file, &before, &after)?;
        }
        self.news.extend(news);
        Ok(())
    }
}
