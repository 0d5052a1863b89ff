//! Set-up, build, serve, test and audit, with one command each: `cargo xtask serve` on a fresh machine is enough.
//! It compiles in seconds, so that the first thing a stranger sees is what is being done for them.

mod cache;
pub mod command;
mod failure;
mod lock_file;
mod program;
mod project;
pub mod server;
pub mod set_up;
mod stage;
mod tally;
mod version;

pub use failure::Failure;
pub use project::Project;
