//! What we say: guides, helplines and words, read from TOML and checked. Native only; it never enters the wasm.
//!
//! Files are read when asked for, not compiled in: an edit shows with the next prerender. How they are written is in
//! `docs/content.md`.

pub mod address;
pub mod complaint;
mod date;
mod document;
mod file;
pub mod guide;
pub mod helpline;
mod helpline_file;
pub mod helpline_words;
pub mod markup;
pub mod names;
pub mod official;
pub mod phone;
pub mod placeholder;
pub mod plain;
pub mod pseudo;
pub mod reading;
pub mod retired;
mod shelf;
pub mod source;
pub mod stale;
pub mod step;
pub mod syllable;
pub mod tone;
mod twin;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::guide::{GuideId, Topic};
use domain::language::Language;
use domain::plan::steps;
use domain::step::StepId;
use domain::step_names::StepNames;

pub use crate::complaint::Complaint;
use crate::complaint::Kind;
use crate::file::{folders, stems};
use crate::guide::{Guide, Taken};
use crate::helpline::Helplines;
use crate::names::Names;
use crate::official::Official;
use crate::shelf::Shelf;
use crate::tone::Tone;
use crate::words::Words;

/// The content of the whole site, in every language.
#[derive(Clone, Debug)]
pub struct Content {
    guides: BTreeMap<GuideId, Guide>,
    words: BTreeMap<Language, Words>,
    helplines: Helplines,
    official: Official,
    names: Names,
}

/// The folder the content is kept in.
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The site's own content, read now. What is not written yet is forgiven ([`Complaint::is_gap`]).
///
/// # Errors
/// Everything that is written wrongly.
pub fn load() -> Result<Content, Vec<Complaint>> {
    load_from(folder())
}

/// The content of another folder, as [`load`].
///
/// # Errors
/// Everything that is written wrongly.
pub fn load_from(root: &Path) -> Result<Content, Vec<Complaint>> {
    let (content, mut complaints) = survey(root, Language::RELEASED);
    complaints.retain(|complaint| !complaint.is_gap());
    if complaints.is_empty() { Ok(content) } else { Err(complaints) }
}

/// What can be read of a folder, and everything that is wrong with it, gaps included, in order of file and line.
///
/// The first of `written` is the language that the others are measured against.
pub fn survey(root: &Path, written: &[Language]) -> (Content, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let official = Official::read(root).unwrap_or_else(|complaint| {
        complaints.push(complaint);
        Official::default()
    });
    let names = Names::read(root).unwrap_or_else(|complaint| {
        complaints.push(complaint);
        Names::default()
    });
    let guides = read_guides(root, &official, &mut complaints);
    check_plan(&guides, &mut complaints);
    let helplines = helpline_file::read(root, &official, &mut complaints);
    let names = names.with(helplines.names().map(str::to_owned));
    let mut content = Content { guides, words: BTreeMap::new(), helplines, official, names };
    content.read_words(root, written, &mut complaints);
    complaints.sort();
    complaints.dedup();
    (content, complaints)
}

impl Content {
    /// Every guide, in the order of [`GuideId::all`].
    pub fn guides(&self) -> impl Iterator<Item = &Guide> {
        GuideId::all().map(|id| self.guide(id))
    }

    /// One guide. One that nobody has written yet has no steps.
    pub fn guide(&self, id: GuideId) -> &Guide {
        // `read_guides` puts every guide in.
        &self.guides[&id]
    }

    /// The guide that a step stands in.
    pub fn guide_of(&self, step: &StepId) -> Option<&Guide> {
        self.guides.values().find(|guide| guide.step(step).is_some())
    }

    /// The name of a step with the names that it had, so that an old answer is found, and those of its twins.
    pub fn names_of(&self, step: &StepId) -> StepNames {
        let twins = twin::of(&self.guides, step);
        let names = retired::names(&self.guides, step);
        let twins =
            twins.into_iter().flat_map(|twin| retired::names(&self.guides, twin).all().cloned().collect::<Vec<_>>());
        let former: Vec<StepId> = names.all().skip(1).cloned().chain(twins).collect();
        StepNames::new(names.now().clone(), former)
    }

    /// What the site says in a language.
    pub fn words(&self, language: Language) -> &Words {
        // `read_words` puts every language in.
        &self.words[&language]
    }

    /// Whom to ring or write to.
    pub const fn helplines(&self) -> &Helplines {
        &self.helplines
    }

    /// The hosts that links may point to.
    pub const fn official(&self) -> &Official {
        &self.official
    }

    /// The names that are the same in every language.
    pub const fn names(&self) -> &Names {
        &self.names
    }

    fn read_words(&mut self, root: &Path, written: &[Language], complaints: &mut Vec<Complaint>) {
        let known: BTreeSet<&str> = written.iter().map(|language| language.tag()).collect();
        for folder in folders(&root.join("words")).iter().filter(|folder| !known.contains(folder.as_str())) {
            complaints.push(Complaint::new(&Path::new("words").join(folder), None, Kind::StrangeLanguage));
        }
        let mut first: Option<Shelf> = None;
        for language in written {
            let read = Shelf::read(root, *language, complaints);
            read.check_addresses(&self.official, complaints);
            read.check_texts(complaints);
            match Tone::read(root, *language) {
                Ok(tone) => read.check_tone(&tone, complaints),
                Err(complaint) => complaints.push(complaint),
            }
            match &first {
                Some(first) => read.compare(first, *language, complaints),
                None => first = Some(read.clone()),
            }
            self.words.insert(*language, Words::judge(*language, read, &self.guides, &self.helplines, complaints));
        }
        let first = first.unwrap_or_default();
        let all = Language::RELEASED.iter().chain(Language::PSEUDO);
        for language in all.filter(|language| !written.contains(language)) {
            let made = first.map(|text| pseudo::write(*language, text, &self.names));
            // What is wrong with the first language has been said above.
            self.words.insert(*language, Words::judge(*language, made, &self.guides, &self.helplines, &mut Vec::new()));
        }
    }
}

fn read_guides(root: &Path, official: &Official, complaints: &mut Vec<Complaint>) -> BTreeMap<GuideId, Guide> {
    for name in stems(&root.join("guides")).iter().filter(|name| name.parse::<GuideId>().is_err()) {
        let path = Path::new("guides").join(format!("{name}.toml"));
        complaints.push(Complaint::new(&path, None, Kind::StrangeFile));
    }
    let mut taken = Taken::default();
    let guides: BTreeMap<GuideId, Guide> =
        GuideId::all().map(|id| (id, guide::read(root, id, official, &mut taken, complaints))).collect();
    retired::check(&guides, complaints);
    twin::check(&guides, complaints);
    let living: BTreeSet<&StepId> = guides.values().flat_map(|guide| &guide.steps).map(|step| &step.id).collect();
    for guide in guides.values() {
        for step in &guide.steps {
            for other in step.see.iter().filter(|other| !living.contains(other) || walked(&guides, other)) {
                let kind = Kind::SeesNothing(step.id.clone(), other.clone());
                complaints.push(Complaint::new(&guide::path(guide.id), None, kind));
            }
        }
    }
    guides
}

/// Whether a step is one of the stolen walk. Those stand on two pages, so no other step sends people there.
fn walked(guides: &BTreeMap<GuideId, Guide>, step: &StepId) -> bool {
    guides.get(&GuideId::Topic(Topic::Stolen)).is_some_and(|guide| guide.step(step).is_some())
}

/// Complaints about steps that the plan after a theft can name and the guide `stolen` does not describe.
fn check_plan(guides: &BTreeMap<GuideId, Guide>, complaints: &mut Vec<Complaint>) {
    let id = GuideId::Topic(Topic::Stolen);
    let Some(guide) = guides.get(&id).filter(|guide| !guide.steps.is_empty()) else { return };
    for step in steps::ALL.iter().filter(|step| guide.step(step).is_none()) {
        complaints.push(Complaint::new(&guide::path(id), None, Kind::MissingPlanStep(step.clone())));
    }
}
