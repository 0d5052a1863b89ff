//! A publisher's CSV file, read row by row, with every fault named by file, line and column.
//!
//! Rows are never kept: a month of street crime has hundreds of thousands, a year of the country six million.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use csv::ByteRecord;

use super::fault::Fault;
use crate::areas::failure::Failure;

/// Bytes read at once.
const BUFFER: usize = 1 << 18;

/// The most offences of one kind that one area can have in a month: Westminster's worst month had 4,260.
const MOST: u32 = 20_000;

/// An open file, its header read.
#[derive(Debug)]
pub(super) struct Sheet {
    name: String,
    header: Vec<String>,
    reader: csv::Reader<BufReader<File>>,
    record: ByteRecord,
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    name: &'a str,
    header: &'a [String],
    record: &'a ByteRecord,
}

/// A fault at a place in a file.
pub(super) fn fault(file: &str, line: Option<u64>, column: Option<&str>, fault: Fault) -> Failure {
    Failure::Download { file: file.to_owned(), line, column: column.map(str::to_owned), fault }
}

impl Sheet {
    /// Opens a file that reports call by this name. A byte order mark of UTF-8 is skipped, as are carriage returns.
    pub(super) fn open(path: &Path, name: &str) -> Result<Self, Failure> {
        let unread = |error: std::io::Error| Failure::read(path, &error);
        let whole = |what| fault(name, Some(1), None, what);
        let mut file = File::open(path).map_err(unread)?;
        if file.metadata().map_err(unread)?.len() == 0 {
            return Err(fault(name, None, None, Fault::Empty));
        }
        file.seek(SeekFrom::End(-1)).map_err(unread)?;
        let mut last = [0];
        file.read_exact(&mut last).map_err(unread)?;
        file.rewind().map_err(unread)?;
        let mut bytes = BufReader::with_capacity(BUFFER, file);
        let start = bytes.fill_buf().map_err(unread)?;
        if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
            return Err(whole(Fault::Utf16));
        }
        if last != *b"\n" {
            let line = bytes.split(b'\n').count();
            return Err(fault(name, u64::try_from(line).ok(), None, Fault::CutOff));
        }
        let mut reader = csv::ReaderBuilder::new().buffer_capacity(BUFFER).from_reader(bytes);
        let header = reader.byte_headers().map_err(|error| Failure::broken(name, &error))?;
        let header = header.iter().map(|field| std::str::from_utf8(field).map(|text| text.trim().to_owned()));
        let header = header.collect::<Result<_, _>>().map_err(|_| whole(Fault::NotUtf8))?;
        Ok(Self { name: name.to_owned(), header, reader, record: ByteRecord::new() })
    }

    /// How reports call the file.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The column names.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// Where a column with one of these names stands; upper and lower case are one.
    pub(super) fn find(&self, names: &[&str]) -> Option<usize> {
        self.header.iter().position(|column| names.iter().any(|name| column.eq_ignore_ascii_case(name)))
    }

    /// The same, for a column that has to be there: the first name is the one to report.
    pub(super) fn need(&self, names: &[&str]) -> Result<usize, Failure> {
        self.find(names).ok_or_else(|| self.fault(names.first().copied(), Fault::MissingColumn))
    }

    /// A fault in the header.
    pub(super) fn fault(&self, column: Option<&str>, what: Fault) -> Failure {
        fault(&self.name, Some(1), column, what)
    }

    /// The next row; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>, Failure> {
        let more = self.reader.read_byte_record(&mut self.record);
        let more = more.map_err(|error| match error.kind() {
            csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
                let what = Fault::Fields { wanted: *expected_len, found: *len };
                fault(&self.name, pos.as_ref().map(csv::Position::line), None, what)
            }
            _ => Failure::broken(&self.name, &error),
        })?;
        if !more {
            return Ok(None);
        }
        let line = Line { name: &self.name, header: &self.header, record: &self.record };
        if std::str::from_utf8(self.record.as_slice()).is_err() {
            let at = self.record.iter().position(|field| std::str::from_utf8(field).is_err());
            return Err(line.fault(at.unwrap_or_default(), Fault::NotUtf8));
        }
        Ok(Some(line))
    }
}

impl<'a> Line<'a> {
    /// The text of a column, trimmed.
    pub(super) fn text(self, at: usize) -> Result<&'a str, Failure> {
        let field = self.record.get(at).ok_or_else(|| self.fault(at, Fault::MissingColumn))?;
        std::str::from_utf8(field).map(str::trim).map_err(|_| self.fault(at, Fault::NotUtf8))
    }

    /// The number of the line, the header's being one.
    pub(super) fn number(self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    /// The bytes of a column, trimmed: for what is compared in every row and seldom kept.
    pub(super) fn bytes(self, at: usize) -> &'a [u8] {
        self.record.get(at).unwrap_or_default().trim_ascii()
    }

    /// A count of offences.
    pub(super) fn count(self, at: usize) -> Result<u32, Failure> {
        let text = self.text(at)?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let found = text.to_owned();
        match text.strip_prefix('-') {
            Some(rest) if digits(rest) => Err(self.fault(at, Fault::Negative(found))),
            None if digits(text) => match text.parse() {
                Ok(count) if count <= MOST => Ok(count),
                _ => Err(self.fault(at, Fault::TooLarge(found))),
            },
            _ => Err(self.fault(at, Fault::NotANumber(found))),
        }
    }

    /// A fault in a column of this row.
    pub(super) fn fault(self, at: usize, what: Fault) -> Failure {
        fault(self.name, Some(self.number()), self.header.get(at).map(String::as_str), what)
    }
}
