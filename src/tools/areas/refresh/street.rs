//! The monthly street-level files of data.police.uk, one force a file, counted as they stream past.
//!
//! Only counts stay in memory, and the numbers of the crimes counted, because some crimes come twice.

use std::collections::{BTreeMap, HashSet};

use super::fault::Fault;
use super::folder::StreetFile;
use super::sheet::{Line, Sheet, fault};
use crate::areas::failure::Failure;

/// The columns, in the publisher's order.
const COLUMNS: [&str; 12] = [
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
    "Crime type",
    "Last outcome category",
    "Context",
];

/// Crime types of no use here; any other stops the run, as it may be one of ours under a new name.
const OTHER_TYPES: [&str; 12] = [
    "Violence and sexual offences",
    "Anti-social behaviour",
    "Shoplifting",
    "Criminal damage and arson",
    "Public order",
    "Vehicle crime",
    "Other theft",
    "Burglary",
    "Drugs",
    "Other crime",
    "Possession of weapons",
    "Bicycle theft",
];

/// The two offences, as the tables name them and in their order. The force does not tell robberies apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Crime {
    /// Robbery of persons and businesses.
    Robbery,
    /// Theft from the person.
    Theft,
}

/// The number of a crime.
type Number = [u8; 32];

/// The crimes of one force that were counted.
#[derive(Debug, Default)]
pub(super) struct Seen(HashSet<Number>);

/// A month of one force.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Rows, of every crime type.
    pub(super) rows: u64,
    /// Crimes whose number was counted before.
    pub(super) repeated: u64,
    /// By census area: its code (empty where the file names none) and its name.
    pub(super) counts: BTreeMap<(String, String, Crime), u32>,
    /// The line on which a census area came first, for whoever does not know it.
    lines: BTreeMap<String, u64>,
}

/// Where the columns stand.
struct Columns {
    number: usize,
    month: usize,
    code: usize,
    name: usize,
    crime: usize,
}

impl Crime {
    /// Its name in the tables.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Robbery => "robbery_all",
            Self::Theft => "theft_from_person",
        }
    }
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Self, Failure> {
        // Every column has to be there: a file without one is another file, or another form of it.
        for column in COLUMNS {
            sheet.need(&[column])?;
        }
        let [number, month, .., code, name, crime, _, _] = COLUMNS.map(|column| sheet.need(&[column]));
        Ok(Self { number: number?, month: month?, code: code?, name: name?, crime: crime? })
    }
}

impl Tally {
    /// Counts a file. `seen` holds what was counted of the same force in earlier months.
    pub(super) fn of(file: &StreetFile, seen: &mut Seen) -> Result<Self, Failure> {
        let mut sheet = Sheet::open(&file.path, &file.name)?;
        let columns = Columns::of(&sheet)?;
        let month = file.month.to_string();
        let mut tally = Self::default();
        while let Some(line) = sheet.next()? {
            tally.rows += 1;
            if line.bytes(columns.month) != month.as_bytes() {
                let found = line.text(columns.month)?.to_owned();
                return Err(line.fault(columns.month, Fault::OtherMonth(found)));
            }
            tally.take(line, &columns, seen)?;
        }
        if tally.rows == 0 { Err(sheet.fault(None, Fault::NoRows)) } else { Ok(tally) }
    }

    /// That this census area of the file is not known.
    pub(super) fn unknown(&self, file: &StreetFile, code: &str) -> Failure {
        fault(&file.name, self.lines.get(code).copied(), Some("LSOA code"), Fault::UnknownArea(code.to_owned()))
    }

    fn take(&mut self, line: Line<'_>, columns: &Columns, seen: &mut Seen) -> Result<(), Failure> {
        let crime = match line.bytes(columns.crime) {
            b"Theft from the person" => Crime::Theft,
            b"Robbery" => Crime::Robbery,
            other if OTHER_TYPES.iter().any(|known| known.as_bytes() == other) => return Ok(()),
            _ => {
                let other = line.text(columns.crime)?.to_owned();
                return Err(line.fault(columns.crime, Fault::UnknownOffence(other)));
            }
        };
        match line.text(columns.number)? {
            "" => {}
            text => {
                let number = number(text).ok_or_else(|| line.fault(columns.number, Fault::CrimeNumber))?;
                if !seen.0.insert(number) {
                    self.repeated += 1;
                    return Ok(());
                }
            }
        }
        let (code, name) = (line.text(columns.code)?, line.text(columns.name)?);
        let formed = code.is_empty() || code.len() == 9 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !formed {
            return Err(line.fault(columns.code, Fault::UnknownArea(code.to_owned())));
        }
        if !self.lines.contains_key(code) {
            self.lines.insert(code.to_owned(), line.number());
        }
        *self.counts.entry((code.to_owned(), name.to_owned(), crime)).or_default() += 1;
        Ok(())
    }
}

/// 64 hexadecimal digits.
fn number(text: &str) -> Option<Number> {
    let mut number = [0; 32];
    let pairs = text.as_bytes().chunks_exact(2);
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in number.iter_mut().zip(pairs) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(number)
}
