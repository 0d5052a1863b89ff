//! A phone as its owner writes it down.
//!
//! Numbers first: they are what a network, the police and an insurer ask for. Everything else may stay empty.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kept_number::KeptNumber;
use crate::platform::Platform;
use crate::text::Text;

/// One phone on record.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Phone {
    /// What its owner calls it.
    pub nickname: Text<60>,
    /// Which family of menus it has.
    pub platform: Option<Platform>,
    /// The name of the model, as on the box.
    pub model: Text<60>,
    /// Its colour.
    pub colour: Text<40>,
    /// The mobile network.
    pub network: Text<60>,
    /// The serial number, which is not an IMEI.
    pub serial: Text<40>,
    /// Anything else that helps to know it again: marks, where the receipt is, the insurer.
    pub notes: Text<500>,
    numbers: Numbers,
}

/// The numbers of one phone, each once.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<KeptNumber>", into = "Vec<KeptNumber>")]
struct Numbers(Vec<KeptNumber>);

/// More numbers than one phone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyNumbers;

impl Phone {
    /// The most numbers one phone holds: one for each SIM, and no phone has more than four.
    pub const MOST_NUMBERS: usize = 4;

    /// Its numbers, in the order in which they were read.
    pub fn numbers(&self) -> &[KeptNumber] {
        &self.numbers.0
    }

    /// The same phone with these numbers. Two spellings of one number are kept once.
    pub fn with_numbers(self, numbers: Vec<KeptNumber>) -> Result<Self, TooManyNumbers> {
        Ok(Self { numbers: numbers.try_into()?, ..self })
    }

    /// Do both records mean the same phone? They do when they share the first fourteen digits of a number.
    pub fn is_same_phone(&self, other: &Self) -> bool {
        self.numbers().iter().any(|one| other.numbers().iter().any(|two| one.same_phone(two)))
    }
}

impl TryFrom<Vec<KeptNumber>> for Numbers {
    type Error = TooManyNumbers;

    fn try_from(numbers: Vec<KeptNumber>) -> Result<Self, Self::Error> {
        let mut once: Vec<KeptNumber> = Vec::new();
        for number in numbers {
            if !once.contains(&number) {
                once.push(number);
            }
        }
        if once.len() > Phone::MOST_NUMBERS { Err(TooManyNumbers) } else { Ok(Self(once)) }
    }
}

impl From<Numbers> for Vec<KeptNumber> {
    fn from(numbers: Numbers) -> Self {
        numbers.0
    }
}

impl fmt::Display for TooManyNumbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("more numbers than one phone has")
    }
}

/// The place of a phone in a record; never used again within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhoneId(u32);

impl PhoneId {
    /// The first phone of a record.
    pub const FIRST: Self = Self(1);

    /// The place after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for PhoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for PhoneId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> KeptNumber {
        text.parse().expect("a number to keep")
    }

    #[test]
    fn a_number_is_kept_once_and_at_most_four() {
        let phone = Phone::default().with_numbers(vec![number("352099001761481"), number("352099001761481")]);
        assert_eq!(phone.map(|phone| phone.numbers().len()), Ok(1));
        let five = ["35209900176148", "35209900176149", "35209900176150", "35209900176151", "35209900176152"];
        assert_eq!(Phone::default().with_numbers(five.map(number).to_vec()), Err(TooManyNumbers));
    }

    #[test]
    fn the_first_fourteen_digits_decide() {
        let with = |text| Phone::default().with_numbers(vec![number(text)]).expect("one number");
        // A network's print-out ends in 0 for the same phone.
        assert!(with("352099001761481").is_same_phone(&with("352099001761480")));
        assert!(!with("352099001761481").is_same_phone(&with("490154203237518")));
        assert!(!Phone::default().is_same_phone(&Phone::default()));
    }
}
