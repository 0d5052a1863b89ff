//! Why the area tables could not be made.
//!
//! A maintainer reads these: they name the file, the line and the check.

use std::fmt;
use std::path::{Path, PathBuf};

use super::refresh::Fault;

/// What went wrong, and where.
#[derive(Debug)]
pub enum Failure {
    /// A file could not be read or written.
    File(PathBuf, String),
    /// A file is not what its name says.
    Broken(String, String),
    /// A cell is missing or holds something else than its column should.
    Cell(String, usize, String),
    /// The figures fail a check: its name, and what was found.
    Check(&'static str, String),
    /// A publisher's file is not as it should be: where, and what is wrong.
    Download {
        /// The file, as it is called below the folder of downloads.
        file: String,
        /// The line, the header being the first.
        line: Option<u64>,
        /// The name of the column.
        column: Option<String>,
        /// What is wrong.
        fault: Fault,
    },
    /// A derived table does not read back.
    Table(&'static str, domain::table::Damage),
}

impl Failure {
    /// A file that could not be read or written.
    pub fn read(path: &Path, error: &impl fmt::Display) -> Self {
        Self::File(path.to_owned(), error.to_string())
    }

    /// A file that is not what its name says.
    pub fn broken(file: &str, error: &impl fmt::Display) -> Self {
        Self::Broken(file.to_owned(), error.to_string())
    }

    /// A cell of a table, by line and column name.
    pub fn cell(file: &str, line: usize, column: &str) -> Self {
        Self::Cell(file.to_owned(), line, column.to_owned())
    }

    /// Nothing when the check holds.
    pub fn unless(holds: bool, check: &'static str, found: impl fmt::Display) -> Result<(), Self> {
        if holds { Ok(()) } else { Err(Self::Check(check, found.to_string())) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Broken(file, error) => write!(f, "{file}: {error}"),
            Self::Cell(file, line, column) => write!(f, "{file}, line {line}: column {column} is missing or malformed"),
            Self::Check(check, found) => write!(f, "check failed: {check}; found {found}"),
            Self::Download { file, line, column, fault } => {
                f.write_str(file)?;
                line.map_or(Ok(()), |line| write!(f, ", line {line}"))?;
                column.as_ref().map_or(Ok(()), |column| write!(f, ", column {column}"))?;
                write!(f, ": {fault}")
            }
            Self::Table(table, damage) => write!(f, "{table} does not read back: {damage}"),
        }
    }
}

impl std::error::Error for Failure {}
