//! A source with its comments and the insides of its literals blank.
//!
//! What is blank keeps its length, so that a place in the code is the same place in the file.

use std::ops::Range;

/// One string literal.
#[derive(Clone, Debug)]
pub struct Literal {
    /// Where it starts: its first quotation mark.
    pub start: usize,
    /// What stands between the quotation marks, escapes as written.
    pub text: String,
}

/// A letter of a name.
pub fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The bracket that closes the one at this place of masked code.
pub fn closing(code: &[u8], open: usize) -> usize {
    let mut depth = 0_usize;
    for (place, byte) in code.iter().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    code.len()
}

/// What only tests compile, as places in masked code.
pub(crate) fn tests_in(code: &[u8]) -> Vec<Range<usize>> {
    let text = String::from_utf8_lossy(code);
    let markers = ["#[cfg(test)]", "#[cfg(all(test"].into_iter().flat_map(|marker| text.match_indices(marker));
    let starts = markers.map(|(place, _)| (place, closing(code, place + 1) + 1));
    let regions = starts.map(|(start, after)| {
        let first =
            code.iter().skip(after).position(|byte| matches!(byte, b'{' | b';')).map_or(code.len(), |at| after + at);
        start..if code.get(first) == Some(&b'{') { closing(code, first) + 1 } else { first }.min(code.len())
    });
    regions.collect()
}

pub(crate) fn blank(code: &mut [u8], region: Range<usize>) {
    for byte in code.iter_mut().take(region.end).skip(region.start).filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}

/// The code with comments and the insides of literals blank, and the string literals.
pub(crate) fn mask(text: &str) -> (Vec<u8>, Vec<Literal>) {
    let mut code = text.as_bytes().to_vec();
    let mut literals = Vec::new();
    let mut place = 0;
    while let Some(rest) = text.get(place..).filter(|rest| !rest.is_empty()) {
        if !rest.starts_with(['/', '"', '\'', 'b', 'c', 'r']) {
            place += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let joined = place > 0 && text[..place].chars().next_back().is_some_and(is_name);
        let end = if rest.starts_with("//") {
            place + rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            place + comment(rest)
        } else if let Some((before, inside, length)) = string(rest).filter(|(before, ..)| *before == 0 || !joined) {
            let start = place + before;
            literals.push(Literal { start, text: inside.to_owned() });
            blank(&mut code, start + 1..start + 1 + inside.len());
            place += length;
            continue;
        } else if let Some(length) = character(rest) {
            place + length
        } else {
            place += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        blank(&mut code, place..end);
        place = end;
    }
    (code, literals)
}

/// The length of a block comment, which may hold others.
fn comment(text: &str) -> usize {
    let (mut depth, mut place) = (0_usize, 0);
    let bytes = text.as_bytes();
    while place < bytes.len() {
        match bytes.get(place..place + 2) {
            Some(b"/*") => (depth, place) = (depth + 1, place + 2),
            Some(b"*/") => (depth, place) = (depth - 1, place + 2),
            _ => place += 1,
        }
        if depth == 0 {
            return place;
        }
    }
    bytes.len()
}

/// A string literal at the start of the text: how long its prefix is, what is inside, how long it is.
fn string(text: &str) -> Option<(usize, &str, usize)> {
    let prefix = text.len() - text.trim_start_matches(['b', 'c']).len();
    let (prefix, hashes) = match text.get(prefix.min(1)..)?.strip_prefix('r') {
        Some(raw) => (prefix.min(1) + 1, Some(raw.len() - raw.trim_start_matches('#').len())),
        None => (prefix.min(1), None),
    };
    let before = prefix + hashes.unwrap_or(0);
    let inside = text.get(before..)?.strip_prefix('"')?;
    let length = if let Some(hashes) = hashes {
        inside.find(&format!("\"{}", "#".repeat(hashes)))?
    } else {
        let mut escaped = false;
        inside.find(|letter| {
            let ends = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            ends
        })?
    };
    Some((before, inside.get(..length)?, before + length + 2 + hashes.unwrap_or(0)))
}

/// The length of a character literal at the start of the text; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    if first == '\\' {
        let escaped = inside.get(2..)?;
        return escaped.find('\'').map(|end| end + 4);
    }
    inside.get(first.len_utf8()..)?.starts_with('\'').then_some(first.len_utf8() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> (String, Vec<String>) {
        let (code, literals) = mask(text);
        assert_eq!(code.len(), text.len(), "places stay true");
        (String::from_utf8_lossy(&code).into_owned(), literals.into_iter().map(|literal| literal.text).collect())
    }

    #[test]
    fn comments_and_literals_are_set_apart() {
        for (text, code, literals) in [
            ("a // b\nc", "a     \nc", &[][..]),
            ("a /* b /* c */ d */ e", "a                   e", &[]),
            (r#"f("a // b", 'c')"#, r#"f("      ",    )"#, &["a // b"]),
            (r#""a\"b" c"#, r#""    " c"#, &[r#"a\"b"#]),
            (r##"r#"a"b"# c"##, r##"r#"   "# c"##, &[r#"a"b"#]),
            ("b\"a\" for\"b\"", "b\" \" for\" \"", &["a", "b"]),
            (r"'\'' 'a str '\u{1f}'", "     'a str         ", &[]),
            ("\"caf\u{e9}\"", "\"     \"", &["caf\u{e9}"]),
        ] {
            let (found, inside) = masked(text);
            assert_eq!(found, code, "{text}");
            assert_eq!(inside, literals, "{text}");
        }
    }

    #[test]
    fn code_for_tests_is_found() {
        let code = b"fn a() {}\n#[cfg(test)]\nmod tests {\n{ b }\n}\nfn c() {}\n#[cfg(test)]\nmod d;\nfn e() {}\n#[cfg(all(test, a))]\nmod f {}";
        let mut left = code.to_vec();
        for region in tests_in(code) {
            blank(&mut left, region);
        }
        let left = String::from_utf8_lossy(&left).into_owned();
        assert_eq!(left.split_whitespace().collect::<String>(), "fna(){}fnc(){};fne(){}");
    }
}
