//! Names that are the same in every language, such as iPhone.
//!
//! A translator leaves them alone, and nobody reads `Authenticator` slower for its syllables.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::complaint::Complaint;
use crate::file::ContentFile;

/// The list of names by their first letter, the longest of each letter first.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<char, Vec<String>>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    names: Vec<String>,
}

impl Names {
    pub(crate) fn read(root: &Path) -> Result<Self, Complaint> {
        let file: NamesFile = ContentFile::read(root, "names.toml")?.parse()?;
        Ok(file.names.into_iter().collect())
    }

    /// The same list with more names.
    #[must_use]
    pub fn with(self, more: impl IntoIterator<Item = String>) -> Self {
        self.0.into_values().flatten().chain(more).collect()
    }

    /// Every name.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(String::as_str)
    }

    /// The longest name that a text starts with, as a whole word.
    pub fn at_start(&self, text: &str) -> Option<&str> {
        let whole = |name: &&String| {
            text.strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        self.0.get(&text.chars().next()?)?.iter().find(whole).map(String::as_str)
    }
}

impl FromIterator<String> for Names {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        let mut by_letter: BTreeMap<char, Vec<String>> = BTreeMap::new();
        for name in names {
            if let Some(letter) = name.chars().next() {
                by_letter.entry(letter).or_default().push(name);
            }
        }
        for names in by_letter.values_mut() {
            names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            names.dedup();
        }
        Self(by_letter)
    }
}
