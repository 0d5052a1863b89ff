//! Text that a person typed, kept to a stated length.
//!
//! Trimmed, without control characters, never longer than its field says; `Debug` shows only how long it is, because
//! what people type here is theirs.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A line or paragraph of at most `LONGEST` characters.
///
/// ```
/// use domain::text::{Text, TextError};
/// let name: Text<20> = "  my blue phone ".try_into().expect("short enough");
/// assert_eq!(name.as_str(), "my blue phone");
/// assert_eq!(Text::<3>::try_from("four"), Err(TextError::TooLong { longest: 3, found: 4 }));
/// ```
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const LONGEST: usize>(String);

/// Why a text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// More characters than the field holds.
    TooLong {
        /// How many it holds.
        longest: usize,
        /// How many there were.
        found: usize,
    },
}

impl<const LONGEST: usize> Text<LONGEST> {
    /// The text as it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What is kept of a text as it was typed, when it has no more than `longest` characters.
pub(crate) fn bounded(typed: &str, longest: usize) -> Result<String, TextError> {
    let clean: String =
        typed.chars().filter(|character| !character.is_control() || matches!(character, '\n' | '\t')).collect();
    let clean = clean.trim();
    let found = clean.chars().count();
    if found > longest { Err(TextError::TooLong { longest, found }) } else { Ok(clean.to_owned()) }
}

impl<const LONGEST: usize> TryFrom<&str> for Text<LONGEST> {
    type Error = TextError;

    fn try_from(typed: &str) -> Result<Self, Self::Error> {
        bounded(typed, LONGEST).map(Self)
    }
}

impl<const LONGEST: usize> TryFrom<String> for Text<LONGEST> {
    type Error = TextError;

    fn try_from(typed: String) -> Result<Self, Self::Error> {
        Self::try_from(typed.as_str())
    }
}

impl<const LONGEST: usize> From<Text<LONGEST>> for String {
    fn from(text: Text<LONGEST>) -> Self {
        text.0
    }
}

impl<const LONGEST: usize> fmt::Debug for Text<LONGEST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::TooLong { longest, found } = self;
        write!(f, "{found} characters where {longest} fit")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_lines_stay() {
        let text: Text<20> = "a\u{0}b\nc\u{7}".try_into().expect("short");
        assert_eq!(text.as_str(), "ab\nc");
    }

    #[test]
    fn debug_keeps_a_secret() {
        let text: Text<20> = "secret".try_into().expect("short");
        assert_eq!(format!("{text:?}"), "Text(6 characters)");
    }

    #[test]
    fn reading_back_goes_through_the_same_gate() {
        assert!(serde_json::from_str::<Text<3>>("\"four\"").is_err());
        assert_eq!(serde_json::to_string(&Text::<9>::try_from(" x ").expect("short")).expect("json"), "\"x\"");
    }
}
