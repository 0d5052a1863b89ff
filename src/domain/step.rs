//! The name of a step, which outlives its wording.
//!
//! Ticks are kept by this name: rewording a step never loses one.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A stable name: lower-case letters, digits and single dashes, starting with a letter.
///
/// ```
/// use domain::step::StepId;
/// assert!("iphone-find-my".parse::<StepId>().is_ok());
/// assert!("iPhone find my".parse::<StepId>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StepId(Cow<'static, str>);

/// Why a text is not a step's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadStepId;

impl StepId {
    /// The longest name, in characters.
    pub const LONGEST: usize = 60;

    /// A name written in the program.
    ///
    /// # Panics
    /// When the name is malformed. Use it in constants only: there a mistake stops the build, not a page.
    pub const fn new(name: &'static str) -> Self {
        assert!(well_formed(name.as_bytes()), "a step's name is made of lower-case letters, digits and dashes");
        Self(Cow::Borrowed(name))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const fn well_formed(name: &[u8]) -> bool {
    if name.is_empty() || name.len() > StepId::LONGEST || !name[0].is_ascii_lowercase() {
        return false;
    }
    let mut place = 1;
    while place < name.len() {
        let dash = name[place] == b'-';
        if dash && (place + 1 == name.len() || name[place - 1] == b'-') {
            return false;
        }
        if !dash && !name[place].is_ascii_lowercase() && !name[place].is_ascii_digit() {
            return false;
        }
        place += 1;
    }
    true
}

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for StepId {
    type Err = BadStepId;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::try_from(name.to_owned())
    }
}

impl TryFrom<String> for StepId {
    type Error = BadStepId;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        if well_formed(name.as_bytes()) { Ok(Self(Cow::Owned(name))) } else { Err(BadStepId) }
    }
}

impl From<StepId> for String {
    fn from(id: StepId) -> Self {
        id.0.into_owned()
    }
}

impl fmt::Display for BadStepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a step's name")
    }
}
