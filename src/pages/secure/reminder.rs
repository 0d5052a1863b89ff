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

/// The file, with `{today}` and `{day}` where days stand, written `YYYYMMDD`.
///
/// A whole day (RFC 5545, 3.6.1), without a time zone; at nine that morning it reminds.
pub(super) fn file(words: &Words, address: &str) -> String {
    let text = format!("{} {address}", words.text);
    let event = Event::new()
        .uid("{day}@ringfence")
        .add_property("DTSTAMP", "{today}T000000Z")
        .append_property(Property::new("DTSTART", "{day}").add_parameter("VALUE", "DATE").done())
        .summary(&words.title)
        .description(&text)
        .alarm(Alarm::display(&words.title, Trigger::after_start(Duration::hours(9))))
        .done();
    Calendar::new().push(event).done().to_string()
}
