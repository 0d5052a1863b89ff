//! A driver program that ends when the tests end, however they end.
//!
//! The test runner never drops what is shared between tests, and a program that was stopped cannot clean up: so a shell
//! waits for its input to close, which the system does for every process that ends, and then takes the driver, all its
//! browsers and their folder with it.

use std::io::{BufRead, BufReader, Read as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::trouble::{Outcome, Trouble};

/// `$1` is the folder to remove; the rest is the command to run.
const WATCH: &str = r#"folder=$1; shift; trap '' TERM; "$@" & read -r _; rm -rf "$folder"; kill -TERM 0; sleep 1; rm -rf "$folder"; kill -KILL 0"#;

/// A running driver.
#[derive(Debug)]
pub(crate) struct Guarded {
    /// Held for its input: when it closes, everything ends.
    _shell: Child,
}

impl Guarded {
    /// Starts a driver in a process group of its own and returns the first of its lines that `wanted` takes.
    pub(crate) fn start<T>(
        program: &Path,
        arguments: &[&str],
        folder: &Path,
        wanted: impl Fn(&str) -> Option<T>,
    ) -> Outcome<(Self, T)> {
        let mut shell = Command::new("sh");
        shell.args(["-c", WATCH, "sh"]).arg(folder).arg(program).args(arguments);
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).process_group(0);
        let mut shell = shell.spawn()?;
        let said = shell.stdout.take().ok_or_else(|| Trouble::new("the driver has no output"))?;
        let mut lines = BufReader::new(said);
        let mut line = String::new();
        loop {
            line.clear();
            if lines.read_line(&mut line)? == 0 {
                return Err(Trouble::new(format!("{} ended before it was ready", program.display())));
            }
            if let Some(found) = wanted(&line) {
                // A driver whose output nobody reads would stop when the pipe is full.
                std::thread::spawn(move || lines.read_to_end(&mut Vec::new()));
                return Ok((Self { _shell: shell }, found));
            }
        }
    }
}
