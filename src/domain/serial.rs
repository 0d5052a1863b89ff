//! The serial number a maker gave a phone.
//!
//! No network blocks by it, but the police and insurers write it down. Nobody publishes a check for it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::proved::proved_text;

/// A serial number: 8 to 14 capital letters and digits, at least one of them a digit.
///
/// The shape of today's Apple (10 or 12) and Samsung (11) numbers; more cannot be said.
///
/// ```
/// use domain::serial::Serial;
/// assert!("R58N12ABCDE".parse::<Serial>().is_ok());
/// assert!("GALAXYPHONE".parse::<Serial>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Serial(String);

/// Not 8 to 14 capital letters and digits with a digit among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadSerial;

impl Serial {
    /// The letters and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Serial {
    type Err = BadSerial;

    fn from_str(text: &str) -> Result<Self, BadSerial> {
        let sound = (8..=14).contains(&text.len())
            && text.bytes().all(|character| character.is_ascii_uppercase() || character.is_ascii_digit())
            && text.bytes().any(|character| character.is_ascii_digit());
        if sound { Ok(Self(text.to_owned())) } else { Err(BadSerial) }
    }
}

proved_text!(Serial, BadSerial);

impl fmt::Display for BadSerial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a serial number")
    }
}
