//! What data.police.uk answered, and what can be believed of it.
//!
//! Only counts are taken: where an offence was and what came of it is never read, so that a missing place or a number in
//! quotation marks changes nothing. An answer about something else than was asked is no answer.

use std::collections::BTreeMap;

use super::query::{Offence, Query};
use crate::period::Month;

/// It answers 503 itself where there are more than so many; a longer list is something else.
pub const MOST_ENTRIES: usize = 10_000;

/// One entry of a list, as far as counting needs it. What is not there as text is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The kind of offence.
    pub category: String,
    /// The month, `YYYY-MM`.
    pub month: String,
    /// The name the offence keeps; some have none.
    pub persistent_id: String,
    /// Its number in this release.
    pub id: String,
}

/// What an answer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A list of offences.
    List(Vec<Entry>),
    /// A list of more than `MOST_ENTRIES`: its entries were not read.
    Long,
    /// The date of the newest month, `YYYY-MM-DD`.
    Date(String),
    /// Anything else: a page, half an answer, nothing.
    Other,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// How many seconds to wait, where a browser may read it.
    pub retry_after: Option<u32>,
    /// What it holds.
    pub body: Body,
}

/// Why something was not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No connection, a broken one, or one to somewhere else.
    Unreachable,
    /// No answer in time.
    Slow,
    /// Too many ask, or too much was asked.
    Busy,
    /// It does not hold this month, or has a fault of its own.
    NotHeld,
    /// An answer that is not what it should be.
    Unreadable,
}

impl Refusal {
    /// The name by which the words know it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Slow => "slow",
            Self::Busy => "busy",
            Self::NotHeld => "not_held",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The newest month.
    Newest(Month),
    /// So many offences.
    Count(u32),
}

impl Reply {
    /// The answer to this question.
    pub fn told(&self, query: Query) -> Result<Told, Refusal> {
        match self.status {
            200 => {}
            429 | 503 => return Err(Refusal::Busy),
            _ => return Err(Refusal::NotHeld),
        }
        match (query, &self.body) {
            (Query::Newest, Body::Date(date)) => {
                let month = date.get(..7).and_then(|month| month.parse().ok());
                month.map(Told::Newest).ok_or(Refusal::Unreadable)
            }
            (Query::Offences(offence, month), Body::List(entries)) => count(entries, offence, month).map(Told::Count),
            _ => Err(Refusal::Unreadable),
        }
    }
}

/// How many offences a list holds, each once.
fn count(entries: &[Entry], offence: Offence, month: Month) -> Result<u32, Refusal> {
    let month = month.to_string();
    // A map of texts is in the wasm anyway; a set would bring a tree of its own.
    let mut names = BTreeMap::<String, String>::new();
    let mut nameless = 0;
    for entry in entries {
        if entry.category != offence.slug() || entry.month != month {
            return Err(Refusal::Unreadable);
        }
        let name = if entry.persistent_id.is_empty() { &entry.id } else { &entry.persistent_id };
        if name.is_empty() {
            nameless += 1;
        } else {
            names.insert(name.clone(), String::new());
        }
    }
    u32::try_from(names.len() + nameless).map_err(|_| Refusal::Unreadable)
}
