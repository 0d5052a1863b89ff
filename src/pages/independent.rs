//! Calendar files as somebody else's program understands them: Python's `icalendar`, under the Python that set-up chose.
//!
//! A file that only our own library reads proves nothing about the calendar on a person's phone.

use std::env;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

/// What it understood of a file.
#[derive(Deserialize)]
pub(super) struct Understood {
    pub(super) version: String,
    /// What it could not read, in its own words.
    pub(super) errors: Vec<String>,
    pub(super) events: Vec<Entry>,
    pub(super) zones: Vec<Zone>,
}

/// One event; times as ISO 8601 writes them.
#[derive(Deserialize)]
pub(super) struct Entry {
    pub(super) uid: String,
    pub(super) stamp: String,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) url: String,
    /// A day, or a moment with its distance from UTC.
    pub(super) start: String,
    /// The same in UTC; none for a whole day.
    pub(super) utc: Option<String>,
    pub(super) zone: Option<String>,
    pub(super) alarms: Vec<String>,
}

/// A time zone, and when its clock changes: the hour in UTC, and how many minutes it is then ahead.
#[derive(Deserialize)]
pub(super) struct Zone {
    pub(super) name: String,
    pub(super) changes: Vec<(String, i64)>,
}

/// Hands the file over and takes the answer.
pub(super) fn read(file: &str) -> Understood {
    let python = env::var("RINGFENCE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/calendar/read.py");
    let mut running = Command::new(&python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .env("PYTHONUTF8", "1")
        .spawn()
        .expect("Python runs");
    running.stdin.take().expect("a pipe").write_all(file.as_bytes()).expect("it listens");
    let output = running.wait_with_output().expect("it ends");
    assert!(
        output.status.success(),
        "{python} did not read the file. Does it have icalendar (`pip install icalendar`)? RINGFENCE_PYTHON names another \
         Python.\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("its answer is JSON")
}
