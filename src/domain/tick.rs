//! What a person said of a step.
//!
//! Three answers, because a step that does not exist on a phone must not look undone for ever.

use serde::{Deserialize, Serialize};

/// What a person said of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tick {
    /// It is done.
    Done,
    /// This phone does not have it.
    NotOnMyPhone,
    /// Later, or never: the person's choice.
    NotNow,
}

impl Tick {
    /// Every answer, in the order a page offers them.
    pub const ALL: &[Self] = &[Self::Done, Self::NotOnMyPhone, Self::NotNow];
}
