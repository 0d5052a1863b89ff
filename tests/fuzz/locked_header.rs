//! A locked file before its passphrase: it asks for no more work than we allow, and every change reaches the seal.
//!
//! What is read here decides how long a phone computes, so it is bounded before anything begins.

use domain::import::{self, Import};
use domain::locked::{Header, LARGEST, LockedFile};
use tests::notation::Json;

use crate::flipped;
use crate::target::fixture;

pub(crate) fn try_on(input: &[u8]) {
    if let Ok(file) = LockedFile::open::<Json>(input) {
        let rounds = file.header().rounds();
        assert!((Header::LEAST_ROUNDS..=Header::MOST_ROUNDS).contains(&rounds), "{rounds} rounds");
        assert!((17..LARGEST).contains(&file.payload().len()), "{} bytes", file.payload().len());
        assert_eq!(import::read::<Json>(input), Ok(Import::Locked(file.clone())), "the two doors differ");
        comes_back(&file);
        if let Some(Ok(other)) = flipped(input).map(|bytes| LockedFile::open::<Json>(&bytes)) {
            // AES-GCM sees these two and nothing else.
            let sealed = |file: &LockedFile| (file.header().additional_data(), file.payload().to_vec());
            assert_eq!(other == file, sealed(&other) == sealed(&file), "a change that the seal cannot see");
        }
    }
    // The other way round: any header and any payload are written so that they come back.
    if let Some((header, payload)) = input.split_at_checked(28)
        && let (Ok(salt), Ok(iv)) = (header[..16].try_into(), header[16..].try_into())
        && let Some(file) = LockedFile::new(Header::new(salt, iv), payload.to_vec())
    {
        comes_back(&file);
    }
}

fn comes_back(file: &LockedFile) {
    let text = file.save::<Json>().expect("a text");
    assert_eq!(LockedFile::open::<Json>(text.as_bytes()).as_ref(), Ok(file), "saved, and not the same");
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    vec![fixture("copies/locked-v1.ringfence").into_bytes()]
}
