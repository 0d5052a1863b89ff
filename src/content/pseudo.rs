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
        let kept = kept_at_start(&text[place..], before, names);
        if kept > 0 {
            pieces.push(Piece::Words(&text[from..place]));
            pieces.push(Piece::Kept(&text[place..place + kept]));
            from = place + kept;
        }
        place += kept.max(sign.len_utf8());
        before = text[..place].chars().next_back();
    }
    pieces.push(Piece::Words(&text[from..]));
    pieces
}

/// How many bytes at the start of a text are the same in every language.
fn kept_at_start(text: &str, before: Option<char>, names: &Names) -> usize {
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
    if before.is_some_and(char::is_alphanumeric) {
        return 0;
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
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "åƀçðéƒĝĥîĵķļḿñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    let found = PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter);
    found.map_or('ø', |(_, accented)| accented)
}

/// A letter of the Arabic alphabet, so that the text really runs from right to left.
fn arabic(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz";
    const ARABIC: &str = "ابتدهفغحيجكلمنوثقرسطعخذشزض";
    let small = letter.to_ascii_lowercase();
    let found = PLAIN.chars().zip(ARABIC.chars()).find(|(plain, _)| *plain == small);
    found.map_or('ص', |(_, arabic)| arabic)
}
