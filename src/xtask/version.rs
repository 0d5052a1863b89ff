//! A program's version, read from whatever it prints about itself.
//! Tools are pinned: `major.minor.patch` has to match, so a version is compared, never ranged.

use std::fmt;
use std::str::FromStr;

/// `major.minor.patch`; whatever follows (`-beta`, `+dfsg1`) is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    major: u32,
    minor: u32,
    patch: u32,
}

/// The text holds no version of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotAVersion;

impl FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let mut numbers = text.get(..end).unwrap_or_default().split('.').map(|number| number.parse().ok());
        let mut next = || numbers.next().flatten().ok_or(NotAVersion);
        let version = Self { major: next()?, minor: next()?, patch: next()? };
        if numbers.next().is_some() { Err(NotAVersion) } else { Ok(version) }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl Version {
    /// A version known when this program was written.
    pub(crate) const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// The first version that a program's `--version` line names: `trunk 0.21.14`, `wasm-bindgen 0.2.130 (a1b2c3)`.
    pub(crate) fn announced(output: &str) -> Option<Self> {
        output.split_whitespace().find_map(|word| word.trim_start_matches('v').parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::{NotAVersion, Version};

    #[test]
    fn a_version_is_three_numbers_and_nothing_else_counts() {
        let cases = [
            ("0.21.14", Ok(Version::new(0, 21, 14))),
            ("1.95.0+dfsg1-2~bpo13+1", Ok(Version::new(1, 95, 0))),
            ("1.96.0-beta.1", Ok(Version::new(1, 96, 0))),
            ("156.0.8078.79", Err(NotAVersion)),
            ("1.95", Err(NotAVersion)),
            ("1..0", Err(NotAVersion)),
            ("stable", Err(NotAVersion)),
            ("", Err(NotAVersion)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Version>(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_program_announces_its_version_in_its_own_words() {
        let cases = [
            ("trunk 0.21.14\n", Some(Version::new(0, 21, 14))),
            ("wasm-bindgen 0.2.130 (ea6d66e42)", Some(Version::new(0, 2, 130))),
            ("rustc 1.95.0 (59807616e 2026-04-14)", Some(Version::new(1, 95, 0))),
            ("v20.20.2", Some(Version::new(20, 20, 2))),
            ("command not found", None),
        ];
        for (output, expected) in cases {
            assert_eq!(Version::announced(output), expected, "{output:?}");
        }
    }

    #[test]
    fn a_version_prints_as_it_was_read() {
        assert_eq!(Version::new(0, 2, 130).to_string(), "0.2.130");
    }
}
