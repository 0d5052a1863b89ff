//! Which area a postcode lies in, from one table for all of London, looked up on the device.
//!
//! One file, never split by the beginning of a postcode: whoever serves it must not learn where somebody lives.
//! Per outcode it keeps, for each sector, 400 bits that say which units exist, and for the units in order, runs of areas.

use std::cmp::Ordering;

use crate::gazetteer::{AreaId, Gazetteer};
use crate::place::Outcode;
use crate::postcode::{Postcode, Unit};
use crate::table::{Damage, Reader, TableKind};

/// Bytes of a sector's bits.
const SECTOR: usize = (Unit::PER_SECTOR / 8) as usize;

/// London's postcodes.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    outcodes: Vec<Entry>,
    bits: Vec<[u8; SECTOR]>,
    runs: Vec<Run>,
}

/// One outcode: its sectors' bits and its runs stand together, in order.
#[derive(Clone, Debug)]
struct Entry {
    outcode: Outcode,
    main_borough: AreaId,
    /// Bit n is set when sector n has postcodes.
    sectors: u16,
    first_bits: usize,
    first_run: usize,
    runs: usize,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    area: AreaId,
    units: u32,
}

/// The postal areas that lie in London with every one of their outcodes (Code-Point Open, August 2025).
const LONDONS_OWN: [&str; 8] = ["E", "EC", "N", "NW", "SE", "SW", "W", "WC"];

/// What the directory knows of the beginning of a postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Most of it lies in this borough.
    Mostly(AreaId),
    /// Several outcodes begin so, and lie mostly in different boroughs: EC1 is the beginning of EC1A, EC1M and more.
    Several,
    /// London's post begins like this, but no postcode here does: mistyped, or closed.
    NoSuchOutcode,
    /// No London postcode begins like this.
    NotLondon,
}

/// What the directory knows of a postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It lies in this ward, or in the City of London.
    In(AreaId),
    /// It begins as London's do, but it is not in the table: mistyped, closed, or newer than the table.
    NoSuchPostcode,
    /// No London postcode begins like this.
    NotLondon,
}

impl Directory {
    /// Reads the table of postcodes that belongs to this gazetteer.
    pub fn parse(bytes: &[u8], gazetteer: &Gazetteer) -> Result<Self, Damage> {
        let mut table = Reader::open(bytes, TableKind::Postcodes)?;
        if table.number()? != gazetteer.edition() {
            return Err(Damage::OtherEdition);
        }
        let area = |number: u32| {
            let id = AreaId::at(u16::try_from(number).map_err(|_| Damage::Number)?);
            gazetteer.get(id).map(|_| id).ok_or(Damage::Number)
        };
        let names = table.text()?.split(' ');
        let mut directory = Self { outcodes: Vec::new(), bits: Vec::new(), runs: Vec::new() };
        for name in names {
            let outcode = Outcode::new(name).ok_or(Damage::Text)?;
            if directory.outcodes.last().is_some_and(|last| last.outcode >= outcode) {
                return Err(Damage::Number);
            }
            let main_borough = area(table.number()?)?;
            let sectors = u16::try_from(table.number()?).map_err(|_| Damage::Number)?;
            directory.outcodes.push(Entry { outcode, main_borough, sectors, first_bits: 0, first_run: 0, runs: 0 });
        }
        for entry in &mut directory.outcodes {
            entry.first_bits = directory.bits.len();
            for _ in 0..entry.sectors.count_ones() {
                directory.bits.push(table.bytes(SECTOR)?.try_into().map_err(|_| Damage::Length)?);
            }
        }
        for entry in &mut directory.outcodes {
            entry.first_run = directory.runs.len();
            entry.runs = table.length()?;
            // Areas by how recently they were seen: a street's postcodes go back and forth between few wards.
            let mut recent: Vec<AreaId> = Vec::new();
            for _ in 0..entry.runs {
                let back = usize::try_from(table.number()?).map_err(|_| Damage::Number)?;
                let id = match back.cmp(&recent.len()) {
                    Ordering::Less => recent.remove(back),
                    Ordering::Equal => area(table.number()?)?,
                    Ordering::Greater => return Err(Damage::Number),
                };
                recent.insert(0, id);
                directory.runs.push(Run { area: id, units: 0 });
            }
        }
        for run in &mut directory.runs {
            run.units = table.number()?.checked_add(1).ok_or(Damage::Number)?;
        }
        table.end()?;
        Ok(directory)
    }

    fn entry(&self, outcode: Outcode) -> Option<&Entry> {
        self.outcodes.binary_search_by(|entry| entry.outcode.cmp(&outcode)).ok().and_then(|at| self.outcodes.get(at))
    }

    /// The area a postcode lies in.
    pub fn find(&self, postcode: Postcode) -> Found {
        match self.entry(postcode.outcode()) {
            None if self.beginning(postcode.outcode()) == Beginning::NotLondon => Found::NotLondon,
            None => Found::NoSuchPostcode,
            Some(entry) => self.area_in(entry, postcode.unit()).map_or(Found::NoSuchPostcode, Found::In),
        }
    }

    fn area_in(&self, entry: &Entry, unit: Unit) -> Option<AreaId> {
        let sector = 1_u16 << unit.sector();
        let known = entry.sectors & sector != 0;
        let (byte, bit) = (usize::from(unit.place() / 8), unit.place() % 8);
        let before = usize::try_from((entry.sectors & (sector - 1)).count_ones()).ok()?;
        let sectors = self.bits.get(entry.first_bits..).filter(|_| known)?;
        let own = sectors.get(before)?;
        let last = own.get(byte)?;
        if last & (1 << bit) == 0 {
            return None;
        }
        let whole: u32 =
            sectors.get(..before)?.iter().flatten().chain(own.get(..byte)?).map(|bits| bits.count_ones()).sum();
        let mut rank = whole + (last & ((1 << bit) - 1)).count_ones();
        for run in self.runs.get(entry.first_run..)?.get(..entry.runs)? {
            match rank.checked_sub(run.units) {
                None => return Some(run.area),
                Some(left) => rank = left,
            }
        }
        None
    }

    /// The borough that holds most of an outcode's postcodes.
    pub fn main_borough(&self, outcode: Outcode) -> Option<AreaId> {
        self.entry(outcode).map(|entry| entry.main_borough)
    }

    /// What begins like this: an outcode, or several that go on with one letter more.
    pub fn beginning(&self, outcode: Outcode) -> Beginning {
        if let Some(borough) = self.main_borough(outcode) {
            return Beginning::Mostly(borough);
        }
        let longer = |entry: &&Entry| {
            let rest = entry.outcode.as_str().strip_prefix(outcode.as_str());
            rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_uppercase()))
        };
        let mut all = self.outcodes.iter().filter(longer).map(|entry| entry.main_borough);
        match all.next() {
            Some(first) if all.all(|borough| borough == first) => Beginning::Mostly(first),
            Some(_) => Beginning::Several,
            None if LONDONS_OWN.contains(&outcode.area()) => Beginning::NoSuchOutcode,
            None => Beginning::NotLondon,
        }
    }

    /// How many postcodes the table holds.
    pub fn len(&self) -> usize {
        self.runs.iter().filter_map(|run| usize::try_from(run.units).ok()).sum()
    }

    /// Whether the table holds none.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}
