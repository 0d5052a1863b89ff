//! The words that lock a file, as a person chooses and types them.
//!
//! Nobody can open the file without them, and nobody can bring them back: so the rules are few, and small slips of a
//! phone's keyboard, such as a space at the end, do no harm. `Debug` shows nothing.

use std::fmt;

/// A passphrase, tidied: white space at both ends is gone, and inside it is one space.
///
/// White space is the space, the tab, the line's ends and U+00A0. Capital letters count. Before the text becomes bytes,
/// it is put in Unicode's form NFC (as RFC 8265 does for passwords), so that "é" is the same from every keyboard; that
/// is the browser's part, because the tables are there. An independent reader does the same: see docs/formats.md.
///
/// ```
/// use domain::passphrase::{Passphrase, PassphraseError};
/// assert!(Passphrase::chosen("correct  horse battery ").is_ok_and(|words| words.as_str() == "correct horse battery"));
/// assert_eq!(Passphrase::chosen("password1").err(), Some(PassphraseError::TooShort { least: 12, found: 9 }));
/// assert!(Passphrase::typed("password1").is_ok());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

/// Why a text is no passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassphraseError {
    /// Nothing was typed.
    Empty,
    /// Too few characters to lock a new file with.
    TooShort {
        /// The fewest that will do.
        least: usize,
        /// How many there were.
        found: usize,
    },
    /// More characters than anybody types.
    TooLong {
        /// The most that are taken.
        most: usize,
        /// How many there were.
        found: usize,
    },
}

impl Passphrase {
    /// The fewest characters of a passphrase of one's own. No other rule: rules make people choose alike.
    pub const LEAST: usize = 12;
    /// The most characters: whole paragraphs pass, a pasted file does not.
    pub const MOST: usize = 1_000;

    /// A passphrase to lock a new file with.
    pub fn chosen(typed: &str) -> Result<Self, PassphraseError> {
        let passphrase = Self::typed(typed)?;
        let found = passphrase.0.chars().count();
        if found < Self::LEAST { Err(PassphraseError::TooShort { least: Self::LEAST, found }) } else { Ok(passphrase) }
    }

    /// A passphrase to try on a file, however short: the file may come from another program.
    pub fn typed(typed: &str) -> Result<Self, PassphraseError> {
        let tidy = typed.split([' ', '\t', '\n', '\r', '\u{a0}']).filter(|word| !word.is_empty());
        let tidy = tidy.collect::<Vec<_>>().join(" ");
        match tidy.chars().count() {
            0 => Err(PassphraseError::Empty),
            found if found > Self::MOST => Err(PassphraseError::TooLong { most: Self::MOST, found }),
            _ => Ok(Self(tidy)),
        }
    }

    /// The tidied text, not yet in form NFC.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

impl fmt::Display for PassphraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("no passphrase"),
            Self::TooShort { least, found } => write!(f, "{found} characters where {least} are needed"),
            Self::TooLong { most, found } => write!(f, "{found} characters where {most} are the most"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_a_keyboard_do_no_harm_and_letters_count() {
        let plain = Passphrase::chosen("cosy otter maps").expect("long enough");
        for same in [" cosy otter maps", "cosy otter maps \n", "cosy\u{a0}otter\t maps"] {
            assert_eq!(Passphrase::typed(same), Ok(plain.clone()), "{same:?}");
        }
        for other in ["Cosy otter maps", "cosyottermaps", "cosy otter maps.", "cosy\u{2003}otter maps"] {
            assert_ne!(Passphrase::typed(other), Ok(plain.clone()), "{other:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(Passphrase::chosen("пароль замка").is_ok());
        let short = Passphrase::chosen("ünüñé éàç");
        assert_eq!(short, Err(PassphraseError::TooShort { least: 12, found: 9 }));
        assert_eq!(Passphrase::typed(" \t\u{a0}"), Err(PassphraseError::Empty));
        let long = "x".repeat(100_000);
        assert_eq!(Passphrase::typed(&long), Err(PassphraseError::TooLong { most: 1_000, found: 100_000 }));
        // What is tidied away does not count.
        assert!(Passphrase::typed(&" ".repeat(100_000)).is_err());
        assert_eq!(Passphrase::chosen("a          b"), Err(PassphraseError::TooShort { least: 12, found: 3 }));
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Passphrase::typed("secret")), "Ok(Passphrase(..))");
    }
}
