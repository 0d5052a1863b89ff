//! A phone as its owner writes it down.
//!
//! Numbers first: they are what a network, the police and an insurer ask for. Everything else may stay empty.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap as _, Serializer};
use serde::{Deserialize, Serialize};

use crate::detail::{Detail, MedicalId};
use crate::kept_number::KeptNumber;
use crate::platform::Platform;
use crate::text::{TextError, bounded};

/// One phone on record.
#[derive(Clone, PartialEq, Default)]
pub struct Phone {
    /// Which family of menus it has.
    pub platform: Option<Platform>,
    /// Was its Medical ID filled in? `None` when nobody said.
    pub medical_id: Option<MedicalId>,
    /// Only lines that say something, in their order.
    details: Vec<(Detail, String)>,
    numbers: Numbers,
}

/// The numbers of one phone, each once.
#[derive(Clone, PartialEq, Default)]
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

    /// One line of its description, empty where nothing was said.
    pub fn detail(&self, detail: Detail) -> &str {
        self.details.iter().find(|(line, _)| *line == detail).map_or("", |(_, text)| text)
    }

    /// The same phone with this line: trimmed, without control characters, no longer than the line holds.
    pub fn with(mut self, detail: Detail, typed: &str) -> Result<Self, TextError> {
        self.describe(detail, typed)?;
        Ok(self)
    }

    fn describe(&mut self, detail: Detail, typed: &str) -> Result<(), TextError> {
        self.put(detail, bounded(typed, detail.longest())?);
        Ok(())
    }

    /// Puts a line in its place; an empty one goes.
    fn put(&mut self, detail: Detail, text: String) {
        self.details.retain(|(line, _)| *line != detail);
        if !text.is_empty() {
            let place = self.details.partition_point(|(line, _)| *line < detail);
            self.details.insert(place, (detail, text));
        }
    }

    /// The same phone with these numbers. Two spellings of one number are kept once.
    pub fn with_numbers(self, numbers: Vec<KeptNumber>) -> Result<Self, TooManyNumbers> {
        Ok(Self { numbers: numbers.try_into()?, ..self })
    }

    /// The same phone with what changed between two of its states. Where nothing changed, it stays as it is.
    #[must_use]
    pub fn amended(mut self, from: &Self, to: &Self) -> Self {
        for detail in Detail::ALL {
            let text = to.detail(*detail);
            if text != from.detail(*detail) {
                self.put(*detail, text.to_owned());
            }
        }
        if to.platform != from.platform {
            self.platform = to.platform;
        }
        if to.medical_id != from.medical_id {
            self.medical_id = to.medical_id;
        }
        if to.numbers != from.numbers {
            self.numbers = to.numbers.clone();
        }
        self
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
            if once.contains(&number) {
                continue;
            }
            // At once: a hostile file may hold ten thousands.
            if once.len() == Phone::MOST_NUMBERS {
                return Err(TooManyNumbers);
            }
            once.push(number);
        }
        Ok(Self(once))
    }
}

/// Which lines are filled, not with what.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filled: Vec<Detail> = self.details.iter().map(|(detail, _)| *detail).collect();
        write!(f, "Phone({} numbers, {filled:?})", self.numbers.0.len())
    }
}

/// The keys of a phone as it is written, besides the names of its details.
const NUMBERS: &str = "numbers";
const PLATFORM: &str = "platform";
const MEDICAL_ID: &str = "medical-id";

/// One flat table; what is empty is left out. Written by hand, because a derived reader of twenty fields would weigh more
/// than all the rest of a record.
impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut table = serializer.serialize_map(None)?;
        table.serialize_entry(NUMBERS, &self.numbers.0)?;
        if let Some(platform) = self.platform {
            table.serialize_entry(PLATFORM, platform.slug())?;
        }
        if let Some(medical_id) = self.medical_id {
            table.serialize_entry(MEDICAL_ID, medical_id.slug())?;
        }
        for (detail, text) in &self.details {
            table.serialize_entry(detail.slug(), text)?;
        }
        table.end()
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Table)
    }
}

/// Reads a phone through the gates of its parts; a key that is unknown or comes twice is refused.
struct Table;

impl<'de> Visitor<'de> for Table {
    type Value = Phone;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a phone")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut table: M) -> Result<Phone, M::Error> {
        let mut phone = Phone::default();
        let mut seen: Vec<String> = Vec::new();
        while let Some(key) = table.next_key::<String>()? {
            if seen.contains(&key) {
                return Err(M::Error::custom("a key comes twice"));
            }
            match key.as_str() {
                NUMBERS => {
                    let numbers: Vec<KeptNumber> = table.next_value()?;
                    phone.numbers = numbers.try_into().map_err(M::Error::custom)?;
                }
                // The first version wrote `null` for no make.
                PLATFORM => phone.platform = table.next_value::<Option<Platform>>()?,
                MEDICAL_ID => phone.medical_id = Some(table.next_value()?),
                detail => {
                    let detail: Detail = detail.parse().map_err(M::Error::custom)?;
                    phone.describe(detail, &table.next_value::<String>()?).map_err(M::Error::custom)?;
                }
            }
            seen.push(key);
        }
        Ok(phone)
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

    /// The place after this one; `None` after the last of all.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.checked_add(1).map(Self)
    }
}

impl Default for PhoneId {
    fn default() -> Self {
        Self::FIRST
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
    fn what_is_written_reads_back_and_is_bounded() {
        let phone = Phone { medical_id: Some(MedicalId::NotYet), ..Phone::default() };
        let phone = phone.with(Detail::Eid, " 8904 ").expect("short");
        let text = serde_json::to_string(&phone).expect("text");
        assert_eq!(text, r#"{"numbers":[],"medical-id":"not-yet","eid":"8904"}"#);
        assert_eq!(serde_json::from_str::<Phone>(&text).expect("a phone"), phone);
        let long = format!(r#"{{"notes":"{}"}}"#, "x".repeat(501));
        for bad in [r#"{"eid":"1","eid":"2"}"#, r#"{"__proto__":"x"}"#, r#"{"medical-id":null}"#, "[]", &long] {
            assert!(serde_json::from_str::<Phone>(bad).is_err(), "{bad}");
        }
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
