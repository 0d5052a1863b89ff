//! The command line of `cargo xtask`.
//! It reads what was asked and says what went wrong; the work is in the library.

use std::process::ExitCode;

use xtask::command::{self, serve};
use xtask::{Failure, Project};

const USAGE: &str = "usage: cargo xtask COMMAND
  serve [--port N] [--no-build]  set up, build, and serve the site at http://127.0.0.1:8080/
  test                           set up, and run every check there is
  dev                            set up, and build and reload at each change
  build                          set up, and build the site into dist/
  audit                          set up, build, look at sizes and dates, and fuzz
  set-up                         fetch everything that the other commands need";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run(&arguments).unwrap_or_else(|failure| {
        eprintln!("{failure}");
        ExitCode::FAILURE
    })
}

fn run(arguments: &[&str]) -> Result<ExitCode, Failure> {
    let project = Project::here()?;
    match arguments {
        ["serve", options @ ..] => {
            let options = serve::Options::read(options).ok_or_else(|| Failure::new(USAGE))?;
            command::serve::run(&project, options)
        }
        ["test"] => return Ok(command::test::run(&project)),
        ["dev"] => command::dev::run(&project),
        ["build"] => command::build::run(&project),
        ["audit"] => command::audit::run(&project),
        ["set-up"] => command::set_up::run(&project),
        _ => Err(Failure::new(USAGE)),
    }
    .map(|()| ExitCode::SUCCESS)
}
