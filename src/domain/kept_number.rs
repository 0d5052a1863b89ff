//! A phone's number as a record keeps it: proved, or kept anyway and marked as unchecked.
//!
//! A person in a hurry must be able to keep what they have. The mark is not a flag beside the number but follows from
//! its digits, so that no file and no form can claim a check that was not made.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::imei::{BadImei, Imei};
use crate::proved::proved_text;
use crate::tac::Tac;

/// A number on record.
///
/// ```
/// use domain::kept_number::KeptNumber;
/// assert!(matches!("352099001761481".parse(), Ok(KeptNumber::Checked(_))));
/// assert!(matches!("352099001761482".parse(), Ok(KeptNumber::Unchecked(_))));
/// assert!(matches!("35209900?761481".parse(), Ok(KeptNumber::Unchecked(_))));
/// assert!("phone".parse::<KeptNumber>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum KeptNumber {
    /// Fifteen digits whose check digit agrees.
    Checked(Imei),
    /// Anything else that has the length of a phone's number.
    Unchecked(UncheckedNumber),
}

/// 14, 15 or 16 ASCII digits that are not an [`Imei`]; among fifteen, one may be a `?` that nobody could read.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UncheckedNumber {
    digits: [u8; 16],
    length: usize,
}

/// Why a text is no number to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadNumber {
    /// Not 14 to 16 characters.
    Length,
    /// A character that is neither a digit nor the one `?`.
    NotADigit,
}

impl KeptNumber {
    /// What is kept, character for character.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Checked(imei) => imei.as_str(),
            Self::Unchecked(number) => number.as_str(),
        }
    }

    /// The proved number, when it is one.
    pub const fn checked(&self) -> Option<&Imei> {
        match self {
            Self::Checked(imei) => Some(imei),
            Self::Unchecked(_) => None,
        }
    }

    /// The IMEI this is, or would be with the one digit computed that is missing. `None` when it fails its check.
    pub fn imei(&self) -> Option<Imei> {
        match self {
            Self::Checked(imei) => Some(*imei),
            Self::Unchecked(number) => number.suggestion(),
        }
    }

    /// Do both mean the same phone? They do when the first fourteen digits are the same, checked or not.
    pub fn same_phone(&self, other: &Self) -> bool {
        match (self.first_fourteen(), other.first_fourteen()) {
            (Some(one), Some(two)) => one == two,
            _ => self == other,
        }
    }

    /// The type allocation code, when its eight digits are all there.
    pub fn tac(&self) -> Option<Tac> {
        Tac::leading(self.as_str().as_bytes())
    }

    fn first_fourteen(&self) -> Option<[u8; 14]> {
        if let Some(imei) = self.imei() {
            return Some(*imei.first_fourteen());
        }
        self.as_str().as_bytes().first_chunk().filter(|digits| digits.iter().all(u8::is_ascii_digit)).copied()
    }
}

impl UncheckedNumber {
    /// The digits as they were typed.
    pub fn as_str(&self) -> &str {
        self.digits.get(..self.length).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default()
    }

    /// The IMEI with its missing digit computed: the fifteenth of 14 and 16, the unreadable one of fifteen.
    pub fn suggestion(&self) -> Option<Imei> {
        let typed = self.as_str().as_bytes();
        if self.length != 15 {
            return Imei::completing(typed.get(..14)?).ok();
        }
        let unknown = typed.iter().position(|digit| *digit == b'?')?;
        (b'0'..=b'9').find_map(|digit| {
            let mut filled: [u8; 15] = typed.try_into().ok()?;
            *filled.get_mut(unknown)? = digit;
            Imei::try_from(filled.as_slice()).ok()
        })
    }
}

impl TryFrom<&[u8]> for KeptNumber {
    type Error = BadNumber;

    fn try_from(typed: &[u8]) -> Result<Self, BadNumber> {
        if !(14..=16).contains(&typed.len()) {
            return Err(BadNumber::Length);
        }
        let unknown = typed.iter().position(|character| *character == b'?').filter(|_| typed.len() == 15);
        let sound = |(place, character): (usize, &u8)| character.is_ascii_digit() || Some(place) == unknown;
        if !typed.iter().enumerate().all(sound) {
            return Err(BadNumber::NotADigit);
        }
        match Imei::try_from(typed) {
            Ok(imei) => Ok(Self::Checked(imei)),
            Err(BadImei::Length | BadImei::NotADigit | BadImei::Placeholder | BadImei::CheckDigit) => {
                let mut digits = [b'0'; 16];
                for (place, digit) in digits.iter_mut().zip(typed) {
                    *place = *digit;
                }
                Ok(Self::Unchecked(UncheckedNumber { digits, length: typed.len() }))
            }
        }
    }
}

impl FromStr for KeptNumber {
    type Err = BadNumber;

    fn from_str(typed: &str) -> Result<Self, BadNumber> {
        Self::try_from(typed.as_bytes())
    }
}

proved_text!(KeptNumber, BadNumber);

impl From<Imei> for KeptNumber {
    fn from(imei: Imei) -> Self {
        Self::Checked(imei)
    }
}

impl fmt::Debug for UncheckedNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UncheckedNumber(..)")
    }
}

impl fmt::Display for BadNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "not 14 to 16 characters",
            Self::NotADigit => "not digits alone",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(typed: &str) -> KeptNumber {
        typed.parse().expect("a number to keep")
    }

    #[test]
    fn the_digits_decide_whether_it_is_checked() {
        let table = [
            ("352099001761481", true, Some("352099001761481")),
            ("352099001761482", false, None),
            ("35209900176148", false, Some("352099001761481")),
            ("3520990017614823", false, Some("352099001761481")),
            ("35209900176148?", false, Some("352099001761481")),
            ("?52099001761481", false, Some("352099001761481")),
            ("000000000000000", false, None),
        ];
        for (typed, checked, imei) in table {
            let number = kept(typed);
            assert_eq!(number.checked().is_some(), checked, "{typed}");
            assert_eq!(number.imei().map(String::from).as_deref(), imei, "{typed}");
            let text = serde_json::to_string(&number).expect("text");
            assert_eq!(serde_json::from_str::<KeptNumber>(&text).expect("the same"), number);
        }
    }

    #[test]
    fn what_has_not_the_length_of_a_number_is_not_kept() {
        for typed in ["", "3520990017614", "35209900176148123", &"1".repeat(100_000)] {
            assert_eq!(typed.parse::<KeptNumber>(), Err(BadNumber::Length));
        }
        for typed in ["35209900176148a", "35209900176??81", "35209900?76148", "35209900?7614812", "৪৯০১৫"] {
            assert_eq!(typed.parse::<KeptNumber>(), Err(BadNumber::NotADigit), "{typed}");
        }
    }

    #[test]
    fn a_network_print_out_means_the_same_phone() {
        let phone = kept("352099001761481");
        for same in ["352099001761480", "35209900176148", "3520990017614899", "35209900?761481"] {
            assert!(phone.same_phone(&kept(same)), "{same}");
        }
        assert!(!phone.same_phone(&kept("490154203237518")));
        assert!(!kept("352099001761482").same_phone(&kept("352099001761?92")));
    }

    #[test]
    fn debug_hides_the_digits() {
        assert_eq!(
            format!("{:?} {:?}", kept("352099001761481"), kept("35209900176148")),
            "KeptNumber(..) KeptNumber(..)"
        );
    }
}
