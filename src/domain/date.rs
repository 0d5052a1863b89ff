//! A day of the calendar: when something was checked, and how long ago that is.
//!
//! Days can be counted, so that a fact nobody has looked at for half a year can be told from a fresh one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar from 2000 to 9999, written `YYYY-MM-DD`.
///
/// ```
/// use domain::date::Date;
/// assert!("2024-02-29".parse::<Date>().is_ok());
/// assert!("2026-02-29".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Not a day of the calendar written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadDate;

impl Date {
    /// The first day there is here.
    pub const FIRST: Self = Self { year: 2000, month: 1, day: 1 };
    /// The last one.
    pub const LAST: Self = Self { year: 9999, month: 12, day: 31 };
    /// A fact is fresh for this many days after somebody checked it: two big releases of a phone's system apart.
    pub const FRESH_FOR: i64 = 180;

    /// The day, if the calendar has it: year from 2000, month from 1, day from 1.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, BadDate> {
        let real = (2000..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day);
        if real { Ok(Self { year, month, day }) } else { Err(BadDate) }
    }

    /// The year, the month from 1, the day from 1.
    pub const fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The same day so many months later, or the last day of a month that is shorter. Nothing is later than the year 9999.
    ///
    /// ```
    /// use domain::date::Date;
    /// let day: Date = "2026-08-31".parse()?;
    /// assert_eq!(day.months_later(6).to_string(), "2027-02-28");
    /// # Ok::<(), domain::date::BadDate>(())
    /// ```
    #[must_use]
    pub fn months_later(self, months: u16) -> Self {
        let months = u32::from(self.year) * 12 + u32::from(self.month) - 1 + u32::from(months);
        let year = u16::try_from(months / 12).ok().filter(|year| *year <= 9999);
        let (Some(year), Ok(month)) = (year, u8::try_from(months % 12 + 1)) else { return Self::LAST };
        Self { year, month, day: self.day.min(days_in(year, month)) }
    }

    /// The day so many days later. Nothing is later than the year 9999.
    ///
    /// ```
    /// use domain::date::Date;
    /// let day: Date = "2028-02-22".parse()?;
    /// assert_eq!(day.days_later(7).to_string(), "2028-02-29");
    /// # Ok::<(), domain::date::BadDate>(())
    /// ```
    #[must_use]
    pub fn days_later(self, days: u16) -> Self {
        Self::since_1970(self.days_since_1970() + i64::from(days)).unwrap_or(Self::LAST)
    }

    /// How many days lie between this day and a later one; negative when `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        later.days_since_1970() - self.days_since_1970()
    }

    /// Whether what was checked on this day is stale today: checked more than [`Date::FRESH_FOR`] days ago.
    pub fn is_stale(self, today: Self) -> bool {
        self.days_until(today) > Self::FRESH_FOR
    }

    /// The day so many days after 1 January 1970, as a computer's clock counts them; `None` outside 2000 to 9999.
    pub fn since_1970(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468).filter(|days| *days >= 0)?;
        // 146,097 days are four centuries, and their last may be a leap day: it must not begin a fifth one.
        let (era, rest) = (days / 146_097, days % 146_097);
        let year = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365;
        let rest = rest - (365 * year + year / 4 - year / 100);
        let month = (5 * rest + 2) / 153;
        let day = rest - (153 * month + 2) / 5 + 1;
        // Counted from March, as in `days_since_1970`.
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        let year = u16::try_from(400 * era + year).ok()?;
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
    }

    /// Days since 1 January 1970. Years are counted from March, so that the leap day is a year's last: 153 days are the
    /// five months from there.
    pub fn days_since_1970(self) -> i64 {
        let (year, month) = if self.month > 2 {
            (i64::from(self.year), i64::from(self.month) - 3)
        } else {
            (i64::from(self.year) - 1, i64::from(self.month) + 9)
        };
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day);
        days - 719_469
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

/// A number of exactly so many digits.
pub(crate) fn digits(text: &str, length: usize) -> Option<u16> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    if parts.next().is_some() { None } else { Date::new(year, month, day).ok() }
}

impl FromStr for Date {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).ok_or(BadDate)
    }
}

impl TryFrom<String> for Date {
    type Error = BadDate;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
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

#[cfg(test)]
mod tests {
    use super::{BadDate, Date};

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[test]
    fn only_days_of_the_calendar_pass() {
        for good in ["2000-01-01", "2024-02-29", "2000-02-29", "2026-12-31", "9999-12-31"] {
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
            "2026-11-22-1",
            "2026-11-22T10:00",
            "2026/11/22",
            "+026-11-22",
            "٢٠٢٦-٠١-٠١",
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
            assert_eq!(date(from).days_until(date(to)), days, "{from} {to}");
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        for (from, months, to) in [
            ("2026-11-22", 0, "2026-11-22"),
            ("2026-11-22", 6, "2027-05-22"),
            ("2026-12-31", 1, "2027-01-31"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2026-10-31", 1, "2026-11-30"),
            ("9999-12-30", 1, "9999-12-31"),
        ] {
            assert_eq!(date(from).months_later(months), date(to), "{from} {months}");
        }
    }

    #[test]
    fn days_later_runs_over_the_ends_of_months_and_years() {
        for (from, days, to) in [
            ("2026-11-22", 0, "2026-11-22"),
            ("2026-11-30", 1, "2026-12-01"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2027-02-28", 1, "2027-03-01"),
            ("2028-02-28", 1, "2028-02-29"),
            ("2028-02-28", 2, "2028-03-01"),
            ("2026-11-22", 84, "2027-02-14"),
            ("2000-01-01", u16::MAX, "2179-06-06"),
            ("9999-12-30", 1, "9999-12-31"),
            ("9999-12-31", 1, "9999-12-31"),
        ] {
            assert_eq!(date(from).days_later(days), date(to), "{from} {days}");
        }
    }

    #[test]
    fn a_computers_count_of_days_is_a_day() {
        for (days, expected) in [
            (10_956, None),
            (10_957, Some("2000-01-01")),
            (11_016, Some("2000-02-29")),
            (11_017, Some("2000-03-01")),
            (20_779, Some("2026-11-22")),
            (2_932_896, Some("9999-12-31")),
            (2_932_897, None),
            (-1, None),
            (i64::MAX, None),
            (i64::MIN, None),
        ] {
            assert_eq!(Date::since_1970(days), expected.map(date), "{days}");
        }
        // Every day of four centuries follows the one before it.
        let mut before = Date::FIRST;
        for days in 10_958..10_957 + 146_097 {
            let next = Date::since_1970(days).expect("a day after 2000");
            assert!(before.days_until(next) == 1 && before < next, "{before} {next}");
            before = next;
        }
    }

    #[test]
    fn a_fact_is_fresh_for_180_days_and_stale_from_then_on() {
        for (checked, today, stale) in [
            ("2026-01-01", "2026-01-01", false),
            ("2026-01-01", "2026-06-30", false),
            ("2026-01-01", "2026-07-01", true),
            ("2023-09-01", "2024-02-28", false),
            ("2023-09-01", "2024-02-29", true),
            // A clock that is wrong makes nothing old.
            ("2026-11-22", "2000-01-01", false),
        ] {
            assert_eq!(date(checked).is_stale(date(today)), stale, "{checked} {today}");
        }
    }
}
