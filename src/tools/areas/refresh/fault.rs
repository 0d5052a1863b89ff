//! What can be wrong with a publisher's file, one kind a fault.
//!
//! A maintainer reads the sentence behind the file, the line and the column: it says what was found and what belongs there.

use std::fmt;

use domain::period::Month;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The folder holds no file of a known kind.
    NothingKnown,
    /// The file has no bytes.
    Empty,
    /// The file has a header and nothing below it.
    NoRows,
    /// The file is UTF-16, as some spreadsheets save it.
    Utf16,
    /// The text is not UTF-8.
    NotUtf8,
    /// The last line has no end: the download broke off.
    CutOff,
    /// The file is an archive.
    Packed,
    /// The columns are those of no known table.
    UnknownTable,
    /// The file's name is not that of a monthly street file.
    Name,
    /// A row has another number of fields than the header.
    Fields {
        /// As many as the header.
        wanted: u64,
        /// As many as there are.
        found: u64,
    },
    /// The column is missing.
    MissingColumn,
    /// The column is no month written `YYYYMM`.
    NotAMonth,
    /// The month comes twice.
    MonthTwice(Month),
    /// This month is missing.
    MonthGap(Month),
    /// The row is of another month than its file.
    OtherMonth(String),
    /// Not a whole number.
    NotANumber(String),
    /// A count below zero.
    Negative(String),
    /// More than any area has in a month.
    TooLarge(String),
    /// No such area in the tables.
    UnknownArea(String),
    /// An offence where ours would stand, under a label nobody knows.
    UnknownOffence(String),
    /// One of our offences is nowhere in the file.
    MissingOffence(&'static str),
    /// The same area and offence come twice.
    RowTwice(String),
    /// An area that has to be in the file is not.
    MissingArea(String),
    /// Airports are counted in boroughs since March 2024, so this row would be lost.
    Airports,
    /// The newest month has less than half of the month before: it is not whole.
    ShortMonth(Month),
    /// A month known before has changed beyond any revision.
    Jump {
        /// The month.
        month: Month,
        /// Its offences as they were.
        before: u32,
        /// Its offences in the file.
        after: u32,
    },
    /// Two files of one kind end with the same month.
    SameRelease(String),
    /// Not the number of a crime: 64 hexadecimal digits.
    CrimeNumber,
    /// A street file of another force than the City's needs the lookup.
    NeedsLookup,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingKnown => f.write_str("no table of a known kind is here; docs/areas.md lists what to download"),
            Self::Empty => f.write_str("the file is empty; download it again"),
            Self::NoRows => f.write_str("there are no rows below the header; download it again"),
            Self::Utf16 => f.write_str("the file is UTF-16; save it as CSV in UTF-8, or download it again"),
            Self::NotUtf8 => {
                f.write_str("the text is not UTF-8; download it again instead of saving it from a spreadsheet")
            }
            Self::CutOff => f.write_str("the last line has no end, so the download broke off; download it again"),
            Self::Packed => f.write_str("this is an archive; unpack it here and take it away"),
            Self::UnknownTable => f.write_str("the columns are those of no table known here; docs/areas.md lists them"),
            Self::Name => f.write_str("a street file is called YYYY-MM-force-street.csv, as in the archive"),
            Self::Fields { wanted, found } => write!(f, "the row has {found} fields, the header {wanted}"),
            Self::MissingColumn => f.write_str("the column is missing"),
            Self::NotAMonth => f.write_str("a month written YYYYMM should stand here"),
            Self::MonthTwice(month) => write!(f, "{month} is there twice"),
            Self::MonthGap(month) => write!(f, "{month} is missing"),
            Self::OtherMonth(found) => write!(f, "\u{201c}{found}\u{201d} is not the month of the file's name"),
            Self::NotANumber(found) => write!(f, "\u{201c}{found}\u{201d} is not a whole number"),
            Self::Negative(found) => write!(f, "{found} is below zero"),
            Self::TooLarge(found) => write!(f, "{found} is more than any area has in a month"),
            Self::UnknownArea(found) => write!(f, "\u{201c}{found}\u{201d} is no area of the tables"),
            Self::UnknownOffence(found) => write!(f, "\u{201c}{found}\u{201d} is an offence under a new name"),
            Self::MissingOffence(name) => write!(f, "no row is about {name}; it may have a new name"),
            Self::RowTwice(row) => write!(f, "{row} is there twice"),
            Self::MissingArea(area) => write!(f, "{area} is not in the file"),
            Self::Airports => f.write_str("since 2024-03 airports are counted in boroughs, but this row has offences"),
            Self::ShortMonth(month) => write!(f, "{month} has less than half of the month before: it is not whole yet"),
            Self::Jump { month, before, after } => {
                write!(f, "{month} had {before} offences and now has {after}: no revision is as large as that")
            }
            Self::SameRelease(other) => write!(f, "{other} ends with the same month; keep one of the two"),
            Self::CrimeNumber => f.write_str("a crime has no number, or one of 64 hexadecimal digits"),
            Self::NeedsLookup => f.write_str("this force needs the ONS lookup of areas beside it; see docs/areas.md"),
        }
    }
}
