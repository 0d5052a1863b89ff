//! Reading the raw tables: xz-compressed CSV and TopoJSON, as `../shared/data/README.md` describes them.
//!
//! The raw tables are never committed; what is derived from them is.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::failure::Failure;

/// A folder of raw tables, and a note of each one read.
#[derive(Debug)]
pub struct Raw {
    folder: PathBuf,
    fresh: Vec<(String, Vec<u8>)>,
    read: Vec<Seen>,
}

/// A raw table that was read.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Seen {
    /// Its file name.
    pub file: String,
    /// SHA-256 of the file as it lies there, compressed.
    pub sha256: String,
    /// Rows below the header; for TopoJSON, features.
    pub rows: usize,
}

/// A CSV table with its header.
#[derive(Debug)]
pub struct Table {
    file: String,
    header: csv::StringRecord,
    /// Where each column stands: the widest table has two hundred.
    places: HashMap<String, usize>,
    rows: Vec<csv::StringRecord>,
}

/// One row of a [`Table`], read by column name.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    line: usize,
    cells: &'a csv::StringRecord,
}

impl Raw {
    /// The raw tables in a folder.
    pub fn new(folder: &Path) -> Self {
        Self::with(folder, Vec::new())
    }

    /// The same, with some tables read from memory instead: as the folder will be once these are written there.
    pub fn with(folder: &Path, fresh: Vec<(String, Vec<u8>)>) -> Self {
        Self { folder: folder.to_owned(), fresh, read: Vec::new() }
    }

    /// Whether there is a table of this name.
    pub fn has(&self, file: &str) -> bool {
        self.fresh.iter().any(|(name, _)| name == file) || self.folder.join(file).is_file()
    }

    /// What was read so far, in the order of reading.
    pub fn read(&self) -> &[Seen] {
        &self.read
    }

    /// A table as it is once unpacked.
    pub fn plain(&mut self, file: &str) -> Result<Vec<u8>, Failure> {
        let path = self.folder.join(file);
        let packed = match self.fresh.iter().find(|(name, _)| name == file) {
            Some((_, bytes)) => bytes.clone(),
            None => std::fs::read(&path).map_err(|error| Failure::read(&path, &error))?,
        };
        let digest = Sha256::digest(&packed);
        let sha256 = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let sha256 = sha256.filter_map(|half| char::from_digit(u32::from(half), 16)).collect();
        let mut plain = Vec::new();
        liblzma::read::XzDecoder::new(packed.as_slice())
            .read_to_end(&mut plain)
            .map_err(|error| Failure::read(&path, &error))?;
        self.read.push(Seen { file: file.to_owned(), sha256, rows: 0 });
        Ok(plain)
    }

    fn note_rows(&mut self, rows: usize) {
        if let Some(last) = self.read.last_mut() {
            last.rows = rows;
        }
    }

    /// Reads a CSV table.
    pub fn csv(&mut self, file: &str) -> Result<Table, Failure> {
        let bytes = self.plain(file)?;
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let broken = |error: csv::Error| Failure::broken(file, &error);
        let header = reader.headers().map_err(broken)?.clone();
        let rows = reader.records().collect::<Result<Vec<_>, _>>().map_err(broken)?;
        self.note_rows(rows.len());
        let places = header.iter().enumerate().map(|(at, name)| (name.to_owned(), at)).collect();
        Ok(Table { file: file.to_owned(), header, places, rows })
    }

    /// Reads a JSON file; `rows` says how many features it holds.
    pub fn json<T: DeserializeOwned>(&mut self, file: &str, rows: impl Fn(&T) -> usize) -> Result<T, Failure> {
        let bytes = self.plain(file)?;
        let value = serde_json::from_slice(&bytes).map_err(|error| Failure::broken(file, &error))?;
        self.note_rows(rows(&value));
        Ok(value)
    }
}

/// How hard a table is packed, of 9. At 9 it is a fifth smaller and takes many times as long.
const PACKING: u32 = 3;

/// A table packed as the raw tables are. The same table gives the same bytes.
pub fn pack(file: &str, plain: &[u8]) -> Result<Vec<u8>, Failure> {
    let broken = |error: std::io::Error| Failure::broken(file, &error);
    let mut packer = liblzma::write::XzEncoder::new(Vec::new(), PACKING);
    packer.write_all(plain).map_err(broken)?;
    packer.finish().map_err(broken)
}

impl Table {
    /// The column names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.header.iter()
    }

    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().enumerate().map(|(at, cells)| Row { table: self, line: at + 2, cells })
    }
}

impl<'a> Row<'a> {
    /// The text of a column.
    pub fn text(&self, column: &str) -> Result<&'a str, Failure> {
        let at = self.table.places.get(column);
        at.and_then(|at| self.cells.get(*at)).ok_or_else(|| self.wrong(column))
    }

    /// A column that holds whatever can be parsed: a number, a month, a code.
    pub fn value<T: std::str::FromStr>(&self, column: &str) -> Result<T, Failure> {
        self.text(column)?.parse().map_err(|_| self.wrong(column))
    }

    /// Says that a column of this row holds something else than it should.
    pub fn wrong(&self, column: &str) -> Failure {
        Failure::cell(&self.table.file, self.line, column)
    }
}
