//! The country's districts: street files of every force, added up for each whole calendar year.
//!
//! A year that is not whole is not written: nothing could be compared with it.

use std::collections::{BTreeMap, BTreeSet};

use domain::period::{Month, Period};

use super::fault::Fault;
use super::folder::StreetFile;
use super::lookup::Lookup;
use super::news::News;
use super::sheet::fault;
use super::street::{Crime, Tally};
use crate::areas::failure::Failure;
use crate::areas::raw::Raw;

/// The three tables of a year, by the end of their name and their columns.
const TABLES: [(&str, &[&str]); 3] = [
    ("lad_monthly", &["force", "lad_code", "lad_name", "month", "offence", "count"]),
    ("lsoa_annual", &["force", "lsoa_code", "lsoa_name", "lad_code", "theft_from_person", "robbery_all"]),
    ("coverage", &["force", "months_present", "rows_all_crime", "rows_tfp_rob_no_lsoa", "months_missing_here"]),
];

/// One force in one year.
#[derive(Debug, Default)]
struct Year {
    months: BTreeSet<Month>,
    rows: u64,
    unplaced: u32,
    by_district: BTreeMap<(String, String, Month, Crime), u32>,
    by_area: BTreeMap<(String, String, String), [u32; 2]>,
}

/// Every force in every year of the street files.
#[derive(Debug, Default)]
pub(super) struct Districts {
    years: BTreeMap<(u16, String), Year>,
}

/// Tables as CSV by file name.
type Made = Vec<(String, Vec<u8>)>;

/// The rows of a table by force, the force itself left out.
type Rows = BTreeMap<String, Vec<Vec<String>>>;

impl Districts {
    /// Adds a month of a force.
    pub(super) fn take(&mut self, file: &StreetFile, tally: &Tally, lookup: &Lookup) -> Result<(), Failure> {
        let year = self.years.entry((file.month.year(), file.force.clone())).or_default();
        year.months.insert(file.month);
        year.rows += tally.rows;
        for ((code, name, crime), count) in &tally.counts {
            let (mut district, mut called) = (String::new(), String::new());
            if code.is_empty() {
                year.unplaced += count;
            } else {
                let known = lookup.district(code).ok_or_else(|| tally.unknown(file, code))?;
                (district, called) = (known.code.clone(), known.name.clone());
                let both = year.by_area.entry((code.clone(), name.clone(), district.clone())).or_default();
                let [thefts, robberies] = both;
                *if *crime == Crime::Theft { thefts } else { robberies } += count;
            }
            *year.by_district.entry((district, called, file.month, *crime)).or_default() += count;
        }
        Ok(())
    }

    /// The tables of every whole year, as CSV by file name, and what is new in them. Forces without a file stay as the
    /// table of the same year has them, and so does a force of which the table has more months.
    pub(super) fn write(&self, raw: &mut Raw) -> Result<(Made, Vec<News>), Failure> {
        let months: BTreeSet<Month> = self.years.values().flat_map(|year| &year.months).copied().collect();
        let ends = months.first().zip(months.last()).and_then(|(first, last)| Period::new(*first, *last));
        if let Some(month) = ends.and_then(|all| all.months().find(|month| !months.contains(month))) {
            return Err(fault("street files", None, None, Fault::MonthGap(month)));
        }
        let (mut tables, mut all) = (Vec::new(), Vec::new());
        let years: BTreeSet<u16> = self.years.keys().map(|(year, _)| *year).collect();
        for year in years {
            let forces = self.years.iter().filter(|((of, _), _)| *of == year).map(|((_, force), held)| (force, held));
            let mut news = News::about("districts", format!("street files of {year}"));
            let held = months.iter().filter(|month| month.year() == year).count();
            if held < 12 {
                news.remarks.push(format!("{held} of 12 months are here, so nothing was written"));
                all.push(news);
                continue;
            }
            let files = TABLES.map(|(name, columns)| (format!("police_uk_{year}_{name}.csv.xz"), columns));
            let mut rows: Vec<Rows> =
                files.iter().map(|(file, columns)| rows(raw, file, columns)).collect::<Result<_, _>>()?;
            for (force, held) in forces {
                news.remarks.push(replace(&mut rows, force, held, year));
            }
            for ((file, columns), rows) in files.into_iter().zip(&rows) {
                let bytes = csv_of(columns, rows).map_err(|error| Failure::broken(&file, &error))?;
                tables.push((file, bytes));
            }
            all.push(news);
        }
        Ok((tables, all))
    }
}

/// Puts a force's rows in the place of those it has, and says so.
fn replace(tables: &mut [Rows], force: &str, held: &Year, year: u16) -> String {
    let known = tables.get(2).and_then(|coverage| coverage.get(force)?.first()?.first()?.parse::<usize>().ok());
    let here = held.months.len();
    if let Some(known) = known.filter(|known| *known > here) {
        return format!("{force} stays as it was, with {known} months instead of {here}");
    }
    let text = |count: &u32| count.to_string();
    let by_district = held.by_district.iter().map(|((code, name, month, crime), count)| {
        vec![code.clone(), name.clone(), month.to_string(), crime.slug().to_owned(), text(count)]
    });
    let by_area = held.by_area.iter().map(|((code, name, district), [thefts, robberies])| {
        vec![code.clone(), name.clone(), district.clone(), text(thefts), text(robberies)]
    });
    let december = Month::from_number(u32::from(year - 2000) * 12 + 11);
    let missing = december.into_iter().flat_map(|last| Period::year_to(last).months());
    let missing: Vec<String> = missing.filter(|one| !held.months.contains(one)).map(|one| one.to_string()).collect();
    let coverage = vec![here.to_string(), held.rows.to_string(), held.unplaced.to_string(), missing.join(" ")];
    let fresh = [by_district.collect(), by_area.collect(), vec![coverage]];
    for (table, fresh) in tables.iter_mut().zip(fresh) {
        table.insert(force.to_owned(), fresh);
    }
    format!("{force} {here} months, {} rows", held.rows)
}

/// The rows that a table has; none when there is no such table yet.
fn rows(raw: &mut Raw, file: &str, columns: &[&str]) -> Result<Rows, Failure> {
    let mut rows = Rows::new();
    if raw.has(file) {
        for row in raw.csv(file)?.rows() {
            let cells = columns.iter().skip(1).map(|column| row.text(column).map(str::to_owned));
            rows.entry(row.text("force")?.to_owned()).or_default().push(cells.collect::<Result<_, _>>()?);
        }
    }
    Ok(rows)
}

fn csv_of(columns: &[&str], rows: &Rows) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(columns)?;
    for (force, rows) in rows {
        for row in rows {
            table.write_record(std::iter::once(force).chain(row))?;
        }
    }
    table.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}
