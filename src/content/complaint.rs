//! What is wrong with a content file, and where.
//!
//! Written for the person who edits the content, who need not program: a file, a line, one sentence.

use std::fmt;
use std::path::{Path, PathBuf};

use domain::guide::GuideId;
use domain::step::StepId;

use crate::address::{Address, BadAddress};
use crate::tone::Fault;

/// One thing to put right before the content can be shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// The file, from the content folder.
    pub file: PathBuf,
    /// The line, counted from 1, where there is one to point at.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: Kind,
}

/// What can be wrong with the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The file could not be read from the disk.
    Unreadable(String),
    /// Not TOML, an unknown or missing field, or a value outside its list; the reader's own sentence.
    Malformed(String),
    /// A guide of `GuideId` has no file.
    MissingGuide(GuideId),
    /// A guide has no words in a language.
    MissingGuideWords(GuideId),
    /// A file whose name is not the name of a guide or of a page.
    StrangeFile,
    /// A folder of words whose name is not the tag of a language.
    StrangeLanguage,
    /// A name that stands for two things.
    DuplicateId(String),
    /// A step whose name does not start with its guide's.
    ForeignStep(StepId),
    /// A guide without a single step.
    NoSteps,
    /// A step that nobody has described in this language.
    StepWithoutWords(StepId),
    /// Words for a step that does not exist.
    WordsWithoutStep(StepId),
    /// A step that says neither where to go nor what to do.
    NothingToDo(StepId),
    /// A step, or a helpline, without a source.
    NoSource(String),
    /// A step, or a helpline, without the day it was last checked.
    NoDate(String),
    /// A link to something that is not an address this site may use.
    BadAddress(String, BadAddress),
    /// A link to a host that is not in `official.toml`.
    UnofficialHost(Address),
    /// A link that has no label in this language: the step, the link.
    LinkWithoutLabel(StepId, String),
    /// A label for a link that does not exist: the step, the link.
    LabelWithoutLink(StepId, String),
    /// A placeholder that one language has and the other has not: the key, the placeholder.
    PlaceholderMismatch(String, String),
    /// A placeholder in a guide, where nothing fills it: the key, the placeholder.
    StrayPlaceholder(String, String),
    /// HTML in a text of a page: the key.
    Html(String),
    /// A word that blames or frightens, or an idiom: the key, the word.
    Tone(String, String, Fault),
    /// A key that the first language has and this one has not.
    MissingKey(String),
    /// A key that this language has and the first one has not.
    StrangeKey(String),
    /// A page that the first language has and this one has not.
    MissingPage(String),
    /// A retired step that names no living step as its successor.
    RetiredWithoutSuccessor(StepId),
    /// A retired step whose successors lead back to one of themselves.
    RetiredInCircle(StepId),
    /// A step that sends people to another one, which does not exist: the step, the other.
    SeesNothing(StepId, StepId),
    /// A step whose twin is none: the step, the other. A phone's step has an account's as its twin.
    BadTwin(StepId, StepId),
    /// A step of the domain's plan that the guide `stolen` does not describe.
    MissingPlanStep(StepId),
    /// Something in a helpline that its rules exclude; the rule.
    BadHelpline(String, &'static str),
}

impl Complaint {
    pub(crate) fn new(file: &Path, line: Option<usize>, kind: Kind) -> Self {
        Self { file: file.to_owned(), line, kind }
    }

    /// Whether something has not been written yet, as opposed to written wrongly. [`crate::load`] forgives a gap.
    pub fn is_gap(&self) -> bool {
        matches!(self.kind, Kind::MissingGuide(_) | Kind::MissingGuideWords(_) | Kind::MissingPlanStep(_))
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "the file cannot be read: {why}"),
            Self::Malformed(why) => f.write_str(why),
            Self::MissingGuide(guide) => write!(f, "the guide {guide} has no file yet"),
            Self::MissingGuideWords(guide) => write!(f, "the guide {guide} has no words yet"),
            Self::StrangeFile => f.write_str("nothing on the site has the name of this file"),
            Self::StrangeLanguage => f.write_str("no language of the site has the tag that this folder has"),
            Self::DuplicateId(id) => write!(f, "{id} is named twice; a name stands for one thing"),
            Self::ForeignStep(step) => write!(f, "the name of step {step} does not start with its guide's name"),
            Self::NoSteps => f.write_str("the guide has no step"),
            Self::StepWithoutWords(step) => write!(f, "step {step} has no words"),
            Self::WordsWithoutStep(step) => write!(f, "there is no step {step}, but there are words for it"),
            Self::NothingToDo(step) => write!(f, "step {step} has neither a path nor a how: it says nothing to do"),
            Self::NoSource(id) => write!(f, "{id} has no source"),
            Self::NoDate(id) => write!(f, "{id} has no checked date"),
            Self::BadAddress(address, why) => write!(f, "{address}: {why}"),
            Self::UnofficialHost(address) => write!(f, "{address}: its host is not in official.toml"),
            Self::LinkWithoutLabel(step, link) => write!(f, "link {link} of step {step} has no label"),
            Self::LabelWithoutLink(step, link) => write!(f, "step {step} has no link {link}, but a label for it"),
            Self::PlaceholderMismatch(key, name) => write!(f, "{key}: {{{name}}} stands in one language only"),
            Self::StrayPlaceholder(key, name) => write!(f, "{key}: nothing fills {{{name}}} in a guide"),
            Self::Html(key) => write!(f, "{key}: there is HTML in the text"),
            Self::Tone(key, word, fault) => write!(f, "{key}: “{word}” is not used here: {fault}"),
            Self::MissingKey(key) => write!(f, "{key} is not translated"),
            Self::StrangeKey(key) => write!(f, "{key} stands in this language only"),
            Self::MissingPage(page) => write!(f, "the page {page} is not translated"),
            Self::RetiredWithoutSuccessor(step) => write!(f, "retired step {step} has no successor among the steps"),
            Self::RetiredInCircle(step) => write!(f, "retired step {step} leads in a circle, and to no step"),
            Self::SeesNothing(step, other) => write!(f, "{step} sends people to {other}, and no guide has such a step"),
            Self::BadTwin(step, other) => {
                write!(f, "{step} has {other} as its twin: only a phone's step has one, and it is an account's")
            }
            Self::MissingPlanStep(step) => write!(f, "the plan has a step {step} that the guide does not describe"),
            Self::BadHelpline(id, rule) => write!(f, "{id}: {rule}"),
        }
    }
}
