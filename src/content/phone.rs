//! A telephone number that a person can ring, read aloud or dial from another country.
//!
//! A wrong number here costs a victim an hour, so a number that could not be dialled is refused when it is read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::address::Address;

/// A number in international form (`+44 800 405040`), or a short code of 3 to 6 digits (`999`).
///
/// The country code stands before the first space. Full numbers have 8 to 15 digits (ITU-T E.164); British ones have
/// 9 or 10 after the country code (Ofcom, National Telephone Numbering Plan).
///
/// ```
/// use content::phone::PhoneNumber;
/// let police: PhoneNumber = "+44 800 405040".parse()?;
/// assert_eq!(police.to_string(), "0800 405040");
/// assert_eq!(police.abroad(), "+44 800 405040");
/// assert_eq!(police.call().as_str(), "tel:+44800405040");
/// assert!("0800 405040".parse::<PhoneNumber>().is_err());
/// # Ok::<(), content::phone::BadPhoneNumber>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

/// Why a text is not a number that can be dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPhoneNumber {
    /// Something other than digits, single spaces and one leading plus.
    NotDigits,
    /// Neither a short code of 3 to 6 digits nor a number that starts with `+`.
    NotInternational,
    /// Too few or too many digits to be a number anywhere.
    WrongLength,
    /// A full number without a space after the country code, or in one unreadable run of digits.
    NotGrouped,
}

impl PhoneNumber {
    /// What a link that rings the number points to.
    pub fn call(&self) -> Address {
        Address::call(self)
    }

    /// What a link that writes a text message to the number points to.
    pub fn message(&self) -> Address {
        Address::message(self)
    }

    /// How the number is read outside the United Kingdom. A short code is only ever dialled as it is.
    pub fn abroad(&self) -> &str {
        &self.0
    }

    /// Only the digits, with the plus of an international number: what a phone dials.
    pub fn dialled(&self) -> String {
        self.0.chars().filter(|character| *character != ' ').collect()
    }
}

impl fmt::Display for PhoneNumber {
    /// How a British reader reads it: `07953 966150` for `+44 7953 966150`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.strip_prefix("+44 ") {
            Some(national) => write!(f, "0{national}"),
            None => f.write_str(&self.0),
        }
    }
}

impl fmt::Display for BadPhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotDigits => "a phone number is made of digits, single spaces and one leading +",
            Self::NotInternational => "a phone number starts with + and the country, unless it has 3 to 6 digits",
            Self::WrongLength => "a phone number has 8 to 15 digits, a British one 9 or 10 after +44",
            Self::NotGrouped => "a phone number is written in groups, the country first: +44 7953 966150",
        })
    }
}

impl FromStr for PhoneNumber {
    type Err = BadPhoneNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let international = text.strip_prefix('+');
        let groups: Vec<&str> = international.unwrap_or(text).split(' ').collect();
        if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(BadPhoneNumber::NotDigits);
        }
        let digits: usize = groups.iter().map(|group| group.len()).sum();
        match (international, groups.as_slice()) {
            (None, [code]) if (3..=6).contains(&code.len()) && !code.starts_with('0') => {}
            (None, _) => return Err(BadPhoneNumber::NotInternational),
            (Some(_), [country, rest @ ..]) => {
                let british = *country == "44";
                if !(8..=15).contains(&digits) || (british && !(11..=12).contains(&digits)) {
                    return Err(BadPhoneNumber::WrongLength);
                }
                if country.len() > 3 || rest.is_empty() || rest.iter().any(|group| group.len() > 7) {
                    return Err(BadPhoneNumber::NotGrouped);
                }
            }
            (Some(_), []) => return Err(BadPhoneNumber::NotDigits),
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = BadPhoneNumber;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::{BadPhoneNumber, PhoneNumber};

    #[test]
    fn a_number_reads_and_dials() {
        for (written, read, dialled) in [
            ("999", "999", "999"),
            ("61016", "61016", "61016"),
            ("+44 7953 966150", "07953 966150", "+447953966150"),
            ("+44 345 301 4455", "0345 301 4455", "+443453014455"),
            ("+353 1 666 0000", "+353 1 666 0000", "+35316660000"),
        ] {
            let number: PhoneNumber = written.parse().expect(written);
            assert_eq!((number.to_string().as_str(), number.dialled().as_str()), (read, dialled));
            assert_eq!(number.message().as_str(), format!("sms:{dialled}"));
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_refused() {
        use BadPhoneNumber::{NotDigits, NotGrouped, NotInternational, WrongLength};
        for (written, why) in [
            ("", NotDigits),
            ("+", NotDigits),
            ("*#06#", NotDigits),
            ("+44 0800  405040", NotDigits),
            ("+44 (0) 800 405040", NotDigits),
            ("99", NotInternational),
            ("0345 301 4455", NotInternational),
            ("011", NotInternational),
            ("+44 800 4050", WrongLength),
            ("+44 345 301 44555", WrongLength),
            ("+447953966150", NotGrouped),
            ("+44 7953966150", NotGrouped),
        ] {
            assert_eq!(written.parse::<PhoneNumber>(), Err(why), "{written}");
        }
    }
}
