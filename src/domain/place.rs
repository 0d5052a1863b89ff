//! The codes and kinds of places: wards, boroughs, districts and outcodes.
//!
//! The codes are the nine-character ones of the Office for National Statistics (E05… ward, E09… London borough).

use std::fmt;
use std::str::FromStr;

/// What kind of place an answer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An electoral ward: the smallest area the figures support.
    Ward,
    /// A London borough, the City of London among them.
    Borough,
    /// The first half of a postcode, answered by the borough that holds most of it.
    Outcode,
    /// A local authority district outside London.
    District,
}

/// An electoral ward in England, such as `E05013806`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WardCode(u32);

/// A London borough, such as `E09000033`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BoroughCode(u32);

/// A ward or a borough.
///
/// ```
/// use domain::place::AreaCode;
/// let code: AreaCode = " e09000033 ".parse().unwrap();
/// assert_eq!(code.to_string(), "E09000033");
/// assert!("E01000001".parse::<AreaCode>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AreaCode {
    /// A London borough.
    Borough(BoroughCode),
    /// A ward.
    Ward(WardCode),
}

/// The first half of a postcode, such as `SW1A`. Debug output hides it, as it hides the whole.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Outcode {
    letters: [u8; 4],
    length: u8,
}

/// Not the code of a ward or a London borough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACode;

impl Kind {
    /// The stable name, used by scripts.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Ward => "ward",
            Self::Borough => "borough",
            Self::Outcode => "outcode",
            Self::District => "district",
        }
    }
}

impl WardCode {
    /// The ward whose code ends in these six digits; none above 999,999.
    pub const fn from_digits(digits: u32) -> Option<Self> {
        if digits < 1_000_000 { Some(Self(digits)) } else { None }
    }

    /// The six digits after `E05`.
    pub const fn digits(self) -> u32 {
        self.0
    }
}

impl BoroughCode {
    /// The City of London, which has a police force of its own.
    pub const CITY: Self = Self(1);

    /// The borough whose code ends in these six digits; none above 999,999.
    pub const fn from_digits(digits: u32) -> Option<Self> {
        if digits < 1_000_000 { Some(Self(digits)) } else { None }
    }

    /// The six digits after `E09`.
    pub const fn digits(self) -> u32 {
        self.0
    }
}

impl Outcode {
    /// The outcode written here in capitals, when its form is one of the six that Royal Mail uses.
    pub fn new(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (area, district) = bytes.split_at_checked(bytes.iter().position(u8::is_ascii_digit)?)?;
        let area_fits = match *area {
            [first] => first.is_ascii_uppercase() && !b"QVX".contains(&first),
            [first, second] => {
                first.is_ascii_uppercase()
                    && !b"QVX".contains(&first)
                    && second.is_ascii_uppercase()
                    && !b"IJZ".contains(&second)
            }
            _ => false,
        };
        let district_fits = match *district {
            [digit] => digit.is_ascii_digit(),
            [digit, last] => {
                let letters: &[u8] = if area.len() == 1 { b"ABCDEFGHJKPSTUW" } else { b"ABEHMNPRVWXY" };
                digit.is_ascii_digit() && (last.is_ascii_digit() || letters.contains(&last))
            }
            _ => false,
        };
        let mut letters = [0; 4];
        letters.get_mut(..bytes.len())?.copy_from_slice(bytes);
        (area_fits && district_fits).then_some(Self { letters, length: u8::try_from(bytes.len()).ok()? })
    }

    /// The postal area: the letters at its beginning.
    pub fn area(&self) -> &str {
        self.as_str().split(|letter: char| letter.is_ascii_digit()).next().unwrap_or_default()
    }

    /// The outcode as text.
    pub fn as_str(&self) -> &str {
        let written = self.letters.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}

fn six_digits(text: &str, prefix: &str) -> Option<u32> {
    let digits = text.strip_prefix(prefix)?;
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

impl FromStr for AreaCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = text.trim().to_ascii_uppercase();
        let ward = six_digits(&code, "E05").map(|digits| Self::Ward(WardCode(digits)));
        ward.or_else(|| six_digits(&code, "E09").map(|digits| Self::Borough(BoroughCode(digits)))).ok_or(NotACode)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl fmt::Display for WardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E05{:06}", self.0)
    }
}

impl fmt::Display for BoroughCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E09{:06}", self.0)
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Borough(code) => code.fmt(f),
            Self::Ward(code) => code.fmt(f),
        }
    }
}

impl fmt::Display for Outcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Outcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outcode(hidden)")
    }
}

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a ward's or London borough's code")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_nine_characters_of_the_right_kind() {
        for text in ["E05013806", "E09000001"] {
            assert_eq!(text.parse::<AreaCode>().map(|code| code.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "E05", "E0501380", "E050138066", "E05 13806", "W05000001", "E05+13806", "É05013806"] {
            assert_eq!(text.parse::<AreaCode>(), Err(NotACode), "{text}");
        }
    }

    #[test]
    fn outcodes_have_six_forms() {
        for text in ["E1", "E16", "N1C", "BR1", "SW19", "EC1V"] {
            assert_eq!(Outcode::new(text).map(|outcode| outcode.to_string()), Some(text.to_owned()));
        }
        for text in ["", "1", "E", "SW", "V1", "AJ1", "E1I", "SW1C", "SW199", "ABC1", "e1", "SW1A2"] {
            assert_eq!(Outcode::new(text), None, "{text}");
        }
    }
}
