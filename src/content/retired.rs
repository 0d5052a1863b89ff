//! Names that steps had once, and the step that took their place.
//!
//! People's ticks hang on the old names: each must lead, perhaps over other retired names, to a step of today.

use std::collections::{BTreeMap, BTreeSet};

use domain::guide::GuideId;
use domain::step::StepId;
use domain::step_names::StepNames;

use crate::complaint::{Complaint, Kind};
use crate::guide::{self, Guide};

/// The name of a step that is no more, and the step a tick on it now counts for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The old name.
    pub id: StepId,
    /// What took its place, in this guide or another: a step, or a name that was retired later.
    pub successor: StepId,
    /// The line on which the old name stands.
    pub(crate) line: usize,
}

/// Complaints about retired names that lead to no step.
pub(crate) fn check(guides: &BTreeMap<GuideId, Guide>, complaints: &mut Vec<Complaint>) {
    let living: BTreeSet<&StepId> = guides.values().flat_map(|guide| &guide.steps).map(|step| &step.id).collect();
    let all = || guides.values().flat_map(|guide| &guide.retired);
    let next: BTreeMap<&StepId, &StepId> = all().map(|retired| (&retired.id, &retired.successor)).collect();
    for guide in guides.values() {
        for retired in &guide.retired {
            let mut passed = BTreeSet::from([&retired.id]);
            let mut at = &retired.successor;
            let broken = loop {
                if living.contains(at) {
                    break None;
                }
                if !passed.insert(at) {
                    break Some(Kind::RetiredInCircle(retired.id.clone()));
                }
                match next.get(at) {
                    Some(successor) => at = successor,
                    None => break Some(Kind::RetiredWithoutSuccessor(retired.id.clone())),
                }
            };
            complaints.extend(broken.map(|kind| Complaint::new(&guide::path(guide.id), Some(retired.line), kind)));
        }
    }
}

/// A step's name with the names whose place it took, the latest first.
pub(crate) fn names(guides: &BTreeMap<GuideId, Guide>, step: &StepId) -> StepNames {
    let mut former: Vec<&StepId> = Vec::new();
    let mut latest = vec![step];
    while !latest.is_empty() {
        let retired = guides.values().flat_map(|guide| &guide.retired);
        let before = retired.filter(|retired| latest.contains(&&retired.successor)).map(|retired| &retired.id);
        // A name that comes again is a mistake that the check names; it must not keep this going for ever.
        latest = before.filter(|name| *name != step && !former.contains(name)).collect();
        former.extend(&latest);
    }
    StepNames::new(step.clone(), former.into_iter().cloned())
}
