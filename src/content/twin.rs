//! Steps that ask for the same thing in two guides: that of a phone, and that of the account on it.
//!
//! Each guide must be whole by itself. Who follows both answers once, and a plan shows one of the two.

use std::collections::BTreeMap;

use domain::guide::GuideId;
use domain::step::StepId;

use crate::complaint::{Complaint, Kind};
use crate::guide::{self, Guide};

/// The steps that an answer to this one counts for as well.
pub(crate) fn of<'a>(guides: &'a BTreeMap<GuideId, Guide>, step: &StepId) -> Vec<&'a StepId> {
    let steps = || guides.values().flat_map(|guide| &guide.steps);
    let own = steps().filter(|one| one.id == *step).filter_map(|one| one.twin.as_ref());
    own.chain(steps().filter(|one| one.twin.as_ref() == Some(step)).map(|one| &one.id)).collect()
}

/// Complaints about steps of a phone whose twin is not the step of an account.
pub(crate) fn check(guides: &BTreeMap<GuideId, Guide>, complaints: &mut Vec<Complaint>) {
    let is_of_an_account = |twin: &StepId| {
        guides.iter().any(|(id, guide)| matches!(id, GuideId::Account(_)) && guide.step(twin).is_some())
    };
    for (id, guide) in guides {
        for step in &guide.steps {
            let Some(twin) = &step.twin else { continue };
            if !matches!(id, GuideId::Platform(_)) || !is_of_an_account(twin) {
                let kind = Kind::BadTwin(step.id.clone(), twin.clone());
                complaints.push(Complaint::new(&guide::path(*id), None, kind));
            }
        }
    }
}
