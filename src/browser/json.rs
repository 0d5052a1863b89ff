//! Records as JSON, which people can read in a file.

use domain::saved::Notation;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The notation of the store and of every file.
pub(crate) struct Json;

impl Notation for Json {
    fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
        serde_json::from_str(text).ok()
    }

    fn write<T: Serialize>(value: &T) -> Option<String> {
        serde_json::to_string(value).ok()
    }
}
