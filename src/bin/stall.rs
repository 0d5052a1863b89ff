//! The wasm of the Stall walk: the practice phone.
//!
//! The islands are in the library and export themselves; the feature `stall` chooses which (`src/islands/mod.rs`).

use ringfence as _;

fn main() {}
