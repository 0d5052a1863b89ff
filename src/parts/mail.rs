//! A mail to oneself as an address: the one address of this site that may hold a number.
//!
//! It opens the person's own mail program and is asked of no server; the page warns first.

use std::fmt::Write as _;

/// The most characters: longer ones are cut short by some mail programs and by Windows.
const LONGEST: usize = 1_900;

/// The address of a new mail without a receiver (RFC 6068); `None` for a text that is too long for one.
///
/// ```
/// use ringfence::parts::mail::draft;
/// assert_eq!(draft("A & B", "1\n2").as_deref(), Some("mailto:?subject=A%20%26%20B&body=1%0D%0A2"));
/// assert_eq!(draft("", &"x".repeat(2_000)), None);
/// ```
pub fn draft(subject: &str, body: &str) -> Option<String> {
    let address = ["mailto:?subject=", &escaped(subject), "&body=", &escaped(body)].concat();
    (address.len() <= LONGEST).then_some(address)
}

/// Percent-encoded as RFC 6068 has it: line ends are CRLF, and only unreserved signs stand as they are.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => escaped.push(char::from(byte)),
            b'\n' => escaped.push_str("%0D%0A"),
            _ => {
                let _ = write!(escaped, "%{byte:02X}");
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::draft;

    #[test]
    fn every_sign_of_a_text_comes_through() {
        let address = draft("Zoë", "a=1&b=2#c?d\n£").expect("short");
        assert_eq!(address, "mailto:?subject=Zo%C3%AB&body=a%3D1%26b%3D2%23c%3Fd%0D%0A%C2%A3");
    }
}
