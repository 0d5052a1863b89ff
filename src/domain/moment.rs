//! A day, or a day and a time, as a person reads it off a clock.
//!
//! No clock and no time zone are asked: it stays what was typed, so that a report says what the person said.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::date::{Date, digits};

/// A local day with, if known, the local time; written as HTML's date fields write it.
///
/// ```
/// use domain::moment::Moment;
/// assert!("2026-11-22T18:05".parse::<Moment>().is_ok_and(|moment| moment.time() == Some((18, 5))));
/// assert!("2026-02-29".parse::<Moment>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment {
    date: Date,
    minute: Option<u16>,
}

/// Neither `YYYY-MM-DD` nor `YYYY-MM-DDTHH:MM`, or no such day or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadMoment;

impl Moment {
    /// The first day there is here: what a file says whose maker had no clock worth believing.
    pub const FIRST: Self = Self { date: Date::FIRST, minute: None };

    /// A day and a time: minutes since midnight, from 0 to 1,439.
    ///
    /// # Errors
    /// When no clock shows that time.
    pub fn at(date: Date, minute: u16) -> Result<Self, BadMoment> {
        if minute < 24 * 60 { Ok(Self { date, minute: Some(minute) }) } else { Err(BadMoment) }
    }

    /// The day: year from 2000, month from 1, day from 1.
    pub const fn day(self) -> (u16, u8, u8) {
        self.date.parts()
    }

    /// The day as one that can be counted with.
    pub const fn date(self) -> Date {
        self.date
    }

    /// The time: hour 0 to 23, minute 0 to 59.
    pub fn time(self) -> Option<(u8, u8)> {
        let minute = self.minute?;
        Some((u8::try_from(minute / 60).ok()?, u8::try_from(minute % 60).ok()?))
    }
}

fn read(text: &str) -> Option<Moment> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let date = date.parse().ok()?;
    let minute = match time {
        Some(time) => Some(minute_of_day(time)?),
        None => None,
    };
    Some(Moment { date, minute })
}

fn minute_of_day(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

impl FromStr for Moment {
    type Err = BadMoment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text.trim()).ok_or(BadMoment)
    }
}

/// A day, with its time open.
impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self { date, minute: None }
    }
}

impl TryFrom<String> for Moment {
    type Error = BadMoment;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)?;
        match self.time() {
            Some((hour, minute)) => write!(f, "T{hour:02}:{minute:02}"),
            None => Ok(()),
        }
    }
}

/// Says how exact it is, not when it was: a draft is nobody else's business.
impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.minute.is_some() { "Moment(day and time)" } else { "Moment(day)" })
    }
}

impl fmt::Display for BadMoment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day, or a day and a time")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_days_and_times_read_back() {
        for text in ["2026-11-22", "2024-02-29", "2000-02-29", "2026-12-31T23:59", "2026-01-01T00:00"] {
            assert_eq!(text.parse::<Moment>().map(|moment| moment.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn impossible_ones_are_refused() {
        for text in [
            "",
            "2026",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2100-02-29",
            "1999-12-31",
            "2026-1-1",
            "2026-01-01-01",
            "2026-01-01T24:00",
            "2026-01-01T12:60",
            "2026-01-01T",
            "2026-01-01T1:00",
            "2026-01-01T12:00:00",
            "+026-01-01",
            "2026-01-01 12:00",
            "٢٠٢٦-٠١-٠١",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(BadMoment), "{text}");
        }
    }

    #[test]
    fn minutes_of_a_day_are_a_time() {
        let at = |minute| Moment::at(Date::LAST, minute).map(|moment| moment.to_string());
        assert_eq!(at(0), Ok("9999-12-31T00:00".to_owned()));
        assert_eq!(at(1_439), Ok("9999-12-31T23:59".to_owned()));
        assert_eq!(at(1_440), Err(BadMoment));
        assert_eq!(Moment::from(Date::LAST).time(), None);
    }

    #[test]
    fn debug_does_not_tell_when() {
        let moment: Moment = "2026-11-22T18:05".parse().expect("a real moment");
        assert_eq!(format!("{moment:?}"), "Moment(day and time)");
    }
}
