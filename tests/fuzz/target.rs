//! The doors that are tried, by name.
//!
//! Each knows what must hold behind it, and which inputs people and older versions already gave us.

use std::fs;

use tests::source::root;

use crate::{imei_reader, import, locked_header, saved_record, slip};

/// A door through which strangers' bytes come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A text that is read for phones' numbers.
    ImeiReader,
    /// A file that a person picked.
    Import,
    /// What lies in the browser's store.
    SavedRecord,
    /// The lines in a code from another screen.
    Slip,
    /// A locked file, before its passphrase is asked for.
    LockedHeader,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::ImeiReader, Self::Import, Self::SavedRecord, Self::Slip, Self::LockedHeader];

    /// Its name in commands and files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ImeiReader => "imei_reader",
            Self::Import => "import",
            Self::SavedRecord => "saved_record",
            Self::Slip => "slip",
            Self::LockedHeader => "locked_header",
        }
    }

    /// The target of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.name() == name)
    }

    /// Holds the door to its promises.
    ///
    /// # Panics
    /// When one is broken: that is a finding.
    pub fn try_on(self, input: &[u8]) {
        match self {
            Self::ImeiReader => imei_reader::try_on(input),
            Self::Import => import::try_on(input),
            Self::SavedRecord => saved_record::try_on(input),
            Self::Slip => slip::try_on(input),
            Self::LockedHeader => locked_header::try_on(input),
        }
    }

    /// Inputs to begin with, from the fixtures.
    ///
    /// # Panics
    /// When a fixture is gone.
    pub fn seeds(self) -> Vec<Vec<u8>> {
        match self {
            Self::ImeiReader => imei_reader::seeds(),
            Self::Import => import::seeds(),
            Self::SavedRecord => saved_record::seeds(),
            Self::Slip => slip::seeds(),
            Self::LockedHeader => locked_header::seeds(),
        }
    }
}

/// A fixture.
pub(crate) fn fixture(path: &str) -> String {
    let path = root().join("tests/fixtures").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text that stands in this part of a file of ours, out of its quotation marks.
pub(crate) fn part(file: &str, name: &str) -> String {
    let parts: serde_json::Value = serde_json::from_str(file).expect("a file of ours");
    parts[name].as_str().expect("a part of it").to_owned()
}
