//! How phones are written down, kept, removed and brought back.
//!
//! One rule stands over all of it: nothing that a person typed or kept is lost to their eyes while the page is open.

use super::{Question, Session};
use crate::change::Change;
use crate::copying::Opening;
use crate::effect::Effect;
use crate::form::{Fault, Form};
use crate::imei::Imei;
use crate::phone::PhoneId;
use crate::reading::{Found, Reading};
use crate::record::{ChangeError, Record};
use crate::store::{Store, StoreError};
use crate::tac::Tac;

impl Session {
    /// Sends a change to the store.
    pub(super) fn keep(&mut self, change: Change) -> Vec<Effect> {
        self.handed = None;
        self.store = Store::Keeping;
        vec![Effect::Keep(change)]
    }

    /// The phones of this page that the store would not take yet.
    pub fn waiting(&self) -> usize {
        self.unkept.iter().filter(|change| change.brings().is_some()).count()
    }

    /// How the proved numbers begin that the person has: those beside a doubtful one, and those that are kept.
    pub fn known_types(&self) -> Vec<Tac> {
        let typed = self.form.reading().map_or(&[][..], Reading::numbers).iter().filter_map(Found::kept);
        let kept = self.record.phones().flat_map(|(_, phone)| phone.numbers().iter().copied());
        typed.chain(kept).filter_map(|number| number.checked().map(Imei::tac)).collect()
    }

    /// The store holds this record; what it refused before is asked for again.
    pub(super) fn stored(&mut self, record: Record) -> Vec<Effect> {
        self.record = record;
        self.store = if self.unkept.is_empty() { Store::Kept } else { Store::Keeping };
        self.unkept.drain(..).map(Effect::Keep).collect()
    }

    /// A phone that was kept once is changed, not kept twice: the person is told before it happens.
    pub(super) fn offered(&mut self, anyway: bool) -> Vec<Effect> {
        let phone = match self.form.phone(anyway) {
            Ok(phone) => phone,
            Err(fault) => {
                self.form.fault = Some(fault);
                return fault.field().map(|field| Effect::Focus(field.slug())).into_iter().collect();
            }
        };
        let began = |id| self.form.base.clone().or_else(|| self.record.phone(id).cloned().map(Box::new));
        let editing = self.form.editing.and_then(|id| Some((id, began(id)?)));
        match editing {
            Some((id, _)) if self.forget_unkept(id) => self.keep(Change::Add(phone)),
            Some((id, from)) => self.keep(Change::Amend(id, from, phone)),
            None => match self.record.same_phone(&phone) {
                Some(id) => {
                    self.form.editing = Some(id);
                    self.form.fault = Some(Fault::KeptAlready);
                    vec![Effect::Focus("number")]
                }
                None => self.keep(Change::Add(phone)),
            },
        }
    }

    /// A phone that only this page holds has no place in the store: there, its number may be another phone's. The wish to
    /// add it is dropped, so that it can be asked for as it is to be now.
    fn forget_unkept(&mut self, id: PhoneId) -> bool {
        let Some(phone) = self.record.phone(id).cloned() else { return false };
        let Some(place) = self.unkept.iter().position(|change| change.brings() == Some(&phone)) else { return false };
        self.unkept.remove(place);
        self.record.apply(Change::Remove(id)).is_ok()
    }

    /// A phone is to go. One that the store never had goes at once.
    pub(super) fn removal(&mut self, id: PhoneId) -> Vec<Effect> {
        let phone = self.record.phone(id).cloned();
        match phone {
            Some(phone) if self.forget_unkept(id) => {
                self.removed.push((id, phone));
                Vec::new()
            }
            _ => self.keep(Change::Remove(id)),
        }
    }

    /// The phone that went last comes back to its place.
    pub(super) fn bring_back(&mut self) -> Vec<Effect> {
        match self.removed.last().cloned() {
            Some((id, phone)) => self.keep(Change::Restore(id, phone)),
            None => Vec::new(),
        }
    }

    /// A kept phone goes into the form, unless something else stands there: then the person is asked first.
    pub(super) fn edit(&mut self, id: PhoneId) -> Vec<Effect> {
        let Some(phone) = self.record.phone(id) else { return Vec::new() };
        if self.form.editing == Some(id) {
            return vec![Effect::Focus("number")];
        }
        let untouched = match self.form.editing.and_then(|id| self.record.phone(id).map(|phone| Form::of(id, phone))) {
            Some(kept) => self.form.says_the_same(&kept),
            None => self.form.is_blank(),
        };
        if !untouched {
            self.question = Some(Question::Edit(id));
            return vec![Effect::Focus("question")];
        }
        self.form = Form::of(id, phone);
        vec![Effect::Focus("number")]
    }

    /// The form is done with; what was put aside for another phone comes back into it.
    pub(super) fn clear_form(&mut self) {
        self.form = self.put_aside.pop().unwrap_or_default();
    }

    /// The answer to "shall the other phone be changed first?"
    pub(super) fn turned(&mut self, to: PhoneId, yes: bool) -> Vec<Effect> {
        self.question = None;
        if yes {
            // Nothing typed is lost: it comes back when the other phone is done with.
            let Some(phone) = self.record.phone(to) else { return Vec::new() };
            let typed = std::mem::replace(&mut self.form, Form::of(to, phone));
            self.put_aside.push(typed);
        }
        vec![Effect::Focus("number")]
    }

    /// A change that the store refused still shows on this page, with a standing notice.
    pub(super) fn kept(&mut self, change: Change, outcome: Result<Record, StoreError>) -> Vec<Effect> {
        let before = self.record.clone();
        let amended = if let Change::Amend(id, ..) = change { Some(id) } else { None };
        let mut effects = match outcome {
            Ok(record) => self.stored(record),
            Err(StoreError::Change(error)) => {
                return self.not_allowed(change, error);
            }
            Err(error) => {
                if let Err(error) = self.record.apply(change.clone()) {
                    return self.not_allowed(change, error);
                }
                self.unkept.push(change.clone());
                self.store = Store::Refused(error);
                Vec::new()
            }
        };
        match change {
            Change::Add(phone) | Change::Amend(_, _, phone) => {
                // Something else may stand in the form by now.
                if self.form.phone(true).as_ref() == Ok(&phone) {
                    self.clear_form();
                } else if amended.is_some() && amended == self.form.editing {
                    // More was typed meanwhile: it goes on from here, and this page does not clash with itself.
                    self.form.base = Some(Box::new(phone));
                }
            }
            Change::Restore(id, phone) => self.removed.retain(|removed| *removed != (id, phone.clone())),
            Change::Remove(id) => {
                if let Some(phone) = before.phone(id).filter(|_| self.record.phone(id).is_none()) {
                    self.removed.push((id, phone.clone()));
                }
            }
            Change::Merge(_) | Change::Replace(_) => {
                // Bringing back what was before is a replacement too: it is not undone in turn.
                if matches!(self.copying.opening, Opening::Open(_)) {
                    (self.copying.opening, self.copying.before) = (Opening::Taken, Some(Box::new(before)));
                }
                // The button that was pressed is gone, and the focus with it.
                effects.push(Effect::Focus("opened"));
            }
            Change::Mark(..) | Change::Choose(..) | Change::Away(_) => {}
        }
        effects
    }

    /// The record does not allow a change. A phone that stands nowhere else waits for room; what was changed in a kept one
    /// comes back into the form.
    fn not_allowed(&mut self, change: Change, error: ChangeError) -> Vec<Effect> {
        self.store = Store::Refused(StoreError::Change(error));
        match change {
            Change::Amend(id, from, to) => self.not_amended(id, from, &to, error),
            // The preview counted on what this page knew: it is counted anew.
            Change::Merge(_) | Change::Replace(_) => vec![Effect::Load],
            change => {
                let waits = change.brings().is_some_and(|phone| {
                    self.form.phone(true).as_ref() != Ok(phone)
                        && !self.removed.iter().any(|(_, removed)| removed == phone)
                        && !self.unkept.iter().any(|unkept| unkept.brings() == Some(phone))
                });
                if waits {
                    self.unkept.push(change);
                }
                Vec::new()
            }
        }
    }
}
