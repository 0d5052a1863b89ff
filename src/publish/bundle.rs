//! One script and one wasm: the living parts of one walk.
//!
//! A person who reads what to do after a theft does not wait for the code of the number reader.

use std::fmt;

/// A script with its wasm. Each is built by a program of the same name in `src/bin`, with the feature of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bundle {
    /// The number reader and the list of phones.
    Record,
    /// Ways off the phone, and the way back.
    Copies,
    /// Ticks and progress.
    Secure,
    /// Triage and the report.
    Stolen,
    /// The search for an area.
    Area,
    /// The practice phone.
    Stall,
}

impl Bundle {
    /// Every bundle.
    pub const ALL: [Self; 6] = [Self::Record, Self::Copies, Self::Secure, Self::Stolen, Self::Area, Self::Stall];

    /// The name of its program, and the stem of its files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Copies => "copies",
            Self::Secure => "secure",
            Self::Stolen => "stolen",
            Self::Area => "area",
            Self::Stall => "stall",
        }
    }
}

impl Bundle {
    /// May its pages start the picture reader?
    pub const fn reads_pictures(self) -> bool {
        matches!(self, Self::Record | Self::Copies)
    }
}

impl fmt::Display for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
