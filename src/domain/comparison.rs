//! What a ward's rate stands beside: its borough, and the wards most like it.
//!
//! All of them over the same months from the same table, so that only the place differs.

use crate::area::{Area, Rate};
use crate::gazetteer::{AreaId, Gazetteer};
use crate::place::{AreaCode, BoroughCode};

/// How many wards stand for "wards like this one".
pub const SIMILAR: usize = 10;

/// The rates beside a ward's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// All wards of its borough together.
    pub borough: Rate,
    /// All wards of London together.
    pub london: Rate,
    /// The wards most like it, most alike first.
    pub alike: Vec<AreaId>,
    /// These together.
    pub similar: Rate,
}

impl Comparison {
    /// The comparison for a ward; none for a borough, which stands beside London alone.
    pub fn of(gazetteer: &Gazetteer, id: AreaId) -> Option<Self> {
        let ward = gazetteer.get(id).filter(|area| matches!(area.code, AreaCode::Ward(_)))?;
        let alike = similar(gazetteer, id, ward);
        Some(Self {
            borough: pooled(wards_of(gazetteer, ward.borough).map(|(_, area)| area))?,
            london: ward.figures.london,
            similar: pooled(alike.iter().filter_map(|id| gazetteer.get(*id)))?,
            alike,
        })
    }
}

/// The wards of a borough; the City has none of its own here.
pub fn wards_of(gazetteer: &Gazetteer, borough: BoroughCode) -> impl Iterator<Item = (AreaId, &Area)> {
    gazetteer.areas().skip(gazetteer.boroughs()).filter(move |(_, area)| area.borough == borough)
}

/// The recorded offences of several areas beside all the people there on a working day; none for no area.
fn pooled<'a>(areas: impl Iterator<Item = &'a Area>) -> Option<Rate> {
    let sum = |(count, people), area: &Area| {
        (count + u64::from(area.figures.total()), people + u64::from(area.figures.workday.get()))
    };
    let (count, people) = areas.fold((0, 0), sum);
    let millionths = (count * 1_000_000 + people / 2).checked_div(people)?;
    u32::try_from(millionths).ok().map(Rate::per_million)
}

/// The wards most like one: in residents, in people on a working day and in size. Unlikeness is how many times larger the
/// one is than the other, the three multiplied, so that each counts alike whatever it is measured in.
fn similar(gazetteer: &Gazetteer, id: AreaId, ward: &Area) -> Vec<AreaId> {
    let mut nearest: Vec<(f64, AreaId)> = Vec::with_capacity(SIMILAR + 1);
    for (other, area) in gazetteer.areas().skip(gazetteer.boroughs()).filter(|(other, _)| *other != id) {
        let unlike = sizes(ward)
            .into_iter()
            .zip(sizes(area))
            .fold(1.0, |product, (one, two)| product * f64::max(one / two, two / one));
        let place = nearest.partition_point(|(known, _)| *known <= unlike);
        if place < SIMILAR {
            nearest.insert(place, (unlike, other));
            nearest.truncate(SIMILAR);
        }
    }
    nearest.into_iter().map(|(_, id)| id).collect()
}

fn sizes(area: &Area) -> [f64; 3] {
    let figures = &area.figures;
    [figures.residents.max(1), figures.workday.get(), figures.hectares.max(1)].map(f64::from)
}
