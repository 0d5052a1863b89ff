//! A day as content files write it: `checked = 2026-11-22`, without quotes.
//!
//! Facts here carry the day somebody last compared them with their source, so that a page can say how old they are.

use domain::date::{BadDate, Date};
use serde::{Deserialize, Deserializer, de};

/// TOML's own date; a time of day or a zone is refused.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WrittenDate(pub(crate) Date);

impl<'de> Deserialize<'de> for WrittenDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let toml::value::Datetime { date: Some(date), time: None, offset: None } =
            toml::value::Datetime::deserialize(deserializer)?
        else {
            return Err(de::Error::custom(BadDate));
        };
        Date::new(date.year, date.month, date.day).map(Self).map_err(de::Error::custom)
    }
}
