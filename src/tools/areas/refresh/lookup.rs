//! The lookup of the Office for National Statistics: which ward and which district each census area belongs to.
//!
//! "LSOA (2021) to Electoral Ward to LAD, Best Fit Lookup in EW", from the Open Geography Portal. The year in the names of
//! the ward and district columns changes; the census areas stay those of 2021 until the next census.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::fault::Fault;
use super::sheet::{Sheet, fault};
use crate::areas::failure::Failure;
use crate::areas::raw::Raw;

/// The raw table of London's census areas.
pub(super) const LONDON: &str = "london_lsoa21_lookup.csv.xz";

/// London's boroughs, among the codes of districts.
const BOROUGH: &str = "E09";

/// A local authority district.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct District {
    /// Its code.
    pub(super) code: String,
    /// Its name.
    pub(super) name: String,
}

/// A census area of London.
#[derive(Clone, Debug)]
struct InLondon {
    name: String,
    ward: String,
    borough: String,
    /// Where it stands in the file.
    line: u64,
}

/// The lookup, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Lookup {
    districts: HashMap<String, Rc<District>>,
    london: BTreeMap<String, InLondon>,
}

/// A column `LAD24CD` by its first letters and its last, whatever the year.
fn of_year(sheet: &Sheet, start: &str, end: &str) -> Result<usize, Failure> {
    let fits = |name: &String| {
        let name = name.to_ascii_uppercase();
        let year = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        year.is_some_and(|year| year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let named = || format!("{start}25{end}");
    sheet.header().iter().position(fits).ok_or_else(|| sheet.fault(Some(&named()), Fault::MissingColumn))
}

impl Lookup {
    /// Reads the publisher's file.
    pub(super) fn read(sheet: &mut Sheet) -> Result<Self, Failure> {
        let [area, name] = [sheet.need(&["LSOA21CD"])?, sheet.need(&["LSOA21NM"])?];
        let ward = of_year(sheet, "WD", "CD")?;
        let [code, district] = [of_year(sheet, "LAD", "CD")?, of_year(sheet, "LAD", "NM")?];
        let mut lookup = Self::default();
        let mut known: HashMap<String, Rc<District>> = HashMap::new();
        while let Some(line) = sheet.next()? {
            let text = |at| line.text(at).map(str::to_owned);
            let (key, borough) = (text(area)?, text(code)?);
            for (at, found) in [(area, &key), (code, &borough)] {
                let formed = found.len() == 9 && found.bytes().all(|byte| byte.is_ascii_alphanumeric());
                if !formed {
                    return Err(line.fault(at, Fault::UnknownArea(found.clone())));
                }
            }
            let name_of_district = text(district)?;
            let fresh = || Rc::new(District { code: borough.clone(), name: name_of_district });
            let district = Rc::clone(known.entry(borough.clone()).or_insert_with(fresh));
            if borough.starts_with(BOROUGH) {
                lookup.london.insert(
                    key.clone(),
                    InLondon { name: text(name)?, ward: text(ward)?, borough, line: line.number() },
                );
            }
            if lookup.districts.insert(key.clone(), district).is_some() {
                return Err(line.fault(area, Fault::RowTwice(key)));
            }
        }
        if lookup.districts.is_empty() { Err(sheet.fault(None, Fault::NoRows)) } else { Ok(lookup) }
    }

    /// The district of a census area.
    pub(super) fn district(&self, area: &str) -> Option<Rc<District>> {
        self.districts.get(area).cloned()
    }

    /// London's table with today's wards and boroughs, and how many areas moved. People and positions stay.
    pub(super) fn london(&self, file: &str, raw: &mut Raw) -> Result<(Vec<u8>, usize), Failure> {
        let unknown =
            |area: &InLondon, code: &str| fault(file, Some(area.line), None, Fault::UnknownArea(code.to_owned()));
        let missing = |code: &str| fault(file, None, None, Fault::MissingArea(code.to_owned()));
        let wards = raw.csv("london_wards_2025.csv.xz")?;
        let wards = wards.rows().map(|row| row.text("ward_code").map(str::to_owned)).collect::<Result<Vec<_>, _>>()?;
        let table = raw.csv(LONDON)?;
        let broken = |error: csv::Error| Failure::broken(LONDON, &error);
        let mut fresh = csv::Writer::from_writer(Vec::new());
        fresh.write_record(table.columns()).map_err(broken)?;
        let (mut moved, mut met) = (0, 0);
        for row in table.rows() {
            let key = row.text("lsoa_code")?;
            let area = self.london.get(key).ok_or_else(|| missing(key))?;
            if !wards.contains(&area.ward) {
                return Err(unknown(area, &area.ward));
            }
            met += 1;
            moved += usize::from(row.text("ward_code_bestfit")? != area.ward || row.text("lad_code")? != area.borough);
            for column in table.columns() {
                let cell = match column {
                    "lsoa_name" => &area.name,
                    "ward_code_bestfit" => &area.ward,
                    "lad_code" => &area.borough,
                    _ => row.text(column)?,
                };
                fresh.write_field(cell).map_err(broken)?;
            }
            fresh.write_record(None::<&[u8]>).map_err(broken)?;
        }
        if met < self.london.len() {
            let known = table.rows().map(|row| row.text("lsoa_code")).collect::<Result<Vec<_>, _>>()?;
            if let Some((code, area)) = self.london.iter().find(|(code, _)| !known.contains(&code.as_str())) {
                return Err(unknown(area, code));
            }
        }
        Ok((fresh.into_inner().map_err(|error| Failure::broken(LONDON, &error))?, moved))
    }
}
