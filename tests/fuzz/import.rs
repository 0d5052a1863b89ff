//! A file that a person picked: what is accepted comes back the same, and one flipped bit is never believed.
//!
//! A hostile or broken file that reached the record would put a stranger's numbers, or none, in place of one's own.

use domain::copy::{self, Copy};
use domain::import::{self, Import};
use domain::moment::Moment;
use domain::saved;
use tests::envelope::copy_around;
use tests::notation::Json;

use crate::flipped;
use crate::target::{fixture, part};

const DAY: &str = "2026-11-22";

pub(crate) fn try_on(input: &[u8]) {
    believe(input);
    // Behind a good checksum, too: there a fuzzer would never come by itself.
    if let Ok(body) = str::from_utf8(input) {
        for version in 2..=saved::VERSION {
            believe(copy_around(DAY, version, body).as_bytes());
        }
    }
}

fn believe(bytes: &[u8]) {
    match import::read::<Json>(bytes) {
        Ok(Import::Copy(copy)) => {
            let made = copy.made.unwrap_or_else(|| DAY.parse::<Moment>().expect("a day"));
            let text = copy::save::<Json>(&copy.record, made).expect("what came in small goes out small");
            let whole = Copy { record: copy.record.clone(), made: Some(made) };
            assert_eq!(copy::open::<Json>(text.as_bytes()), Ok(whole), "saved, and not the same");
            if let Some(Ok(Import::Copy(other))) = flipped(bytes).map(|bytes| import::read::<Json>(&bytes)) {
                assert_eq!(other, copy, "one bit, and another record");
            }
        }
        Ok(Import::Locked(file)) => {
            let text = file.save::<Json>().expect("a text");
            assert_eq!(import::read::<Json>(text.as_bytes()), Ok(Import::Locked(file)));
        }
        Err(_) => (),
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let copies = ["copies/copy-v1.json", "copies/copy-v1-record-v3.json"].map(fixture);
    let bodies = copies.each_ref().map(|copy| part(copy, "body"));
    let others = ["copies/locked-v1.ringfence", "saved/record-v1.json", "saved/record-v2.json", "saved/record-v3.json"]
        .map(fixture);
    copies.into_iter().chain(bodies).chain(others).map(String::into_bytes).collect()
}
