//! One content file, read from the disk, that knows on which line each thing in it stands.
//!
//! A complaint without a line costs the person who edits the file a search.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::complaint::{Complaint, Kind};

/// The text of a TOML file and its place under the content folder.
#[derive(Clone, Debug)]
pub(crate) struct ContentFile {
    path: PathBuf,
    text: String,
}

impl ContentFile {
    pub(crate) fn read(root: &Path, path: impl Into<PathBuf>) -> Result<Self, Complaint> {
        let path = path.into();
        match fs::read_to_string(root.join(&path)) {
            Ok(text) => Ok(Self { path, text }),
            Err(error) => Err(Complaint::new(&path, None, Kind::Unreadable(error.to_string()))),
        }
    }

    /// The file as a typed value; every key must have its place in the type.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, Complaint> {
        toml::from_str(&self.text).map_err(|error| {
            let line = error.span().map(|span| self.line(&span));
            Complaint::new(&self.path, line, Kind::Malformed(error.message().to_owned()))
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A complaint about what stands at a place of the text.
    pub(crate) fn complain(&self, span: &Range<usize>, kind: Kind) -> Complaint {
        Complaint::new(&self.path, Some(self.line(span)), kind)
    }

    /// A complaint about the first place where a text stands.
    pub(crate) fn complain_where(&self, text: &str, kind: Kind) -> Complaint {
        match self.text.find(text) {
            Some(start) => self.complain(&(start..start), kind),
            None => self.complain_of_all(kind),
        }
    }

    /// A complaint about the file as a whole.
    pub(crate) fn complain_of_all(&self, kind: Kind) -> Complaint {
        Complaint::new(&self.path, None, kind)
    }

    /// The line on which something starts, counted from 1.
    pub(crate) fn line(&self, span: &Range<usize>) -> usize {
        1 + self.text.bytes().take(span.start).filter(|byte| *byte == b'\n').count()
    }
}

/// The stems of the TOML files in a folder, in order of name; a folder that is not there has none.
pub(crate) fn stems(folder: &Path) -> Vec<String> {
    names(folder).filter_map(|name| name.strip_suffix(".toml").map(str::to_owned)).collect()
}

/// The names of the folders in a folder, in order.
pub(crate) fn folders(folder: &Path) -> Vec<String> {
    names(folder).filter(|name| folder.join(name).is_dir()).collect()
}

fn names(folder: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names.into_iter()
}
