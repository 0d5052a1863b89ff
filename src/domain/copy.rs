//! A copy of the record as a file: what a person keeps where the thief cannot reach.
//!
//! Every number is in it, open to read: who cannot keep the file to themselves locks it. The same record, saved on the
//! same day by the same version, is the same file byte for byte. docs/formats.md describes it for other programs.

use serde::{Deserialize, Serialize};

use crate::checksum::crc32;
use crate::import::envelope::{self, Envelope};
use crate::import::formats;
use crate::import::unreadable::Unreadable;
use crate::import::value::Value;
use crate::locked;
use crate::moment::Moment;
use crate::record::Record;
use crate::saved::{self, Notation, Unopened};

/// What a copy says first.
pub const FORMAT: &str = "ringfence-copy";
/// The version of the file round the record. Every older one opens for ever: see `tests/fixtures/copies`.
pub const VERSION: u32 = 1;
/// The most bytes of a copy. Fifty phones with every field full need less.
pub const LARGEST: usize = 1024 * 1024;
/// The first version of a record that left as a copy.
const FIRST_RECORD: u32 = 2;
/// The program that saves copies, told for whoever looks into one years later.
const APP: &str = concat!("Ringfence ", env!("CARGO_PKG_VERSION"));

/// A copy as it is written, its parts in this order.
#[derive(Serialize)]
struct Parts<'a> {
    format: &'a str,
    version: u32,
    made: &'a str,
    app: &'a str,
    record: u32,
    checksum: u32,
    body: &'a str,
}

/// The names of [`Parts`].
const NAMES: [&str; 7] = [envelope::FORMAT, "version", "made", "app", "record", "checksum", "body"];

/// The two parts of a sealed record that a copy carries.
#[derive(Deserialize)]
struct Sealed {
    v: u32,
    body: String,
}

/// A record as the store holds it, made again from a copy.
#[derive(Serialize)]
struct Stored<'a> {
    format: &'a str,
    v: u32,
    sum: u32,
    body: &'a str,
}

/// A copy that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// What the person kept.
    pub record: Record,
    /// When the copy was saved; unknown for a record that left the store as it lay there.
    pub made: Option<Moment>,
}

/// Writes a record as a copy; `None` only where the notation fails or the file would be larger than any we read.
pub fn save<N: Notation>(record: &Record, made: Moment) -> Option<String> {
    // The count of changes belongs to one browser alone.
    let Sealed { v, body } = N::read(&saved::seal::<N>(record, 0)?)?;
    let made = made.to_string();
    let mut parts =
        Parts { format: FORMAT, version: VERSION, made: &made, app: APP, record: v, checksum: 0, body: &body };
    parts.checksum = parts.sum();
    N::write(&parts).filter(|text| text.len() <= LARGEST)
}

/// Opens a copy, also what was inside a locked file, and a record that left the store as it lay there.
pub fn open<N: Notation>(bytes: &[u8]) -> Result<Copy, Unreadable> {
    let envelope = Envelope::read::<N>(bytes, LARGEST, &formats())?;
    match envelope.format()? {
        FORMAT => open_parts::<N>(&envelope),
        saved::FORMAT => open_stored::<N>(&envelope),
        locked::FORMAT => Err(Unreadable::Locked),
        _ => Err(Unreadable::NotOurs),
    }
}

fn open_parts<N: Notation>(envelope: &Envelope) -> Result<Copy, Unreadable> {
    let version = envelope.version("version", VERSION)?;
    envelope.has_only(&NAMES)?;
    let parts = Parts {
        format: FORMAT,
        version,
        made: envelope.text("made")?,
        app: envelope.text("app")?,
        record: envelope.whole("record")?,
        checksum: envelope.whole("checksum")?,
        body: envelope.text("body")?,
    };
    if parts.checksum != parts.sum() {
        return Err(Unreadable::Damaged);
    }
    let made = parts.made.parse().map_err(|_| Unreadable::Wrong("made"))?;
    if parts.record < FIRST_RECORD {
        return Err(Unreadable::Wrong("record"));
    }
    look_into::<N>(parts.body)?;
    let sum = crc32(parts.body.as_bytes());
    let stored = Stored { format: saved::FORMAT, v: parts.record, sum, body: parts.body };
    let stored = N::write(&stored).ok_or(Unreadable::BrokenRule)?;
    Ok(Copy { record: open_record::<N>(&stored)?, made: Some(made) })
}

fn open_stored<N: Notation>(envelope: &Envelope) -> Result<Copy, Unreadable> {
    envelope.version("v", saved::VERSION)?;
    envelope.has_only(&[envelope::FORMAT, "v", "rev", "sum", "body"])?;
    let body = envelope.text("body")?;
    if envelope.whole("sum")? != crc32(body.as_bytes()) {
        return Err(Unreadable::Damaged);
    }
    look_into::<N>(body)?;
    Ok(Copy { record: open_record::<N>(envelope.whole_text())?, made: None })
}

/// Finds what a page can name before the record's own gates, which say only yes or no.
fn look_into<N: Notation>(body: &str) -> Result<(), Unreadable> {
    let value = envelope::parse::<N>(body)?;
    if value.has_a_name_twice() {
        return Err(Unreadable::NameTwice);
    }
    let most = Record::MOST_PHONES;
    match value.field("phones").map_or(0, Value::count) {
        found if found > most => Err(Unreadable::TooManyPhones { most, found }),
        _ => Ok(()),
    }
}

/// Opens the text of a record as the store would, older ones too.
fn open_record<N: Notation>(stored: &str) -> Result<Record, Unreadable> {
    match saved::open::<N>(stored) {
        Ok(opened) => Ok(opened.record),
        Err(Unopened::Newer { .. }) => Err(Unreadable::Newer),
        Err(Unopened::Damaged) => Err(Unreadable::BrokenRule),
    }
}

impl Parts<'_> {
    /// CRC-32 over every other part, in order, with a line feed between two.
    fn sum(&self) -> u32 {
        let Self { format, version, made, app, record, checksum: _, body } = self;
        crc32(format!("{format}\n{version}\n{made}\n{app}\n{record}\n{body}").as_bytes())
    }
}
