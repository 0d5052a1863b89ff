//! Why a run stopped: one sentence that says what is missing and what to do, and the log that shows it.
//! Everything here ends in front of a person at a terminal, so a failure is its sentence.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How much of a log a failure shows: enough for a compiler error, little enough to read.
const TAIL_LINES: usize = 40;

/// A run that cannot go on.
#[derive(Debug)]
pub struct Failure {
    sentence: String,
    log: Option<PathBuf>,
}

impl Failure {
    /// A failure that its sentence says in full.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), log: None }
    }

    /// A failure whose cause is in a log: its tail is shown with the sentence.
    pub fn logged(sentence: impl Into<String>, log: &Path) -> Self {
        Self { sentence: sentence.into(), log: Some(log.to_path_buf()) }
    }

    /// A file or folder that could not be read or written.
    pub fn file(doing: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("cannot {doing} {}: {error}.", path.display()))
    }

    /// What is missing and what to do, without the log.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// The same cause under a sentence that knows more about what to do.
    #[must_use]
    pub fn saying(self, sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(log) = &self.log {
            let text = fs::read(log).unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            writeln!(out, "--- the end of {} ---", log.display())?;
            writeln!(out, "{}\n---", tail(&text, TAIL_LINES))?;
        }
        write!(out, "{}", self.sentence)
    }
}

/// The last `lines` lines of a text.
fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.trim_end().lines().collect();
    all.get(all.len().saturating_sub(lines)..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::tail;

    #[test]
    fn a_tail_is_the_end_of_a_long_log_and_all_of_a_short_one() {
        assert_eq!(tail("1\n2\n3\n\n", 2), "2\n3");
        assert_eq!(tail("1\n", 2), "1");
        assert_eq!(tail("", 2), "");
    }
}
