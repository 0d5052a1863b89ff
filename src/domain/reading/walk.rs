//! The walk through a text, from label to number.
//!
//! Labels say whose a digit is: the 1 of `IMEI1`, the 05 of `SVN 05`, the 06 of `*#06#` belong to no number.

use super::glyph::Glyph;
use super::hexadecimal::meid_at;
use super::item::{Item, Items};
use super::label::Label;
use super::sighting::Sighting;
use super::{Neighbour, Outcome, Reason, soiled};
use crate::serial::Serial;

/// What was seen, and which label stood before it.
pub(super) struct Seen {
    pub(super) sighting: Sighting,
    /// The label says IMEI, or says nothing (`None`), or says something else.
    pub(super) says_imei: Option<bool>,
}

/// What the labels since the last number said.
#[derive(Default)]
struct Labels {
    /// What the number is: the last that was said, but IMEI stays.
    said: Option<Label>,
    slot: Option<u8>,
    /// How much of `urn:gsma:imei:` was read.
    urn: u8,
}

impl Labels {
    fn note(&mut self, label: Label) {
        self.urn = match (self.urn, label) {
            (_, Label::Urn) => 1,
            (1, Label::Gsma) => 2,
            (2, Label::Imei) => 3,
            _ => 0,
        };
        let names_a_number = matches!(label, Label::Imei | Label::Imsi | Label::Serial | Label::Meid);
        if names_a_number && self.said != Some(Label::Imei) {
            self.said = Some(label);
        }
    }

    fn says_imei(&self) -> Option<bool> {
        self.said.map(|label| label == Label::Imei)
    }
}

/// Everything in a text that looks like something, in order.
pub(super) fn walk(text: &str) -> Vec<Seen> {
    let items = Items::of(text);
    let mut seen = Vec::new();
    let mut labels = Labels::default();
    let mut rest = items.list();
    let mut word_before = None;
    while let Some((item, others)) = rest.split_first() {
        if let Some((length, sighting)) = meid_at(&items, rest).filter(|meid| !is_better_as_imei(&items, item, meid)) {
            seen.push(Seen { sighting, says_imei: labels.says_imei() });
            (labels, word_before) = (Labels::default(), None);
            rest = rest.get(length..).unwrap_or_default();
        } else if let Some(label) = item.word {
            labels.note(label);
            word_before = Some(label);
            rest = others;
        } else {
            let length = run_length(&items, rest);
            let (run, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            rest = after;
            let label = word_before.take();
            if is_dial_code(&items, run, after) {
                continue;
            }
            if is_spreadsheet_number(&items, run, after) {
                rest =
                    after.get(usize::from(after.first().is_some_and(|next| next.gap.is_plus()))..).unwrap_or_default();
                seen.push(Seen { sighting: Sighting::Scrap(Reason::SpreadsheetNumber, 0), says_imei: None });
                continue;
            }
            if let Some(digit) = label_digit(&items, run, label)
                && run.len() == 1
            {
                labels.slot = Some(digit);
                continue;
            }
            if label == Some(Label::SoftwareVersion) && run.len() == 1 && plain_length(&items, item) == Some(2) {
                continue;
            }
            let (sightings, slot) = number(&items, run, label, &labels);
            labels.slot = slot.or(labels.slot);
            let says_imei = labels.says_imei();
            seen.extend(sightings.into_iter().enumerate().map(|(place, mut sighting)| {
                if let (Sighting::Number(found), 0) = (&mut sighting, place) {
                    found.slot = labels.slot;
                }
                Seen { sighting, says_imei }
            }));
            labels = Labels::default();
        }
    }
    seen
}

/// How many items from the first belong to one run.
fn run_length(items: &Items, list: &[Item]) -> usize {
    let is_three = |item: &Item| plain_length(items, item) == Some(3);
    let joined = list.windows(2).enumerate().take_while(|(place, pair)| {
        let [one, two] = pair else { return false };
        let thousands = two.gap.is_thousands() && is_three(one) && is_three(two);
        two.word.is_none()
            && (two.gap.joins() || thousands)
            && meid_at(items, list.get(place + 1..).unwrap_or_default()).is_none()
    });
    joined.count() + 1
}

/// What one run is, after the digits that belong to its label.
fn number(items: &Items, run: &[Item], label: Option<Label>, labels: &Labels) -> (Vec<Sighting>, Option<u8>) {
    if run.first().is_some_and(|first| first.gap.starts_phone()) {
        return (telephone(items, run), None);
    }
    let kept = soiled::read(items, run);
    let (mut sightings, slot) = match without_label_digit(items, run, label) {
        Some((digit, certain, shorter)) => {
            let shorter = soiled::read(items, &shorter);
            let better =
                shorter.iter().any(Sighting::is_checked_number) && !kept.iter().any(Sighting::is_checked_number);
            if certain || better { (shorter, Some(digit)) } else { (kept, None) }
        }
        None => (kept, None),
    };
    if labels.urn == 3
        && let [Sighting::Number(found)] = sightings.as_slice()
        && let Some(spare) = found.kept().and_then(|number| Sighting::by_length(number.as_str().as_bytes().get(..14)?))
    {
        sightings = vec![spare];
    }
    if labels.said == Some(Label::Imsi) {
        for sighting in &mut sightings {
            if matches!(sighting, Sighting::Number(_)) {
                *sighting = Sighting::Beside(Neighbour::Imsi);
            }
        }
    }
    if labels.said == Some(Label::Serial) && !sightings.iter().any(Sighting::is_checked_number) {
        sightings.extend(serial(items, run).map(Sighting::Beside));
    }
    (sightings, slot)
}

/// The run without the digit 1 to 4 of its label, and whether it certainly is the label's.
fn without_label_digit(items: &Items, run: &[Item], label: Option<Label>) -> Option<(u8, bool, Vec<Item>)> {
    if let Some(digit) = label_digit(items, run, label) {
        let (_, others) = run.split_first()?;
        // Digits typed one by one: the first may as well be the number's own.
        let certain = others.first().is_some_and(|second| second.end - second.start > 1);
        return Some((digit, certain, others.to_vec()));
    }
    let first = run.first()?;
    let glued = label.is_some_and(Label::takes_a_digit) && first.gap.is_glued();
    let digit = items.glyphs(first).first()?.digit().filter(|digit| glued && (b'1'..=b'4').contains(digit))?;
    let total: usize = run.iter().map(|item| item.end - item.start).sum();
    if !matches!(total, 16 | 18) && !matches!(first.end - first.start, 16 | 18) {
        return None;
    }
    let mut shorter = run.to_vec();
    shorter.first_mut()?.start += 1;
    Some((digit - b'0', false, shorter))
}

/// The digit 1 to 4 that stands alone behind a label and belongs to it.
fn label_digit(items: &Items, run: &[Item], label: Option<Label>) -> Option<u8> {
    let first = run.first().filter(|first| !first.gap.line && !first.gap.ends_label())?;
    let [Glyph::Digit(digit @ b'1'..=b'4')] = items.glyphs(first) else { return None };
    label.is_some_and(Label::takes_a_digit).then(|| digit - b'0')
}

/// How long a group is, when it is digits alone.
fn plain_length(items: &Items, item: &Item) -> Option<usize> {
    let glyphs = items.glyphs(item);
    glyphs.iter().all(|glyph| glyph.digit().is_some()).then_some(glyphs.len())
}

fn is_dial_code(items: &Items, run: &[Item], after: &[Item]) -> bool {
    let [only] = run else { return false };
    let closed = after.first().is_none_or(|next| next.gap.starts_with_hash());
    items.glyphs(only) == [Glyph::Digit(b'0'), Glyph::Digit(b'6')] && only.gap.ends_with_hash() && closed
}

/// `3.52E+14`, whole or without its plus.
fn is_spreadsheet_number(items: &Items, run: &[Item], after: &[Item]) -> bool {
    let Some((last, before)) = run.split_last() else { return false };
    let mut parts = items.glyphs(last).split(|glyph| matches!(glyph, Glyph::Letter('E' | 'e')));
    let (Some(decimals), Some(exponent), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    let digits = |part: &[Glyph]| part.iter().all(|glyph| glyph.digit().is_some());
    let power = after.first().filter(|next| exponent.is_empty() && next.gap.is_plus());
    let signed = power.and_then(|power| plain_length(items, power)).is_some_and(|length| length < 3);
    let point = last.gap.is_point() && before.last().is_some_and(|whole| plain_length(items, whole) == Some(1));
    let bare = point && matches!(exponent.len(), 1 | 2) && digits(exponent);
    !decimals.is_empty() && digits(decimals) && (signed || bare)
}

/// A telephone number, and behind it only what a check proves.
fn telephone(items: &Items, run: &[Item]) -> Vec<Sighting> {
    let mut seen = vec![Sighting::Beside(Neighbour::Telephone)];
    let next = run.iter().skip(1).position(|item| item.gap.is_wide()).map(|place| place + 1);
    if let Some(rest) = next.and_then(|next| run.get(next..)) {
        let others = soiled::read(items, rest).into_iter();
        seen.extend(others.filter(|other| other.outcome() == Some(Outcome::Checked)));
    }
    let digits: usize = run.iter().filter_map(|item| plain_length(items, item)).sum();
    if seen.len() == 1 {
        seen.push(Sighting::Scrap(if digits < 14 { Reason::TooShort } else { Reason::Empty }, digits));
    }
    seen
}

fn serial(items: &Items, run: &[Item]) -> Option<Neighbour> {
    let text = items.glyphs(run.first()?).iter().map(|glyph| match glyph {
        Glyph::Digit(digit) => Some(char::from(*digit)),
        Glyph::Letter(letter) => Some(letter.to_ascii_uppercase()),
        _ => None,
    });
    text.collect::<Option<String>>()?.parse::<Serial>().ok().map(Neighbour::Serial)
}

/// A first letter B that stands for an 8: no MEID when its check disagrees and fifteen digits then pass.
fn is_better_as_imei(items: &Items, item: &Item, (length, meid): &(usize, Sighting)) -> bool {
    *length == 1
        && meid.outcome() == Some(Outcome::Wrong)
        && matches!(soiled::read(items, &[*item]).as_slice(), [Sighting::Number(_)])
}
