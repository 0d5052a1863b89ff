//! A list of words to make a passphrase from, and the making of one by chance that comes in from outside.
//!
//! People choose badly; five words drawn from a long list are both strong and easy to write on paper.

use std::collections::BTreeSet;

use crate::passphrase::Passphrase;

/// Plain words, each once.
#[derive(Clone, PartialEq, Eq)]
pub struct WordList(Vec<String>);

/// Why a text is no such list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadWordList {
    /// Fewer words than make a strong passphrase, or more than two bytes can choose from.
    Size(usize),
    /// The word on this line, counted from 1, is not three to eight lower-case letters.
    Word(usize),
    /// The word on this line, counted from 1, stands in the list already.
    Twice(usize),
}

impl WordList {
    /// How many words are drawn.
    pub const DRAWN: u8 = 5;
    /// The fewest words a list has: five of 2,048 make 55 bits.
    pub const FEWEST: usize = 2_048;
    /// The most: two random bytes choose one word.
    pub const MOST: usize = 65_536;
    /// How many random bytes [`Self::draw`] should be given. It throws unfair ones away; even with the unkindest
    /// length of list, fewer than five fair pairs come up less than once in 10^13 times.
    pub const BYTES: usize = 128;

    /// Reads a list with one word a line, as `public/words/en.txt` is.
    pub fn parse(text: &str) -> Result<Self, BadWordList> {
        let mut seen = BTreeSet::new();
        for (place, word) in text.lines().enumerate() {
            let letters = (3..=8).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic);
            if !letters || word.chars().any(char::is_uppercase) {
                return Err(BadWordList::Word(place + 1));
            }
            if !seen.insert(word) {
                return Err(BadWordList::Twice(place + 1));
            }
        }
        let size = seen.len();
        if !(Self::FEWEST..=Self::MOST).contains(&size) {
            return Err(BadWordList::Size(size));
        }
        Ok(Self(text.lines().map(str::to_owned).collect()))
    }

    /// Draws five words, with a space between them; every word is as likely as any other, and may come twice.
    ///
    /// `None` when the bytes ran out: ask again with fresh ones. The bytes come from the browser's
    /// `crypto.getRandomValues`, are used once and are shown to nobody.
    pub fn draw(&self, random: &[u8]) -> Option<Passphrase> {
        let size = self.0.len();
        // The highest pair values would favour the first words: they are thrown away.
        let fair = Self::MOST - Self::MOST % size;
        let (pairs, _) = random.as_chunks::<2>();
        let fair_pairs = pairs.iter().map(|pair| usize::from(u16::from_be_bytes(*pair))).filter(|value| *value < fair);
        let words: Vec<&str> = fair_pairs.filter_map(|value| self.0.get(value % size)).map(String::as_str).collect();
        Passphrase::chosen(&words.get(..usize::from(Self::DRAWN))?.join(" ")).ok()
    }

    /// How many times a guesser's work doubles: bits of entropy of what [`Self::draw`] makes.
    pub fn bits(&self) -> f64 {
        let size = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        f64::from(size).log2() * f64::from(Self::DRAWN)
    }

    /// How many words there are.
    pub fn size(&self) -> usize {
        self.0.len()
    }
}

impl std::fmt::Debug for WordList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WordList({} words)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of four letters, by counting with the letters as digits.
    fn made(size: usize) -> String {
        let letter = |place: usize| char::from(b"abcdefghijklmnopqrstuvwxyz"[place % 26]);
        let word =
            |number: usize| [number / 17_576, number / 676, number / 26, number].map(letter).iter().collect::<String>();
        (0..size).map(|number| word(number) + "\n").collect()
    }

    #[test]
    fn a_list_is_checked_word_by_word() {
        assert_eq!(WordList::parse(&made(2_048)).map(|list| list.size()), Ok(2_048));
        assert_eq!(WordList::parse(&made(2_047)), Err(BadWordList::Size(2_047)));
        assert_eq!(WordList::parse(&made(65_537)), Err(BadWordList::Size(65_537)));
        assert_eq!(WordList::parse(&(made(2_048) + "aaab\n")), Err(BadWordList::Twice(2_049)));
        for wrong in ["ab", "ninelette", "t-shirt", "Word", "two words", ""] {
            assert_eq!(WordList::parse(&format!("{wrong}\n{}", made(2_048))), Err(BadWordList::Word(1)), "{wrong}");
        }
        assert_eq!(WordList::parse("<!doctype html>"), Err(BadWordList::Word(1)), "a Wi-Fi sign-in page");
    }

    #[test]
    fn the_bytes_choose_and_unfair_ones_are_thrown_away() {
        let list = WordList::parse(&made(6_000)).expect("a sound list");
        // 60,000 is the first unfair value: 65,536 holds 6,000 ten times.
        let pairs: [u16; 8] = [0, 60_000, 5_999, 65_535, 6_000, 59_999, 0, 7];
        let bytes: Vec<u8> = pairs.iter().flat_map(|pair| pair.to_be_bytes()).collect();
        let drawn = list.draw(&bytes).expect("five fair pairs");
        let final_word = made(6_000).lines().last().expect("a word").to_owned();
        assert_eq!(drawn.as_str(), format!("aaaa {final_word} aaaa {final_word} aaaa"));
        assert_eq!(list.draw(&bytes[..10]), None, "too few bytes");
        assert_eq!(list.draw(&[]), None);
        assert_eq!(list.draw(&[0xff; 1_000]), None, "a broken source of chance draws nothing");
    }

    #[test]
    fn every_word_is_as_likely_as_any_other() {
        let list = WordList::parse(&made(2_500)).expect("a sound list");
        let mut counts = std::collections::BTreeMap::new();
        for value in 0..=u16::MAX {
            let [high, low] = value.to_be_bytes();
            if let Some(drawn) = list.draw(&[high, low].repeat(5)) {
                *counts.entry(drawn.as_str().to_owned()).or_insert(0) += 1;
            }
        }
        assert_eq!(counts.len(), 2_500);
        assert!(counts.values().all(|count| *count == 26), "65,536 holds 2,500 twenty-six times");
    }

    #[test]
    fn strength_is_told_in_bits() {
        let list = WordList::parse(&made(2_048)).expect("a sound list");
        assert!((list.bits() - 55.0).abs() < 1e-9);
    }
}
