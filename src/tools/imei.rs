//! `tools imei`: what each line of standard input is understood as.
//!
//! The seam the shared reading vectors are run through: one escaped text a line in, `kind,valid,normalised,reason` out.

use std::io::{self, BufRead, ErrorKind, Write};

use domain::reading::read;

use crate::Outcome;

pub(crate) fn run(arguments: &[String]) -> Outcome {
    if !arguments.is_empty() {
        return Err("usage: tools imei, one escaped text a line on standard input".to_owned());
    }
    each_line(|line| {
        let reading = read(&unescape(line));
        format!("{},{},{},{}", reading.kind(), reading.outcome(), reading.normalised(), reading.reason())
    })
}

/// Answers every line of standard input with one line on standard output, as soon as it is read.
///
/// Bytes that are no UTF-8 are read as U+FFFD. A reader that stops listening ends the command without complaint.
pub(crate) fn each_line(answer: impl Fn(&str) -> String) -> Outcome {
    let mut input = io::stdin().lock();
    let mut output = io::LineWriter::new(io::stdout().lock());
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(|error| format!("standard input: {error}"))? == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&bytes);
        let line = text.strip_suffix('\n').unwrap_or(&text);
        match writeln!(output, "{}", answer(line.strip_suffix('\r').unwrap_or(line))) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written.map_err(|error| format!("standard output: {error}"))?,
        }
    }
}

/// Undoes the escapes of the vectors: `\n`, `\r`, `\t`, `\\` and `\u{HEX}`. Anything else stays as it is.
fn unescape(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        let (character, after) = escaped(escape).unwrap_or(('\\', escape));
        text.push(character);
        rest = after;
    }
    text + rest
}

/// The character behind a backslash, and what follows it.
fn escaped(escape: &str) -> Option<(char, &str)> {
    let mut characters = escape.chars();
    let character = match characters.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\\' => '\\',
        'u' => {
            let (code, after) = characters.as_str().strip_prefix('{')?.split_once('}')?;
            let sound = code.bytes().all(|digit| digit.is_ascii_hexdigit());
            return u32::from_str_radix(code, 16).ok().filter(|_| sound).and_then(char::from_u32).zip(Some(after));
        }
        _ => return None,
    };
    Some((character, characters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escapes_are_undone_and_nothing_else() {
        let table = [
            ("plain", "plain"),
            (r"a\nb\r\tc\\n", "a\nb\r\tc\\n"),
            (r"\u{20}\u{200B}x\u{1F600}", " \u{200B}x\u{1F600}"),
            (r"\u{}\u{D800}\u{+20}\u{110000}\u20\x\", r"\u{}\u{D800}\u{+20}\u{110000}\u20\x\"),
        ];
        for (escaped, expected) in table {
            assert_eq!(unescape(escaped), expected, "{escaped}");
        }
    }
}
