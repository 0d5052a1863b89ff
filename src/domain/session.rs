//! What is on the screen and what is kept, and the one function that changes it.
//!
//! `update` is the only writer. It is pure: an event in, effects out, so that whole journeys are tested without a browser.

use crate::asset::Asset;
use crate::change::Change;
use crate::draft::Draft;
use crate::effect::{Effect, File};
use crate::event::{Event, FetchError, Now, Refused};
use crate::form::{Fault, Form};
use crate::language::Language;
use crate::lookup::Lookup;
use crate::phone::Phone;
use crate::plan::{self, Plan};
use crate::record::{ChangeError, Record};
use crate::report::Recipient;
use crate::store::{Store, StoreError};
use crate::triage::Answers;

/// Everything a page knows at one moment.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Session {
    /// The person's own date and time when the page woke; unknown before.
    pub now: Option<Now>,
    /// What is kept, as far as the store told; in a browser that keeps nothing, what this page holds.
    pub record: Record,
    /// How keeping goes.
    pub store: Store,
    /// Changes that this page shows though the store refused them, oldest first: tried again when it keeps again.
    pub unkept: Vec<Change>,
    /// The form in which a phone is written down.
    pub form: Form,
    /// The phone that went last, until it is back.
    pub removed: Option<Phone>,
    /// The steps for other phones and places, which stand on another page.
    pub steps: Asset<(), FetchError>,
    /// The language of the page, once a part of it said so.
    pub language: Option<Language>,
    /// The answers of the stolen walk. They are never kept.
    pub answers: Answers,
    /// The report of the stolen walk. It is never kept.
    pub draft: Draft,
    /// The labels and templates of the report, as they arrived.
    pub templates: Asset<Vec<u8>, FetchError>,
    /// The question about an area.
    pub lookup: Lookup,
    /// The text of the report that is being printed: it alone goes on the paper.
    pub printing: Option<Recipient>,
    /// What came of the last wish to copy or save a text.
    pub handed: Option<Handed>,
}

/// What came of a wish to take a text away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// It is on the clipboard.
    Copied,
    /// It was offered as a file.
    Saved,
    /// The browser refused: the text can still be selected by hand.
    Refused,
}

impl Session {
    /// The plan for the answers so far.
    pub fn plan(&self) -> Plan {
        plan::plan(&self.answers)
    }
}

/// Takes what happened into the session and says what to do about it.
pub fn update(session: &mut Session, event: Event) -> Vec<Effect> {
    match event {
        Event::Woken(now) => {
            session.now = Some(now);
            vec![Effect::Load]
        }
        Event::Returned => vec![Effect::Load],
        Event::Loaded(Ok(record)) => stored(session, record),
        Event::Loaded(Err(error)) => {
            session.store = Store::Refused(error);
            Vec::new()
        }
        Event::Marked(step, tick) => keep(session, Change::Mark(step, tick)),
        Event::Kept(change, outcome) => kept(session, change, outcome),
        Event::EraseAsked => {
            session.store = Store::Keeping;
            vec![Effect::Erase]
        }
        Event::Erased(outcome) => {
            if outcome.is_ok() {
                *session = Session { now: session.now, ..Session::default() };
            }
            session.store = outcome.map_or_else(Store::Refused, |()| Store::Kept);
            Vec::new()
        }
        Event::FormTyped(field, text) => {
            session.form.write(field, text);
            Vec::new()
        }
        Event::PhoneOffered { anyway } => offered(session, anyway),
        Event::EditAsked(id) => match session.record.phone(id) {
            Some(phone) => {
                session.form = Form::of(id, phone);
                vec![Effect::Focus("number")]
            }
            None => Vec::new(),
        },
        Event::FormCleared => {
            session.form = Form::default();
            Vec::new()
        }
        Event::RemovalAsked(id) => keep(session, Change::Remove(id)),
        Event::RemovalUndone => match session.removed.clone() {
            Some(phone) => keep(session, Change::Add(phone)),
            None => Vec::new(),
        },
        Event::PrintAsked(recipient) => {
            session.printing = recipient;
            vec![Effect::Print]
        }
        Event::Printed => {
            session.printing = None;
            Vec::new()
        }
        Event::CopyAsked(text) => vec![Effect::Copy(text)],
        Event::SaveAsked(name, text) => vec![Effect::Save { name, text }],
        Event::Copied(outcome) => handed(session, outcome, Handed::Copied),
        Event::Saved(outcome) => handed(session, outcome, Handed::Saved),
        Event::StepsWanted(language) => {
            session.steps = Asset::Coming;
            session.language = Some(language);
            vec![Effect::Gather(language)]
        }
        Event::Gathered(outcome) => {
            session.steps = Asset::of(outcome);
            arrange(session)
        }
        Event::Answered(answers) => {
            session.draft.triage(&session.answers, &answers);
            session.answers = answers;
            let mut effects = arrange(session);
            // The steps did not come when the page woke: an answer is reason enough to ask again.
            if let (Asset::Failed(_), Some(language)) = (&session.steps, session.language) {
                session.steps = Asset::Coming;
                effects.push(Effect::Gather(language));
            }
            effects
        }
        Event::Told(field, text) => {
            session.handed = None;
            session.draft.write(field, text);
            Vec::new()
        }
        Event::ReportOpened(language) => {
            if !session.templates.is_wanted() {
                return Vec::new();
            }
            session.templates = Asset::Coming;
            vec![Effect::Fetch(File::Report(language))]
        }
        Event::ReportCleared => {
            session.draft = Draft::default();
            Vec::new()
        }
        Event::AreaTyped(text) => session.lookup.write(text),
        Event::AreaAsked => session.lookup.ask(),
        Event::AreaChosen(id) => session.lookup.choose(id),
        Event::SortAsked(sorting) => vec![Effect::Sort(sorting)],
        Event::Fetched(file, outcome) => fetched(session, file, outcome),
    }
}

/// The steps in the order of the answers; before any answer they stand as the page was written.
fn arrange(session: &Session) -> Vec<Effect> {
    // Moving only those that are here could leave a list without the step that matters.
    if session.steps.here().is_none() {
        return Vec::new();
    }
    let places = session.plan().steps().iter().map(|step| (step.id.clone(), step.when)).collect();
    vec![Effect::Arrange(places)]
}

fn keep(session: &mut Session, change: Change) -> Vec<Effect> {
    session.handed = None;
    session.store = Store::Keeping;
    vec![Effect::Keep(change)]
}

/// The store holds this record; what it refused before is asked for again.
fn stored(session: &mut Session, record: Record) -> Vec<Effect> {
    session.record = record;
    session.store = if session.unkept.is_empty() { Store::Kept } else { Store::Keeping };
    session.unkept.drain(..).map(Effect::Keep).collect()
}

/// A phone that was kept once is changed, not kept twice: the person is told before it happens.
fn offered(session: &mut Session, anyway: bool) -> Vec<Effect> {
    let phone = match session.form.phone(anyway) {
        Ok(phone) => phone,
        Err(fault) => {
            session.form.fault = Some(fault);
            return vec![Effect::Focus("number")];
        }
    };
    match session.form.editing {
        Some(id) => keep(session, Change::Edit(id, phone)),
        None => match session.record.same_phone(&phone) {
            Some(id) => {
                session.form.editing = Some(id);
                session.form.fault = Some(Fault::KeptAlready);
                vec![Effect::Focus("number")]
            }
            None => keep(session, Change::Add(phone)),
        },
    }
}

/// A change that the store refused still shows on this page, with a standing notice: nothing a person did is lost to
/// their eyes while the page is open.
fn kept(session: &mut Session, change: Change, outcome: Result<Record, StoreError>) -> Vec<Effect> {
    let before = session.record.clone();
    let effects = match outcome {
        Ok(record) => stored(session, record),
        Err(StoreError::Change(error)) => {
            // The phone in the form is not kept any more: what stands there can still be kept as a new one.
            if error == ChangeError::NoSuchPhone {
                session.form.editing = None;
            }
            session.store = Store::Refused(StoreError::Change(error));
            return Vec::new();
        }
        Err(error) => {
            if let Err(error) = session.record.apply(change.clone()) {
                session.store = Store::Refused(StoreError::Change(error));
                return Vec::new();
            }
            session.unkept.push(change.clone());
            session.store = Store::Refused(error);
            Vec::new()
        }
    };
    match change {
        Change::Add(phone) | Change::Edit(_, phone) => {
            // Something else may stand in the form by now, and a phone may come back while one is typed.
            if session.form.phone(true).as_ref() == Ok(&phone) {
                session.form = Form::default();
            }
            if session.removed.as_ref() == Some(&phone) {
                session.removed = None;
            }
        }
        Change::Remove(id) => session.removed = before.phone(id).cloned(),
        Change::Mark(..) => {}
    }
    effects
}

fn handed(session: &mut Session, outcome: Result<(), Refused>, done: Handed) -> Vec<Effect> {
    session.handed = Some(outcome.map_or(Handed::Refused, |()| done));
    Vec::new()
}

fn fetched(session: &mut Session, file: File, outcome: Result<Vec<u8>, FetchError>) -> Vec<Effect> {
    if let File::Report(_) = file {
        session.templates = Asset::of(outcome);
        return Vec::new();
    }
    session.lookup.arrived(file, outcome.as_deref().map_err(|error| *error));
    // A table that failed or was damaged is not fetched again by itself: only a new question asks for it.
    if file == File::Areas && session.lookup.trouble().is_none() { session.lookup.fetch() } else { Vec::new() }
}
