//! The command line of `cargo xtask`.
//! It reads what was asked and says what went wrong; the work is in the library.

use std::process::ExitCode;

use xtask::{Failure, Project, command};

const USAGE: &str = "usage: cargo xtask serve|test|dev|build|audit|set-up";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let project = Project::here()?;
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["set-up"] => command::set_up::run(&project),
        _ => Err(Failure::new(USAGE)),
    }
}
