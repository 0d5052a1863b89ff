//! Which clock a time was read from: the United Kingdom's, or one so far from UTC.
//!
//! Banks and courts compare times, so a line of the log says whose time it is. No time-zone database is needed: the browser
//! names its zone and its distance from UTC, and that is written down as it was on the day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The clock of the device on which something was written down.
///
/// ```
/// use domain::clock::Clock;
/// assert_eq!(Clock::of("Europe/London", 60), Ok(Clock::Uk));
/// assert_eq!(Clock::of("Europe/Madrid", 120).map(|clock| clock.to_string()), Ok("+02:00".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Clock {
    /// The time of the United Kingdom, winter or summer: assumed until a browser says something else.
    #[default]
    Uk,
    /// A clock so far from UTC.
    Off(Offset),
}

/// How far a clock is from UTC: from 12 hours behind to 14 hours ahead, as far as there are clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Offset {
    /// Minutes ahead of UTC.
    minutes: i16,
}

/// No clock is that far from UTC, or the text is neither `uk` nor `+HH:MM` or `-HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadClock;

/// Zones of the IANA time-zone database that keep the United Kingdom's time, old names included.
const UK_ZONES: [&str; 7] =
    ["Europe/London", "Europe/Belfast", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man", "GB", "GB-Eire"];
const UK: &str = "uk";

impl Clock {
    /// The clock of a browser that says so: the name of its zone, and how many minutes it is ahead of UTC.
    ///
    /// # Errors
    /// When no clock is that far from UTC.
    pub fn of(zone: &str, minutes: i16) -> Result<Self, BadClock> {
        if UK_ZONES.contains(&zone) {
            return Ok(Self::Uk);
        }
        if (-12 * 60..=14 * 60).contains(&minutes) { Ok(Self::Off(Offset { minutes })) } else { Err(BadClock) }
    }
}

impl Offset {
    /// Minutes ahead of UTC: negative when behind.
    pub const fn minutes(self) -> i16 {
        self.minutes
    }
}

impl FromStr for Clock {
    type Err = BadClock;

    fn from_str(text: &str) -> Result<Self, BadClock> {
        if text == UK {
            return Ok(Self::Uk);
        }
        let (sign, time) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
            (Some(time), _) => (1, time),
            (_, Some(time)) => (-1, time),
            _ => return Err(BadClock),
        };
        let (hours, minutes) = time.split_once(':').ok_or(BadClock)?;
        let two = |digits: &str| match digits.as_bytes() {
            [b'0'..=b'9', b'0'..=b'9'] => digits.parse::<i16>().map_err(|_| BadClock),
            _ => Err(BadClock),
        };
        let (hours, minutes) = (two(hours)?, two(minutes)?);
        // "-00:00" would be a second name for the same clock.
        if minutes > 59 || (sign < 0 && hours == 0 && minutes == 0) {
            return Err(BadClock);
        }
        Self::of("", sign * (hours * 60 + minutes))
    }
}

impl TryFrom<String> for Clock {
    type Error = BadClock;

    fn try_from(text: String) -> Result<Self, BadClock> {
        text.parse()
    }
}

impl From<Clock> for String {
    fn from(clock: Clock) -> Self {
        clock.to_string()
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uk => f.write_str(UK),
            Self::Off(offset) => offset.fmt(f),
        }
    }
}

/// As ISO 8601 writes it: `+02:00`.
impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minutes < 0 { '-' } else { '+' };
        let far = self.minutes.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", far / 60, far % 60)
    }
}

impl fmt::Display for BadClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such clock")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_reads_back() {
        for text in ["uk", "+00:00", "+05:45", "-03:30", "+14:00", "-12:00"] {
            assert_eq!(text.parse::<Clock>().map(|clock| clock.to_string()), Ok(text.to_owned()));
        }
        for text in
            ["", "UK", "02:00", "+2:00", "+02:60", "+14:01", "-12:01", "-00:00", "+02:00:00", "++2:00", "+٠٢:٠٠"]
        {
            assert_eq!(text.parse::<Clock>(), Err(BadClock), "{text}");
        }
    }

    #[test]
    fn only_the_zones_of_the_uk_are_uk_time() {
        // In winter Lisbon and Reykjavik show the same hour, and yet nobody there says "UK time".
        let table =
            [("Europe/London", 0, "uk"), ("GB", 60, "uk"), ("UTC", 0, "+00:00"), ("Europe/Lisbon", 0, "+00:00")];
        for (zone, minutes, says) in table {
            assert_eq!(Clock::of(zone, minutes).map(|clock| clock.to_string()), Ok(says.to_owned()), "{zone}");
        }
        assert_eq!(Clock::of("Mars/Olympus", 15 * 60), Err(BadClock));
    }
}
