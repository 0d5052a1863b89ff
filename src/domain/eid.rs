//! The number of an eSIM chip, often printed next to the IMEI.
//!
//! It names the chip, not the phone: no network blocks a phone by it. Recognised so that it lands in its own field.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::proved::proved_text;

/// An EID: 32 digits that leave 1 when divided by 97.
///
/// Source: GSMA SGP.02 (check by ISO/IEC 7064 MOD 97-10) and SGP.29.
///
/// ```
/// use domain::eid::Eid;
/// assert!("89001012012341234012345678901224".parse::<Eid>().is_ok());
/// assert!("89001012012341234012345678901225".parse::<Eid>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Eid([u8; 32]);

/// Not 32 digits that leave 1 when divided by 97.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadEid;

impl Eid {
    /// The 32 digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl TryFrom<&[u8]> for Eid {
    type Error = BadEid;

    fn try_from(digits: &[u8]) -> Result<Self, BadEid> {
        let digits: &[u8; 32] = digits.try_into().map_err(|_| BadEid)?;
        let remainder = digits.iter().try_fold(0_u32, |remainder, digit| {
            digit.is_ascii_digit().then(|| (remainder * 10 + u32::from(digit - b'0')) % 97)
        });
        if remainder == Some(1) { Ok(Self(*digits)) } else { Err(BadEid) }
    }
}

impl FromStr for Eid {
    type Err = BadEid;

    fn from_str(digits: &str) -> Result<Self, BadEid> {
        Self::try_from(digits.as_bytes())
    }
}

proved_text!(Eid, BadEid);

impl fmt::Display for BadEid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an EID")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_thirty_two_agreeing_digits_are_an_eid() {
        let good = "89044011112233441122334411223321";
        let eid: Eid = good.parse().expect("an example of SGP.02");
        assert_eq!((eid.to_string().as_str(), format!("{eid:?}").as_str()), (good, "Eid(..)"));
        for bad in [
            "",
            "8904401111223344112233441122332",
            "89044011112233441122334411223312",
            "8904401111223344112233441122332a",
        ] {
            assert_eq!(bad.parse::<Eid>(), Err(BadEid), "{bad}");
        }
    }
}
