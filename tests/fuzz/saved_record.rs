//! What lies in the browser's store: what opens is sealed again as the same, and one flipped bit is never believed.
//!
//! Disks fail and programs end half-way; a record that is quietly another one is worse than none.

use domain::saved::{VERSION, open, seal};
use tests::envelope::record_around;
use tests::notation::Json;

use crate::flipped;
use crate::target::{fixture, part};

pub(crate) fn try_on(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    believe(text);
    for version in 1..=VERSION {
        believe(&record_around(version, text));
    }
}

fn believe(text: &str) {
    let Ok(opened) = open::<Json>(text) else { return };
    let again = seal::<Json>(&opened.record, opened.revision).expect("a text");
    assert_eq!(open::<Json>(&again).as_ref(), Ok(&opened), "sealed, and not the same");
    let other = flipped(text.as_bytes()).and_then(|bytes| String::from_utf8(bytes).ok());
    if let Some(Ok(other)) = other.map(|text| open::<Json>(&text)) {
        // The first version's count of changes stood outside the seal.
        assert_eq!(other.record, opened.record, "one bit, and another record");
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let records = ["saved/record-v1.json", "saved/record-v2.json", "saved/record-v3.json"].map(fixture);
    let bodies = records.each_ref().map(|record| part(record, "body"));
    records.into_iter().chain(bodies).map(String::into_bytes).collect()
}
