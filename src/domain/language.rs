//! The closed list of languages, their direction and their address part.
//!
//! Two pseudo-languages are languages like any other, so that a test can show every page in them; no build ships them.

use std::fmt;
use std::str::FromStr;

/// A language the site can be shown in.
///
/// ```
/// use domain::language::Language;
/// assert_eq!("en".parse(), Ok(Language::English));
/// assert!("xx".parse::<Language>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// British English, the language the site is written in.
    English,
    /// English with accents, 40% longer: shows text that is not translated and layouts that are too tight.
    PseudoLong,
    /// English written right to left: shows layouts that assume a direction.
    PseudoRightToLeft,
}

/// The direction a language is written in, as HTML's `dir` wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    LeftToRight,
    /// Right to left.
    RightToLeft,
}

/// Not a language of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl Language {
    /// Every language that ships.
    pub const RELEASED: &[Self] = &[Self::English];
    /// The languages that exist to test the others; prerendered into a test folder only.
    pub const PSEUDO: &[Self] = &[Self::PseudoLong, Self::PseudoRightToLeft];

    /// The BCP 47 tag, which is also the first part of every address. `XA` and `XB` are reserved for private use.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::PseudoLong => "en-XA",
            Self::PseudoRightToLeft => "ar-XB",
        }
    }

    /// The direction the language is written in.
    pub const fn direction(self) -> Direction {
        match self {
            Self::English | Self::PseudoLong => Direction::LeftToRight,
            Self::PseudoRightToLeft => Direction::RightToLeft,
        }
    }
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::RELEASED.iter().chain(Self::PSEUDO).copied().find(|language| language.tag() == tag).ok_or(UnknownLanguage)
    }
}
