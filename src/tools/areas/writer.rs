//! Writing the derived tables: the mirror of `domain::table::Reader`.
//!
//! Only numbers and texts in a fixed order: the same input gives the same bytes.

use domain::table::{TableKind, checksum};

/// The bytes of a table, without its head.
#[derive(Clone, Debug, Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// A whole number, LEB128.
    pub(super) fn number(&mut self, mut value: u32) {
        while let (low, high @ 1..) = (value & 0x7f, value >> 7) {
            self.bytes.push(low.to_le_bytes()[0] | 0x80);
            value = high;
        }
        self.bytes.push(value.to_le_bytes()[0]);
    }

    /// How many of something follow.
    pub(super) fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    /// A whole number that may be negative, zigzag.
    pub(super) fn signed(&mut self, value: i32) {
        self.number((value.cast_unsigned() << 1) ^ (value >> 31).cast_unsigned());
    }

    /// Bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// A text with its length before it.
    pub(super) fn text(&mut self, text: &str) {
        self.length(text.len());
        self.bytes(text.as_bytes());
    }

    /// The whole table.
    pub(super) fn finish(self, kind: TableKind) -> Vec<u8> {
        let mut table = kind.magic().to_vec();
        table.extend(checksum(&self.bytes).to_le_bytes());
        table.extend(self.bytes);
        table
    }
}
