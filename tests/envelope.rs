//! Envelopes with a good checksum round anything, as another program could make them.
//!
//! Without them a reader would stop at the checksum, and nobody would know what it does with what is inside.

use domain::{copy, saved};

use crate::checksum::crc32;

/// A copy round a body of this version, made on this day.
pub fn copy_around(made: &str, version: u32, body: &str) -> String {
    let sum = crc32(format!("{}\n1\n{made}\nother\n{version}\n{body}", copy::FORMAT).as_bytes());
    let parts = serde_json::json!({
        "body": body, "checksum": sum, "record": version, "app": "other", "made": made, "version": 1,
        "format": copy::FORMAT,
    });
    parts.to_string()
}

/// A stored record round a body of this version.
pub fn record_around(version: u32, body: &str) -> String {
    let sum = crc32(body.as_bytes());
    let mut parts = serde_json::json!({ "format": saved::FORMAT, "v": version, "sum": sum, "body": body });
    if version == 1 {
        // The count of changes stood outside the body then.
        parts["rev"] = 7.into();
    }
    parts.to_string()
}

/// A slip round these lines, each with its line end.
pub fn slip_around(lines: &str) -> String {
    let text = format!("RINGFENCE 1\n{lines}");
    let check = crc32(text.as_bytes());
    format!("{text}check {check:08x}\n")
}
