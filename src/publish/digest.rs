//! Hashes: short ones for file names, long ones for integrity.
//!
//! A name that carries its content's hash can be cached for ever; an integrity value refuses a file that was changed.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// Twelve hexadecimal digits of the content's SHA-256: enough to tell any two builds apart.
///
/// ```
/// assert_eq!(publish::digest::short(b""), "e3b0c44298fc");
/// ```
pub fn short(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(6).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The value of an `integrity` attribute: SHA-384, as W3C "Subresource Integrity" writes it.
///
/// ```
/// assert!(publish::digest::integrity(b"").starts_with("sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdD"));
/// ```
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}
