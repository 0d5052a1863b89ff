//! The envelope a record is stored in, and how it is opened again.
//!
//! A record must survive a newer program, an older program and a damaged disk: the envelope says which it is before
//! anything is read strictly, and nothing unreadable is ever taken for empty.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::record::Record;

/// What every envelope of ours says first.
pub const FORMAT: &str = "ringfence-record";
/// The version this program writes. Every older one must open for ever: see `tests/fixtures/saved`.
pub const VERSION: u32 = 1;

/// How values become text. The domain does not choose; the browser and the tests hand in JSON.
pub trait Notation {
    /// Reads a value, or says that the text is not one.
    fn read<T: DeserializeOwned>(text: &str) -> Option<T>;
    /// Writes a value.
    fn write<T: Serialize>(value: &T) -> Option<String>;
}

/// A record as it lies in the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    format: String,
    v: u32,
    /// Counts every change, so that a page can tell that another one wrote.
    rev: u64,
    /// CRC-32 of `body`: finds damage, proves nothing.
    sum: u32,
    body: String,
}

/// The two fields that every version, past and future, has.
#[derive(Deserialize)]
struct Label {
    format: String,
    v: u32,
}

/// A record that was opened, with the count of changes it went through.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Opened {
    /// What the person keeps.
    pub record: Record,
    /// How often it was changed.
    pub revision: u64,
}

/// Why a stored text is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// Written by a newer version of this site: left alone, to be read by a newer page.
    Newer {
        /// The version that wrote it.
        version: u32,
    },
    /// Damaged, or not ours: to be put aside, shown and offered as a file.
    Damaged,
}

/// Opens a stored text.
pub fn open<N: Notation>(text: &str) -> Result<Opened, Unopened> {
    let label: Label = N::read(text).ok_or(Unopened::Damaged)?;
    if label.format != FORMAT {
        return Err(Unopened::Damaged);
    }
    if label.v > VERSION {
        return Err(Unopened::Newer { version: label.v });
    }
    let envelope: Envelope = N::read(text).ok_or(Unopened::Damaged)?;
    if envelope.v == 0 || envelope.sum != checksum(envelope.body.as_bytes()) {
        return Err(Unopened::Damaged);
    }
    let record = N::read(&envelope.body).ok_or(Unopened::Damaged)?;
    Ok(Opened { record, revision: envelope.rev })
}

/// Seals a record into a text to store; `None` only where the notation itself fails.
pub fn seal<N: Notation>(opened: &Opened) -> Option<String> {
    let body = N::write(&opened.record)?;
    let sum = checksum(body.as_bytes());
    N::write(&Envelope { format: FORMAT.to_owned(), v: VERSION, rev: opened.revision, sum, body })
}

/// CRC-32 as in ISO 3309 and ITU-T V.42, a bit at a time: records are a few kilobytes.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn the_checksum_is_the_standard_one() {
        // The check value every CRC catalogue gives for CRC-32.
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }
}
