//! Lines of output for a person or a program that may stop reading.
//!
//! `tools areas --all | head -1` ends quietly: a reader who has seen enough is no failure.

use std::io::{BufWriter, ErrorKind, Write};

use crate::Outcome;

/// Prints lines in order. An error in one of them stops the printing.
pub fn print(lines: impl IntoIterator<Item = Result<String, String>>) -> Outcome {
    print_to(BufWriter::new(std::io::stdout().lock()), lines)
}

/// The same, to any writer.
pub fn print_to(mut out: impl Write, lines: impl IntoIterator<Item = Result<String, String>>) -> Outcome {
    for line in lines {
        if !heard(writeln!(out, "{}", line?))? {
            return Ok(());
        }
    }
    heard(out.flush()).map(|_| ())
}

/// Prints one text and a line break.
pub fn print_one(text: impl Into<String>) -> Outcome {
    print([Ok(text.into())])
}

/// Whether somebody still reads.
fn heard(written: std::io::Result<()>) -> Result<bool, String> {
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(format!("standard output: {error}")),
    }
}
