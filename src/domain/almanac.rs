//! The tables of months: which are here, and which an answer needs.
//!
//! An answer stands without them. A ward needs one table, a borough another, a ward's earlier years a third.

use crate::asset::Asset;
use crate::effect::{Effect, File};
use crate::event::FetchError;
use crate::gazetteer::{AreaId, Gazetteer};
use crate::lookup::TableError;
use crate::months::{Monthly, Months};
use crate::period::Month;
use crate::season::Season;
use crate::table::Damage;

type Table = Asset<Months, TableError>;

/// The tables of months, as far as they are here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Almanac {
    boroughs: Table,
    wards: Table,
    history: Table,
}

/// How far the months of an answer are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nobody has asked for them.
    Unasked,
    /// On their way.
    Coming,
    /// Here.
    Here,
    /// Not to be had: asking again fetches again.
    Failed,
}

impl Almanac {
    /// Fetches what an answer shows beside its figures.
    pub fn need(&mut self, ward: bool) -> Option<Effect> {
        let (table, file) =
            if ward { (&mut self.wards, File::WardMonths) } else { (&mut self.boroughs, File::BoroughMonths) };
        table.is_wanted().then(|| fetch(table, file))
    }

    /// Fetches the wards' earlier years for who asks.
    pub fn ask_history(&mut self) -> Option<Effect> {
        self.history.is_wanted().then(|| fetch(&mut self.history, File::WardHistory))
    }

    /// Takes a table that arrived, or did not. Tables name areas by their place in the gazetteer, which is here by then.
    pub fn arrived(&mut self, file: File, outcome: Result<&[u8], FetchError>, gazetteer: Option<&Gazetteer>) {
        let table = match file {
            File::BoroughMonths => &mut self.boroughs,
            File::WardMonths => &mut self.wards,
            File::WardHistory => &mut self.history,
            _ => return,
        };
        let read = |bytes: &[u8]| match gazetteer {
            Some(gazetteer) => Months::parse(bytes, gazetteer),
            None => Err(Damage::OtherEdition),
        };
        *table =
            Asset::of(outcome.map_err(TableError::Fetch).and_then(|bytes| read(bytes).map_err(TableError::Damaged)));
    }

    /// An area's newest months.
    pub fn months(&self, area: AreaId) -> Option<Monthly<'_>> {
        let of = |table: &'_ Table| table.here().is_some_and(|months| months.of(area).is_some());
        let table = if of(&self.wards) { &self.wards } else { &self.boroughs };
        table.here()?.of(area)
    }

    /// Both offences in every month there is of an area, first month first; none while a part of them is not here.
    pub fn years(&self, area: AreaId, ward: bool) -> Option<Vec<(Month, u32)>> {
        let mut months = if ward { self.history.here()?.of(area)?.totals() } else { Vec::new() };
        months.extend(self.months(area)?.totals());
        Some(months)
    }

    /// How a year runs in London.
    pub fn season(&self) -> Option<&Season> {
        [&self.wards, &self.boroughs].into_iter().find_map(|table| table.here()?.season())
    }

    /// How far the newest months of a ward, or of a borough, are.
    pub const fn progress(&self, ward: bool) -> Progress {
        progress(if ward { &self.wards } else { &self.boroughs })
    }

    /// How far the wards' earlier years are.
    pub const fn history(&self) -> Progress {
        progress(&self.history)
    }
}

fn fetch(table: &mut Table, file: File) -> Effect {
    *table = Asset::Coming;
    Effect::Fetch(file)
}

const fn progress(table: &Table) -> Progress {
    match table {
        Asset::Idle => Progress::Unasked,
        Asset::Coming => Progress::Coming,
        Asset::Here(_) => Progress::Here,
        Asset::Failed(_) => Progress::Failed,
    }
}
