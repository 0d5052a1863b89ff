//! How it goes with the plan of the Secure walk on this page.
//!
//! Steps stay where they are while a person answers them: only a new choice, or the wish for the next ones, moves them.

use std::collections::BTreeMap;

use crate::asset::Asset;
use crate::choice::Choice;
use crate::coach::Catalogue;
use crate::event::FetchError;
use crate::language::Language;
use crate::step::StepId;

/// The plan of this page; of the default on pages without one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Coaching {
    /// Every step that can be chosen.
    pub catalogue: Catalogue,
    /// The language of the page, once the plan on it is awake.
    pub language: Option<Language>,
    /// The steps that are shown first.
    pub shown: Vec<StepId>,
    /// The guides whose steps were asked for: they stand on pages of their own.
    pub guides: BTreeMap<Choice, Asset<(), FetchError>>,
}

impl Coaching {
    /// Whether the steps of some guide could not be brought.
    pub fn has_failed(&self) -> bool {
        self.guides.values().any(|guide| matches!(guide, Asset::Failed(_)))
    }
}
