//! Where a link points: an `https://` page, a number to ring, or a number to write to.
//!
//! There is no other kind of link on this site, so there is no other kind of address.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::phone::PhoneNumber;

/// The address of a link, as HTML's `href` wants it.
///
/// ```
/// use content::address::Address;
/// let page: Address = "https://support.apple.com/en-gb/108794".parse()?;
/// assert_eq!(page.host(), Some("support.apple.com"));
/// assert!("http://support.apple.com/".parse::<Address>().is_err());
/// # Ok::<(), content::address::BadAddress>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

/// Why a text is not an address this site may link to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BadAddress {
    /// Neither `https://`, nor `tel:`, nor `sms:`.
    Scheme,
    /// The host is not plain lower-case letters, digits, dashes and dots, or carries a name or a port.
    Host,
    /// A space, a quote or another character that has no place in an address.
    Character,
    /// The number of a `tel:` or `sms:` link is neither international nor a short code.
    Number,
}

impl Address {
    /// The host of an `https://` address; a number has none.
    pub fn host(&self) -> Option<&str> {
        let rest = self.0.strip_prefix("https://")?;
        rest.split(['/', '?', '#']).next()
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn call(number: &PhoneNumber) -> Self {
        Self(format!("tel:{}", number.dialled()))
    }

    pub(crate) fn message(number: &PhoneNumber) -> Self {
        Self(format!("sms:{}", number.dialled()))
    }
}

/// What `tel:` and `sms:` may carry: `+` and 8 to 15 digits, or a short code of 3 to 6.
fn dials(number: &str) -> bool {
    let (digits, lengths) = match number.strip_prefix('+') {
        Some(digits) => (digits, 8..=15),
        None => (number, 3..=6),
    };
    lengths.contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn well_formed_host(host: &str) -> bool {
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        })
}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let address = Self(text.to_owned());
        if let Some(number) = text.strip_prefix("tel:").or_else(|| text.strip_prefix("sms:")) {
            return if dials(number) { Ok(address) } else { Err(BadAddress::Number) };
        }
        let host = address.host().ok_or(BadAddress::Scheme)?;
        if !well_formed_host(host) {
            return Err(BadAddress::Host);
        }
        let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&byte);
        if text.bytes().all(plain) { Ok(address) } else { Err(BadAddress::Character) }
    }
}

impl TryFrom<String> for Address {
    type Error = BadAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for BadAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => "an address starts with https://, tel: or sms:",
            Self::Host => "the host of an address is plain lower-case letters, digits, dashes and dots",
            Self::Character => "an address has no spaces, quotes or brackets",
            Self::Number => "the number of a tel: or sms: link is + and 8 to 15 digits, or a short code of 3 to 6",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, BadAddress};

    #[test]
    fn pages_and_numbers_pass_with_their_host() {
        for (text, host) in [
            ("https://www.met.police.uk/ro/report/?a=b#c", Some("www.met.police.uk")),
            ("https://android.com?x", Some("android.com")),
            ("tel:999", None),
            ("tel:+447953966150", None),
            ("sms:61016", None),
        ] {
            let address: Address = text.parse().expect(text);
            assert_eq!((address.as_str(), address.host()), (text, host));
        }
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        use BadAddress::{Character, Host, Number, Scheme};
        for (text, why) in [
            ("http://apple.com/", Scheme),
            ("HTTPS://apple.com/", Scheme),
            ("javascript:alert(1)", Scheme),
            ("/en/record/", Scheme),
            ("mailto:a@example.com", Scheme),
            ("https://", Host),
            ("https://localhost/", Host),
            ("https://Apple.com/", Host),
            ("https://apple.com@evil.example/", Host),
            ("https://apple.com:8443/", Host),
            ("https://apple.com./", Host),
            ("https://apple.com/a b", Character),
            ("https://apple.com/\"onload", Character),
            ("https://apple.com/\u{202e}", Character),
            ("tel:0800405040", Number),
            ("tel:12", Number),
            ("sms:+44 7953", Number),
            ("tel:*#06#", Number),
        ] {
            assert_eq!(text.parse::<Address>(), Err(why), "{text}");
        }
    }
}
