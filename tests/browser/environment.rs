//! What `cargo xtask test` tells the tests: where the site, the browser and the checker are.
//!
//! Nothing is guessed: a test against the wrong build would say nothing.

use std::path::PathBuf;

use crate::trouble::{Outcome, Trouble};

/// The path that a variable holds.
pub(crate) fn path(name: &str) -> Outcome<PathBuf> {
    std::env::var_os(name)
        .map(PathBuf::from)
        .ok_or_else(|| Trouble::new(format!("{name} is not set: run `cargo xtask test`")))
}
