//! The calendar file that reminds a person to look again, with places for two days that only their browser knows.
//!
//! Made once, at build time, by a library that knows how such files are escaped and folded; the browser fills in the days.

use chrono::Duration;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};
use serde::Deserialize;

/// What the reminder says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    title: String,
    text: String,
}

/// The file, with `{today}` and `{day}` where days stand, written `YYYYMMDD`, and `{address}` for the page to look at again.
///
/// A whole day (RFC 5545, 3.6.1), without a time zone; at nine that morning it reminds.
pub(super) fn file(words: &Words) -> String {
    let event = Event::new()
        .uid("{day}@ringfence")
        .add_property("DTSTAMP", "{today}T000000Z")
        .append_property(Property::new("DTSTART", "{day}").add_parameter("VALUE", "DATE").done())
        .summary(&words.title)
        .description(&words.text)
        .add_property("URL", "{address}")
        .alarm(Alarm::display(&words.title, Trigger::after_start(Duration::hours(9))))
        .done();
    Calendar::new().push(event).done().to_string()
}

#[cfg(test)]
mod tests {
    use domain::date::Date;

    use super::{Words, file};
    use crate::islands::plan::take::filled;
    use crate::pages::independent::read;

    #[test]
    fn an_independent_reader_takes_the_day() {
        let words =
            Words { title: "Look, again; at it".to_owned(), text: "One, two; three: \\ and a long line. ".repeat(4) };
        let today: Date = "2027-08-31".parse().expect("a day");
        let text = filled(&file(&words), today, "https://ringfence.example/en/secure/");
        let found = read(&text);
        assert!(found.version == "2.0" && found.errors.is_empty() && found.zones.is_empty(), "{:?}", found.errors);
        let [event] = &found.events[..] else { panic!("one event") };
        assert_eq!((&event.summary, &event.description), (&words.title, &words.text));
        assert_eq!((event.start.as_str(), event.utc.as_deref(), event.zone.as_deref()), ("2028-02-29", None, None));
        assert_eq!((event.stamp.as_str(), event.uid.as_str()), ("2027-08-31T00:00:00+00:00", "20280229@ringfence"));
        assert_eq!(
            (event.url.as_str(), &event.alarms[..]),
            ("https://ringfence.example/en/secure/", &["PT9H".to_owned()][..])
        );
    }
}
