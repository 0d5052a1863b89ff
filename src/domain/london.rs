//! The time of the United Kingdom, from a rule instead of a database: which moment a clock there shows, and back.
//!
//! A day and a night after a theft is an hour more or less on the clock when the clocks change in between, and the limit on
//! what a thief's use costs is counted in real hours.

use crate::clock::Clock;
use crate::date::Date;
use crate::moment::Moment;

/// Minutes since 1 January 1970, UTC.
pub type Minutes = i64;

/// The same rule for calendar files, since 1996 (RFC 5545, 3.6.5): no library of ours knows time zones.
pub const TIME_ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n\
    BEGIN:DAYLIGHT\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nDTSTART:19960331T010000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nDTSTART:19961027T020000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

const DAY: Minutes = 24 * 60;
/// Summer time is so far ahead of UTC.
const SUMMER: Minutes = 60;
/// Both changes are at 01:00 UTC.
const CHANGE: Minutes = 60;

/// The moment that a clock in the United Kingdom shows then; `None` outside the years 2000 to 9999.
///
/// ```
/// use domain::{clock::Clock, london, moment::Moment};
/// let read: Moment = "2026-10-24T14:00".parse()?;
/// let later = london::from_utc(london::to_utc(read, Clock::Uk) + 24 * 60);
/// assert_eq!(later.map(|moment| moment.to_string()), Some("2026-10-25T13:00".to_owned()));
/// # Ok::<(), domain::moment::BadMoment>(())
/// ```
pub fn from_utc(utc: Minutes) -> Option<Moment> {
    self::utc(if is_summer(utc) { utc.checked_add(SUMMER)? } else { utc })
}

/// The moment that a clock of UTC shows then; `None` outside the years 2000 to 9999.
pub fn utc(utc: Minutes) -> Option<Moment> {
    let minute = u16::try_from(utc.rem_euclid(DAY)).ok()?;
    Moment::at(Date::since_1970(utc.div_euclid(DAY))?, minute).ok()
}

/// When it was that a clock showed this; a day alone begins at midnight. In the hour that a clock in the United Kingdom
/// shows twice it is the first time; in the hour that it never shows, the clock had not been put forward yet.
pub fn to_utc(shown: Moment, clock: Clock) -> Minutes {
    let (hour, minute) = shown.time().unwrap_or((0, 0));
    let local = shown.date().days_since_1970() * DAY + Minutes::from(hour) * 60 + Minutes::from(minute);
    match clock {
        Clock::Off(offset) => local - Minutes::from(offset.minutes()),
        Clock::Uk if is_summer(local - SUMMER) => local - SUMMER,
        Clock::Uk => local,
    }
}

/// Summer time: from the last Sunday of March to the last of October, both at 01:00 UTC. In force since 1996 (directive
/// 94/21/EC; the Summer Time Order 2002, SI 2002/262).
fn is_summer(utc: Minutes) -> bool {
    let Some(date) = Date::since_1970(utc.div_euclid(DAY)) else { return false };
    let change = |month| last_sunday(date.parts().0, month).map(|days| days * DAY + CHANGE);
    let (Some(begins), Some(ends)) = (change(3), change(10)) else { return false };
    (begins..ends).contains(&utc)
}

/// The last Sunday of a month of 31 days, in days since 1970.
fn last_sunday(year: u16, month: u8) -> Option<i64> {
    let last = Date::new(year, month, 31).ok()?.days_since_1970();
    // 1 January 1970 was a Thursday, so day 3 was a Sunday.
    Some(last - (last + 4).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::{from_utc, last_sunday, to_utc};
    use crate::clock::Clock;
    use crate::date::Date;
    use crate::moment::Moment;

    fn moment(text: &str) -> Moment {
        text.parse().expect(text)
    }

    #[test]
    fn clocks_change_on_the_last_sundays_of_march_and_october() {
        // The days as gov.uk/when-do-the-clocks-change and the almanac give them.
        for (year, march, october) in [
            (2000, "2000-03-26", "2000-10-29"),
            (2019, "2019-03-31", "2019-10-27"),
            (2024, "2024-03-31", "2024-10-27"),
            (2026, "2026-03-29", "2026-10-25"),
            (2027, "2027-03-28", "2027-10-31"),
            (2028, "2028-03-26", "2028-10-29"),
        ] {
            let sunday = |month| last_sunday(year, month).and_then(Date::since_1970).map(|date| date.to_string());
            assert_eq!((sunday(3).as_deref(), sunday(10).as_deref()), (Some(march), Some(october)));
        }
    }

    #[test]
    fn a_day_of_real_hours_is_23_or_25_on_the_clock_when_it_changes() {
        for (from, after_a_day) in [
            ("2026-11-22T18:05", "2026-11-23T18:05"),
            ("2026-12-31T23:30", "2027-01-01T23:30"),
            ("2028-02-28T12:00", "2028-02-29T12:00"),
            ("2027-03-27T14:00", "2027-03-28T15:00"),
            ("2027-03-27T00:59", "2027-03-28T00:59"),
            ("2027-03-27T01:00", "2027-03-28T02:00"),
            ("2026-10-24T14:00", "2026-10-25T13:00"),
            ("2026-10-24T01:59", "2026-10-25T01:59"),
            ("2026-10-24T02:00", "2026-10-25T01:00"),
            // Shown twice: the first time is meant. Never shown: the clock had not been put forward.
            ("2026-10-25T01:30", "2026-10-26T00:30"),
            ("2027-03-28T01:30", "2027-03-29T02:30"),
        ] {
            let later = from_utc(to_utc(moment(from), Clock::Uk) + 24 * 60);
            assert_eq!(later, Some(moment(after_a_day)), "{from}");
        }
    }

    #[test]
    fn what_another_clock_shows_is_told_in_the_time_of_the_united_kingdom() {
        for (shown, clock, here) in [
            ("2026-11-22T18:05", "+01:00", "2026-11-22T17:05"),
            ("2026-07-01T18:05", "+02:00", "2026-07-01T17:05"),
            ("2026-11-22T18:05", "+05:45", "2026-11-22T12:20"),
            ("2026-11-22T20:00", "-05:00", "2026-11-23T01:00"),
            ("2026-11-22", "+00:00", "2026-11-22T00:00"),
        ] {
            let clock: Clock = clock.parse().expect("a clock");
            assert_eq!(from_utc(to_utc(moment(shown), clock)), Some(moment(here)), "{shown} {clock}");
        }
    }

    #[test]
    fn every_hour_of_four_years_that_is_shown_reads_back() {
        let first = to_utc(moment("2024-01-01T00:00"), Clock::Uk);
        for hour in 0..(4 * 366 * 24) {
            let utc = first + hour * 60;
            let shown = from_utc(utc).expect("a time of this century");
            let back = to_utc(shown, Clock::Uk);
            // The second of two hours that look the same reads back as the first.
            assert!(back == utc || (back == utc - 60 && from_utc(utc - 60) == Some(shown)), "{shown}");
        }
    }

    #[test]
    fn outside_the_calendar_there_is_no_time() {
        assert_eq!(from_utc(i64::MAX), None);
        assert_eq!(from_utc(i64::MIN), None);
        assert_eq!(from_utc(-1), None);
    }
}
