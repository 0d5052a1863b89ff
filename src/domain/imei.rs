//! The number that names a phone to every network: an IMEI of fifteen digits whose check digit agrees.
//!
//! Networks, the police and the national register block and find a phone by it. It is personal once a person is tied to
//! it (RFC 7254, section 4.2.4), so `Debug` hides it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::proved::proved_text;
use crate::tac::Tac;
use crate::{check_digit, placeholder};

/// An IMEI: fifteen digits, the last agreeing with the fourteen before it, and not a number that no phone owns.
///
/// The check digit proves that it was probably written down right; it does not prove that the phone exists. The gate
/// takes bare ASCII digits only: what people paste goes through [`crate::reading::read`] first. Source: 3GPP TS 23.003,
/// clause 6 and Annex B.
///
/// ```
/// use domain::imei::{BadImei, Imei};
/// let imei: Imei = "352099001761481".parse().expect("a good number");
/// assert_eq!(imei.groups(), ["35", "209900", "176148", "1"]);
/// assert_eq!("352099001761482".parse::<Imei>(), Err(BadImei::CheckDigit));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Imei([u8; 15]);

/// Why a text is not an IMEI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadImei {
    /// Not fifteen characters.
    Length,
    /// A character that is no ASCII digit.
    NotADigit,
    /// A number that no single phone owns.
    Placeholder,
    /// The fifteenth digit disagrees with the others.
    CheckDigit,
}

/// An IMEI for a screen that others may see: type and check digit shown, the phone's own six digits hidden.
#[derive(Clone, Copy)]
pub struct Masked(Imei);

impl Imei {
    /// The IMEI that begins with these fourteen ASCII digits; the check digit is computed.
    pub(crate) fn completing(first_fourteen: &[u8]) -> Result<Self, BadImei> {
        let first_fourteen: &[u8; 14] = first_fourteen.try_into().map_err(|_| BadImei::Length)?;
        let last = check_digit::after(first_fourteen).ok_or(BadImei::NotADigit)?;
        let mut digits = [last; 15];
        for (place, digit) in digits.iter_mut().zip(first_fourteen) {
            *place = *digit;
        }
        Self::try_from(digits.as_slice())
    }

    /// The fifteen digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The digits in the groups they are printed in since 2004, 2-6-6-1, for reading aloud and comparing.
    pub fn groups(&self) -> [&str; 4] {
        let digits = self.as_str();
        [0..2, 2..8, 8..14, 14..15].map(|group| digits.get(group).unwrap_or_default())
    }

    /// A form to show where others can see the screen.
    pub const fn masked(self) -> Masked {
        Masked(self)
    }

    /// The type allocation code: the first eight digits.
    pub const fn tac(&self) -> Tac {
        Tac::of_proved(&self.0)
    }

    /// The first fourteen digits, which decide which phone it is: networks carry anything in the fifteenth place.
    pub const fn first_fourteen(&self) -> &[u8; 14] {
        let [first @ .., _] = &self.0;
        first
    }

    /// Do both name the same phone?
    pub fn same_phone(&self, other: &Self) -> bool {
        self.first_fourteen() == other.first_fourteen()
    }
}

impl TryFrom<&[u8]> for Imei {
    type Error = BadImei;

    fn try_from(digits: &[u8]) -> Result<Self, BadImei> {
        let digits: &[u8; 15] = digits.try_into().map_err(|_| BadImei::Length)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(BadImei::NotADigit);
        }
        if placeholder::is(digits) {
            return Err(BadImei::Placeholder);
        }
        if check_digit::agrees(digits) { Ok(Self(*digits)) } else { Err(BadImei::CheckDigit) }
    }
}

impl FromStr for Imei {
    type Err = BadImei;

    fn from_str(digits: &str) -> Result<Self, BadImei> {
        Self::try_from(digits.as_bytes())
    }
}

proved_text!(Imei, BadImei);

impl fmt::Display for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [body, model, _, check] = self.0.groups();
        write!(f, "{body}{model} •••••• {check}")
    }
}

impl fmt::Debug for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Masked(..)")
    }
}

impl fmt::Display for BadImei {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "not fifteen characters",
            Self::NotADigit => "not digits alone",
            Self::Placeholder => "a number no phone owns",
            Self::CheckDigit => "the check digit disagrees",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "352099001761481";

    #[test]
    fn the_gate_is_narrow() {
        let table = [
            ("", BadImei::Length),
            ("35209900176148", BadImei::Length),
            ("0352099001761481", BadImei::Length),
            ("35209900176148a", BadImei::NotADigit),
            (" 52099001761481", BadImei::NotADigit),
            ("৪৯০১৫", BadImei::NotADigit),
            ("352099001761482", BadImei::CheckDigit),
            ("000000000000000", BadImei::Placeholder),
            ("358673013795895", BadImei::Placeholder),
        ];
        for (text, expected) in table {
            assert_eq!(text.parse::<Imei>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn debug_and_mask_hide_the_phone() {
        let imei: Imei = SAMPLE.parse().expect("good");
        assert_eq!(format!("{imei:?} {:?}", imei.masked()), "Imei(..) Masked(..)");
        assert_eq!(imei.masked().to_string(), "35209900 •••••• 1");
    }

    #[test]
    fn serde_goes_through_the_gate() {
        let imei: Imei = serde_json::from_str("\"352099001761481\"").expect("good");
        assert_eq!(serde_json::to_string(&imei).expect("text"), "\"352099001761481\"");
        for bad in ["\"352099001761482\"", "352099001761481", "\"\"", "null"] {
            assert!(serde_json::from_str::<Imei>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn fourteen_digits_decide_the_phone() {
        let imei = Imei::completing(b"35209900176148").expect("good");
        assert_eq!(imei.as_str(), SAMPLE);
        let other: Imei = "490154203237518".parse().expect("good");
        assert!(imei.same_phone(&imei) && !imei.same_phone(&other));
        assert_eq!(Imei::completing(b"00000000000000"), Err(BadImei::Placeholder));
        assert_eq!(Imei::completing(b"3520990017614"), Err(BadImei::Length));
    }
}
