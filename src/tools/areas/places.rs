//! The areas as they are today: names, people, size, and what to be careful with.
//!
//! The counts come from the police; everything else about an area comes from here.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use domain::area::Cautions;
use domain::place::{BoroughCode, WardCode};

use super::counts::{borough_of, ward_of};
use super::failure::Failure;
use super::raw::{Raw, Row};

/// An area without its counts.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its official name.
    pub name: String,
    /// The borough it lies in.
    pub borough: BoroughCode,
    /// Usual residents, Census 2021.
    pub residents: u32,
    /// People on a working day, Census 2011.
    pub workday: NonZeroU32,
    /// Hundredths of a square kilometre.
    pub hectares: u32,
    /// What to be careful with.
    pub cautions: Cautions,
}

/// London's boroughs and wards, the wards of the City left out: the City is shown as one area.
#[derive(Clone, Debug)]
pub struct Places {
    /// The 33 boroughs.
    pub boroughs: BTreeMap<BoroughCode, Place>,
    /// The 679 wards outside the City.
    pub wards: BTreeMap<WardCode, Place>,
    /// The City's 25 wards.
    pub city_wards: Vec<WardCode>,
}

/// The share of a ward's residents in census areas that were split after 2011 above which it counts as redeveloped.
/// The Office for National Statistics splits an area that grew past 3,000 people or 1,200 households.
const REDEVELOPED: f64 = 0.25;

impl Places {
    /// Reads both lists.
    pub fn read(raw: &mut Raw) -> Result<Self, Failure> {
        let redeveloped = redeveloped(raw)?;
        let mut boroughs = BTreeMap::new();
        for row in raw.csv("london_borough_denominators.csv.xz")?.rows() {
            let code = borough_of(row, "lad_code")?;
            let place = Place {
                name: row.text("borough")?.to_owned(),
                borough: code,
                residents: row.value("residents_census_2021")?,
                workday: row.value("workday_population_census_2011")?,
                hectares: hectares(row)?,
                cautions: Cautions::default(),
            };
            boroughs.insert(code, place);
        }
        let (mut wards, mut city_wards) = (BTreeMap::new(), Vec::new());
        for row in raw.csv("london_wards_2025.csv.xz")?.rows() {
            let (code, borough) = (ward_of(row, "ward_code")?, borough_of(row, "lad_code")?);
            if borough == BoroughCode::CITY {
                city_wards.push(code);
                continue;
            }
            let rough_population = match row.text("workday_quality")? {
                "A" => false,
                "B" => true,
                _ => return Err(row.wrong("workday_quality")),
            };
            let share = redeveloped.get(&code).copied().unwrap_or(0.0);
            let place = Place {
                name: row.text("ward")?.to_owned(),
                borough,
                residents: row.value("residents_2021_bestfit")?,
                workday: row.value("workday_2011_est")?,
                hectares: hectares(row)?,
                cautions: Cautions { redeveloped: share >= REDEVELOPED, rough_population },
            };
            wards.insert(code, place);
        }
        city_wards.sort_unstable();
        Failure::unless(boroughs.len() == 33, "London has 33 boroughs with the City", boroughs.len())?;
        Failure::unless(wards.len() == 679, "London has 679 wards outside the City", wards.len())?;
        Failure::unless(city_wards.len() == 25, "the City has 25 wards", city_wards.len())?;
        Ok(Self { boroughs, wards, city_wards })
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "areas of London's size, checked above zero"
)]
fn hectares(row: Row<'_>) -> Result<u32, Failure> {
    let kilometres: f64 = row.value("area_km2")?;
    if (0.0..2000.0).contains(&kilometres) {
        Ok((kilometres * 100.0).round() as u32)
    } else {
        Err(row.wrong("area_km2"))
    }
}

/// For each ward, the share of its residents who live in census areas that were split since 2011.
fn redeveloped(raw: &mut Raw) -> Result<BTreeMap<WardCode, f64>, Failure> {
    let changes = raw.csv("london_lsoa11_to_lsoa21.csv.xz")?;
    let mut split = std::collections::BTreeSet::new();
    for row in changes.rows() {
        if row.text("change_code")? == "S" {
            split.insert(row.text("lsoa21_code")?);
        }
    }
    let mut people: BTreeMap<WardCode, (f64, f64)> = BTreeMap::new();
    for row in raw.csv("london_lsoa21_lookup.csv.xz")?.rows() {
        let residents: f64 = row.value("residents_2021")?;
        let (new, all) = people.entry(ward_of(row, "ward_code_bestfit")?).or_default();
        *all += residents;
        if split.contains(row.text("lsoa_code")?) {
            *new += residents;
        }
    }
    Ok(people.into_iter().map(|(ward, (new, all))| (ward, new / all)).collect())
}
