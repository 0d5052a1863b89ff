//! A UK postcode, whole or in part, understood as people type it.
//!
//! A whole postcode is a home: it never shows in debug output, and only a page that was asked to prints it.
//! Format: Royal Mail, Programmers' Guide to the Postcode Address File, edition 7, chapter "Postcode format".

use std::fmt;
use std::str::FromStr;

use crate::place::Outcode;

/// Letters that may stand in the last two places of a postcode: C, I, K, M, O and V are never used there.
const UNIT_LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";

/// A whole, well-formed postcode. Well-formed does not mean that it exists.
///
/// ```
/// use domain::postcode::Postcode;
/// let typed: Postcode = " sw1a-2aa ".parse().unwrap();
/// assert_eq!(typed.to_string(), "SW1A 2AA");
/// assert_eq!(format!("{typed:?}"), "Postcode(hidden)");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Postcode {
    outcode: Outcode,
    unit: Unit,
}

/// The second half of a postcode as a number: sector digit, then two letters out of twenty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Unit(u16);

/// What a person may have typed of a postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// All of it.
    Whole(Postcode),
    /// The outcode, perhaps with the beginning of the second half, which alone names no place.
    Part(Outcode),
}

/// Not a postcode, nor the beginning of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPostcode;

impl Unit {
    /// Postcodes in one sector, at most.
    pub(crate) const PER_SECTOR: u16 = 400;

    fn parse(text: &[u8]) -> Option<Self> {
        let &[digit, first, second] = text else { return None };
        let place =
            |letter| UNIT_LETTERS.iter().position(|known| *known == letter).and_then(|at| u16::try_from(at).ok());
        let sector = digit.is_ascii_digit().then(|| u16::from(digit - b'0'))?;
        Some(Self(sector * Self::PER_SECTOR + place(first)? * 20 + place(second)?))
    }

    /// The sector digit, 0 to 9.
    pub(crate) const fn sector(self) -> u16 {
        self.0 / Self::PER_SECTOR
    }

    /// The place within the sector, 0 to 399.
    pub(crate) const fn place(self) -> u16 {
        self.0 % Self::PER_SECTOR
    }
}

impl Postcode {
    /// The first half, which names a district of some thousand addresses.
    pub const fn outcode(self) -> Outcode {
        self.outcode
    }

    /// The sector digit of the second half (0 to 9), and the unit's place within its sector (0 to 399, in
    /// alphabetical order): how the [directory](crate::directory) counts postcodes.
    pub const fn position(self) -> (u16, u16) {
        (self.unit.sector(), self.unit.place())
    }

    pub(crate) const fn unit(self) -> Unit {
        self.unit
    }

    fn from_clean(clean: &str) -> Option<Self> {
        let (head, tail) = clean.split_at_checked(clean.len().checked_sub(3)?)?;
        Some(Self { outcode: Outcode::new(head)?, unit: Unit::parse(tail.as_bytes())? })
    }
}

/// Upper-case letters and digits only, with one space kept where the person left a gap; wide forms become plain.
/// Nothing when the text holds anything that is neither part of a postcode nor a harmless separator.
fn clean(text: &str) -> Option<String> {
    let mut kept = String::new();
    for letter in text.trim().chars().take(40) {
        let plain = match letter {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0)?,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
            '-' | '\u{2010}'..='\u{2014}' | '.' | ',' | '_' => ' ',
            other if other.is_whitespace() => ' ',
            other => other.to_ascii_uppercase(),
        };
        match plain {
            ' ' if kept.is_empty() || kept.ends_with(' ') => {}
            ' ' => kept.push(' '),
            'A'..='Z' | '0'..='9' => kept.push(plain),
            _ => return None,
        }
    }
    kept.truncate(kept.trim_end().len());
    Some(kept)
}

/// Whether the text could begin the second half of a postcode.
fn begins_unit(text: &str) -> bool {
    let unused = |letter: &u8| !UNIT_LETTERS.contains(letter);
    match text.as_bytes().split_first() {
        None => true,
        Some((digit, letters)) => digit.is_ascii_digit() && letters.len() < 3 && !letters.iter().any(unused),
    }
}

impl FromStr for Typed {
    type Err = NotAPostcode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let spaced = clean(text).ok_or(NotAPostcode)?;
        let joined = spaced.replace(' ', "");
        if let Some(whole) = Postcode::from_clean(&joined) {
            return Ok(Self::Whole(whole));
        }
        // A gap tells "E1 6" from "E16"; without one, the longest reading as an outcode wins.
        if let Some((head, tail)) = spaced.split_once(' ')
            && let Some(outcode) = Outcode::new(head)
            && begins_unit(&tail.replace(' ', ""))
        {
            return Ok(Self::Part(outcode));
        }
        (0..=2)
            .filter_map(|cut| joined.split_at_checked(joined.len().checked_sub(cut)?))
            .find(|(head, tail)| begins_unit(tail) && Outcode::new(head).is_some())
            .and_then(|(head, _)| Outcode::new(head))
            .map(Self::Part)
            .ok_or(NotAPostcode)
    }
}

impl FromStr for Postcode {
    type Err = NotAPostcode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse()? {
            Typed::Whole(postcode) => Ok(postcode),
            Typed::Part(_) => Err(NotAPostcode),
        }
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |at: u16| UNIT_LETTERS.get(usize::from(at)).map_or('?', |letter| char::from(*letter));
        let (sector, place) = self.position();
        write!(f, "{} {sector}{}{}", self.outcode, letter(place / 20), letter(place % 20))
    }
}

impl fmt::Debug for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Postcode(hidden)")
    }
}

impl fmt::Display for NotAPostcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a postcode")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match text.parse() {
            Ok(Typed::Whole(postcode)) => postcode.to_string(),
            Ok(Typed::Part(outcode)) => format!("{outcode}…"),
            Err(NotAPostcode) => "no".to_owned(),
        }
    }

    #[test]
    fn postcodes_are_understood_as_people_type_them() {
        for (typed, understood) in [
            ("SW1A 2AA", "SW1A 2AA"),
            ("sw1a2aa", "SW1A 2AA"),
            ("  s w 1 a 2 a a ", "SW1A 2AA"),
            ("EC1V\u{a0}9BD", "EC1V 9BD"),
            ("ＳＷ１Ａ　２ＡＡ", "SW1A 2AA"),
            ("e1–6an,", "E1 6AN"),
            ("E16AN", "E1 6AN"),
            ("N1\u{200b}0AA", "N1 0AA"),
            ("SW1A", "SW1A…"),
            ("E1 6", "E1…"),
            ("E16", "E16…"),
            ("E1 6a", "E1…"),
            ("E161", "E16…"),
            ("SW1A2A", "SW1A…"),
            ("m", "no"),
            ("", "no"),
            ("SW", "no"),
            ("Q1 1AA", "no"),
            ("SW1A 2AC", "no"),
            ("SW1A 2AA!", "no"),
            ("SW1A 2AA 3", "no"),
            ("E09000033", "no"),
            ("Westminster", "no"),
            ("ＳＷ１Ａ ２ＡＡ￦", "no"),
        ] {
            assert_eq!(read(typed), understood, "{typed}");
        }
    }

    #[test]
    fn debug_output_hides_the_home_but_not_the_kind() {
        let shown = format!("{:?}", "SW1A 2AA".parse::<Typed>());
        assert_eq!(shown, "Ok(Whole(Postcode(hidden)))");
    }

    #[test]
    fn a_position_counts_in_alphabetical_order() {
        let position = |text: &str| text.parse::<Postcode>().map(Postcode::position);
        assert_eq!(position("E1 0AA"), Ok((0, 0)));
        assert_eq!(position("E1 6AN"), Ok((6, 9)));
        assert_eq!(position("E1 9ZZ"), Ok((9, 399)));
    }
}
