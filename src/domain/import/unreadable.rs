//! Why a file is not read: one kind for every sentence that a page may have to say.
//!
//! A file is strange to us: it may be old, new, cut, somebody else's, or made to do harm. Whatever it is, the person is
//! told which, and the record stays as it was.

use std::fmt;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It has more bytes than any file of ours. Told before it is read.
    TooLarge {
        /// The most bytes of such a file.
        most: usize,
    },
    /// Another program saved it as UTF-16: saved as UTF-8, it can be read.
    Utf16,
    /// It is no text: a picture, a document, an archive.
    NotText,
    /// It is a text, but no file of this site.
    NotOurs,
    /// It begins like a file of ours and stops before its end: the download or the disk broke off.
    CutShort,
    /// It says that it is ours, but it is not well-formed: damaged, or changed by hand.
    Malformed,
    /// Brackets within brackets, deeper than any file of ours. Told before it is parsed.
    TooDeep,
    /// A newer version of this site made it: a newer page can read it.
    Newer,
    /// It is locked: it needs its passphrase first.
    Locked,
    /// It is not a locked file of ours, where one was asked for.
    NotLocked,
    /// A name stands in it twice, so nobody can say which value counts.
    NameTwice,
    /// A name stands in it that no file of ours has.
    NameUnknown,
    /// This part is missing.
    Missing(&'static str),
    /// This part is of the wrong kind, or out of its range.
    Wrong(&'static str),
    /// It asks for a way of locking that this site does not know, in this part.
    Method(&'static str),
    /// It asks for too little or too much work to open it. Told before any work is done.
    Rounds {
        /// The fewest rounds that are safe.
        least: u32,
        /// The most that a phone should be asked for.
        most: u32,
    },
    /// Its checksum does not agree: some of it changed after it was saved.
    Damaged,
    /// More phones than one record holds.
    TooManyPhones {
        /// The most that one record holds.
        most: usize,
        /// How many the file has.
        found: usize,
    },
    /// No code with a phone's slip was found in a picture.
    NoCode,
    /// The part of the site that reads pictures did not arrive or stopped.
    NoReader,
    /// Well-formed and undamaged, but what it says breaks a rule of the record: another program made or changed it.
    BrokenRule,
}

impl Unreadable {
    /// A name for the words that a page has for it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::Utf16 => "utf-16",
            Self::NotText => "not-text",
            Self::NotOurs => "not-ours",
            Self::CutShort => "cut-short",
            Self::Malformed => "malformed",
            Self::TooDeep => "too-deep",
            Self::Newer => "newer",
            Self::Locked => "locked",
            Self::NotLocked => "not-locked",
            Self::NameTwice => "name-twice",
            Self::NameUnknown => "name-unknown",
            Self::Missing(_) => "missing",
            Self::Wrong(_) => "wrong",
            Self::Method(_) => "method",
            Self::Rounds { .. } => "rounds",
            Self::Damaged => "damaged",
            Self::TooManyPhones { .. } => "too-many-phones",
            Self::NoCode => "no-code",
            Self::NoReader => "no-reader",
            Self::BrokenRule => "broken-rule",
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("empty"),
            Self::TooLarge { most } => write!(f, "more than {most} bytes"),
            Self::Utf16 => f.write_str("UTF-16 instead of UTF-8"),
            Self::NotText => f.write_str("not a text"),
            Self::NotOurs => f.write_str("not a file of this site"),
            Self::CutShort => f.write_str("cut short"),
            Self::Malformed => f.write_str("not well-formed"),
            Self::TooDeep => f.write_str("nested too deep"),
            Self::Newer => f.write_str("made by a newer version"),
            Self::Locked => f.write_str("locked"),
            Self::NotLocked => f.write_str("not a locked file"),
            Self::NameTwice => f.write_str("a name stands twice"),
            Self::NameUnknown => f.write_str("an unknown name"),
            Self::Missing(part) => write!(f, "without {part}"),
            Self::Wrong(part) => write!(f, "wrong {part}"),
            Self::Method(part) => write!(f, "unknown {part}"),
            Self::Rounds { least, most } => write!(f, "rounds outside {least} to {most}"),
            Self::Damaged => f.write_str("the checksum does not agree"),
            Self::TooManyPhones { most, found } => write!(f, "{found} phones where {most} fit"),
            Self::NoCode => f.write_str("no code in the picture"),
            Self::NoReader => f.write_str("no picture reader"),
            Self::BrokenRule => f.write_str("breaks a rule of the record"),
        }
    }
}
