//! A guide that a person can choose for their plan: that of a phone family or of an account.
//!
//! Topics are read by everybody and chosen by nobody, so a choice cannot name one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::guide::GuideId;
use crate::platform::Platform;

/// What a person chose.
///
/// ```
/// use domain::choice::Choice;
/// use domain::platform::Platform;
/// assert_eq!("iphone".parse(), Ok(Choice::Platform(Platform::Iphone)));
/// assert!("stolen".parse::<Choice>().is_err(), "a guide, but none to choose");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Choice {
    /// The guide of a phone family.
    Platform(Platform),
    /// The guide of an account.
    Account(Account),
}

/// Not a guide of this site, or one that nobody chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoChoice;

impl Choice {
    /// Everything that can be chosen, in the order in which people meet it.
    pub fn all() -> impl Iterator<Item = Self> {
        GuideId::all().filter_map(|guide| guide.try_into().ok())
    }

    /// The guide.
    pub const fn guide(self) -> GuideId {
        match self {
            Self::Platform(platform) => GuideId::Platform(platform),
            Self::Account(account) => GuideId::Account(account),
        }
    }

    /// The guide's stable name, used in saved records.
    pub const fn slug(self) -> &'static str {
        self.guide().slug()
    }
}

impl TryFrom<GuideId> for Choice {
    type Error = NoChoice;

    fn try_from(guide: GuideId) -> Result<Self, Self::Error> {
        match guide {
            GuideId::Platform(platform) => Ok(Self::Platform(platform)),
            GuideId::Account(account) => Ok(Self::Account(account)),
            GuideId::Topic(_) => Err(NoChoice),
        }
    }
}

impl From<Choice> for GuideId {
    fn from(choice: Choice) -> Self {
        choice.guide()
    }
}

impl FromStr for Choice {
    type Err = NoChoice;

    fn from_str(slug: &str) -> Result<Self, Self::Err> {
        slug.parse::<GuideId>().map_err(|_| NoChoice)?.try_into()
    }
}

impl TryFrom<String> for Choice {
    type Error = NoChoice;

    fn try_from(slug: String) -> Result<Self, Self::Error> {
        slug.parse()
    }
}

impl From<Choice> for String {
    fn from(choice: Choice) -> Self {
        choice.slug().to_owned()
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl fmt::Display for NoChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a guide to choose")
    }
}
