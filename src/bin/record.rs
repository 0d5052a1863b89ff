//! The wasm of the Record walk: reader, form and list.
//!
//! The islands are in the library and export themselves; the feature `record` chooses which (`src/islands/mod.rs`).

use ringfence as _;

fn main() {}
