//! The wasm of the Stolen walk: triage and the report.
//!
//! The islands are in the library and export themselves; the feature `stolen` chooses which (`src/islands/mod.rs`).

use ringfence as _;

fn main() {}
