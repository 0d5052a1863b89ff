//! The words that views would say by themselves, found in the text of a source.
//!
//! Words are content; a view holds names of elements, classes and drawings. What has the look of language is found here.

use std::ops::Range;

use crate::mask::{Literal, closing};
use crate::source::{Finding, Source};

/// Attributes whose value is a list of machine words.
const MACHINE: [&str; 14] = [
    "aria-controls",
    "aria-describedby",
    "aria-labelledby",
    "autocomplete",
    "class",
    "content",
    "d",
    "media",
    "points",
    "rel",
    "sizes",
    "stroke-dasharray",
    "transform",
    "viewBox",
];

/// Attributes whose value a person reads or hears.
const SPOKEN: [&str; 5] = ["alt", "aria-description", "aria-label", "placeholder", "title"];

/// Values of `rel`, alone or in a list.
const RELATIONS: [&str; 2] = ["noopener", "noreferrer"];

/// Every place where a source says something by itself. `classes` are the names that the stylesheets know: a list of
/// them is no sentence.
pub fn said(source: &Source, classes: &[String]) -> Vec<Finding> {
    let texts = texts(source.code.as_bytes());
    let attributes = attributes(source.code.as_bytes());
    let spoken = |literal: &&Literal| !attributes.iter().any(|attribute| attribute.contains(&literal.start));
    let literals = source.literals.iter().filter(spoken).filter_map(|literal| {
        let shown = texts.iter().any(|text| text.contains(&literal.start));
        let says = match source.attribute(literal) {
            Some(name) if MACHINE.contains(&name) => false,
            Some(name) if SPOKEN.contains(&name) => words(&literal.text) > 0,
            _ if shown => words(&literal.text) > 0,
            _ => is_language(&literal.text, classes),
        };
        says.then(|| source.finding(literal.start, format!("\"{}\"", literal.text)))
    });
    let bare = texts.iter().filter_map(|text| {
        let bare = source.code.get(text.clone())?;
        (words(bare) > 0).then(|| source.finding(text.start, format!("text of a view: {}", bare.trim())))
    });
    literals.chain(bare).collect()
}

/// Where literal paths stand: whoever writes one has a second address book.
pub fn paths(source: &Source) -> impl Iterator<Item = &Literal> {
    source.literals.iter().filter(|literal| {
        let mut letters = literal.text.chars();
        letters.next() == Some('/') && letters.next().is_some_and(|letter| letter.is_alphanumeric() || letter == '{')
    })
}

/// How many words of a language a text holds. What is filled in later is none, nor is what holds a digit, as the letters
/// of a drawing do, nor the name of a function before its bracket.
fn words(text: &str) -> usize {
    let word = |token: &&str| {
        let letters = token.chars().filter(|letter| letter.is_alphabetic()).count();
        letters > 1 && !token.contains(|letter: char| letter.is_ascii_digit()) && !token.ends_with('(')
    };
    unfilled(text).split_whitespace().filter(word).count()
}

/// Two words beside each other, or a word beside something that is filled in.
fn is_language(text: &str, classes: &[String]) -> bool {
    let unfilled = unfilled(text);
    let is_class = |token: &str| RELATIONS.contains(&token) || classes.iter().any(|class| class == token);
    let spaced = text.trim().contains(char::is_whitespace);
    let filled = unfilled != text;
    spaced && words(text) > usize::from(!filled) && !unfilled.split_whitespace().all(is_class)
}

/// A text without its places to fill and without escapes.
fn unfilled(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        kept.push_str(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.replace("\\n", " ").replace("\\t", " ")
}

/// Where Rust's own attributes stand, whose reasons are for readers of the code.
fn attributes(code: &[u8]) -> Vec<Range<usize>> {
    let text = String::from_utf8_lossy(code);
    let starts =
        ["#[", "#!["].into_iter().flat_map(|open| text.match_indices(open).map(move |(at, _)| at + open.len() - 1));
    starts.map(|bracket| bracket..closing(code, bracket)).collect()
}

/// Where the views of masked code hold text: between a tag and the next, outside braces.
fn texts(code: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let text = String::from_utf8_lossy(code);
    for (start, _) in text.match_indices("view!") {
        let Some(open) = code.iter().skip(start).position(|byte| *byte == b'{').map(|at| start + at) else { continue };
        let end = closing(code, open);
        let (mut place, mut from, mut in_tag) = (open + 1, open + 1, false);
        while place < end {
            let (byte, before) = (code.get(place).copied(), code.get(place - 1).copied());
            match byte {
                Some(b'{' | b'(' | b'[') if in_tag => place = closing(code, place),
                Some(b'{') => {
                    found.push(from..place);
                    place = closing(code, place);
                    from = place + 1;
                }
                Some(b'<') if !in_tag => {
                    found.push(from..place);
                    in_tag = true;
                }
                // An arrow in an attribute does not end its tag.
                Some(b'>') if in_tag && !matches!(before, Some(b'=' | b'-')) => {
                    in_tag = false;
                    from = place + 1;
                }
                _ => {}
            }
            place += 1;
        }
        if !in_tag && from < end {
            found.push(from..end);
        }
    }
    found.retain(|text| !text.is_empty());
    found
}
