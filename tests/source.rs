//! The repository's files as the laws read them: where they are, what they name, and where that stands.
//!
//! No parser: a law that needs one belongs to the compiler.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::mask::{Literal, blank, is_name, mask, tests_in};

/// One Rust file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path from the repository's root, with slashes.
    pub path: String,
    /// The file as it is.
    pub text: String,
    /// The code that ships: comments, literals and what only tests compile are blank.
    pub code: String,
    /// The literals of the code that ships.
    pub literals: Vec<Literal>,
}

/// A place where a law is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    path: String,
    line: usize,
    what: String,
}

impl Finding {
    /// A finding about a whole file.
    pub fn file(path: &str, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: 1, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Every file below a folder of the repository, by its path from the root; built and downloaded things left out.
///
/// # Panics
/// When a folder cannot be read.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root().join(&folder)).expect("a folder of the repository") {
            let entry = entry.expect("an entry of a folder");
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{folder}/{name}");
            let foreign = matches!(name.as_str(), "target" | "node_modules") || name.starts_with('.');
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !foreign => open.push(path),
                Ok(kind) if kind.is_file() && !foreign => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// Whether a path has this ending.
pub fn is_kind(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == ending)
}

/// Every Rust file below a folder.
///
/// # Panics
/// When a file is not UTF-8.
pub fn rust(folder: &str) -> Vec<Source> {
    let paths = files(folder).into_iter().filter(|path| is_kind(path, "rs"));
    let mut sources: Vec<Source> = paths
        .map(|path| {
            let text = fs::read_to_string(root().join(&path)).expect("a Rust file is UTF-8");
            Source::new(&path, &text)
        })
        .collect();
    let only_tests: Vec<String> = sources.iter().flat_map(Source::test_files).collect();
    for source in sources.iter_mut().filter(|source| only_tests.contains(&source.path)) {
        source.code = " ".repeat(source.code.len());
        source.literals.clear();
    }
    sources
}

impl Source {
    /// Reads a file's text.
    pub fn new(path: &str, text: &str) -> Self {
        let (mut code, mut literals) = mask(text);
        for region in tests_in(&code) {
            literals.retain(|literal| !region.contains(&literal.start));
            blank(&mut code, region);
        }
        let code = String::from_utf8_lossy(&code).into_owned();
        Self { path: path.to_owned(), text: text.to_owned(), code, literals }
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".rs").unwrap_or(name)
    }

    /// A finding at a place in the text.
    pub fn finding(&self, place: usize, what: impl Into<String>) -> Finding {
        let line = 1 + self.text.get(..place).unwrap_or_default().matches('\n').count();
        Finding { path: self.path.clone(), line, what: what.into() }
    }

    /// Where these words stand in the code: whole names, however they are qualified.
    pub fn named<'a>(&'a self, words: &'a [&'a str]) -> impl Iterator<Item = Finding> + 'a {
        words.iter().flat_map(move |word| {
            let whole = move |place: &usize| {
                let around = [self.code[..*place].chars().next_back(), self.code[place + word.len()..].chars().next()];
                let joins = |(letter, edge): (Option<char>, Option<char>)| {
                    letter.is_some_and(is_name) && edge.is_some_and(is_name)
                };
                ![(around[0], word.chars().next()), (around[1], word.chars().next_back())].into_iter().any(joins)
            };
            let places = self.code.match_indices(word).map(|(place, _)| place).filter(whole);
            places.map(move |place| self.finding(place, format!("`{word}`")))
        })
    }

    /// The name of the attribute that a literal is the value of: `class` in `class="step"`.
    pub fn attribute(&self, literal: &Literal) -> Option<&str> {
        let before = self.code.get(..literal.start)?.strip_suffix('=')?;
        let name = before.trim_end_matches(|letter: char| is_name(letter) || letter == '-' || letter == ':');
        before.get(name.len()..).filter(|name| !name.is_empty())
    }

    /// The files that this one declares as modules for tests only.
    fn test_files(&self) -> Vec<String> {
        let folder = match self.path.rsplit_once('/') {
            Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder.to_owned(),
            Some((folder, _)) => format!("{folder}/{}", self.stem()),
            None => return Vec::new(),
        };
        let (code, _) = mask(&self.text);
        let code = String::from_utf8_lossy(&code).into_owned();
        let declared = code.split("#[cfg(test)]").skip(1).filter_map(|after| {
            let (name, _) = after.trim_start().strip_prefix("mod ")?.split_once([';', '{'])?;
            Some(format!("{folder}/{}.rs", name.trim()))
        });
        declared.collect()
    }
}
