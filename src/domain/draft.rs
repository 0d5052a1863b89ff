//! The report as it is being written: what was typed, and what of it was taken.
//!
//! A text that does not fit its field stays on the screen with the reason beside it; the incident keeps the last one that
//! did.

use std::collections::BTreeMap;

use crate::incident::{Field, Incident, Refusal};
use crate::triage::Answers;

/// The report of one theft, with the texts as they were typed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Draft {
    incident: Incident,
    refused: BTreeMap<Field, Refusal>,
}

impl Draft {
    /// What was taken so far.
    pub const fn incident(&self) -> &Incident {
        &self.incident
    }

    /// Why the text in a field was not taken.
    pub fn refusal(&self, field: Field) -> Option<Refusal> {
        self.refused.get(&field).copied()
    }

    /// Takes the answers of triage that changed, so that nothing is asked twice and nothing told here is undone.
    pub fn triage(&mut self, before: &Answers, now: &Answers) {
        let told = [
            (Field::What, before.kind.slug(), now.kind.slug()),
            (Field::State, before.state.slug(), now.state.slug()),
            (Field::Place, before.place.slug(), now.place.slug()),
        ];
        for (field, before, now) in told {
            let told_here = self.incident.answer(field).is_some_and(|told| told.to_string() != before);
            // Taking an answer back in triage does not take back what was told here.
            if before != now && !(now == "unknown" && told_here) {
                self.write(field, now.to_owned());
            }
        }
    }

    /// Takes what was typed, or remembers why not.
    pub fn write(&mut self, field: Field, typed: String) {
        let outcome = if field.is_about_the_phone() {
            self.incident.write_phone(0, field, &typed)
        } else {
            self.incident.write(field, &typed)
        };
        match outcome {
            Ok(()) => self.refused.remove(&field),
            Err(refusal) => self.refused.insert(field, refusal),
        };
    }
}
