//! An MEID in hexadecimal, whole or in groups.
//!
//! Looked for before words are: `AF` and `BC DE` are words as well.

use super::item::{Item, Items};
use super::sighting::Sighting;
use super::{Kind, Neighbour, Outcome};
use crate::meid::Meid;

/// How an MEID is printed. A sentence with "add" or "bad" in it has no such groups.
const PRINTED: [&[usize]; 10] = [
    &[14],
    &[15],
    &[14, 1],
    &[2, 2, 2, 2, 2, 2, 2],
    &[2, 2, 2, 2, 2, 2, 2, 1],
    &[2, 6, 6],
    &[2, 6, 6, 1],
    &[8, 6],
    &[8, 6, 1],
    &[8, 7],
];

/// The MEID that begins with the first of these items, and how many items it takes.
pub(super) fn meid_at(items: &Items, list: &[Item]) -> Option<(usize, Sighting)> {
    let mut digits = String::new();
    let mut lengths = Vec::new();
    for (place, item) in list.iter().take(8).enumerate() {
        if place > 0 && (!item.gap.joins() || item.gap.line || item.gap.is_glued()) {
            break;
        }
        let Some(group) = items.glyphs(item).iter().map(|glyph| glyph.hexadecimal()).collect::<Option<String>>() else {
            break;
        };
        if place == 0 && !group.starts_with(|first: char| first.is_ascii_uppercase()) {
            return None;
        }
        digits += &group;
        lengths.push(group.len());
    }
    // The longest printed form wins; a form that stops short of further digits is no form.
    (1..=lengths.len()).rev().find_map(|count| {
        let printed = PRINTED.contains(&lengths.get(..count)?);
        let ends = list.get(count).is_none_or(|next| next.word.is_some() || next.gap.is_wide() || !next.gap.joins());
        let text = digits.get(..lengths.get(..count)?.iter().sum())?;
        let seen = read(text).filter(|_| printed && ends && text.contains(|digit: char| digit.is_ascii_digit()))?;
        Some((count, seen))
    })
}

fn read(text: &str) -> Option<Sighting> {
    let (meid, check) = text.split_at_checked(14)?;
    let meid: Meid = meid.parse().ok()?;
    let neighbour = match check.chars().next() {
        None => Neighbour::Meid(meid, Outcome::Unchecked),
        Some(check) if check == meid.check_digit() => Neighbour::Meid(meid, Outcome::Checked),
        Some(_) => Neighbour::misread(Kind::Meid, text.as_bytes()),
    };
    Some(Sighting::Beside(neighbour))
}
