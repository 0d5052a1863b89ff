//! The lines in a code from another screen: what is accepted is written again as the same phone.
//!
//! A camera misreads, and anybody can show a code: the checksum finds the first, the strict reader bounds the second.

use domain::phone::Phone;
use domain::slip::{LONGEST, is_slip, read, write};
use tests::envelope::slip_around;
use tests::given::family;

use crate::flipped;

pub(crate) fn try_on(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    believe(text);
    believe(&slip_around(text));
}

fn believe(text: &str) {
    let Ok(copy) = read(text) else { return };
    assert!(is_slip(text), "read, and not called a slip");
    let phones: Vec<&Phone> = copy.record.phones().map(|(_, phone)| phone).collect();
    let [phone] = phones[..] else { panic!("{} phones on a slip of one", phones.len()) };
    let slip = write(phone);
    assert!(slip.text.len() <= LONGEST, "{} bytes", slip.text.len());
    let again = read(&slip.text).expect("a slip of ours");
    let same = again.record.phones().next().map(|(_, phone)| phone).expect("one phone");
    assert_eq!(same.numbers(), phone.numbers(), "another number");
    assert!(!slip.whole || same == phone, "whole, and not the same");
    let other = flipped(text.as_bytes()).and_then(|bytes| String::from_utf8(bytes).ok());
    if let Some(Ok(other)) = other.map(|text| read(&text)) {
        assert_eq!(other, copy, "one bit, and another phone");
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let slips: Vec<String> = family().phones().map(|(_, phone)| write(phone).text).collect();
    let lines = slips.iter().filter_map(|slip| Some(slip.split_once('\n')?.1.rsplit_once("check ")?.0.to_owned()));
    lines.chain(slips.clone()).map(String::into_bytes).collect()
}
