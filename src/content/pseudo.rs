//! Languages that nobody speaks, made from the English words, so that a test can see what is not translated.
//!
//! Every letter changes except in names, addresses, codes and placeholders: a Latin letter left on a pseudo page is a
//! sentence in the code.

use domain::language::Language;

use crate::names::Names;
use crate::placeholder;

/// A stretch of text that is the same in every language, or one that is not.
enum Piece<'a> {
    Kept(&'a str),
    Words(&'a str),
}

/// A text as a language writes it. Only pseudo-languages change anything.
///
/// ```
/// use content::{names::Names, pseudo};
/// use domain::language::Language;
/// let names: Names = ["iPhone".to_owned()].into_iter().collect();
/// assert_eq!(pseudo::write(Language::PseudoLong, "Lock {count} iPhone", &names), "[Ļööçķ {count} iPhone öñéé]");
/// ```
pub fn write(language: Language, text: &str, names: &Names) -> String {
    let write_line = match language {
        Language::English => return text.to_owned(),
        Language::PseudoLong => write_long,
        Language::PseudoRightToLeft => write_right_to_left,
    };
    let lines: Vec<String> = text.split('\n').map(|line| write_line(line, names)).collect();
    lines.join("\n")
}

/// Whether a text could stand on a page of a pseudo-language.
pub fn is_pseudo(text: &str, names: &Names) -> bool {
    leftovers(text, names).is_empty()
}

/// The words of a text that still have a letter of the English alphabet and are neither names nor addresses.
pub fn leftovers<'a>(text: &'a str, names: &Names) -> Vec<&'a str> {
    let words = pieces(text, names).into_iter().filter_map(|piece| match piece {
        Piece::Kept(_) => None,
        Piece::Words(words) => Some(words),
    });
    words
        .flat_map(|words| words.split(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| word.contains(|letter: char| letter.is_ascii_alphabetic()))
        .collect()
}

/// Accents on every letter, every vowel twice, and more words until the line is 40% longer; brackets show where a line
/// was cut off or glued together.
fn write_long(line: &str, names: &Names) -> String {
    let (marker, rest) = line.split_at(list_marker(line));
    if is_pseudo(rest, names) {
        return line.to_owned();
    }
    let mut written = change(rest, names, |letter, out| {
        out.push(accented(letter));
        if "aeiouAEIOU".contains(letter) {
            out.push(accented(letter.to_ascii_lowercase()));
        }
    });
    let wanted = (rest.chars().count() * 7).div_ceil(5);
    let mut filler = ["öñéé", "ţŵöö", "ţĥŕéééé"].iter().cycle();
    while written.chars().count() + 2 < wanted {
        written.push(' ');
        written.extend(filler.next().copied());
    }
    format!("{marker}[{written}]")
}

fn write_right_to_left(line: &str, names: &Names) -> String {
    let (marker, rest) = line.split_at(list_marker(line));
    format!("{marker}{}", change(rest, names, |letter, out| out.push(arabic(letter))))
}

fn change(text: &str, names: &Names, write_letter: impl Fn(char, &mut String)) -> String {
    let mut written = String::with_capacity(text.len() * 2);
    for piece in pieces(text, names) {
        match piece {
            Piece::Kept(kept) => written.push_str(kept),
            Piece::Words(words) => {
                for sign in words.chars() {
                    if sign.is_alphabetic() { write_letter(sign, &mut written) } else { written.push(sign) }
                }
            }
        }
    }
    written
}

/// How many bytes of a line are the indent and the mark of a Markdown list.
fn list_marker(line: &str) -> usize {
    let rest = line.trim_start();
    let digits = rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let mark = if rest.starts_with("- ") {
        2
    } else if digits > 0 && rest[digits..].starts_with(". ") {
        digits + 2
    } else {
        0
    };
    line.len() - rest.len() + mark
}

/// Cuts a text into what every language keeps and what each says in its own way.
fn pieces<'a>(text: &'a str, names: &Names) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let (mut from, mut place) = (0, 0);
    let mut before = None;
    while let Some(sign) = text[place..].chars().next() {
        // Nothing that is kept starts inside a word.
        let inside = sign.is_alphanumeric() && before.is_some_and(char::is_alphanumeric);
        let kept = if inside { 0 } else { kept_at_start(&text[place..], names) };
        if kept > 0 {
            pieces.push(Piece::Words(&text[from..place]));
            pieces.push(Piece::Kept(&text[place..place + kept]));
            from = place + kept;
        }
        before = if kept == 0 { Some(sign) } else { text[..place + kept].chars().next_back() };
        place += kept.max(sign.len_utf8());
    }
    pieces.push(Piece::Words(&text[from..]));
    pieces
}

/// How many bytes at the start of a text are the same in every language.
fn kept_at_start(text: &str, names: &Names) -> usize {
    if let Some(name) = placeholder::at_start(text) {
        return name.len() + 2;
    }
    let closed_by = |opening: &str, closing: char| {
        text.strip_prefix(opening)
            .and_then(|rest| rest.find(closing))
            .map(|end| opening.len() + end + closing.len_utf8())
    };
    if let Some(length) = closed_by("`", '`').or_else(|| closed_by("](", ')')) {
        return length;
    }
    names.at_start(text).map_or_else(|| web_address_at_start(text), str::len)
}

/// The length of a web address at the start of a text, with or without `https://`: lower-case labels joined by dots, the
/// last of two letters or more, and a path.
fn web_address_at_start(text: &str) -> usize {
    let end = text.find(|sign: char| sign.is_whitespace() || "()<>[]\"“”‘’,;".contains(sign)).unwrap_or(text.len());
    let token = text[..end].trim_end_matches(['.', ':', '!', '?']);
    let bare = token.strip_prefix("https://").unwrap_or(token);
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default();
    let label = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let named = host.rsplit_once('.').is_some_and(|(_, last)| last.len() > 1 && !last.starts_with(char::is_numeric));
    if named && host.split('.').all(label) { token.len() } else { 0 }
}

/// A letter that looks like the given one and is not in the English alphabet.
fn accented(letter: char) -> char {
    const SMALL: [char; 26] = [
        'å', 'ƀ', 'ç', 'ð', 'é', 'ƒ', 'ĝ', 'ĥ', 'î', 'ĵ', 'ķ', 'ļ', 'ḿ', 'ñ', 'ö', 'þ', 'ǫ', 'ŕ', 'š', 'ţ', 'û', 'ṽ',
        'ŵ', 'ẋ', 'ý', 'ž',
    ];
    const LARGE: [char; 26] = [
        'Å', 'Ɓ', 'Ç', 'Ð', 'É', 'Ƒ', 'Ĝ', 'Ĥ', 'Î', 'Ĵ', 'Ķ', 'Ļ', 'Ḿ', 'Ñ', 'Ö', 'Þ', 'Ǫ', 'Ŕ', 'Š', 'Ţ', 'Û', 'Ṽ',
        'Ŵ', 'Ẋ', 'Ý', 'Ž',
    ];
    let letters = if letter.is_ascii_uppercase() { &LARGE } else { &SMALL };
    instead(letter, letters).unwrap_or('ø')
}

/// A letter of the Arabic alphabet, so that the text really runs from right to left.
fn arabic(letter: char) -> char {
    const LETTERS: [char; 26] = [
        'ا', 'ب', 'ت', 'د', 'ه', 'ف', 'غ', 'ح', 'ي', 'ج', 'ك', 'ل', 'م', 'ن', 'و', 'ث', 'ق', 'ر', 'س', 'ط', 'ع', 'خ',
        'ذ', 'ش', 'ز', 'ض',
    ];
    instead(letter, &LETTERS).unwrap_or('ص')
}

/// What stands in the place of an English letter; other letters have no place.
fn instead(letter: char, letters: &[char; 26]) -> Option<char> {
    let place = u32::from(letter.to_ascii_lowercase()).checked_sub(u32::from('a'))?;
    letters.get(usize::try_from(place).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::{is_pseudo, leftovers, write};
    use crate::names::Names;
    use domain::language::Language;

    fn names() -> Names {
        ["iPhone", "Find My", "Find My iPhone"].map(str::to_owned).into_iter().collect()
    }

    #[test]
    fn letters_change_and_what_every_language_keeps_does_not() {
        for (english, long, right_to_left) in [
            ("Save", "[Šååṽéé]", "ساخه"),
            ("999", "999", "999"),
            ("{count}", "{count}", "{count}"),
            ("Find My iPhone", "Find My iPhone", "Find My iPhone"),
            ("iPhones", "[îîÞĥööñééš]", "يثحونهس"),
            ("an iPhone's", "[ååñ iPhone'š öñéé]", "ان iPhone'س"),
            ("Dial `*#06#`", "[Ðîîååļ `*#06#` öñéé]", "ديال `*#06#`"),
            ("- go", "- [ĝöö]", "- غو"),
            ("2. go", "2. [ĝöö]", "2. غو"),
            ("[go](https://a.uk/b)", "[[ĝöö](https://a.uk/b) öñéé]", "[غو](https://a.uk/b)"),
            ("at met.police.uk/ro.", "[ååţ met.police.uk/ro. öñéé]", "اط met.police.uk/ro."),
        ] {
            assert_eq!(write(Language::PseudoLong, english, &names()), long);
            assert_eq!(write(Language::PseudoRightToLeft, english, &names()), right_to_left);
            assert_eq!(write(Language::English, english, &names()), english);
        }
    }

    #[test]
    fn a_long_line_is_at_least_two_fifths_longer() {
        for english in ["a", "Off", "rhythm", "The thief cannot get in without your passcode.", "Find My iPhone is on"]
        {
            let long = write(Language::PseudoLong, english, &names()).chars().count();
            assert!(long * 5 >= english.chars().count() * 7, "{english}: {long}");
        }
    }

    #[test]
    fn a_text_nobody_translated_is_found() {
        assert_eq!(leftovers("[Šååṽéé] your iPhone, see police.uk", &names()), ["your", "see"]);
        assert_eq!(leftovers("ساخه Find Me", &names()), ["Find", "Me"]);
        assert!(is_pseudo("[Šååṽéé] 3 iPhone 07953 966150 https://apple.com/a", &names()));
        assert!(!is_pseudo("iPhones", &names()));
    }
}
