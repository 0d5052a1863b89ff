//! The check digit of a run of ASCII digits, through the `luhn` package behind a guard.
//!
//! `luhn` skips what is no digit, takes any length, and its `checksum` panics on letters and overflows past 28 digits:
//! nothing reaches it here but 1 to 28 ASCII digits. The method is Annex B of 3GPP TS 23.003 and ISO/IEC 7812-1 Annex B.

/// The longest run `luhn::checksum` adds up without overflow: 28 × 9 = 252.
const LONGEST: usize = 28;

fn guarded(digits: &[u8]) -> Option<&str> {
    let sound = (1..=LONGEST).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(digits).ok().filter(|_| sound)
}

/// Does the last digit agree with those before it?
pub(crate) fn agrees(digits: &[u8]) -> bool {
    guarded(digits).is_some_and(luhn::valid)
}

/// The digit to write after these, as an ASCII digit.
pub(crate) fn after(digits: &[u8]) -> Option<u8> {
    guarded(digits).map(|digits| luhn::checksum(digits.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_own_example() {
        assert_eq!(after(b"26053179311383"), Some(b'7'));
        assert!(agrees(b"260531793113837"));
    }

    #[test]
    fn what_luhn_would_skip_or_choke_on_never_reaches_it() {
        let long = [b'9'; 29];
        let traps: [&[u8]; 7] = [
            b"",
            b"35-209900-176148-1",
            b" 352099001761481",
            b"3520990017614A",
            b"35209900176148a",
            "৪".as_bytes(),
            &long,
        ];
        for trap in traps {
            assert_eq!((agrees(trap), after(trap)), (false, None));
        }
        assert_eq!(after(&[b'9'; 28]), Some(b'8'));
    }
}
