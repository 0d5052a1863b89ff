//! The calendar file of a theft, in pieces: the browser knows the days and picks the pieces that are still to come.
//!
//! Made at build time by a library that knows how such files are escaped and folded; it never enters the wasm.

use std::collections::BTreeMap;

use chrono::Duration;
use content::Complaint;
use domain::london;
use domain::next_weeks::Task;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};
use serde::Deserialize;

use crate::islands::report::next_weeks::{BEGIN, END, Words};
use crate::pages::Desk;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    offer: Words,
    event: BTreeMap<Task, EventWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventWords {
    title: String,
    text: String,
}

/// The zone's name in the file and in the IANA database, which a calendar may know better than the file.
const LONDON: &str = "Europe/London";
/// How the calendar ends.
const CLOSING: &str = "END:VCALENDAR\r\n";

/// The words of the offer, with the pieces of the file: `{stamp}`, `{start}` and `{address}` are left to fill.
pub(super) fn words(desk: Desk<'_>) -> Result<Words, Complaint> {
    Ok(pieced(desk.words("next_weeks")?))
}

fn pieced(written: Written) -> Words {
    let Written { mut offer, event } = written;
    offer.pieces = event.iter().map(|(task, words)| (task.slug().to_owned(), piece(*task, words))).collect();
    let empty = Calendar::new().to_string();
    let opening = empty.strip_suffix(CLOSING).unwrap_or(&empty);
    offer.pieces.insert(BEGIN.to_owned(), [opening, london::TIME_ZONE].concat());
    offer.pieces.insert(END.to_owned(), CLOSING.to_owned());
    offer
}

/// One event. Saved again with the same days it has the same name, so that a calendar does not show it twice.
fn piece(task: Task, words: &EventWords) -> String {
    // The limit is worth nothing once it is over: two hours are enough to ring.
    let ahead = if task == Task::ChargeCap { Duration::hours(2) } else { Duration::zero() };
    Event::new()
        .uid(&format!("{{start}}-{task}@ringfence"))
        .add_property("DTSTAMP", "{stamp}")
        .append_property(Property::new("DTSTART", "{start}").add_parameter("TZID", LONDON).done())
        .add_property("DURATION", "PT15M")
        .summary(&words.title)
        .description(&words.text)
        .add_property("URL", "{address}")
        .alarm(Alarm::display(&words.title, Trigger::before_start(ahead)))
        .done()
        .to_string()
}

#[cfg(test)]
mod tests {
    use domain::clock::Clock;
    use domain::language::Language;
    use domain::london;
    use domain::moment::Moment;
    use domain::next_weeks::{Task, next_weeks};
    use domain::triage::Kind;

    use super::{Written, pieced};
    use crate::islands::report::next_weeks::{Words, file};
    use crate::pages::independent::{Understood, read};
    use crate::parts::said::{Said, Spoken};

    const ADDRESS: &str = "https://ringfence.example/en/stolen/";

    fn moment(text: &str) -> Moment {
        text.parse().expect(text)
    }

    fn written() -> Written {
        let content = content::load().expect("the content is in order");
        content.words(Language::English).page("next_weeks").expect("its words")
    }

    /// The file as a browser makes it: the words travel in a table and are heard again.
    fn understood(taken: &str, now: &str, clock: &str) -> Understood {
        let mut said = Said::new();
        pieced(written()).say(&mut said, "weeks");
        let clock: Clock = clock.parse().expect("a clock");
        let due = next_weeks(Some(moment(taken)), Kind::Stolen, moment(now), clock);
        let pieces = Words::hear(&said, "weeks").pieces;
        let file = file(&pieces, &due, moment(now), clock, ADDRESS).expect("a file");
        assert!(!file.contains(['{', '}']), "{file}");
        assert!(file.split_inclusive('\n').all(|line| line.ends_with("\r\n") && line.len() <= 77), "{file}");
        read(&file)
    }

    #[test]
    fn an_independent_reader_takes_every_event_at_its_time() {
        let written = written();
        let found = understood("2026-11-22T17:55", "2026-11-22T18:05", "uk");
        assert_eq!((found.version.as_str(), found.errors.len()), ("2.0", 0), "{:?}", found.errors);
        let expected = [
            (Task::ChargeCap, "2026-11-23T17:55:00+00:00", "-PT2H"),
            (Task::Insurer, "2026-11-23T10:00:00+00:00", "P0D"),
            (Task::Reference, "2026-11-24T10:00:00+00:00", "P0D"),
            (Task::ScamsFirst, "2026-11-29T10:00:00+00:00", "P0D"),
            (Task::ScamsSecond, "2026-12-20T10:00:00+00:00", "P0D"),
            (Task::ScamsThird, "2027-02-14T10:00:00+00:00", "P0D"),
            (Task::Credit, "2026-12-22T10:00:00+00:00", "P0D"),
        ];
        assert_eq!(found.events.len(), expected.len());
        for (event, (task, start, alarm)) in found.events.iter().zip(expected) {
            let words = &written.event[&task];
            assert_eq!((event.summary.as_str(), event.description.as_str()), (&*words.title, &*words.text));
            assert_eq!((event.start.as_str(), event.zone.as_deref()), (start, Some("Europe/London")), "{task}");
            assert_eq!((event.url.as_str(), event.stamp.as_str()), (ADDRESS, "2026-11-22T18:05:00+00:00"));
            assert_eq!(event.alarms, [alarm], "{task}");
        }
        let names: std::collections::BTreeSet<_> = found.events.iter().map(|event| &event.uid).collect();
        assert_eq!(names.len(), expected.len(), "two events have one name");
    }

    #[test]
    fn the_moment_is_right_on_whatever_side_of_a_change_it_falls() {
        for (taken, now, clock, task, utc) in [
            ("2026-10-24T14:00", "2026-10-24T14:10", "uk", Task::ChargeCap, "2026-10-25T13:00:00+00:00"),
            ("2027-03-27T14:00", "2027-03-27T14:10", "uk", Task::ChargeCap, "2027-03-28T14:00:00+00:00"),
            ("2027-03-20T14:00", "2027-03-20T14:10", "uk", Task::ScamsSecond, "2027-04-17T09:00:00+00:00"),
            ("2027-07-01T14:00", "2027-07-01T14:10", "+02:00", Task::ChargeCap, "2027-07-02T12:00:00+00:00"),
        ] {
            let title = &written().event[&task].title;
            let found = understood(taken, now, clock);
            let event = found.events.iter().find(|event| event.summary == *title).expect("the event");
            assert_eq!(event.utc.as_deref(), Some(utc), "{taken} {clock}");
        }
    }

    #[test]
    fn the_time_zone_in_the_file_changes_when_the_domain_says_so() {
        let [zone] = &understood("2026-11-22", "2026-11-22T18:05", "uk").zones[..] else { panic!("one time zone") };
        assert_eq!(
            (zone.name.as_str(), zone.changes.len()),
            ("Europe/London", 6),
            "two changes a year, for three years"
        );
        for (when, ahead) in &zone.changes {
            let utc = london::to_utc(moment(when), "+00:00".parse().expect("a clock"));
            let shown = |utc| {
                let shown = london::from_utc(utc).expect("a time of this century");
                london::to_utc(shown, "+00:00".parse().expect("a clock")) - utc
            };
            assert_eq!((shown(utc), shown(utc - 1)), (*ahead, 60 - *ahead), "{when}");
        }
    }

    #[test]
    fn every_task_has_its_words() {
        let written = written();
        assert!(Task::ALL.iter().all(|task| written.event.contains_key(task)));
    }
}
