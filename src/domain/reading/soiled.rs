//! Runs with something between the digits that is none: letters, `?`, `*`, ①.
//!
//! Such a run is never accepted as it stands: at most it yields a suggestion, or whole numbers that stand beside the dirt.

use super::glyph::Glyph;
use super::item::{Item, Items};
use super::run::Run;
use super::sighting::Sighting;
use super::{Form, Found, Outcome, Reason};

/// Reads one run, clean or not.
pub(super) fn read(items: &Items, run: &[Item]) -> Vec<Sighting> {
    let glyphs = || run.iter().flat_map(|item| items.glyphs(item).iter().copied());
    let digits = glyphs().filter(|glyph| glyph.digit().is_some()).count();
    if digits == glyphs().count() {
        return clean(items, run).read();
    }
    let only = |kind: fn(Glyph) -> bool| glyphs().all(|glyph| glyph.digit().is_some() || kind(glyph));
    let seen = if only(|glyph| glyph == Glyph::Unknown) {
        unreadable(items, run, digits)
    } else if only(|glyph| glyph == Glyph::Mask) {
        masked(items, run, digits)
    } else {
        lettered(&glyphs().collect::<Vec<_>>())
    };
    seen.unwrap_or_else(|| beside_the_dirt(items, run))
}

/// The digits of a run, grouped.
fn clean(items: &Items, run: &[Item]) -> Run {
    let mut digits = Run::default();
    for item in run {
        digits.begin(item.gap.is_wide(), item.gap.line);
        items.glyphs(item).iter().filter_map(|glyph| glyph.digit()).for_each(|digit| digits.push(digit));
    }
    digits
}

/// Exactly one `?` among fifteen is a digit somebody could not read; at the end of a sentence it is a question.
fn unreadable(items: &Items, run: &[Item], digits: usize) -> Option<Vec<Sighting>> {
    let typed: Vec<u8> =
        run.iter().flat_map(|item| items.glyphs(item)).map(|glyph| glyph.digit().unwrap_or(b'?')).collect();
    let marks = typed.len() - digits;
    if (marks, digits) == (1, 14) {
        return Found::new(Form::OneUnknown, &typed).map(|found| vec![Sighting::Number(found)]);
    }
    let at_the_end = typed.iter().rev().take(marks).all(|glyph| *glyph == b'?');
    let a_question = at_the_end && (digits > 14 || (marks == 1 && digits < 14));
    a_question.then(|| clean(items, run_with_digits(items, run).as_slice()).read())
}

/// Stars around a whole number are bold type or a bullet; elsewhere they hide digits.
fn masked(items: &Items, run: &[Item], digits: usize) -> Option<Vec<Sighting>> {
    let glyphs: Vec<Glyph> = run.iter().flat_map(|item| items.glyphs(item)).copied().collect();
    let before = glyphs.iter().take_while(|glyph| **glyph == Glyph::Mask).count();
    let behind = glyphs.iter().rev().take_while(|glyph| **glyph == Glyph::Mask).count();
    let around = digits > 0 && before + behind + digits == glyphs.len();
    let bullet = before == 1 && run.first().is_some_and(|first| first.end - first.start == 1) && run.len() > 1;
    let decoration = around && (digits > 14 || before == behind || (bullet && behind == 0));
    decoration.then(|| clean(items, run_with_digits(items, run).as_slice()).read())
}

/// Items that hold a digit: what is left once pure decoration is dropped.
fn run_with_digits(items: &Items, run: &[Item]) -> Vec<Item> {
    let holds_digit = |item: &&Item| items.glyphs(item).iter().any(|glyph| glyph.digit().is_some());
    run.iter().filter(holds_digit).copied().collect()
}

/// Letters: the `F` that fills up a SIM's number, or letters taken for digits in fifteen that then pass (rule 9).
fn lettered(glyphs: &[Glyph]) -> Option<Vec<Sighting>> {
    if let Some((Glyph::Letter('F' | 'f'), number)) = glyphs.split_last() {
        let digits: Option<Vec<u8>> = number.iter().map(|glyph| glyph.digit()).collect();
        if let Some(digits) = digits.filter(|digits| digits.starts_with(b"89") && matches!(digits.len(), 19 | 20)) {
            return Sighting::by_length(&digits).map(|seen| vec![seen]);
        }
    }
    let digits: Vec<u8> = glyphs.iter().map(|glyph| glyph.look_alike()).collect::<Option<_>>()?;
    Found::look_alike(&digits).map(|found| vec![Sighting::Number(found)])
}

/// Several blocks: each dirty one alone, and the clean ones between them when a check agrees.
fn beside_the_dirt(items: &Items, run: &[Item]) -> Vec<Sighting> {
    let is_clean = |item: &Item| items.glyphs(item).iter().all(|glyph| glyph.digit().is_some());
    let mut blocks: Vec<(bool, Vec<Item>)> = Vec::new();
    for item in run {
        match blocks.last_mut() {
            Some((clean, block)) if !item.gap.is_wide() => {
                *clean &= is_clean(item);
                block.push(*item);
            }
            _ => blocks.push((is_clean(item), vec![*item])),
        }
    }
    let many = blocks.len() > 1;
    let mut seen = Vec::new();
    for stretch in blocks.chunk_by(|one, two| one.0 && two.0) {
        let stretch_items: Vec<Item> = stretch.iter().flat_map(|(_, block)| block.iter().copied()).collect();
        if stretch.iter().all(|(clean, _)| *clean) {
            let parts = clean(items, &stretch_items).read().into_iter();
            seen.extend(parts.filter(|part| part.outcome() == Some(Outcome::Checked)));
        } else if many {
            seen.extend(read(items, &stretch_items));
        } else {
            seen.push(scrap(items, &stretch_items));
        }
    }
    seen
}

fn scrap(items: &Items, run: &[Item]) -> Sighting {
    let glyphs = || run.iter().flat_map(|item| items.glyphs(item));
    let reason = if glyphs().any(|glyph| matches!(glyph, Glyph::Mask | Glyph::Unknown)) {
        Reason::Masked
    } else if glyphs().any(|glyph| matches!(glyph, Glyph::Letter(_))) {
        Reason::Letters
    } else {
        Reason::UnexpectedCharacter
    };
    let digits = glyphs().filter(|glyph| glyph.digit().is_some()).count();
    match (reason, digits) {
        // Rows of stars and lone question marks are decoration.
        (Reason::Masked, 0) => Sighting::Scrap(Reason::Empty, 0),
        (reason, digits) => Sighting::Scrap(reason, digits),
    }
}
