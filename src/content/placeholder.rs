//! The `{names}` in a text that a page fills in, which must be the same in every language.
//!
//! A translation that loses one loses a count, a date or a phone's name, and nobody who tests in English sees it.

use std::collections::{BTreeMap, BTreeSet};

use crate::complaint::{Complaint, Kind};
use crate::document::Document;

/// The name of the placeholder at the start of a text: `count` for `{count} left`.
pub fn at_start(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('{')?.split_once('}')?;
    let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    named.then_some(name)
}

/// The names of all placeholders in a text.
///
/// ```
/// let names: Vec<&str> = content::placeholder::all("{done} of {total} {} {Not one}").into_iter().collect();
/// assert_eq!(names, ["done", "total"]);
/// ```
pub fn all(text: &str) -> BTreeSet<&str> {
    text.match_indices('{').filter_map(|(place, _)| at_start(&text[place..])).collect()
}

/// What the document of a second language lacks, adds or fills in differently, measured against the first's.
pub(crate) fn compare(first: &Document, second: &Document) -> Vec<Complaint> {
    let expected: BTreeMap<String, &str> = first.texts().into_iter().collect();
    let found: BTreeMap<String, &str> = second.texts().into_iter().collect();
    let mut complaints = Vec::new();
    for (key, text) in &expected {
        let Some(translated) = found.get(key) else {
            complaints.push(second.complain(key, Kind::MissingKey(key.clone())));
            continue;
        };
        for name in all(text).symmetric_difference(&all(translated)) {
            let kind = Kind::PlaceholderMismatch(key.clone(), (*name).to_owned());
            complaints.push(second.complain(translated, kind));
        }
    }
    for (key, text) in found.iter().filter(|(key, _)| !expected.contains_key(*key)) {
        complaints.push(second.complain(text, Kind::StrangeKey(key.clone())));
    }
    complaints
}
