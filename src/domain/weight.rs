//! How much a step saves its owner.
//!
//! Five grades are as fine as anybody can judge; the coverage table in docs/coverage.md says how they were given.

use serde::{Deserialize, Serialize};

/// How much a step saves, from 1 to 5, 5 the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Weight(u8);

impl Weight {
    /// From this weight on a step is one of those that decide whether a harm can still happen.
    pub const KEY: Self = Self(4);

    /// The weight as a number from 1 to 5.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Weight {
    type Error = &'static str;

    fn try_from(weight: u8) -> Result<Self, Self::Error> {
        if (1..=5).contains(&weight) { Ok(Self(weight)) } else { Err("a weight is a number from 1 to 5") }
    }
}

impl From<Weight> for u8 {
    fn from(weight: Weight) -> Self {
        weight.0
    }
}
