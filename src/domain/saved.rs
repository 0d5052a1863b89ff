//! The envelope a record is stored in, and how it is opened again.
//!
//! A record must survive a newer program, an older program and a damaged disk: the envelope says which it is before
//! anything is read strictly, and nothing unreadable is ever taken for empty.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::away::Away;
use crate::checksum::crc32;
use crate::choice::Choice;
use crate::detail::Detail;
use crate::phone::{Phone, PhoneId};
use crate::record::Record;
use crate::step::StepId;
use crate::tick::Tick;

/// What every envelope of ours says first.
pub const FORMAT: &str = "ringfence-record";
/// The version this program writes. Every older one must open for ever: see `tests/fixtures/saved`.
pub const VERSION: u32 = 3;

/// How values become text. The domain does not choose; the browser and the tests hand in JSON.
pub trait Notation {
    /// Reads a value, or says that the text is not one.
    fn read<T: DeserializeOwned>(text: &str) -> Option<T>;
    /// Writes a value.
    fn write<T: Serialize>(value: &T) -> Option<String>;
}

/// A record as it lies in the store.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    format: String,
    v: u32,
    /// Here in version 1 alone; since then the count stands in the body, under the checksum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rev: Option<u64>,
    /// CRC-32 of `body`: finds damage, proves nothing.
    sum: u32,
    body: String,
}

/// What stands in an envelope: in version 1 phones and ticks alone, in version 2 all but the chosen guides.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    /// Counts every change, so that a page can tell that another one wrote.
    rev: Option<u64>,
    next: Option<PhoneId>,
    phones: BTreeMap<PhoneId, Phone>,
    ticks: BTreeMap<StepId, Tick>,
    away: Option<Vec<Away>>,
    /// The names of the chosen guides.
    chosen: Option<Vec<String>>,
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

/// The version of a stored text that is ours. What an older one wrote is kept beside the first text of a newer one.
pub fn version<N: Notation>(text: &str) -> Option<u32> {
    N::read::<Label>(text).filter(|label| label.format == FORMAT).map(|label| label.v)
}

/// The envelope of a stored text, undamaged.
fn envelope<N: Notation>(text: &str) -> Result<Envelope, Unopened> {
    let version = version::<N>(text).ok_or(Unopened::Damaged)?;
    if version > VERSION {
        return Err(Unopened::Newer { version });
    }
    let envelope: Envelope = N::read(text).ok_or(Unopened::Damaged)?;
    if envelope.sum != crc32(envelope.body.as_bytes()) {
        return Err(Unopened::Damaged);
    }
    Ok(envelope)
}

/// Opens a stored text.
pub fn open<N: Notation>(text: &str) -> Result<Opened, Unopened> {
    let envelope = envelope::<N>(text)?;
    let body = N::read(&envelope.body).ok_or(Unopened::Damaged)?;
    unpack(envelope.v, envelope.rev, body).ok_or(Unopened::Damaged)
}

/// The part of a body that a page needs which only reads phones, in every version.
#[derive(Deserialize)]
struct Phones {
    phones: BTreeMap<PhoneId, Phone>,
}

/// The phones of a stored text, in their order, for a page that changes nothing: all else of it stays unread, and the code to
/// read it stays out of that page's wasm.
///
/// # Errors
/// As [`open`]; damage to what is not read shows in the checksum.
pub fn phones<N: Notation>(text: &str) -> Result<Vec<Phone>, Unopened> {
    let envelope = envelope::<N>(text)?;
    let body: Phones = N::read(&envelope.body).ok_or(Unopened::Damaged)?;
    Ok(body.phones.into_values().collect())
}

/// The record in a body, by the rules of the version that wrote it.
fn unpack(version: u32, outside: Option<u64>, body: Body) -> Option<Opened> {
    let Body { rev, next, phones, ticks, away, chosen } = body;
    let last = phones.keys().next_back().copied();
    let (revision, next, away, chosen) = match (version, outside, rev, next, away, chosen) {
        (1, Some(revision), None, None, None, None) if phones.values().all(is_of_the_first_version) => {
            (revision, last.map_or(Some(PhoneId::FIRST), PhoneId::next)?, Vec::new(), BTreeSet::new())
        }
        (2, None, Some(revision), Some(next), Some(away), None) => (revision, next, away, BTreeSet::new()),
        (3, None, Some(revision), Some(next), Some(away), Some(names)) => (revision, next, away, choices(&names)?),
        _ => return None,
    };
    let each_way_once = away
        .iter()
        .enumerate()
        .all(|(place, one)| one.is_sound(next) && away.iter().take(place).all(|before| before.way() != one.way()));
    let sound = phones.len() <= Record::MOST_PHONES && last < Some(next) && each_way_once;
    sound.then_some(Opened { record: Record { phones, ticks, chosen, next, away }, revision })
}

/// The guides of these names. A guide that was taken away since is left out, for nobody shall lose a phone over it; what
/// cannot be the name of a guide is damage.
fn choices(names: &[String]) -> Option<BTreeSet<Choice>> {
    let mut chosen = BTreeSet::new();
    for (place, name) in names.iter().enumerate() {
        // Guides are named by the rule by which steps are.
        if name.parse::<StepId>().is_err() || names.iter().take(place).any(|before| before == name) {
            return None;
        }
        if let Ok(choice) = name.parse() {
            chosen.insert(choice);
        }
    }
    Some(chosen)
}

/// Version 1 knew six lines of a phone.
fn is_of_the_first_version(phone: &Phone) -> bool {
    let known = [Detail::Nickname, Detail::Model, Detail::Colour, Detail::Network, Detail::Serial, Detail::Notes];
    let later = Detail::ALL.iter().filter(|detail| !known.contains(detail));
    phone.medical_id.is_none() && later.into_iter().all(|detail| phone.detail(*detail).is_empty())
}

/// Seals a record into a text to store; `None` only where the notation itself fails.
pub fn seal<N: Notation>(record: &Record, revision: u64) -> Option<String> {
    let Record { phones, ticks, chosen, next, away } = record.clone();
    // By their names, so that the order does not depend on the program.
    let mut names: Vec<String> = Vec::new();
    for choice in chosen {
        let name = choice.to_string();
        names.insert(names.partition_point(|before| *before < name), name);
    }
    let body = Body { rev: Some(revision), next: Some(next), phones, ticks, away: Some(away), chosen: Some(names) };
    let body = N::write(&body)?;
    let sum = crc32(body.as_bytes());
    N::write(&Envelope { format: FORMAT.to_owned(), v: VERSION, rev: None, sum, body })
}
