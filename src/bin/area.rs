//! The wasm of the Area walk: the search and its answer.
//!
//! The islands are in the library and export themselves; the feature `area` chooses which (`src/islands/mod.rs`).

use ringfence as _;

fn main() {}
