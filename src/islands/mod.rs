//! The living parts of the pages, one file each.
//!
//! An island's first view equals its prerendered HTML: the same words, the same branches. What storage, clock and media
//! say comes afterwards, as events.

#![allow(missing_docs, reason = "the macro `island` makes a struct without documentation")]

pub mod area_result;
pub mod area_search;
pub mod document;
pub mod erase;
pub mod number;
pub mod phone_form;
pub mod phone_list;
pub mod practice;
pub mod progress;
pub mod record;
pub mod report;
pub mod report_field;
pub mod sort;
pub mod tick;
pub mod triage;

use serde::{Deserialize, Serialize};

/// The words of the islands of one page; a page carries only the ones it shows.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// The look-up of places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<area_search::Words>,
    /// Deleting everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erase: Option<erase::Words>,
    /// The practice phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub practice: Option<practice::Words>,
    /// How much of a guide is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<progress::Words>,
    /// The number reader with its form and its list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<number::Words>,
    /// The report of the stolen walk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<report::Words>,
    /// The questions of the stolen walk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triage: Option<triage::Words>,
    /// The answer to a step of a guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tick: Option<tick::Words>,
}
