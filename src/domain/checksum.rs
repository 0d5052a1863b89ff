//! CRC-32: finds damage in what is stored or carried, and proves nothing.
//!
//! Anybody who changes a text can change its checksum too; it is there for bad disks and broken downloads.

/// CRC-32 as in ISO 3309 and ITU-T V.42, a bit at a time: records are a few kilobytes.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn the_checksum_is_the_standard_one() {
        // The check value every CRC catalogue gives for CRC-32.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
