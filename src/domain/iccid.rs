//! The number printed on a SIM card.
//!
//! A network can find the line by it. Some issuers leave the check digit out, so a disagreement warns and never refuses.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::check_digit;
use crate::proved::proved_text;

/// An ICCID: 19 or 20 digits beginning with 89, the code for telecommunications.
///
/// Source: ITU-T E.118.
///
/// ```
/// use domain::iccid::Iccid;
/// let iccid: Iccid = "8965880812100011146".parse().expect("the right shape");
/// assert!(iccid.agrees());
/// assert!("4465880812100011146".parse::<Iccid>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Iccid(String);

/// Not 19 or 20 digits beginning with 89.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadIccid;

impl Iccid {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Does the last digit agree with those before it? Some genuine cards say no.
    pub fn agrees(&self) -> bool {
        check_digit::agrees(self.0.as_bytes())
    }
}

impl FromStr for Iccid {
    type Err = BadIccid;

    fn from_str(digits: &str) -> Result<Self, BadIccid> {
        let shaped = matches!(digits.len(), 19 | 20) && digits.starts_with("89");
        let sound = shaped && digits.bytes().all(|digit| digit.is_ascii_digit());
        if sound { Ok(Self(digits.to_owned())) } else { Err(BadIccid) }
    }
}

proved_text!(Iccid, BadIccid);

impl fmt::Display for BadIccid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an ICCID")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_is_the_gate_and_the_check_digit_is_advice() {
        let doubtful: Iccid = "8965880812100011147".parse().expect("the right shape");
        assert!(!doubtful.agrees());
        assert_eq!(format!("{doubtful:?}"), "Iccid(..)");
        for bad in ["", "896588081210001114", "896588081210001114612", "8965880812100011146F", "8865880812100011146"] {
            assert_eq!(bad.parse::<Iccid>(), Err(BadIccid), "{bad}");
        }
    }
}
