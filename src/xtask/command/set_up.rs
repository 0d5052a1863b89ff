//! `cargo xtask set-up`: fetches everything that the other commands need, and nothing else.
//! For a machine that will be off the network later.

use crate::failure::Failure;
use crate::project::Project;
use crate::set_up;

/// Sets up all of it.
pub fn run(project: &Project) -> Result<(), Failure> {
    set_up::tester(project)?;
    set_up::builder(project)?;
    println!("everything is there");
    Ok(())
}
