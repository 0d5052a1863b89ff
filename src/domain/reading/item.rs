//! Pasted text cut into words and groups of digits, with what lies between them.
//!
//! A word ends a number; a group may be one part of it.

use super::glyph::{Gap, Glyph, Sort, sort};
use super::label::Label;

/// A word, or a group of glyphs that may be part of a number.
#[derive(Clone, Copy)]
pub(super) struct Item {
    /// Where its glyphs begin and end.
    pub(super) start: usize,
    pub(super) end: usize,
    /// What lies before it.
    pub(super) gap: Gap,
    /// What it says, when it is a word.
    pub(super) word: Option<Label>,
}

/// A whole text, cut.
pub(super) struct Items {
    glyphs: Vec<Glyph>,
    list: Vec<Item>,
}

impl Items {
    /// Cuts a text.
    pub(super) fn of(text: &str) -> Self {
        let mut items = Self { glyphs: Vec::new(), list: Vec::new() };
        let (mut start, mut gap) = (0, Gap::default());
        for character in text.chars() {
            match sort(character) {
                Sort::Invisible => {}
                Sort::Glyph(glyph) => items.glyphs.push(glyph),
                Sort::Mark(mark) => {
                    if items.glyphs.len() > start {
                        items.cut(start, gap);
                        (start, gap) = (items.glyphs.len(), Gap::default());
                    }
                    gap.push(mark);
                }
            }
        }
        items.cut(start, gap);
        items
    }

    /// The words and groups in order.
    pub(super) fn list(&self) -> &[Item] {
        &self.list
    }

    /// The glyphs of an item.
    pub(super) fn glyphs(&self, item: &Item) -> &[Glyph] {
        self.glyphs.get(item.start..item.end).unwrap_or_default()
    }

    /// Cuts what was written without a gap, from `start` to the end of the glyphs, where letters meet digits.
    fn cut(&mut self, start: usize, gap: Gap) {
        let (mut from, mut gap, mut place) = (start, gap, start);
        while let Some(glyph) = self.glyphs.get(place) {
            if !matches!(glyph, Glyph::Letter(_)) {
                place += 1;
                continue;
            }
            let letters = self.word_at(place);
            let end = place + letters.chars().count();
            let alone = place == start && end == self.glyphs.len();
            if letters.len() > 1 && letters.bytes().all(|letter| letter == b'X') {
                for hidden in self.glyphs.iter_mut().take(end).skip(place) {
                    *hidden = Glyph::Mask;
                }
                place = end;
            } else if alone || Label::stands_apart(&letters, place == start) {
                self.add(from, place, &mut gap, None);
                self.add(place, end, &mut gap, Some(Label::of(&letters)));
                (from, place) = (end, end);
            } else if let Some(length) = Label::prefix(&letters) {
                self.add(from, place, &mut gap, None);
                self.add(place, place + length, &mut gap, letters.get(..length).map(Label::of));
                (from, place) = (place + length, end);
            } else {
                place = end;
            }
        }
        self.add(from, self.glyphs.len(), &mut gap, None);
    }

    /// The run of letters at a place, Latin ones as capitals.
    fn word_at(&self, place: usize) -> String {
        let letters = self.glyphs.iter().skip(place).map_while(|glyph| match glyph {
            Glyph::Letter(letter) => Some(letter.to_ascii_uppercase()),
            _ => None,
        });
        letters.collect()
    }

    fn add(&mut self, start: usize, end: usize, gap: &mut Gap, word: Option<Label>) {
        if end > start {
            self.list.push(Item { start, end, gap: *gap, word });
            *gap = Gap::default();
        }
    }
}
