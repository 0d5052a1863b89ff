//! The area pipeline as a library, so that tests can call what the commands call.
//!
//! The commands themselves are in `main.rs`, one a file.

pub mod area;
pub mod areas;
pub mod lines;
pub mod pictures;

/// What a command ends with: nothing more to say, or one sentence for the person who called it.
pub type Outcome = Result<(), String>;
