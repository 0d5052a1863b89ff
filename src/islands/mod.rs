//! The living parts of the pages, one file each.
//!
//! An island's first view equals its prerendered HTML: the same words, the same branches. What storage, clock and media
//! say comes afterwards, as events.

#![allow(missing_docs, reason = "the macro `island` makes a struct without documentation")]

#[cfg(any(feature = "area", feature = "ssr"))]
pub mod area_around;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod area_atlas;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod area_beside;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod area_chart;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod area_place;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod area_result;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod area_search;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod copies;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod copy_answer;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod copy_numbers;
#[cfg(any(feature = "record", feature = "copies", feature = "ssr"))]
pub mod copy_status;
#[cfg(any(feature = "stolen", feature = "ssr"))]
pub mod device;
#[cfg(any(feature = "stolen", feature = "ssr"))]
pub mod document;
#[cfg(any(feature = "secure", feature = "ssr"))]
pub mod erase;
#[cfg(any(feature = "secure", feature = "ssr"))]
pub mod freshness;
#[cfg(any(feature = "stolen", feature = "ssr"))]
pub mod leave;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod locked_copy;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod newer_months;
#[cfg(any(feature = "record", feature = "ssr"))]
pub mod number;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod open;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod paper_copy;
#[cfg(any(feature = "record", feature = "ssr"))]
pub mod phone_clash;
#[cfg(any(feature = "record", feature = "ssr"))]
pub mod phone_form;
#[cfg(any(feature = "record", feature = "ssr"))]
pub mod phone_list;
#[cfg(any(feature = "record", feature = "ssr"))]
pub mod picture;
#[cfg(any(feature = "secure", feature = "ssr"))]
pub mod plan;
#[cfg(any(feature = "stall", feature = "ssr"))]
pub mod practice;
#[cfg(any(feature = "secure", feature = "ssr"))]
pub mod progress;
#[cfg(any(feature = "record", feature = "ssr"))]
pub mod record;
#[cfg(any(feature = "stolen", feature = "ssr"))]
pub mod report;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod second_device;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod sort;
#[cfg(any(feature = "secure", feature = "ssr"))]
pub mod tick;
#[cfg(any(feature = "stolen", feature = "ssr"))]
pub mod triage;
