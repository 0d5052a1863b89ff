//! What data.police.uk is asked: addresses as its documentation describes them (data.police.uk/docs, seen 2026-11-22).
//!
//! It is told a ward's outline and a month, and nothing that anybody typed.

use std::fmt::{self, Write as _};

use crate::outline::Position;
use crate::period::Month;

/// Where its interface begins.
const BASE: &str = "https://data.police.uk/api/";
/// An address longer than this is answered by 400 (docs/method/crime-street): then the outline goes into a form.
pub const LONGEST_ADDRESS: usize = 4094;

/// The two kinds of offence that are counted, by their names there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offence {
    /// Thefts from the person.
    Theft,
    /// Robberies, those of businesses among them: they are not told apart there.
    Robbery,
}

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Query {
    /// Which month is the newest?
    Newest,
    /// Which offences of this kind were recorded in this month?
    Offences(Offence, Month),
}

/// A question as it is sent: an address, and a form where the address would be too long.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    address: String,
    form: Option<String>,
}

impl Offence {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Theft, Self::Robbery];

    /// Its name in an address and in an answer.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Theft => "theft-from-the-person",
            Self::Robbery => "robbery",
        }
    }
}

impl Query {
    /// The question about the place within this outline.
    pub fn request(self, outline: &[Position]) -> Request {
        match self {
            Self::Newest => Request { address: [BASE, "crime-last-updated"].concat(), form: None },
            Self::Offences(offence, month) => {
                let address = [BASE, "crimes-street/", offence.slug()].concat();
                let form = format!("date={month}&poly={}", corners(outline));
                if address.len() + 1 + form.len() <= LONGEST_ADDRESS {
                    Request { address: [&address, "?", &form].concat(), form: None }
                } else {
                    Request { address, form: Some(form) }
                }
            }
        }
    }
}

impl Request {
    /// The whole address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What is posted to it, in the encoding of a form; nothing for a plain question.
    pub fn form(&self) -> Option<&str> {
        self.form.as_deref()
    }
}

/// Says nothing of the place.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({} characters)", self.address.len() + self.form.as_ref().map_or(0, String::len))
    }
}

/// `latitude,longitude` of each corner, with colons between.
fn corners(outline: &[Position]) -> String {
    let mut text = String::with_capacity(outline.len() * 18);
    for (latitude, longitude) in outline {
        if !text.is_empty() {
            text.push(':');
        }
        push_degrees(&mut text, *latitude);
        text.push(',');
        push_degrees(&mut text, *longitude);
    }
    text
}

/// Hundred-thousandths of a degree as degrees. Writing a float would bring its whole machinery into the wasm.
fn push_degrees(text: &mut String, value: i32) {
    let sign = if value < 0 { "-" } else { "" };
    let size = value.unsigned_abs();
    // Writing to a text cannot fail.
    let _ = write!(text, "{sign}{}.{:05}", size / 100_000, size % 100_000);
}
