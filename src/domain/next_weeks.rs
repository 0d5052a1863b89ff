//! What comes in the weeks after a theft, each with the moment at which a calendar should say so.
//!
//! The first hour is hard to forget; the bill, the claim and the false "we found your phone" come when nobody thinks of it any
//! more.

use crate::clock::Clock;
use crate::closed::closed_list;
use crate::date::Date;
use crate::london;
use crate::moment::Moment;
use crate::triage::Kind;

closed_list! {
    /// Something to do, or to be ready for.
    Task {
        /// The 24 hours in which a report to the network limits the bill end (Ofcom, "Lost or stolen phone").
        ChargeCap = "charge_cap",
        /// Tell the insurer: the shortest time seen in a policy is 48 hours.
        Insurer = "insurer",
        /// Ask for the crime reference if none came: about 48 hours was seen.
        Reference = "reference",
        /// Expect a false "your phone was found": after a week.
        ScamsFirst = "scams_first",
        /// After four weeks.
        ScamsSecond = "scams_second",
        /// After twelve weeks.
        ScamsThird = "scams_third",
        /// Read the credit reports.
        Credit = "credit",
    }
}

/// A task, and when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What to do.
    pub task: Task,
    /// A day and a time as a clock in the United Kingdom shows them.
    pub at: Moment,
}

/// In the morning, when offices answer: minutes since midnight.
const MORNING: u16 = 10 * 60;
/// After so many hours the network need not limit the bill any more.
const CAP_HOURS: i64 = 24;
/// The insurer is told on the next day: the shortest time seen is two.
const INSURER_DAYS: u16 = 1;
const REFERENCE_DAYS: u16 = 2;
const SCAM_DAYS: [(Task, u16); 3] = [(Task::ScamsFirst, 7), (Task::ScamsSecond, 28), (Task::ScamsThird, 84)];
const CREDIT_MONTHS: u16 = 1;

/// What is still to come, task after task, for a phone that went at `taken`, when the device's clock shows `now`.
///
/// A day without a time counts from its first minute, and nothing told counts as today: the limit is never promised for
/// longer than it holds. What was to be done by now moves to the next morning; a limit or a warning whose time is over is
/// left out. A lost phone has no crime reference.
///
/// ```
/// use domain::{clock::Clock, next_weeks::{next_weeks, Task}, triage::Kind};
/// let due = next_weeks(Some("2026-11-22T17:50".parse()?), Kind::Stolen, "2026-11-22T18:05".parse()?, Clock::Uk);
/// assert_eq!(due[0].task, Task::ChargeCap);
/// assert_eq!(due[0].at.to_string(), "2026-11-23T17:50");
/// # Ok::<(), domain::moment::BadMoment>(())
/// ```
pub fn next_weeks(taken: Option<Moment>, kind: Kind, now: Moment, clock: Clock) -> Vec<Due> {
    let day = taken.map_or(now.date(), Moment::date).min(now.date());
    let (now_utc, midnight) = (london::to_utc(now, clock), Moment::from(day));
    // A time that lies ahead is a slip of the finger: nothing was taken later than now.
    let taken_utc = london::to_utc(taken.unwrap_or(midnight), clock).min(now_utc);
    let today = london::from_utc(now_utc).map_or(now.date(), Moment::date);

    let is_ahead = |at: Moment| london::to_utc(at, Clock::Uk) > now_utc;
    let morning = |day: Date| Moment::at(day, MORNING).ok();
    let next = if morning(today).is_some_and(is_ahead) { today } else { today.days_later(1) };
    let cap = london::from_utc(taken_utc + CAP_HOURS * 60).filter(|at| is_ahead(*at));
    let reference = if kind == Kind::Lost { None } else { morning(today.days_later(REFERENCE_DAYS)) };

    let mut weeks = vec![
        (Task::ChargeCap, cap),
        (Task::Insurer, morning(day.days_later(INSURER_DAYS).max(next))),
        (Task::Reference, reference),
    ];
    weeks.extend(SCAM_DAYS.map(|(task, days)| (task, morning(day.days_later(days)).filter(|at| is_ahead(*at)))));
    weeks.push((Task::Credit, morning(day.months_later(CREDIT_MONTHS).max(next))));
    weeks.into_iter().filter_map(|(task, at)| at.map(|at| Due { task, at })).collect()
}

#[cfg(test)]
mod tests {
    use super::{Task, next_weeks};
    use crate::clock::Clock;
    use crate::moment::Moment;
    use crate::triage::Kind;

    fn moment(text: &str) -> Moment {
        text.parse().expect(text)
    }

    /// The tasks as `task moment`, for a stolen phone.
    fn weeks(taken: Option<&str>, now: &str, clock: &str) -> Vec<String> {
        let clock = clock.parse().expect("a clock");
        let due = next_weeks(taken.map(moment), Kind::Stolen, moment(now), clock);
        due.into_iter().map(|due| format!("{} {}", due.task, due.at)).collect()
    }

    #[test]
    fn ten_minutes_after_everything_is_still_to_come() {
        let expected = [
            "charge_cap 2026-11-23T17:55",
            "insurer 2026-11-23T10:00",
            "reference 2026-11-24T10:00",
            "scams_first 2026-11-29T10:00",
            "scams_second 2026-12-20T10:00",
            "scams_third 2027-02-14T10:00",
            "credit 2026-12-22T10:00",
        ];
        assert_eq!(weeks(Some("2026-11-22T17:55"), "2026-11-22T18:05", "uk"), expected);
    }

    #[test]
    fn months_leap_days_and_changed_clocks_are_counted_right() {
        for (taken, now, task, at) in [
            ("2027-01-31T12:00", "2027-01-31T12:10", "credit", "2027-02-28T10:00"),
            ("2028-01-30T12:00", "2028-01-30T12:10", "credit", "2028-02-29T10:00"),
            ("2028-02-28T12:00", "2028-02-28T12:10", "insurer", "2028-02-29T10:00"),
            ("2028-02-28T12:00", "2028-02-28T12:10", "reference", "2028-03-01T10:00"),
            ("2028-02-22T12:00", "2028-02-22T12:10", "scams_first", "2028-02-29T10:00"),
            ("2026-12-30T12:00", "2026-12-30T12:10", "reference", "2027-01-01T10:00"),
            ("2027-03-27T14:00", "2027-03-27T14:10", "charge_cap", "2027-03-28T15:00"),
            ("2026-10-24T14:00", "2026-10-24T14:10", "charge_cap", "2026-10-25T13:00"),
            ("2026-10-24T02:00", "2026-10-24T02:10", "charge_cap", "2026-10-25T01:00"),
            // The morning is ten o'clock on the clock, on whatever side of the change.
            ("2026-10-24T14:00", "2026-10-24T14:10", "scams_first", "2026-10-31T10:00"),
        ] {
            let found = weeks(Some(taken), now, "uk");
            assert!(found.contains(&format!("{task} {at}")), "{taken} {task}: {found:?}");
        }
    }

    #[test]
    fn what_was_to_be_done_moves_to_the_next_morning_and_what_is_over_is_left_out() {
        let expected = [
            "insurer 2026-11-22T10:00",
            "reference 2026-11-24T10:00",
            "scams_third 2026-12-24T10:00",
            "credit 2026-11-22T10:00",
        ];
        assert_eq!(weeks(Some("2026-10-01T12:00"), "2026-11-22T09:59", "uk"), expected);
        // At ten it is too late for ten.
        let found = weeks(Some("2026-10-01T12:00"), "2026-11-22T10:00", "uk");
        assert_eq!(found.first().map(String::as_str), Some("insurer 2026-11-23T10:00"));
        // The limit ends with its last minute.
        for (now, left) in [("2026-11-23T17:54", true), ("2026-11-23T17:55", false)] {
            let found = weeks(Some("2026-11-22T17:55"), now, "uk");
            assert_eq!(found.iter().any(|due| due.starts_with("charge_cap")), left, "{now}");
        }
    }

    #[test]
    fn a_limit_is_never_promised_for_longer_than_it_holds() {
        // A day alone, and nothing told: from the first minute of the day.
        for taken in [Some("2026-11-22"), None] {
            let found = weeks(taken, "2026-11-22T18:05", "uk");
            assert_eq!(found.first().map(String::as_str), Some("charge_cap 2026-11-23T00:00"), "{taken:?}");
        }
        // A time that lies ahead counts as now.
        for taken in ["2026-11-22T18:06", "2026-11-23", "2027-11-22T18:05"] {
            let found = weeks(Some(taken), "2026-11-22T18:05", "uk");
            assert_eq!(found.first().map(String::as_str), Some("charge_cap 2026-11-23T18:05"), "{taken}");
            assert!(found.contains(&"insurer 2026-11-23T10:00".to_owned()), "{found:?}");
        }
    }

    #[test]
    fn another_clock_is_told_in_the_time_of_the_united_kingdom() {
        let found = weeks(Some("2026-11-22T17:55"), "2026-11-22T18:05", "+01:00");
        assert_eq!(found.first().map(String::as_str), Some("charge_cap 2026-11-23T16:55"));
        // 23:30 there is the next day here, and the morning after it is counted here.
        let found = weeks(Some("2026-11-01T12:00"), "2026-11-22T23:30", "-05:00");
        assert_eq!(found.first().map(String::as_str), Some("insurer 2026-11-23T10:00"));
    }

    #[test]
    fn a_lost_phone_has_no_crime_reference() {
        let tasks = |kind| {
            let due = next_weeks(None, kind, moment("2026-11-22T18:05"), Clock::Uk);
            due.into_iter().map(|due| due.task).collect::<Vec<_>>()
        };
        let without: Vec<Task> = Task::ALL.iter().copied().filter(|task| *task != Task::Reference).collect();
        assert_eq!(tasks(Kind::Lost), without);
        for kind in [Kind::Stolen, Kind::Robbed, Kind::Unknown] {
            assert_eq!(tasks(kind), Task::ALL);
        }
    }

    #[test]
    fn at_the_end_of_the_calendar_nothing_panics() {
        let due = next_weeks(None, Kind::Stolen, moment("9999-12-31T23:59"), Clock::Uk);
        assert!(due.iter().all(|due| due.at.date() <= crate::date::Date::LAST));
    }
}
