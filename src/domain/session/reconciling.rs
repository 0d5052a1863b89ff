//! How a change is settled that another page made impossible: the same line was changed there, or the phone is gone.
//!
//! The store refuses it, this page shows both values, and the person decides.

use super::Session;
use crate::clash::Clash;
use crate::effect::Effect;
use crate::form::Form;
use crate::phone::{Phone, PhoneId};
use crate::record::ChangeError;

impl Session {
    /// The lines of the phone in the form that another page changed too, as far as this page knows by now.
    pub fn clashes(&self) -> Vec<Clash> {
        let kept = self.form.editing.and_then(|id| self.record.phone(id));
        kept.map_or_else(Vec::new, |kept| self.form.clashes(kept))
    }

    /// The person said which value stays. All else that was typed is offered once more with it.
    pub(super) fn reconcile(&mut self, mine: bool) -> Vec<Effect> {
        if let Some(kept) = self.form.editing.and_then(|id| self.record.phone(id)) {
            self.form.reconcile(kept, mine);
        }
        // Whether the number is proved was settled when it was offered first.
        self.offered(true)
    }

    /// What was changed in a kept phone, and is not, comes back into the form.
    pub(super) fn not_amended(&mut self, id: PhoneId, from: Box<Phone>, to: &Phone, error: ChangeError) -> Vec<Effect> {
        let mut refused = if self.form.editing == Some(id) {
            self.form.changed_meanwhile(from);
            std::mem::take(&mut self.form)
        } else {
            Form::refused(id, from, to)
        };
        let clashes = error == ChangeError::ChangedMeanwhile;
        if !clashes {
            // The phone is not kept any more: what stands in the form can still be kept as a new one.
            (refused.editing, refused.base, refused.fault) = (None, None, None);
        }
        if !self.form.is_blank() {
            // It comes into the form when what is being typed there is done.
            self.put_aside.push(refused);
            return if clashes { vec![Effect::Load] } else { Vec::new() };
        }
        self.form = refused;
        // What the other page kept is shown beside what was typed.
        if clashes { vec![Effect::Load, Effect::Focus("clash")] } else { Vec::new() }
    }
}
