//! JSON as the notation of saved records, as the browser hands it in.
//!
//! The domain does not choose how values become text, so every test that opens a record brings this along.

use domain::saved::Notation;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The notation of every record that lies in somebody's browser.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl Notation for Json {
    fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
        serde_json::from_str(text).ok()
    }

    fn write<T: Serialize>(value: &T) -> Option<String> {
        serde_json::to_string(value).ok()
    }
}
