//! The common form of the derived tables, and how damage to one is noticed.
//!
//! A table is four letters that name its kind and version, a checksum of the rest, then numbers (LEB128, low seven bits
//! first; signed ones zigzag) and UTF-8 text. A page reads it in one pass; damaged bytes give an error, never a panic.

use std::fmt;

/// What is wrong with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Not a table of this kind at all, or one of another version.
    OtherKind,
    /// Bytes changed or missing on the way.
    Checksum,
    /// It ends in the middle of something, or goes on after its end.
    Length,
    /// A number that cannot stand where it stands.
    Number,
    /// Text that is not UTF-8.
    Text,
    /// Made for another list of areas than the one at hand.
    OtherEdition,
}

/// The kinds of tables. A change of form takes a new last letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Areas with their figures: [`crate::gazetteer`].
    Areas,
    /// Postcodes: [`crate::directory`].
    Postcodes,
    /// Outlines: [`crate::outline`].
    Outlines,
    /// Monthly counts: [`crate::months`].
    Months,
}

/// Reads the numbers and texts of a table in order.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl TableKind {
    /// The first four bytes of such a table.
    pub const fn magic(self) -> &'static [u8; 4] {
        match self {
            Self::Areas => b"RFA1",
            Self::Postcodes => b"RFP1",
            Self::Outlines => b"RFO1",
            Self::Months => b"RFM1",
        }
    }
}

/// FNV-1a, 32 bits (Fowler, Noll, Vo): any single changed byte changes it. It notices accidents; against intent the page
/// relies on where the file comes from.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

impl<'a> Reader<'a> {
    /// Opens a table of this kind, once its checksum holds.
    pub fn open(bytes: &'a [u8], kind: TableKind) -> Result<Self, Damage> {
        let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(Damage::Length)?;
        if magic != kind.magic() {
            return Err(Damage::OtherKind);
        }
        let (sum, rest) = rest.split_first_chunk::<4>().ok_or(Damage::Length)?;
        if u32::from_le_bytes(*sum) == checksum(rest) { Ok(Self { rest }) } else { Err(Damage::Checksum) }
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8, Damage> {
        let (byte, rest) = self.rest.split_first().ok_or(Damage::Length)?;
        self.rest = rest;
        Ok(*byte)
    }

    /// A whole number.
    pub fn number(&mut self) -> Result<u32, Damage> {
        let mut value = 0_u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(value).map_err(|_| Damage::Number);
            }
        }
        Err(Damage::Number)
    }

    /// A whole number that may be negative.
    pub fn signed(&mut self) -> Result<i32, Damage> {
        let zigzag = self.number()?;
        let half = i32::try_from(zigzag >> 1).map_err(|_| Damage::Number)?;
        Ok(if zigzag & 1 == 0 { half } else { -half - 1 })
    }

    /// How many of something follow: never more than there are bytes left, so that a wrong number asks for no memory.
    pub fn length(&mut self) -> Result<usize, Damage> {
        let length = usize::try_from(self.number()?).map_err(|_| Damage::Number)?;
        if length <= self.rest.len() { Ok(length) } else { Err(Damage::Length) }
    }

    /// So many numbers in a row.
    pub fn numbers(&mut self, count: usize) -> Result<Vec<u32>, Damage> {
        if count > self.rest.len() {
            return Err(Damage::Length);
        }
        (0..count).map(|_| self.number()).collect()
    }

    /// So many bytes as they are.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], Damage> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Damage::Length)?;
        self.rest = rest;
        Ok(taken)
    }

    /// A text with its length before it.
    pub fn text(&mut self) -> Result<&'a str, Damage> {
        let length = self.length()?;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| Damage::Text)
    }

    /// Says that nothing may follow.
    pub fn end(&self) -> Result<(), Damage> {
        if self.rest.is_empty() { Ok(()) } else { Err(Damage::Length) }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherKind => "not this kind of table",
            Self::Checksum => "checksum",
            Self::Length => "length",
            Self::Number => "number",
            Self::Text => "text",
            Self::OtherEdition => "another edition",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(rest: &[u8]) -> Reader<'_> {
        Reader { rest }
    }

    #[test]
    fn numbers_stop_at_thirty_two_bits() {
        assert_eq!(reader(&[0]).number(), Ok(0));
        assert_eq!(reader(&[0x80, 1]).number(), Ok(128));
        assert_eq!(reader(&[0xff, 0xff, 0xff, 0xff, 0x0f]).number(), Ok(u32::MAX));
        assert_eq!(reader(&[0xff, 0xff, 0xff, 0xff, 0x10]).number(), Err(Damage::Number));
        assert_eq!(reader(&[0x80, 0x80, 0x80, 0x80, 0x80, 0]).number(), Err(Damage::Number));
        assert_eq!(reader(&[0x80]).number(), Err(Damage::Length));
        for (bytes, value) in [([0], 0), ([1], -1), ([2], 1), ([3], -2)] {
            assert_eq!(reader(&bytes).signed(), Ok(value));
        }
    }

    #[test]
    fn a_length_is_never_longer_than_the_table() {
        assert_eq!(reader(&[2, b'o', b'k']).text(), Ok("ok"));
        assert_eq!(reader(&[3, b'o', b'k']).text(), Err(Damage::Length));
        assert_eq!(reader(&[1, 0xff]).text(), Err(Damage::Text));
        assert_eq!(reader(&[1, 2]).numbers(usize::MAX), Err(Damage::Length));
    }

    #[test]
    fn a_table_is_opened_by_its_kind_and_checksum() {
        let mut bytes = b"RFA1".to_vec();
        bytes.extend(checksum(b"x").to_le_bytes());
        bytes.push(b'x');
        assert_eq!(Reader::open(&bytes, TableKind::Areas).map(|mut r| r.byte()), Ok(Ok(b'x')));
        assert_eq!(Reader::open(&bytes, TableKind::Postcodes).map(|_| ()), Err(Damage::OtherKind));
        bytes.push(b'y');
        assert_eq!(Reader::open(&bytes, TableKind::Areas).map(|_| ()), Err(Damage::Checksum));
        assert_eq!(Reader::open(b"RFA", TableKind::Areas).map(|_| ()), Err(Damage::Length));
    }
}
