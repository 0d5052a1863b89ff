//! Which guides there are: one for each phone family, each account, and each topic.
//!
//! A guide is named once, here; its steps, sources and words are content.

use std::fmt;
use std::str::FromStr;

use crate::account::Account;
use crate::platform::Platform;

/// The name of a guide.
///
/// ```
/// use domain::guide::GuideId;
/// use domain::platform::Platform;
/// assert_eq!("iphone".parse(), Ok(GuideId::Platform(Platform::Iphone)));
/// assert!("toaster".parse::<GuideId>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GuideId {
    /// How to secure one family of phones.
    Platform(Platform),
    /// How to make one account survive the loss of the phone.
    Account(Account),
    /// Something that does not depend on the phone.
    Topic(Topic),
}

/// A guide that does not depend on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// What to do once a phone is gone: the steps of the stolen walk.
    Stolen,
    /// Where a phone's number is found once the phone is gone.
    WithoutPhone,
    /// How to check a phone before paying for it.
    SecondHand,
    /// The national register that police search.
    Register,
    /// Trying out, from another device, the ways in that a theft leaves.
    Rehearsal,
    /// What lets a found phone come back to its owner.
    Return,
    /// What differs for children's, shared, work and visitors' phones.
    Differences,
    /// What to do when a stolen phone turns up again.
    Found,
}

impl Topic {
    /// Every topic.
    pub const ALL: &[Self] = &[
        Self::Stolen,
        Self::WithoutPhone,
        Self::SecondHand,
        Self::Register,
        Self::Rehearsal,
        Self::Return,
        Self::Differences,
        Self::Found,
    ];

    /// The stable name, used in file names and in the names of steps.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Stolen => "stolen",
            Self::WithoutPhone => "without-phone",
            Self::SecondHand => "second-hand",
            Self::Register => "register",
            Self::Rehearsal => "rehearsal",
            Self::Return => "return",
            Self::Differences => "differences",
            Self::Found => "found",
        }
    }
}

/// Not a guide of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownGuide;

impl GuideId {
    /// Every guide.
    pub fn all() -> impl Iterator<Item = Self> {
        let platforms = Platform::ALL.iter().copied().map(Self::Platform);
        let accounts = Account::ALL.iter().copied().map(Self::Account);
        let topics = Topic::ALL.iter().copied().map(Self::Topic);
        platforms.chain(accounts).chain(topics)
    }

    /// The stable name, used in addresses and file names.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Platform(platform) => platform.slug(),
            Self::Account(account) => account.slug(),
            Self::Topic(topic) => topic.slug(),
        }
    }

    /// The kind of guide, as `tools content` prints it.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Platform(_) => "platform",
            Self::Account(_) => "account",
            Self::Topic(_) => "topic",
        }
    }
}

impl fmt::Display for GuideId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl FromStr for GuideId {
    type Err = UnknownGuide;

    fn from_str(slug: &str) -> Result<Self, Self::Err> {
        Self::all().find(|guide| guide.slug() == slug).ok_or(UnknownGuide)
    }
}
