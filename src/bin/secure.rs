//! The wasm of the Secure walk: ticks, progress, and the button that erases.
//!
//! The islands are in the library and export themselves; the feature `secure` chooses which (`src/islands/mod.rs`).

use ringfence as _;

fn main() {}
