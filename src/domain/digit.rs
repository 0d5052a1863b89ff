//! What one character means inside a number, in any script.
//!
//! The standard library knows ASCII digits and "numeric" (which counts ① and ½ as well), not the digits between.

/// The version of Unicode the tables below were taken from; a test compares them with that version's own data.
pub const UNICODE_VERSION: (u64, u64, u64) = (16, 0, 0);

/// The zero of every run of ten decimal digits (general category Nd), ascending.
const ZEROS: [u32; 76] = [
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066,
    0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0,
    0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// Format characters (general category Cf) and variation selectors: first and last of each run, ascending.
const INVISIBLE: [(u32, u32); 23] = [
    (0x00AD, 0x00AD),
    (0x0600, 0x0605),
    (0x061C, 0x061C),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
    (0x13430, 0x1343F),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0001, 0xE0001),
    (0xE0020, 0xE007F),
    (0xE0100, 0xE01EF),
];

/// The decimal digit a character stands for, 0 to 9, whatever its script.
///
/// ```
/// use domain::digit;
/// assert_eq!(digit::value('7'), Some(7));
/// assert_eq!(digit::value('৭'), Some(7));
/// assert_eq!(digit::value('⑦'), None);
/// ```
pub fn value(character: char) -> Option<u8> {
    let code = u32::from(character);
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let zero = ZEROS.get(after.checked_sub(1)?)?;
    u8::try_from(code - zero).ok().filter(|digit| *digit < 10)
}

/// A number of some kind that is no decimal digit: ² ① ½ Ⅷ. Dropping it silently would change what was typed.
pub fn is_odd_number(character: char) -> bool {
    character.is_numeric() && value(character).is_none()
}

/// Characters that show nothing and come along from chats, PDFs and right-to-left text.
pub fn is_invisible(character: char) -> bool {
    let code = u32::from(character);
    let after = INVISIBLE.partition_point(|(first, _)| *first <= code);
    after.checked_sub(1).and_then(|run| INVISIBLE.get(run)).is_some_and(|(_, last)| code <= *last)
}

/// Any dash (general category Pd) or the minus sign.
pub const fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{58A}' | '\u{5BE}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2E17}'
                | '\u{2E1A}'
                | '\u{2E3A}'
                | '\u{2E3B}'
                | '\u{2E40}'
                | '\u{2E5D}'
                | '\u{301C}'
                | '\u{3030}'
                | '\u{30A0}'
                | '\u{FE31}'
                | '\u{FE32}'
                | '\u{FE58}'
                | '\u{FE63}'
                | '\u{FF0D}'
                | '\u{10D6E}'
                | '\u{10EAD}'
    )
}

/// Full-width Latin letters and punctuation as their plain ASCII form; everything else unchanged.
pub fn narrow(character: char) -> char {
    match u32::from(character) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use unicode_general_category::{GeneralCategory, get_general_category};

    use super::*;

    fn every_character() -> impl Iterator<Item = char> {
        (0..=0x10_FFFF).filter_map(char::from_u32)
    }

    #[test]
    fn the_tables_are_those_of_the_stated_version() {
        assert_eq!(UNICODE_VERSION, unicode_general_category::UNICODE_VERSION);
    }

    #[test]
    fn a_character_is_a_digit_when_unicode_says_so() {
        for character in every_character() {
            let expected = get_general_category(character) == GeneralCategory::DecimalNumber;
            assert_eq!(value(character).is_some(), expected, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn every_run_of_ten_counts_from_its_zero() {
        // Nd characters come in whole runs of ten (a stability promise of the Unicode Standard, section 4.6).
        let digits: Vec<u8> = every_character().filter_map(value).collect();
        assert_eq!(digits.len(), ZEROS.len() * 10);
        assert!(digits.chunks(10).all(|run| run == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }

    #[test]
    fn a_character_is_invisible_when_it_formats_or_selects() {
        for character in every_character() {
            let selects =
                matches!(u32::from(character), 0x180B..=0x180D | 0x180F | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF);
            let expected = get_general_category(character) == GeneralCategory::Format || selects;
            assert_eq!(is_invisible(character), expected, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn a_character_is_a_dash_when_unicode_says_so() {
        for character in every_character() {
            let expected =
                get_general_category(character) == GeneralCategory::DashPunctuation || character == '\u{2212}';
            assert_eq!(is_dash(character), expected, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn odd_numbers_are_seen() {
        assert!("²³①⑳½Ⅷ㊿".chars().all(is_odd_number));
        assert!("0٣৭７a-".chars().all(|character| !is_odd_number(character)));
    }
}
