//! The raw tables of counts, read into a series and written back in the form in which they lie there.
//!
//! A table that nothing changed comes out byte for byte as it was.

use std::collections::BTreeMap;

use domain::period::Month;

use super::breakdown::Level;
use super::offence::Kept;
use super::series::{Counted, Named, Series};
use crate::areas::failure::Failure;
use crate::areas::raw::{Raw, Table};

/// The file of a level's table.
pub(super) const fn file(level: Level) -> &'static str {
    match level {
        Level::Borough => "mps_borough_monthly.csv.xz",
        Level::Ward => "mps_ward_monthly.csv.xz",
        Level::CensusArea => "mps_lsoa_monthly.csv.xz",
    }
}

/// The columns before the counts: the area's key, its name, its borough.
const fn columns(level: Level) -> [&'static str; 3] {
    match level {
        Level::Borough => ["borough", "borough", "borough_code"],
        Level::Ward => ["ward_code", "ward", "borough_code"],
        Level::CensusArea => ["lsoa_code", "lsoa_name", "borough_code"],
    }
}

/// A level's table.
pub(super) fn read(raw: &mut Raw, level: Level) -> Result<Series, Failure> {
    let table = raw.csv(file(level))?;
    let mut series = Series { level, areas: BTreeMap::new(), months: BTreeMap::new() };
    let wide = wide_months(&table);
    let newest = wide.last().map(|(month, _)| month.after(1));
    for row in table.rows() {
        let [key, name, borough] = columns(level).map(|column| row.text(column).map(str::to_owned));
        let (key, name, borough) = (key?, name?, borough?);
        let kept = Kept::named(row.text("offence")?).ok_or_else(|| row.wrong("offence"))?;
        series.areas.entry(key.clone()).or_insert(Named { name, borough });
        let mut put = |month: Month, release: Month, count: u32| {
            let month = series.months.entry(month).or_insert_with(|| Counted { release, counts: BTreeMap::new() });
            month.release = month.release.max(release);
            month.counts.insert((key.clone(), kept), count);
        };
        match newest {
            Some(release) => {
                for (month, column) in &wide {
                    put(*month, release, row.value(column)?);
                }
            }
            None => put(row.value("month")?, row.value("release")?, row.value("count")?),
        }
    }
    Ok(series)
}

fn wide_months(table: &Table) -> Vec<(Month, String)> {
    table.columns().filter_map(|name| Some((name.parse().ok()?, name.to_owned()))).collect()
}

/// The table as CSV.
pub(super) fn write(series: &Series) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    match series.level {
        Level::Borough => long(series, &mut table)?,
        Level::Ward | Level::CensusArea => wide(series, &mut table)?,
    }
    table.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}

fn long(series: &Series, table: &mut csv::Writer<Vec<u8>>) -> Result<(), csv::Error> {
    table.write_record(["borough_code", "borough", "month", "offence", "count", "release"])?;
    for (key, named) in &series.areas {
        for kept in series.level.kept() {
            for (month, counted) in &series.months {
                if let Some(count) = counted.counts.get(&(key.clone(), *kept)) {
                    let (month, release) = (month.to_string(), counted.release.to_string());
                    let row = [&named.borough, &named.name, &month, kept.slug(), &count.to_string(), &release];
                    table.write_record(row)?;
                }
            }
        }
    }
    Ok(())
}

fn wide(series: &Series, table: &mut csv::Writer<Vec<u8>>) -> Result<(), csv::Error> {
    let mut header: Vec<String> = columns(series.level).map(str::to_owned).to_vec();
    header.push("offence".to_owned());
    header.extend(series.months.keys().map(Month::to_string));
    table.write_record(header)?;
    for (key, named) in &series.areas {
        for kept in series.level.kept() {
            let mut row = vec![key.clone(), named.name.clone(), named.borough.clone(), kept.slug().to_owned()];
            // The publisher leaves out rows of zeros.
            let row_key = (key.clone(), *kept);
            let counts = series.months.values().map(|month| month.counts.get(&row_key).copied().unwrap_or(0));
            row.extend(counts.map(|count| count.to_string()));
            table.write_record(row)?;
        }
    }
    Ok(())
}
