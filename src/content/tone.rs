//! Words that no text here may use: those that blame, those that frighten, and idioms.
//!
//! A victim reads this ten minutes after a theft, perhaps in a second language. The lists are content too, one for each
//! language: whoever writes can read them.

use std::fmt;
use std::path::Path;

use domain::language::Language;
use serde::Deserialize;

use crate::complaint::Complaint;
use crate::file::ContentFile;

/// The lists of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Lists")]
pub struct Tone {
    /// What may be said though a phrase stands in it, as [`words`] writes it.
    allowed: Vec<String>,
    /// Each phrase as its list has it, as [`words`] writes it, and why it is not used.
    phrases: Vec<(String, String, Fault)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    #[serde(default)]
    allowed: Vec<String>,
    blame: Vec<String>,
    idiom: Vec<String>,
    fear: Vec<String>,
}

/// Why a word is not used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It says that the reader did something wrong.
    Blame,
    /// It is a picture of speech.
    Idiom,
    /// It frightens.
    Fear,
}

impl Tone {
    /// The lists of a language, read now.
    ///
    /// # Errors
    /// When there are none, or the file is written wrongly.
    pub fn read(root: &Path, language: Language) -> Result<Self, Complaint> {
        ContentFile::read(root, Path::new("tone").join(format!("{}.toml", language.tag())))?.parse()
    }

    /// Every phrase with the reason why it is not used.
    pub fn phrases(&self) -> impl Iterator<Item = (&str, Fault)> {
        self.phrases.iter().map(|(phrase, _, fault)| (phrase.as_str(), *fault))
    }

    /// The phrases of the lists that stand in a text as whole words, whatever their case, outside what is allowed.
    pub fn faults(&self, text: &str) -> Vec<(&str, Fault)> {
        let text = self.allowed.iter().fold(words(text), |text, allowed| text.replace(allowed, " "));
        let found = self.phrases.iter().filter(|(_, phrase, _)| text.contains(phrase));
        found.map(|(phrase, _, fault)| (phrase.as_str(), *fault)).collect()
    }
}

impl From<Lists> for Tone {
    fn from(lists: Lists) -> Self {
        let all = [(lists.blame, Fault::Blame), (lists.idiom, Fault::Idiom), (lists.fear, Fault::Fear)];
        let phrases = all.into_iter().flat_map(|(list, fault)| {
            list.into_iter().map(move |phrase| {
                let spaced = words(&phrase);
                (phrase, spaced, fault)
            })
        });
        Self { allowed: lists.allowed.iter().map(|allowed| words(allowed)).collect(), phrases: phrases.collect() }
    }
}

/// The words of a text in lower case with one space before, between and after them; a dash and a straight apostrophe
/// belong to their word.
fn words(text: &str) -> String {
    let text = text.to_lowercase().replace('’', "'");
    let inside = |sign: char| sign.is_alphanumeric() || sign == '\'' || sign == '-';
    let mut spaced = String::from(" ");
    for word in text.split(|sign| !inside(sign)).map(|word| word.trim_matches(['\'', '-'])) {
        if !word.is_empty() {
            spaced.push_str(word);
            spaced.push(' ');
        }
    }
    spaced
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blame => "it blames the reader",
            Self::Idiom => "it is an idiom",
            Self::Fear => "it frightens",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Tone};

    #[test]
    fn a_phrase_is_found_as_whole_words_and_nothing_else_is() {
        let lists = "allowed = ['a ruin of']\nblame = [\"shouldn't have\"]\nidiom = ['red flag']\nfear = ['ruin']";
        let tone: Tone = toml::from_str(lists).expect("the lists read");
        for (text, expected) in [
            ("You shouldn't have.", Some(Fault::Blame)),
            ("You SHOULDN’T **have** it.", Some(Fault::Blame)),
            ("A red\nflag!", Some(Fault::Idiom)),
            ("'Red flag'", Some(Fault::Idiom)),
            ("It can ruin, perhaps.", Some(Fault::Fear)),
            ("A ruin of old, or a ruin, or both", Some(Fault::Fear)),
            ("A ruin of old", None),
            ("A red-flag", None),
            ("A bored flag", None),
            ("Ruins of an old house", None),
            ("", None),
        ] {
            assert_eq!(tone.faults(text).first().map(|(_, fault)| *fault), expected, "{text}");
        }
    }
}
