//! A text that is shown exactly as it stands.
//!
//! Stray Markdown in such a text would reach readers as punctuation, so it is refused where the text is read.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::markup::BadMarkup;

/// A text without markup, and not empty.
///
/// ```
/// use content::plain::Plain;
/// assert!("Dial *#06# & write it down".parse::<Plain>().is_ok());
/// assert!("Dial **it**".parse::<Plain>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Plain(String);

/// Whether something in a text looks like an HTML tag.
pub(crate) fn has_tag(text: &str) -> bool {
    let tag = |rest: &str| rest.starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next));
    text.split('<').skip(1).any(tag)
}

impl FromStr for Plain {
    type Err = BadMarkup;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for Plain {
    type Error = BadMarkup;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.trim().is_empty() {
            Err(BadMarkup::Empty)
        } else if has_tag(&text) {
            Err(BadMarkup::Html)
        } else if ["**", "`", "]("].iter().any(|sign| text.contains(sign)) {
            Err(BadMarkup::NotPlain)
        } else {
            Ok(Self(text))
        }
    }
}

impl From<Plain> for String {
    fn from(text: Plain) -> Self {
        text.0
    }
}

impl Deref for Plain {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{BadMarkup, Plain};

    #[test]
    fn markup_is_refused_and_signs_are_not() {
        for good in ["Dial *#06#", "a < b", "5 > 4 & 3", "[your name]", "iPhone <3", "100%"] {
            assert!(good.parse::<Plain>().is_ok(), "{good}");
        }
        for (bad, why) in [
            (" ", BadMarkup::Empty),
            ("<b>now</b>", BadMarkup::Html),
            ("now</b>", BadMarkup::Html),
            ("a <!-- b", BadMarkup::Html),
            ("**now**", BadMarkup::NotPlain),
            ("dial `999`", BadMarkup::NotPlain),
            ("[here](tel:999)", BadMarkup::NotPlain),
        ] {
            assert_eq!(bad.parse::<Plain>(), Err(why), "{bad}");
        }
    }
}
