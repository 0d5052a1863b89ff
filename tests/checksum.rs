//! The checksums once more, written out from their standards.
//!
//! What the site computes is judged by other code than its own.

/// CRC-32 (ISO 3309): a copy, a stored record and a slip carry it.
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

/// Luhn's sum of ASCII digits (ISO/IEC 7812-1, Annex B): a good number's is a multiple of ten.
pub fn luhn_sum(digits: &[u8]) -> u32 {
    let values = digits.iter().rev().map(|digit| u32::from(digit - b'0'));
    values.enumerate().map(|(place, digit)| if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit }).sum()
}
