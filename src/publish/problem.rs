//! What can go wrong while a site is published, in one sentence for the maintainer.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a site could not be published.
#[derive(Debug)]
pub enum Problem {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// Trunk's output is not what this program knows how to publish.
    Unexpected(String),
}

impl Problem {
    /// A problem with one file.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::File(path, error)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Unexpected(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for Problem {}
