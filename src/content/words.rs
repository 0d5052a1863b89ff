//! What the site says in one language.
//!
//! A guide's words have a fixed shape, given here. A page's words take the shape its own component declares, so that
//! a key which is missing, or which no component asks for, is found before anybody opens the page.

use std::collections::{BTreeMap, BTreeSet};

use domain::guide::GuideId;
use domain::language::Language;
use domain::step::StepId;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::complaint::{Complaint, Kind};
use crate::document::Document;
use crate::guide::Guide;
use crate::helpline::Helplines;
use crate::helpline_words::HelplineWords;
use crate::markup::Markup;
use crate::plain::Plain;
use crate::shelf::{Shelf, folder};

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    language: Language,
    guides: BTreeMap<GuideId, GuideWords>,
    helplines: Option<HelplineWords>,
    pages: BTreeMap<String, Document>,
}

/// What a guide says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GuideWords {
    /// Its name, such as `iPhone`.
    pub title: String,
    /// One or two sentences about it.
    pub summary: String,
    /// What each of its steps says. Every step of the guide is here.
    pub steps: BTreeMap<StepId, StepWords>,
}

/// What a step says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepWords {
    /// What to do, short.
    pub title: String,
    /// What it stops a thief from doing.
    pub why: String,
    /// The labels of the menus on the way to the setting, as the phone shows them; empty when there is no setting.
    pub path: Vec<String>,
    /// What to do, where the path is not enough.
    pub how: Option<Markup>,
    /// How to tell that it is done.
    pub check: Option<String>,
    /// What it costs, and how to undo it.
    pub cost: Option<String>,
    /// The label of each link of the step, by the link's name. Every link is here.
    pub links: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGuide {
    title: Plain,
    summary: Plain,
    #[serde(default)]
    step: BTreeMap<StepId, WrittenStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStep {
    title: Plain,
    why: Plain,
    #[serde(default)]
    path: Vec<Plain>,
    how: Option<Markup>,
    check: Option<Plain>,
    cost: Option<Plain>,
    #[serde(default)]
    link: BTreeMap<String, Plain>,
}

impl Words {
    /// The words of a shelf, each guide judged against its structure.
    pub(crate) fn judge(
        language: Language,
        shelf: Shelf,
        guides: &BTreeMap<GuideId, Guide>,
        helplines: &Helplines,
        complaints: &mut Vec<Complaint>,
    ) -> Self {
        let mut words = Self { language, guides: BTreeMap::new(), helplines: None, pages: shelf.pages };
        if let Some(document) = words.pages.get("helplines") {
            match document.parse::<HelplineWords>() {
                Ok(said) => {
                    if helplines.are_sound() {
                        said.check(helplines, document, complaints);
                    }
                    words.helplines = Some(said);
                }
                Err(complaint) => complaints.push(complaint),
            }
        } else if helplines.iter().next().is_some() {
            let kind = Kind::MissingPage("helplines".to_owned());
            complaints.push(Complaint::new(&folder(language), None, kind));
        }
        for (id, guide) in guides {
            let said = shelf.guides.get(id).map(|document| judge_guide(guide, document, complaints));
            if said.is_none() && guide.sound {
                complaints.push(Complaint::new(&folder(language), None, Kind::MissingGuideWords(*id)));
            }
            words.guides.insert(*id, said.unwrap_or_else(|| GuideWords::unwritten(*id)));
        }
        words
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What a guide says. One that nobody has written yet has its slug for a title and says nothing else.
    pub fn guide(&self, id: GuideId) -> &GuideWords {
        // `judge` puts every guide in.
        &self.guides[&id]
    }

    /// What the helplines say; `None` only where there are none.
    pub const fn helplines(&self) -> Option<&HelplineWords> {
        self.helplines.as_ref()
    }

    /// The names of the page files, such as `home` for `words/en/home.toml`, in order.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// What a page says, in the shape its component declares (with `#[serde(deny_unknown_fields)]`).
    ///
    /// # Errors
    /// When there is no such page, a key is missing, a key is not in the shape, or a text is outside the subset.
    pub fn page<T: DeserializeOwned>(&self, name: &str) -> Result<T, Complaint> {
        match self.pages.get(name) {
            Some(document) => document.parse(),
            None => Err(Complaint::new(&folder(self.language), None, Kind::MissingPage(name.to_owned()))),
        }
    }
}

impl GuideWords {
    fn unwritten(id: GuideId) -> Self {
        Self { title: id.to_string(), summary: String::new(), steps: BTreeMap::new() }
    }
}

fn judge_guide(guide: &Guide, document: &Document, complaints: &mut Vec<Complaint>) -> GuideWords {
    let written: WrittenGuide = match document.parse() {
        Ok(written) => written,
        Err(complaint) => {
            complaints.push(complaint);
            return GuideWords::unwritten(guide.id);
        }
    };
    let steps: BTreeMap<StepId, StepWords> =
        written.step.into_iter().map(|(id, step)| (id, StepWords::from(step))).collect();
    if guide.sound {
        judge_steps(guide, &steps, document, complaints);
    }
    GuideWords { title: written.title.into(), summary: written.summary.into(), steps }
}

/// A complaint about the words of a step, on the line where they start.
fn about(step: &StepId, document: &Document, kind: Kind) -> Complaint {
    document.complain(&format!("[step.{step}]"), kind)
}

fn judge_steps(
    guide: &Guide,
    steps: &BTreeMap<StepId, StepWords>,
    document: &Document,
    complaints: &mut Vec<Complaint>,
) {
    for step in &guide.steps {
        let Some(words) = steps.get(&step.id) else {
            complaints.push(about(&step.id, document, Kind::StepWithoutWords(step.id.clone())));
            continue;
        };
        if words.path.is_empty() && words.how.is_none() {
            complaints.push(about(&step.id, document, Kind::NothingToDo(step.id.clone())));
        }
        let links: BTreeSet<&String> = step.links.iter().map(|link| &link.id).collect();
        let labels: BTreeSet<&String> = words.links.keys().collect();
        for link in links.difference(&labels) {
            let kind = Kind::LinkWithoutLabel(step.id.clone(), (*link).clone());
            complaints.push(about(&step.id, document, kind));
        }
        for label in labels.difference(&links) {
            let kind = Kind::LabelWithoutLink(step.id.clone(), (*label).clone());
            complaints.push(about(&step.id, document, kind));
        }
    }
    for id in steps.keys().filter(|id| guide.step(id).is_none()) {
        complaints.push(about(id, document, Kind::WordsWithoutStep(id.clone())));
    }
}

impl From<WrittenStep> for StepWords {
    fn from(written: WrittenStep) -> Self {
        Self {
            title: written.title.into(),
            why: written.why.into(),
            path: written.path.into_iter().map(String::from).collect(),
            how: written.how,
            check: written.check.map(String::from),
            cost: written.cost.map(String::from),
            links: written.link.into_iter().map(|(id, label)| (id, label.into())).collect(),
        }
    }
}
