//! The number of a phone made for CDMA networks, found on some older boxes and screens.
//!
//! It looks like an IMEI in hexadecimal; recognised so that nobody hunts for a wrong digit in it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::check_digit;
use crate::proved::proved_text;

/// An MEID: fourteen capital hexadecimal digits, the first A to F.
///
/// MEIDs of phones for both kinds of network are decimal: those are the first fourteen digits of the IMEI and are read
/// as such. Source: 3GPP2 S.R0048; the decimal form and the check digit as python-stdnum 2.2 documents them.
///
/// ```
/// use domain::meid::Meid;
/// assert!("AF0123450ABCDE".parse::<Meid>().is_ok());
/// assert!("35209900176148".parse::<Meid>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Meid([u8; 14]);

/// Not fourteen capital hexadecimal digits beginning with A to F.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadMeid;

impl Meid {
    /// The fourteen digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The check digit that may be printed behind it: Luhn's method in base 16.
    pub fn check_digit(&self) -> char {
        let sum: u32 = self
            .0
            .iter()
            .zip(0_u32..)
            .map(|(digit, place)| {
                let value = char::from(*digit).to_digit(16).unwrap_or_default() << (place % 2);
                value / 16 + value % 16
            })
            .sum();
        char::from_digit((16 - sum % 16) % 16, 16).unwrap_or_default().to_ascii_uppercase()
    }

    /// The MEID that 18 ASCII digits spell: ten digits for the first eight hexadecimal ones, eight for the other six.
    pub(crate) fn from_decimal(digits: &[u8]) -> Option<Self> {
        let (maker, serial) = std::str::from_utf8(digits).ok().filter(|text| text.len() == 18)?.split_at_checked(10)?;
        let maker: u32 = maker.parse().ok()?;
        let serial: u32 = serial.parse().ok().filter(|serial| *serial < 1 << 24)?;
        format!("{maker:08X}{serial:06X}").parse().ok()
    }

    /// Do 19 ASCII digits end in the check digit of the 18 before it? In the decimal form it is Luhn's plain one.
    pub(crate) fn decimal_agrees(digits: &[u8]) -> bool {
        digits.len() == 19 && check_digit::agrees(digits)
    }
}

impl FromStr for Meid {
    type Err = BadMeid;

    fn from_str(text: &str) -> Result<Self, BadMeid> {
        let digits: &[u8; 14] = text.as_bytes().try_into().map_err(|_| BadMeid)?;
        let hexadecimal = digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'));
        if hexadecimal && matches!(digits, [b'A'..=b'F', ..]) { Ok(Self(*digits)) } else { Err(BadMeid) }
    }
}

proved_text!(Meid, BadMeid);

impl fmt::Display for BadMeid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an MEID")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_the_published_example_agree() {
        let meid: Meid = "AF0123450ABCDE".parse().expect("the example");
        assert_eq!(meid.check_digit(), 'C');
        assert_eq!(Meid::from_decimal(b"293608736500703710"), Some(meid));
        assert!(Meid::decimal_agrees(b"2936087365007037100"));
        assert!(!Meid::decimal_agrees(b"2936087365007037101"));
    }

    #[test]
    fn what_is_no_meid_is_refused() {
        for bad in ["", "AF0123450ABCD", "AF0123450ABCDEC", "af0123450abcde", "AG0123450ABCDE", "35209900176148"] {
            assert_eq!(bad.parse::<Meid>(), Err(BadMeid), "{bad}");
        }
        for bad in [&b"999999999900703710"[..], b"293608736516777216", b"29360873650070371", b"000000000100000000"] {
            assert_eq!(Meid::from_decimal(bad), None);
        }
    }
}
