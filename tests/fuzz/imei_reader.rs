//! The number reader: what it calls checked is a phone's number, and it stands in the text.
//!
//! A false "checked" is the worst it could do: a victim would give a network the number of somebody else's phone.

use domain::reading::{Outcome, read};
use tests::checksum::luhn_sum;
use tests::vector::unescape;

use crate::target::fixture;

pub(crate) fn try_on(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let reading = read(&text);
    let typed: String = text.chars().filter(char::is_ascii_digit).collect();
    let shown = format!("{reading:?}");
    for found in reading.numbers() {
        let Some(offered) = found.suggestion() else {
            assert_ne!(found.outcome(), Outcome::Checked, "checked, but nothing is offered");
            continue;
        };
        let digits = offered.as_str();
        assert!(digits.len() == 15 && digits.bytes().all(|digit| digit.is_ascii_digit()), "{digits}");
        assert!(luhn_sum(digits.as_bytes()).is_multiple_of(10), "{digits}");
        assert!(digits.bytes().any(|digit| Some(digit) != digits.bytes().next()), "{digits} is nobody's");
        assert!(!shown.contains(digits), "the number shows");
        if found.outcome() == Outcome::Checked {
            assert!(found.kept().is_some_and(|kept| kept.as_str() == digits), "{digits} is kept as another number");
            // In other scripts the digits are others; the vectors hold those.
            assert!(!text.is_ascii() || typed.contains(digits), "{digits} stands nowhere");
            let again = read(digits);
            assert!(
                matches!(again.numbers(), [same] if same.suggestion() == Some(offered)
                    && same.outcome() == Outcome::Checked),
                "{digits} by itself is another"
            );
        }
    }
    if reading.outcome() == Outcome::Checked {
        assert!(reading.numbers().iter().all(|found| found.outcome() == Outcome::Checked), "the least sure decides");
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let table = fixture("imei/vectors.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let texts = rows.records().map(|row| row.expect("a row").get(0).map(unescape).expect("a text"));
    texts.map(String::into_bytes).collect()
}
