//! The structure of one guide: its steps in the order in which a person should do them.
//!
//! Step names live for ever: a step that goes leaves its name behind, with the step that took its place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::guide::{GuideId, Topic};
use domain::step::StepId;
use serde::Deserialize;
use toml::Spanned;

use crate::complaint::{Complaint, Kind};
use crate::file::ContentFile;
use crate::official::Official;
use crate::retired::Retired;
use crate::step::{Step, WrittenStep};

/// A guide without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guide {
    /// Which guide this is.
    pub id: GuideId,
    /// The steps, in order. Empty only for a guide that nobody has written yet.
    pub steps: Vec<Step>,
    /// Names that steps had once.
    pub retired: Vec<Retired>,
    /// Whether nothing in the file was wrong, so that it makes sense to hold the words against it.
    pub(crate) sound: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenGuide {
    #[serde(default)]
    step: Vec<WrittenStep>,
    #[serde(default)]
    retired: Vec<WrittenRetired>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRetired {
    id: Spanned<StepId>,
    successor: Option<StepId>,
}

impl Guide {
    /// The step of a name, if this guide has it.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    pub(crate) fn unwritten(id: GuideId) -> Self {
        Self { id, steps: Vec::new(), retired: Vec::new(), sound: false }
    }
}

/// The names already given away, over all guides.
#[derive(Default)]
pub(crate) struct Taken(BTreeSet<StepId>);

impl Taken {
    fn take(&mut self, id: &Spanned<StepId>, file: &ContentFile, complaints: &mut Vec<Complaint>) {
        if !self.0.insert(id.as_ref().clone()) {
            complaints.push(file.complain(&id.span(), Kind::DuplicateId(id.as_ref().to_string())));
        }
    }
}

/// Where a guide's structure is kept, from the content folder.
pub(crate) fn path(id: GuideId) -> PathBuf {
    Path::new("guides").join(format!("{id}.toml"))
}

/// The guide of a file, without the parts that break a rule.
pub(crate) fn read(
    root: &Path,
    id: GuideId,
    official: &Official,
    taken: &mut Taken,
    complaints: &mut Vec<Complaint>,
) -> Guide {
    let before = complaints.len();
    let path = path(id);
    if !root.join(&path).exists() {
        complaints.push(Complaint::new(&path, None, Kind::MissingGuide(id)));
        return Guide::unwritten(id);
    }
    let parsed = ContentFile::read(root, path).and_then(|file| Ok((file.parse::<WrittenGuide>()?, file)));
    let (written, file) = match parsed {
        Ok(parsed) => parsed,
        Err(complaint) => {
            complaints.push(complaint);
            return Guide::unwritten(id);
        }
    };
    if written.step.is_empty() {
        complaints.push(file.complain_of_all(Kind::NoSteps));
    }
    let mut guide = Guide::unwritten(id);
    for step in written.step {
        taken.take(&step.id, &file, complaints);
        if !belongs(step.id.as_ref(), id) {
            complaints.push(file.complain(&step.id.span(), Kind::ForeignStep(step.id.as_ref().clone())));
        }
        guide.steps.extend(step.judge(&file, official, complaints));
    }
    for retired in written.retired {
        taken.take(&retired.id, &file, complaints);
        let span = retired.id.span();
        let id = retired.id.into_inner();
        if let Some(successor) = retired.successor {
            guide.retired.push(Retired { id, successor, line: file.line(&span) });
        } else {
            complaints.push(file.complain(&span, Kind::RetiredWithoutSuccessor(id)));
        }
    }
    guide.sound = complaints.len() == before;
    guide
}

/// Whether a step may stand in a guide: its name starts with the guide's, except in the stolen walk, whose steps say
/// what they are (`call-999`).
fn belongs(step: &StepId, guide: GuideId) -> bool {
    guide == GuideId::Topic(Topic::Stolen)
        || step.as_str().strip_prefix(guide.slug()).is_some_and(|rest| rest.starts_with('-'))
}
