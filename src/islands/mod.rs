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
