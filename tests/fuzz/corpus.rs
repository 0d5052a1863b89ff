//! The inputs that a fuzzer found worth keeping, one a line, in a file a target.
//!
//! Lines of text and no folders of nameless files: a person can see in a review what was added.

use std::fs;
use std::io;
use std::path::PathBuf;

use ::tests::source::root;

use crate::target::Target;

/// Where a target's inputs are kept.
pub fn place(target: Target) -> PathBuf {
    root().join("tests/fuzz/corpus").join(target.name()).with_extension("txt")
}

/// The kept inputs of a target.
///
/// # Errors
/// When the file cannot be read, or a line is no input.
pub fn kept(target: Target) -> io::Result<Vec<Vec<u8>>> {
    let text = fs::read_to_string(place(target))?;
    let inputs = text.lines().map(|line| read(line).ok_or_else(|| io::Error::other(format!("no input: {line}"))));
    inputs.collect()
}

/// Keeps these inputs and no others, in a stable order.
///
/// # Errors
/// When the file cannot be written.
pub fn keep(target: Target, inputs: &[Vec<u8>]) -> io::Result<()> {
    let mut lines: Vec<String> = inputs.iter().map(|input| format!("{}\n", input.escape_ascii())).collect();
    lines.sort();
    fs::write(place(target), lines.concat())
}

/// The bytes of a line: what [`u8::escape_ascii`] made of them, undone.
fn read(line: &str) -> Option<Vec<u8>> {
    let mut signs = line.bytes();
    let mut input = Vec::new();
    while let Some(sign) = signs.next() {
        input.push(match sign {
            b'\\' => match signs.next()? {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'x' => {
                    let digits = [signs.next()?, signs.next()?];
                    u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?
                }
                other @ (b'\\' | b'\'' | b'"') => other,
                _ => return None,
            },
            plain => plain,
        });
    }
    Some(input)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn any_bytes_come_back_from_their_line() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        let line = all.escape_ascii().to_string();
        assert!(line.lines().count() == 1 && line.is_ascii());
        assert_eq!(read(&line), Some(all));
        assert_eq!(read(""), Some(Vec::new()));
        for wrong in ["\\", "\\x", "\\x4", "\\xzz", "\\u{41}"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
