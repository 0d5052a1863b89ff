//! The shared vectors of the number reader, as they are written in their tables.
//!
//! A table holds a pasted text in one line; here its escapes become what was pasted.

/// Undoes the escapes of a vector.
///
/// # Panics
/// When an escape is none.
pub fn unescape(text: &str) -> String {
    let mut plain = text.replace(r"\n", "\n").replace(r"\r", "\r").replace(r"\t", "\t");
    while let Some((before, after)) = plain.clone().split_once(r"\u{") {
        let (code, rest) = after.split_once('}').expect("a closed escape");
        let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character");
        plain = format!("{before}{character}{rest}");
    }
    plain
}
