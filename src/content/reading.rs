//! How hard the English guides are to read: long sentences and the Flesch-Kincaid grade.
//!
//! A shaken person reads three years below their best. The grade is 0.39 words a sentence + 11.8 syllables a word - 15.59
//! (Kincaid et al. 1975). Titles, menu labels and link labels are not running text and do not count towards it.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use domain::guide::GuideId;
use domain::language::Language;
use domain::step::StepId;

use crate::Content;
use crate::markup::{Inline, Markup};
use crate::names::Names;
use crate::syllable::syllables;
use crate::words::{GuideWords, StepWords};

/// The most words a sentence may have.
pub const LONGEST_SENTENCE: u32 = 25;
/// The highest grade of a step, or of a guide's short steps together.
pub const HARDEST_STEP: f64 = 8.0;
/// The highest grade of all guides together.
pub const HARDEST_OVERALL: f64 = 6.0;
/// A step with fewer words is judged together with the other short ones of its guide: grades of a few words say nothing.
pub const SHORTEST_STEP: u32 = 30;

/// How much there is to read: counts that add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Sentences; an item of a list is one even without a full stop.
    pub sentences: u32,
    /// Words. A code to type is one word.
    pub words: u32,
    /// Syllables. A name's words have one each, and so have numbers and codes.
    pub syllables: u32,
}

/// What is too hard, and where.
#[derive(Clone, Debug, PartialEq)]
pub enum Offender {
    /// A sentence of more than [`LONGEST_SENTENCE`] words: guide, step (none for the guide's summary), words, sentence.
    LongSentence(GuideId, Option<StepId>, u32, String),
    /// A step above [`HARDEST_STEP`].
    HardStep(StepId, f64),
    /// A guide whose short steps, taken together, are above [`HARDEST_STEP`].
    HardShortSteps(GuideId, f64),
    /// All guides together are above [`HARDEST_OVERALL`].
    HardOverall(f64),
}

impl Measure {
    /// The Flesch-Kincaid grade: years of school in the United States. Nothing to read is no trouble to read.
    pub fn grade(self) -> f64 {
        if self.words == 0 || self.sentences == 0 {
            return 0.0;
        }
        let words = f64::from(self.words);
        0.39 * words / f64::from(self.sentences) + 11.8 * f64::from(self.syllables) / words - 15.59
    }

    /// Counts what a person reads of a step as sentences.
    pub fn of_step(step: &StepWords, names: &Names) -> Self {
        running_text(step).iter().flat_map(|run| sentences(run)).map(|one| Self::of_sentence(one, names)).sum()
    }

    /// Counts one sentence. `names` says which words are not counted as long.
    pub fn of_sentence(sentence: &str, names: &Names) -> Self {
        let mut measure = Self { sentences: 1, ..Self::default() };
        let mut rest = sentence;
        loop {
            rest = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
            if rest.is_empty() {
                break;
            }
            if let Some(name) = names.at_start(rest) {
                let words = u32::try_from(name.split_whitespace().count()).unwrap_or(u32::MAX);
                measure.words += words;
                measure.syllables += words;
                rest = &rest[name.len()..];
                // The end of "iPhone's" belongs to the name.
                rest = rest.trim_start_matches(|sign: char| !sign.is_whitespace());
            } else {
                let end = rest.find(|sign: char| !part_of_word(sign)).unwrap_or(rest.len());
                measure.words += 1;
                measure.syllables += syllables(&rest[..end]);
                rest = &rest[end..];
            }
        }
        if measure.words == 0 { Self::default() } else { measure }
    }
}

/// Letters, digits, and the signs that hold a word or a number together. A hyphen parts words: "two-step" is two.
fn part_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || "'’.@/*#+".contains(sign)
}

impl Add for Measure {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }
}

impl Sum for Measure {
    fn sum<I: Iterator<Item = Self>>(measures: I) -> Self {
        measures.fold(Self::default(), Self::add)
    }
}

/// The sentences of a text: they end with `.`, `!`, `?` or `:` before a space, and with the text.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (place, sign) in text.char_indices() {
        if ended && sign.is_whitespace() {
            sentences.push(text[start..place].trim());
            start = place;
        }
        ended = ".!?:".contains(sign) || (ended && "\"'’”)".contains(sign));
    }
    sentences.push(text[start..].trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Everything in the English guides that is too hard to read.
pub fn offenders(content: &Content) -> Vec<Offender> {
    let words = content.words(Language::English);
    let mut offenders = Vec::new();
    let mut overall = Measure::default();
    for guide in content.guides() {
        overall = overall + judge(guide.id, words.guide(guide.id), content.names(), &mut offenders);
    }
    if overall.grade() > HARDEST_OVERALL {
        offenders.push(Offender::HardOverall(overall.grade()));
    }
    offenders
}

fn judge(id: GuideId, guide: &GuideWords, names: &Names, offenders: &mut Vec<Offender>) -> Measure {
    let mut long = |step: Option<&StepId>, sentence: &str| {
        let measure = Measure::of_sentence(sentence, names);
        if measure.words > LONGEST_SENTENCE {
            offenders.push(Offender::LongSentence(id, step.cloned(), measure.words, sentence.to_owned()));
        }
        measure
    };
    let summary: Measure = sentences(&guide.summary).into_iter().map(|sentence| long(None, sentence)).sum();
    let mut measured = Vec::new();
    for (step, words) in &guide.steps {
        long(Some(step), &words.title);
        let runs = running_text(words);
        let measure: Measure = runs.iter().flat_map(|run| sentences(run)).map(|one| long(Some(step), one)).sum();
        measured.push((step, measure));
    }
    let mut short = summary;
    for (step, measure) in &measured {
        if measure.words < SHORTEST_STEP {
            short = short + *measure;
        } else if measure.grade() > HARDEST_STEP {
            offenders.push(Offender::HardStep((*step).clone(), measure.grade()));
        }
    }
    if short.words >= SHORTEST_STEP && short.grade() > HARDEST_STEP {
        offenders.push(Offender::HardShortSteps(id, short.grade()));
    }
    summary + measured.into_iter().map(|(_, measure)| measure).sum()
}

/// What a person reads of a step as sentences.
fn running_text(step: &StepWords) -> Vec<String> {
    let how = step.how.iter().flat_map(Markup::runs).map(|run| run.iter().map(Inline::text).collect());
    let plain = [Some(&step.why), step.check.as_ref(), step.cost.as_ref()].into_iter().flatten().cloned();
    plain.chain(how).collect()
}

impl fmt::Display for Offender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LongSentence(guide, step, words, sentence) => {
                let place = step.as_ref().map_or(guide.slug(), StepId::as_str);
                write!(f, "{place}: a sentence of {words} words, {LONGEST_SENTENCE} at most: {sentence}")
            }
            Self::HardStep(step, grade) => write!(f, "{step}: grade {grade:.1}, {HARDEST_STEP:.0} at most"),
            Self::HardShortSteps(guide, grade) => {
                write!(f, "{guide}: its short steps together: grade {grade:.1}, {HARDEST_STEP:.0} at most")
            }
            Self::HardOverall(grade) => {
                write!(f, "all guides together: grade {grade:.1}, {HARDEST_OVERALL:.0} at most")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, Names, sentences};

    fn measure(sentence: &str) -> (u32, u32) {
        let names: Names = ["Authenticator", "Find My", "iPhone"].map(str::to_owned).into_iter().collect();
        let measure = Measure::of_sentence(sentence, &names);
        (measure.words, measure.syllables)
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        for (text, expected) in [
            ("One. Two! Three? Four", vec!["One.", "Two!", "Three?", "Four"]),
            ("From iOS 17.3 on.", vec!["From iOS 17.3 on."]),
            ("Look at police.uk now. (Or ring.) Done", vec!["Look at police.uk now.", "(Or ring.)", "Done"]),
            ("Ask for this: a block.", vec!["Ask for this:", "a block."]),
            ("  ", vec![]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn names_numbers_and_codes_are_short_words() {
        for (sentence, words, syllables) in [
            ("Turn it on.", 3, 3),
            ("Open Authenticator now", 3, 4),
            ("Your iPhone's PIN", 3, 3),
            ("Find My finds it", 4, 4),
            ("Dial *#06# or 0800 405040", 5, 6),
            ("two-step", 2, 2),
            ("&", 0, 0),
        ] {
            assert_eq!(measure(sentence), (words, syllables), "{sentence}");
        }
    }

    #[test]
    fn the_grade_follows_the_published_formula() {
        let measure = Measure { sentences: 10, words: 100, syllables: 130 };
        assert!((measure.grade() - (3.9 + 15.34 - 15.59)).abs() < 1e-9);
        assert!(Measure::default().grade().abs() < f64::EPSILON);
    }
}
