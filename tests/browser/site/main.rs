//! The walks and the promises that hold for every page, on the release build.
//!
//! `cargo xtask test` builds the site and runs this; each module is a walk or a promise.

mod access;
mod area;
mod area_around;
mod area_atlas;
mod boot;
mod borrowed;
mod clash;
mod code;
mod copies;
mod hostile;
mod keyboard;
mod matrix;
mod newer_months;
mod numbers;
mod offline;
mod open;
mod picture;
mod plan;
mod plenty;
mod pseudo;
mod record;
mod refusal;
mod report;
mod scripts_off;
mod secure;
mod shell;
mod silence;
mod stall;
mod stolen;
mod store;
mod torn;
mod updates;

/// Nothing may be wrong; everything that is, is shown at once.
#[track_caller]
fn assert_sound(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
