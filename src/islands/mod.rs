//! The living parts of the pages, one file each.
//!
//! An island's first view equals its prerendered HTML: the same words, the same branches. What storage, clock and media
//! say comes afterwards, as events.

#![allow(missing_docs, reason = "the macro `island` makes a struct without documentation")]

pub mod progress;
pub mod tick;
pub mod triage;

use serde::{Deserialize, Serialize};

/// The words of the islands of one page; a page carries only the ones it shows.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// How much of a guide is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<progress::Words>,
    /// The questions of the stolen walk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triage: Option<triage::Words>,
    /// The answer to a step of a guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tick: Option<tick::Words>,
}
