//! The `_headers` file of static hosts: which headers an address gets.
//! The preview and the tests send what a host would send, read from the very file that is shipped.
//!
//! Format as documented by Netlify and Cloudflare Pages (seen 2026-11-22): a line that starts with `/` names addresses,
//! indented lines below it are `Name: value`, `#` starts a comment. All rules that match apply; a name given twice is
//! sent once, its values joined by commas. `! Name` (Cloudflare Pages only) takes away what the rules before gave.

use std::fmt;
use std::str::FromStr;

/// The rules of one file, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// A name and its value.
    Add(String, String),
    /// The name of a header that earlier lines gave.
    Remove(String),
}

/// A line that a host would skip or misread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: BadLineKind,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLineKind {
    /// A header before any address.
    NoAddress,
    /// An address that does not start with `/`.
    NotAnAddress,
    /// An indented line that is not `Name: value`, or whose name or value HTTP does not allow.
    NotAHeader,
}

impl fmt::Display for BadLine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wrong = match self.kind {
            BadLineKind::NoAddress => "a header stands before any address",
            BadLineKind::NotAnAddress => "an address has to start with /",
            BadLineKind::NotAHeader => "this is not `Name: value`",
        };
        write!(out, "line {}: {wrong}", self.line)
    }
}

impl FromStr for Headers {
    type Err = BadLine;

    fn from_str(text: &str) -> Result<Self, BadLine> {
        let mut rules: Vec<Rule> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let bad = |kind| BadLine { line: number, kind };
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if line.starts_with([' ', '\t']) {
                let line = header(content).ok_or(bad(BadLineKind::NotAHeader))?;
                rules.last_mut().ok_or(bad(BadLineKind::NoAddress))?.lines.push(line);
            } else if content.starts_with('/') {
                rules.push(Rule { pattern: content.to_owned(), lines: Vec::new() });
            } else {
                return Err(bad(BadLineKind::NotAnAddress));
            }
        }
        Ok(Self { rules })
    }
}

impl Headers {
    /// The headers for an address path such as `/en/stolen/`, each name once, in the file's order.
    pub fn of(&self, path: &str) -> Vec<(String, String)> {
        let mut merged: Vec<(String, String)> = Vec::new();
        let matching = self.rules.iter().filter(|rule| matches(&rule.pattern, path));
        for line in matching.flat_map(|rule| &rule.lines) {
            let (name, value) = match line {
                Line::Add(name, value) => (name, value),
                Line::Remove(name) => {
                    merged.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                    continue;
                }
            };
            match merged.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
                Some((_, values)) => {
                    values.push_str(", ");
                    values.push_str(value);
                }
                None => merged.push((name.clone(), value.clone())),
            }
        }
        merged
    }
}

/// `Name: value` or `! Name`, when they are what RFC 9110 section 5 allows.
fn header(line: &str) -> Option<Line> {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if let Some(name) = line.strip_prefix("! ").map(str::trim) {
        return (!name.is_empty() && name.chars().all(is_token)).then(|| Line::Remove(name.to_owned()));
    }
    let (name, value) = line.split_once(':')?;
    let (name, value) = (name.trim(), value.trim());
    let allowed =
        !name.is_empty() && name.chars().all(is_token) && value.chars().all(|c| c == ' ' || c.is_ascii_graphic());
    (allowed && !value.is_empty()).then(|| Line::Add(name.to_owned(), value.to_owned()))
}

/// Whether a pattern names a path: `*` stands for any text, `:name` for one whole segment.
fn matches(pattern: &str, path: &str) -> bool {
    if let Some((before, after)) = pattern.split_once('*').filter(|(before, _)| !before.contains("/:")) {
        let Some(rest) = path.strip_prefix(before) else { return false };
        return rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| {
            let rest = rest.get(at..).unwrap_or_default();
            matches(after, rest)
        });
    }
    match pattern.split_once("/:") {
        Some((before, after)) => {
            let Some(rest) = path.strip_prefix(before).and_then(|rest| rest.strip_prefix('/')) else { return false };
            let end = |text: &str| text.find('/').unwrap_or(text.len());
            let (name, segment) = (end(after), end(rest));
            segment > 0 && matches(after.get(name..).unwrap_or_default(), rest.get(segment..).unwrap_or_default())
        }
        None => pattern == path,
    }
}

#[cfg(test)]
mod tests {
    use super::{BadLine, BadLineKind, Headers, matches};

    #[test]
    fn a_pattern_names_addresses_as_hosts_read_it() {
        let cases = [
            ("/*", "/", true),
            ("/*", "/en/stolen/", true),
            ("/en/*", "/en/", true),
            ("/en/*", "/de/", false),
            ("/*.wasm", "/app-1a2b.wasm", true),
            ("/*.wasm", "/app.wasm.br", false),
            ("/a/*/c/*", "/a/b/c/d", true),
            ("/a/*/c/*", "/a/c", false),
            ("/:language/area/*", "/en/area/westminster/", true),
            ("/:language/area/*", "/en/stolen/area/", false),
            ("/:language/area/", "//area/", false),
            ("/sw.js", "/sw.js", true),
            ("/sw.js", "/sw.js/", false),
            ("/*", "/\u{e9}", true),
        ];
        for (pattern, path, expected) in cases {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn all_rules_that_match_apply_and_a_name_is_sent_once() {
        let headers: Headers =
            "# policy\n/*\n  X-Frame-Options: DENY\n\tVary: A\n\n/en/*\n  vary: B\n/sw.js\n  Cache-Control: no-cache\n"
                .parse()
                .expect("a well-made file");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(headers.of("/en/"), [pair("X-Frame-Options", "DENY"), pair("Vary", "A, B")]);
        assert_eq!(headers.of("/sw.js").last(), Some(&pair("Cache-Control", "no-cache")));
        assert_eq!("".parse::<Headers>().map(|none| none.of("/")), Ok(Vec::new()));
    }

    #[test]
    fn a_later_rule_can_put_its_own_in_the_place_of_an_earlier_one() {
        let headers: Headers =
            "/*\n  Vary: A\n  X-Frame-Options: DENY\n/en/*\n  ! vary\n  Vary: B\n".parse().expect("good");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(headers.of("/en/"), [pair("X-Frame-Options", "DENY"), pair("Vary", "B")]);
        assert_eq!(headers.of("/de/"), [pair("Vary", "A"), pair("X-Frame-Options", "DENY")]);
    }

    #[test]
    fn a_value_keeps_its_own_colons() {
        let headers: Headers =
            "/*\n  Content-Security-Policy: default-src 'none'; connect-src https://a.test\n".parse().expect("good");
        assert_eq!(
            headers.of("/").first().map(|(_, value)| value.as_str()),
            Some("default-src 'none'; connect-src https://a.test")
        );
    }

    #[test]
    fn a_line_that_a_host_would_skip_is_refused() {
        let cases = [
            ("  X: y\n", 1, BadLineKind::NoAddress),
            ("/*\n\nen/\n", 3, BadLineKind::NotAnAddress),
            ("/*\n  X\n", 2, BadLineKind::NotAHeader),
            ("/*\n  X:\n", 2, BadLineKind::NotAHeader),
            ("/*\n  ! X: y\n", 2, BadLineKind::NotAHeader),
            ("/*\n  !\n", 2, BadLineKind::NotAHeader),
            ("/*\n  X Y: z\n", 2, BadLineKind::NotAHeader),
            ("/*\n  X: caf\u{e9}\n", 2, BadLineKind::NotAHeader),
        ];
        for (text, line, kind) in cases {
            assert_eq!(text.parse::<Headers>(), Err(BadLine { line, kind }), "{text:?}");
        }
    }
}
