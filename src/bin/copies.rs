//! The wasm of the pages on which copies are made and opened.
//!
//! The islands are in the library and export themselves; the feature `copies` chooses which (`src/islands/mod.rs`).

use ringfence as _;

fn main() {}
