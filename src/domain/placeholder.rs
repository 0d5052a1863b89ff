//! Numbers no single phone owns: examples, factory defaults, counting sequences.
//!
//! Many of them pass the check digit. A report that carries one blocks nothing and makes the rest of it doubtful.

/// Found in the deny lists and factory defaults of public code, November 2026; `tests/fixtures/imei/placeholders.csv`
/// says which is which. Ascending.
const LISTED: [&[u8; 15]; 18] = [
    b"000000011234564",
    b"001068000000006",
    b"004400152020000",
    b"004999010640000",
    b"012345678901234",
    b"012345678901237",
    b"012345678912345",
    b"111111111111119",
    b"123456789012345",
    b"123456789012347",
    b"123456789123456",
    b"345630000000115",
    b"350305260000001",
    b"355195000000017",
    b"356591000000222",
    b"358673013795895",
    b"987654321098765",
    b"999999999999994",
];

/// Is this run of ASCII digits, 14 to 17 long, one that no phone was given?
///
/// Either its first fourteen are all the same, or it is a listed number of fifteen.
pub(crate) fn is(digits: &[u8]) -> bool {
    let repeated = digits.first().is_some_and(|first| digits.iter().take(14).all(|digit| digit == first));
    repeated || LISTED.iter().any(|listed| listed.as_slice() == digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_and_listed_numbers_are_placeholders() {
        assert!(is(b"00000000000000") && is(b"555555555555555") && is(b"3333333333333333"));
        assert!(is(b"358673013795895"));
        assert!(!is(b"352099001761481") && !is(b"358673013795896"));
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(LISTED.is_sorted());
    }
}
