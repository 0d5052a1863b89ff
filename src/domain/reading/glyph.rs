//! One character of pasted text, sorted by what it can do to a number.
//!
//! Everything after this works on glyphs and gaps and never looks at a script again.

use crate::digit;

/// A character that belongs to a number or a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Glyph {
    /// A decimal digit of any script, as ASCII.
    Digit(u8),
    /// A letter of any script; full-width Latin as plain Latin.
    Letter(char),
    /// ² ① ½: a number that is no decimal digit.
    Odd,
    /// `?`: a digit somebody could not read.
    Unknown,
    /// `*` or `•`: a digit somebody hid.
    Mask,
}

/// A character that stands between numbers and words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Space,
    Line,
    /// Dash, `.`, `·` or `_`.
    Tight,
    Slash,
    /// `,` `'` `’` or the Arabic thousands separator.
    Thousands,
    Plus,
    Hash,
    /// `:` or `=`, which end a label.
    Colon,
    Other,
}

/// What a character is.
pub(super) enum Sort {
    Invisible,
    Glyph(Glyph),
    Mark(Mark),
}

/// Sorts one character by rules 1 to 3, 9 and 10 of `tests/fixtures/imei/README.md`.
pub(super) fn sort(character: char) -> Sort {
    if digit::is_invisible(character) {
        return Sort::Invisible;
    }
    if let Some(value) = digit::value(character) {
        return Sort::Glyph(Glyph::Digit(b'0' + value));
    }
    if digit::is_odd_number(character) {
        return Sort::Glyph(Glyph::Odd);
    }
    match digit::narrow(character) {
        '?' => Sort::Glyph(Glyph::Unknown),
        '*' | '•' | '●' | '∗' => Sort::Glyph(Glyph::Mask),
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sort::Mark(Mark::Line),
        '.' | '·' | '_' => Sort::Mark(Mark::Tight),
        '/' | '\u{2044}' => Sort::Mark(Mark::Slash),
        ',' | '\'' | '’' | '\u{66C}' => Sort::Mark(Mark::Thousands),
        '+' => Sort::Mark(Mark::Plus),
        '#' => Sort::Mark(Mark::Hash),
        ':' | '=' => Sort::Mark(Mark::Colon),
        narrow if narrow.is_whitespace() => Sort::Mark(Mark::Space),
        narrow if narrow.is_alphabetic() => Sort::Glyph(Glyph::Letter(narrow)),
        narrow if digit::is_dash(narrow) => Sort::Mark(Mark::Tight),
        _ => Sort::Mark(Mark::Other),
    }
}

impl Glyph {
    /// The ASCII digit, if this is one.
    pub(super) const fn digit(self) -> Option<u8> {
        match self {
            Self::Digit(digit) => Some(digit),
            _ => None,
        }
    }

    /// The capital hexadecimal digit this can stand for.
    pub(super) fn hexadecimal(self) -> Option<char> {
        match self {
            Self::Digit(digit) => Some(char::from(digit)),
            Self::Letter(letter @ ('A'..='F' | 'a'..='f')) => Some(letter.to_ascii_uppercase()),
            _ => None,
        }
    }

    /// The digit this is, or the digit that the letter is easily taken for.
    pub(super) const fn look_alike(self) -> Option<u8> {
        match self {
            Self::Digit(digit) => Some(digit),
            Self::Letter('O' | 'o' | 'Q') => Some(b'0'),
            Self::Letter('I' | 'i' | 'l' | 'L') => Some(b'1'),
            Self::Letter('Z' | 'z') => Some(b'2'),
            Self::Letter('S' | 's') => Some(b'5'),
            Self::Letter('G') => Some(b'6'),
            Self::Letter('B') => Some(b'8'),
            _ => None,
        }
    }
}

/// What a gap ends.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    #[default]
    Nothing,
    /// The number before it.
    Number,
    /// The label before it, with `:` or `=`.
    Label,
}

/// What lies between two items.
#[derive(Clone, Copy, Default)]
pub(super) struct Gap {
    length: usize,
    thousands: usize,
    first: Option<Mark>,
    last: Option<Mark>,
    last_inked: Option<Mark>,
    end: End,
    wide: bool,
    /// A new line begins somewhere in it.
    pub(super) line: bool,
}

impl Gap {
    /// Adds the next character.
    pub(super) fn push(&mut self, mark: Mark) {
        self.length += 1;
        self.first = self.first.or(Some(mark));
        self.last = Some(mark);
        if !matches!(mark, Mark::Space | Mark::Line) {
            self.last_inked = Some(mark);
        }
        self.line |= mark == Mark::Line;
        self.wide |= matches!(mark, Mark::Space | Mark::Line | Mark::Slash);
        self.thousands += usize::from(mark == Mark::Thousands);
        self.end = self.end.max(match mark {
            Mark::Colon => End::Label,
            Mark::Plus | Mark::Hash | Mark::Other => End::Number,
            Mark::Space | Mark::Line | Mark::Tight | Mark::Slash | Mark::Thousands => End::Nothing,
        });
    }

    /// Nothing at all lies between.
    pub(super) const fn is_glued(&self) -> bool {
        self.length == 0
    }

    /// A number may go on behind it.
    pub(super) const fn joins(&self) -> bool {
        matches!(self.end, End::Nothing) && self.thousands == 0
    }

    /// Exactly one thousands separator and nothing else.
    pub(super) const fn is_thousands(&self) -> bool {
        self.thousands == 1 && self.length == 1
    }

    /// Two separate numbers may stand on its sides.
    pub(super) const fn is_wide(&self) -> bool {
        self.wide
    }

    /// It ends a label: the digits behind it are not the label's.
    pub(super) const fn ends_label(&self) -> bool {
        matches!(self.end, End::Label)
    }

    /// A telephone number starts behind it.
    pub(super) fn starts_phone(&self) -> bool {
        self.last_inked == Some(Mark::Plus)
    }

    /// It begins with `#`, as behind the 06 of the dial code.
    pub(super) fn starts_with_hash(&self) -> bool {
        self.first == Some(Mark::Hash)
    }

    /// It ends with `#`, as before the 06 of the dial code.
    pub(super) fn ends_with_hash(&self) -> bool {
        self.last == Some(Mark::Hash)
    }

    /// It is the one point before the decimals of a spreadsheet's number.
    pub(super) fn is_point(&self) -> bool {
        self.length == 1 && self.last == Some(Mark::Tight)
    }

    /// It is a bare plus sign.
    pub(super) fn is_plus(&self) -> bool {
        self.length == 1 && self.last == Some(Mark::Plus)
    }
}
