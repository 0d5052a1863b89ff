//! A calendar day, as `checked = 2026-11-22` in a content file.
//!
//! Facts here carry the day somebody last compared them with their source, so that a page can say how old they are.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, de};

/// A day of the Gregorian calendar between 2000 and 2999; nothing this site cites is older.
///
/// ```
/// use content::date::Date;
/// assert!("2026-11-22".parse::<Date>().is_ok());
/// assert!("2026-02-29".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Not a day written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadDate;

impl Date {
    /// A step that was checked longer ago than this many days is stale.
    pub const FRESH_FOR: i64 = 180;

    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, BadDate> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let longest = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        };
        let held = (2000..3000).contains(&year) && (1..=longest).contains(&day);
        if held { Ok(Self { year, month, day }) } else { Err(BadDate) }
    }

    /// How many days lie between this day and a later one; negative when `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        later.day_number() - self.day_number()
    }

    /// Whether a fact checked on this day is stale today: older than [`Date::FRESH_FOR`] days.
    pub fn is_stale(self, today: Self) -> bool {
        self.days_until(today) > Self::FRESH_FOR
    }

    /// Days since an arbitrary start. Years are counted from March, so that the leap day is a year's last.
    fn day_number(self) -> i64 {
        let (year, month) = if self.month > 2 {
            (i64::from(self.year), i64::from(self.month) - 3)
        } else {
            (i64::from(self.year) - 1, i64::from(self.month) + 9)
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day of the calendar written YYYY-MM-DD")
    }
}

impl FromStr for Date {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shaped = text.len() == 10 && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(BadDate);
        };
        if !shaped || year.len() != 4 || month.len() != 2 {
            return Err(BadDate);
        }
        let number = |part: &str| part.parse().map_err(|_| BadDate);
        Self::new(year.parse().map_err(|_| BadDate)?, number(month)?, number(day)?)
    }
}

impl<'de> Deserialize<'de> for Date {
    /// Takes TOML's own date; a time of day or a zone is refused.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let toml::value::Datetime { date: Some(date), time: None, offset: None } =
            toml::value::Datetime::deserialize(deserializer)?
        else {
            return Err(de::Error::custom(BadDate));
        };
        Self::new(date.year, date.month, date.day).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{BadDate, Date};

    fn day(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[test]
    fn only_days_of_the_calendar_pass() {
        for good in ["2000-01-01", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert_eq!(good.parse::<Date>().map(|date| date.to_string()), Ok(good.to_owned()));
        }
        for bad in [
            "",
            "2026-2-03",
            "2026-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-32",
            "1999-12-31",
            "22-11-2026",
            "2026-11-22T10:00",
            "2026/11/22",
            "+026-11-22",
        ] {
            assert_eq!(bad.parse::<Date>(), Err(BadDate), "{bad}");
        }
    }

    #[test]
    fn days_are_counted_across_months_years_and_leap_days() {
        for (from, to, days) in [
            ("2026-11-22", "2026-11-22", 0),
            ("2026-11-22", "2026-11-23", 1),
            ("2024-02-28", "2024-03-01", 2),
            ("2026-02-28", "2026-03-01", 1),
            ("2025-12-31", "2026-01-01", 1),
            ("2000-01-01", "2026-11-22", 9822),
            ("2026-11-23", "2026-11-22", -1),
        ] {
            assert_eq!(day(from).days_until(day(to)), days, "{from} {to}");
        }
    }

    #[test]
    fn a_fact_is_stale_after_180_days_and_not_before() {
        assert!(!day("2026-01-01").is_stale(day("2026-06-30")));
        assert!(day("2026-01-01").is_stale(day("2026-07-01")));
    }
}
