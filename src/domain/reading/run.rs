//! Groups of digits that may be one number or several: where does one end?
//!
//! Never by sliding a window over a longer run: 84% of eSIM numbers hold fifteen digits that pass by chance.

use super::Outcome;
use super::sighting::Sighting;

/// One group of digits and how it is set apart from the one before.
#[derive(Clone, Copy)]
pub(super) struct Group {
    start: usize,
    wide: bool,
    line: bool,
}

/// ASCII digits in groups.
#[derive(Default)]
pub(super) struct Run {
    digits: Vec<u8>,
    groups: Vec<Group>,
}

/// How an IMEI is printed in groups that white space sets apart: since 2004, before, and by TAC.
const PRINTED: [&[usize]; 3] = [&[2, 6, 6, 1], &[6, 2, 6, 1], &[8, 6, 1]];

impl Run {
    /// Begins a new group; `wide` when a separate number may begin here, `line` when a new line does.
    pub(super) fn begin(&mut self, wide: bool, line: bool) {
        self.groups.push(Group { start: self.digits.len(), wide, line });
    }

    /// Adds a digit to the last group.
    pub(super) fn push(&mut self, digit: u8) {
        self.digits.push(digit);
    }

    /// Reads the run (rules 5 and 6).
    pub(super) fn read(&self) -> Vec<Sighting> {
        let whole = Sighting::by_length(&self.digits);
        let blocks = self.cut(|group| group.wide || group.line);
        let alone = blocks.iter().position(|block| passes(block));
        // Fifteen good digits of their own with a stray number next to them are no longer identifier.
        let stray = match self.digits.len() {
            16 | 17 => alone.is_some_and(|place| place > 0),
            18 | 19 => alone.is_some(),
            _ => false,
        };
        let wrong = whole.as_ref().is_none_or(|whole| whole.outcome() == Some(Outcome::Wrong));
        if let (Some(whole), false) = (&whole, wrong || stray) {
            return vec![whole.clone()];
        }
        if let Some(several) = self.fifteens() {
            return several;
        }
        let parts = self.parts(&blocks);
        let checked = parts.iter().any(|part| part.outcome() == Some(Outcome::Checked));
        match whole {
            Some(whole) if !checked => vec![whole],
            _ if !parts.is_empty() => parts,
            _ => vec![Sighting::by_count(self.digits.len())],
        }
    }

    /// The digits between the groups at which a piece begins.
    fn cut(&self, begins: impl Fn(&Group) -> bool) -> Vec<&[u8]> {
        let mut starts: Vec<usize> =
            self.groups.iter().skip(1).filter(|group| begins(group)).map(|group| group.start).collect();
        starts.push(self.digits.len());
        let mut from = 0;
        let pieces = starts.into_iter().filter_map(|to| {
            let piece = self.digits.get(from..to);
            from = to;
            piece
        });
        pieces.collect()
    }

    /// The whole run as numbers of fifteen digits that all pass.
    fn fifteens(&self) -> Option<Vec<Sighting>> {
        if self.digits.len() < 30 || !self.digits.len().is_multiple_of(15) {
            return None;
        }
        let cut_there = |place: usize| self.groups.binary_search_by_key(&place, |group| group.start).is_ok();
        let sound = (0..self.digits.len()).step_by(15).all(cut_there) && self.digits.chunks(15).all(passes);
        sound.then(|| self.digits.chunks(15).filter_map(Sighting::by_length).collect())
    }

    /// Every part that has the length of something; the rest is dates, telephone numbers and the like.
    fn parts(&self, blocks: &[&[u8]]) -> Vec<Sighting> {
        if self.groups.iter().skip(1).any(|group| group.line) {
            let lines = self.lines();
            return lines.iter().flat_map(Self::read).filter(|part| part.outcome().is_some()).collect();
        }
        let mut parts = Vec::new();
        let mut rest = blocks;
        if rest.len() < 2 {
            return parts;
        }
        while let Some((first, others)) = rest.split_first() {
            if let Some((part, after)) = long_identifier(rest).or_else(|| printed_imei(rest)) {
                parts.push(part);
                rest = after;
                continue;
            }
            parts.extend(Sighting::by_length(first));
            rest = others;
        }
        parts
    }

    fn lines(&self) -> Vec<Self> {
        let mut lines = vec![Self::default()];
        for (place, group) in self.groups.iter().enumerate() {
            if place > 0 && group.line {
                lines.push(Self::default());
            }
            let end = self.groups.get(place + 1).map_or(self.digits.len(), |next| next.start);
            if let Some(line) = lines.last_mut() {
                line.begin(group.wide, false);
                line.digits.extend_from_slice(self.digits.get(group.start..end).unwrap_or_default());
            }
        }
        lines
    }
}

fn passes(digits: &[u8]) -> bool {
    digits.len() == 15 && Sighting::by_length(digits).is_some_and(|seen| seen.is_checked_number())
}

/// An EID or ICCID in several blocks, when its check agrees, and the blocks behind it.
fn long_identifier<'a>(blocks: &'a [&'a [u8]]) -> Option<(Sighting, &'a [&'a [u8]])> {
    if !blocks.first()?.starts_with(b"89") {
        return None;
    }
    let mut digits = Vec::with_capacity(32);
    for (count, block) in blocks.iter().enumerate() {
        digits.extend_from_slice(block);
        if digits.len() > 32 {
            return None;
        }
        if digits.len() > 17
            && let Some(seen) = Sighting::by_length(&digits).filter(|seen| seen.outcome() == Some(Outcome::Checked))
        {
            return Some((seen, blocks.get(count + 1..)?));
        }
    }
    None
}

/// An IMEI in the groups it is printed in, right or wrong, and the blocks behind it.
fn printed_imei<'a>(blocks: &'a [&'a [u8]]) -> Option<(Sighting, &'a [&'a [u8]])> {
    PRINTED.iter().find_map(|pattern| {
        let (groups, after) = blocks.split_at_checked(pattern.len())?;
        let printed = groups.iter().zip(*pattern).all(|(group, length)| group.len() == *length);
        let seen = Sighting::by_length(&groups.concat()).filter(|_| printed)?;
        Some((seen, after))
    })
}
