//! What must hold for any bytes at all: one file a door through which strangers' bytes come in.
//!
//! libFuzzer looks for bytes that break it (`cargo xtask audit`); what it found worth keeping is tried in every build.

pub mod corpus;
pub mod target;

mod imei_reader;
mod import;
mod locked_header;
mod saved_record;
mod slip;

/// The input with one bit the other way round: the input itself decides which one, so that a finding can be repeated.
fn flipped(input: &[u8]) -> Option<Vec<u8>> {
    let place = usize::try_from(tests::checksum::crc32(input)).ok()?.checked_rem(input.len() * 8)?;
    let mut bytes = input.to_vec();
    *bytes.get_mut(place / 8)? ^= 1 << (place % 8);
    Some(bytes)
}
