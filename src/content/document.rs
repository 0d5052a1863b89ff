//! The words of one file in one language, before anybody gives them a shape.
//!
//! English documents are read from the disk; those of a pseudo-language are made from the English ones in memory.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::complaint::{Complaint, Kind};
use crate::file::ContentFile;

/// A document and where it came from.
#[derive(Clone, Debug)]
pub(crate) enum Document {
    /// As it stands in a file: mistakes have a line.
    Written(ContentFile, Table),
    /// Made from the document of a file.
    Made(PathBuf, Table),
}

impl Document {
    pub(crate) fn read(root: &Path, path: PathBuf) -> Result<Self, Complaint> {
        let file = ContentFile::read(root, path)?;
        let table = file.parse()?;
        Ok(Self::Written(file, table))
    }

    /// The document as a typed value; every key must have its place in the type.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, Complaint> {
        match self {
            Self::Written(file, _) => file.parse(),
            Self::Made(path, table) => table
                .clone()
                .try_into()
                .map_err(|error| Complaint::new(path, None, Kind::Malformed(error.message().to_owned()))),
        }
    }

    /// A complaint about the document; the line is the first on which the text stands.
    pub(crate) fn complain(&self, text: &str, kind: Kind) -> Complaint {
        match self {
            Self::Written(file, _) => file.complain_where(text, kind),
            Self::Made(path, _) => Complaint::new(path, None, kind),
        }
    }

    /// The same document with every text changed.
    pub(crate) fn map(&self, change: &impl Fn(&str) -> String) -> Self {
        let path = match self {
            Self::Written(file, _) => file.path().to_owned(),
            Self::Made(path, _) => path.clone(),
        };
        let table = self.table().iter().map(|(key, value)| (key.clone(), map_value(value, change))).collect();
        Self::Made(path, table)
    }

    /// Every text with the path of keys that leads to it, such as `step.iphone-find-my.path.0`.
    pub(crate) fn texts(&self) -> Vec<(String, &str)> {
        let mut texts = Vec::new();
        for (key, value) in self.table() {
            collect_texts(key.clone(), value, &mut texts);
        }
        texts
    }

    fn table(&self) -> &Table {
        match self {
            Self::Written(_, table) | Self::Made(_, table) => table,
        }
    }
}

fn map_value(value: &Value, change: &impl Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(text)),
        Value::Array(values) => Value::Array(values.iter().map(|value| map_value(value, change)).collect()),
        Value::Table(table) => {
            Value::Table(table.iter().map(|(key, value)| (key.clone(), map_value(value, change))).collect())
        }
        other => other.clone(),
    }
}

fn collect_texts<'a>(path: String, value: &'a Value, texts: &mut Vec<(String, &'a str)>) {
    match value {
        Value::String(text) => texts.push((path, text)),
        Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                collect_texts(format!("{path}.{place}"), value, texts);
            }
        }
        Value::Table(table) => {
            for (key, value) in table {
                collect_texts(format!("{path}.{key}"), value, texts);
            }
        }
        _ => {}
    }
}
