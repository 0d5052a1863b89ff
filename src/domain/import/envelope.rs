//! From a file's bytes to its parts: which of our files it is, and what stands in it, name by name.
//!
//! Nothing is parsed before its size and its depth are known, and nothing is taken that was not asked for by name.

use crate::import::unreadable::Unreadable;
use crate::import::value::Value;
use crate::saved::Notation;

/// Our files nest three deep at most; serde_json itself gives up at 128.
const DEEPEST: usize = 16;
/// What every file of ours says first.
pub(crate) const FORMAT: &str = "format";

/// A file's parts.
pub(crate) struct Envelope<'a> {
    text: &'a str,
    parts: Vec<(String, Value)>,
}

impl<'a> Envelope<'a> {
    /// Reads a file of at most so many bytes.
    pub(crate) fn read<N: Notation>(bytes: &'a [u8], most: usize, ours: &[&str]) -> Result<Self, Unreadable> {
        let text = text(bytes, most)?;
        match parse::<N>(text) {
            Ok(Value::Fields(parts)) => Ok(Self { text, parts }),
            Ok(_) => Err(Unreadable::NotOurs),
            Err(Unreadable::TooDeep) => Err(Unreadable::TooDeep),
            // It cannot be read, so its own words decide whether it was meant to be one of ours.
            Err(_) if !ours.iter().any(|format| text.contains(format)) => Err(Unreadable::NotOurs),
            Err(_) if !text.trim_end().ends_with('}') => Err(Unreadable::CutShort),
            Err(_) => Err(Unreadable::Malformed),
        }
    }

    /// Which format it says it has.
    pub(crate) fn format(&self) -> Result<&str, Unreadable> {
        self.text(FORMAT).map_err(|_| Unreadable::NotOurs)
    }

    /// Has exactly these names and no others, each once.
    pub(crate) fn has_only(&self, names: &[&str]) -> Result<(), Unreadable> {
        for (place, (name, _)) in self.parts.iter().enumerate() {
            if !names.contains(&name.as_str()) {
                return Err(Unreadable::NameUnknown);
            }
            if self.parts.iter().take(place).any(|(earlier, _)| earlier == name) {
                return Err(Unreadable::NameTwice);
            }
        }
        Ok(())
    }

    /// All of it, as it was written.
    pub(crate) const fn whole_text(&self) -> &str {
        self.text
    }

    /// A part that is a text.
    pub(crate) fn text(&self, name: &'static str) -> Result<&str, Unreadable> {
        match self.part(name)? {
            Value::Text(text) => Ok(text),
            _ => Err(Unreadable::Wrong(name)),
        }
    }

    /// A part that is a whole number.
    pub(crate) fn whole(&self, name: &'static str) -> Result<u32, Unreadable> {
        match self.part(name)? {
            Value::Whole(number) => u32::try_from(*number).map_err(|_| Unreadable::Wrong(name)),
            _ => Err(Unreadable::Wrong(name)),
        }
    }

    /// A part that is a version from 1 on and not above this one. Asked for first: a newer file may have other parts.
    pub(crate) fn version(&self, name: &'static str, ours: u32) -> Result<u32, Unreadable> {
        match self.whole(name)? {
            0 => Err(Unreadable::Wrong(name)),
            newer if newer > ours => Err(Unreadable::Newer),
            version => Ok(version),
        }
    }

    fn part(&self, name: &'static str) -> Result<&Value, Unreadable> {
        self.parts.iter().find(|(known, _)| known == name).map(|(_, value)| value).ok_or(Unreadable::Missing(name))
    }
}

/// Reads any value, however it came to be, unless it is nested too deep.
pub(crate) fn parse<N: Notation>(text: &str) -> Result<Value, Unreadable> {
    if is_too_deep(text) {
        return Err(Unreadable::TooDeep);
    }
    N::read(text).ok_or(Unreadable::Malformed)
}

/// The text of a file: measured, in UTF-8, without the mark that some editors put first.
fn text(bytes: &[u8], most: usize) -> Result<&str, Unreadable> {
    if bytes.len() > most {
        return Err(Unreadable::TooLarge { most });
    }
    // A zero byte beside the first bracket is how UTF-16 looks without its mark.
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..]) {
        return Err(Unreadable::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
    if text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
}

/// More open brackets at once than [`DEEPEST`], brackets inside quotation marks aside.
fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}
