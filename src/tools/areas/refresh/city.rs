//! The City of London's own force: newer months of its table, from the street files.
//!
//! The table keeps what the force records outside the City too; who reads it leaves that out.

use std::collections::{BTreeMap, BTreeSet};

use domain::period::{Month, Period};

use super::fault::Fault;
use super::folder::StreetFile;
use super::lookup::LONDON;
use super::news::News;
use super::series::beyond_revision;
use super::sheet::fault;
use super::street::{Crime, Tally};
use crate::areas::failure::Failure;
use crate::areas::raw::Raw;

/// The force as data.police.uk calls it.
pub(super) const FORCE: &str = "city-of-london";

/// The raw table.
pub(super) const TABLE: &str = "city_of_london_police_lsoa_monthly.csv.xz";

/// How the names of the City's census areas begin.
const NAME: &str = "City of London";

/// The City's table, month by month: code, name, offence and count of each row.
#[derive(Debug)]
pub(super) struct City {
    months: BTreeMap<Month, Vec<[String; 4]>>,
    areas: BTreeSet<String>,
    /// What the files change.
    pub(super) news: News,
}

impl City {
    /// Reads the table.
    pub(super) fn read(raw: &mut Raw) -> Result<Self, Failure> {
        let mut months: BTreeMap<Month, Vec<[String; 4]>> = BTreeMap::new();
        for row in raw.csv(TABLE)?.rows() {
            let cells =
                ["lsoa_code", "lsoa_name", "offence", "count"].map(|column| row.text(column).map(str::to_owned));
            let [code, name, offence, count] = cells;
            months.entry(row.value("month")?).or_default().push([code?, name?, offence?, count?]);
        }
        let areas = raw.csv(LONDON)?;
        let areas = areas.rows().map(|row| row.text("lsoa_code").map(str::to_owned)).collect::<Result<_, _>>()?;
        Ok(Self { months, areas, news: News::about("the City of London", "street files".to_owned()) })
    }

    /// Puts a month in the place of the one the table has, if any.
    pub(super) fn take(&mut self, file: &StreetFile, tally: &Tally) -> Result<(), Failure> {
        let strange = tally.counts.keys().find(|(code, name, _)| name.starts_with(NAME) && !self.areas.contains(code));
        if let Some((code, ..)) = strange {
            return Err(tally.unknown(file, code));
        }
        let row = |((code, name, crime), count): (&(String, String, Crime), &u32)| {
            [code.clone(), name.clone(), crime.slug().to_owned(), count.to_string()]
        };
        let rows: Vec<_> = tally.counts.iter().map(row).collect();
        match self.months.insert(file.month, rows) {
            None => self.news.new_months.push(file.month),
            Some(before) => {
                let (before, after) = (sum(&before), self.months.get(&file.month).map_or(0, |rows| sum(rows)));
                if beyond_revision(before, after) {
                    return Err(fault(&file.name, None, None, Fault::Jump { month: file.month, before, after }));
                }
                self.news.known(file.month, before, after);
            }
        }
        Ok(())
    }

    /// The table as CSV, its months without a gap.
    pub(super) fn write(&self) -> Result<Vec<u8>, Failure> {
        let ends = self.months.keys().next().zip(self.months.keys().next_back());
        let whole = ends.and_then(|(first, last)| Period::new(*first, *last));
        if let Some(month) = whole.and_then(|all| all.months().find(|month| !self.months.contains_key(month))) {
            return Err(fault("street files of city-of-london", None, None, Fault::MonthGap(month)));
        }
        let broken = |error: csv::Error| Failure::broken(TABLE, &error);
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(["month", "lsoa_code", "lsoa_name", "offence", "count"]).map_err(broken)?;
        for (month, rows) in &self.months {
            for row in rows {
                let month = month.to_string();
                table.write_record(std::iter::once(&month).chain(row)).map_err(broken)?;
            }
        }
        table.into_inner().map_err(|error| Failure::broken(TABLE, &error))
    }
}

/// Offences inside the City.
fn sum(rows: &[[String; 4]]) -> u32 {
    let inside = rows.iter().filter(|[_, name, ..]| name.starts_with(NAME));
    inside.filter_map(|[.., count]| count.parse::<u32>().ok()).sum()
}
