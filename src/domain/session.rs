//! What is on the screen and what is kept, and the one function that changes it.
//!
//! `update` is the only writer. It is pure: an event in, effects out, so that whole journeys are tested without a browser.

mod keeping;

use crate::asset::Asset;
use crate::away::Way;
use crate::change::Change;
use crate::draft::Draft;
use crate::effect::{Effect, File};
use crate::event::{Event, FetchError, Now};
use crate::form::{Field, Form};
use crate::language::Language;
use crate::lookup::Lookup;
use crate::phone::{Phone, PhoneId};
use crate::plan::{self, Plan};
use crate::record::Record;
use crate::report::Recipient;
use crate::store::Store;
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
    /// What was typed when another phone was to be changed first, newest last: it comes back into the form.
    pub put_aside: Vec<Form>,
    /// How often something was typed in the number field, so that a pause can be told from an old one.
    pub strokes: u32,
    /// The phones that went, newest last, each with its place, until they are back.
    pub removed: Vec<(PhoneId, Phone)>,
    /// What the person is asked, until they say.
    pub question: Option<Question>,
    /// The way off the phone that the browser is working at.
    pub leaving: Option<Way>,
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

/// What only the person can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Something else stands in the form: shall this kept phone be changed first?
    Edit(PhoneId),
    /// Did the copy leave the phone?
    Left(Way),
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
        Event::Loaded(Ok(record)) => session.stored(record),
        Event::Loaded(Err(error)) => {
            session.store = Store::Refused(error);
            Vec::new()
        }
        Event::Marked(step, tick) => session.keep(Change::Mark(step, tick)),
        Event::Kept(change, outcome) => session.kept(change, outcome),
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
            if field != Field::Number {
                return Vec::new();
            }
            session.strokes = session.strokes.wrapping_add(1);
            vec![Effect::Pause(session.strokes)]
        }
        Event::Paused(stroke) => {
            session.form.paused |= stroke == session.strokes;
            Vec::new()
        }
        Event::SuggestionTaken(imei) => {
            session.form.take(imei);
            session.form.paused = true;
            Vec::new()
        }
        Event::FillingTakenBack(detail) => {
            session.form.take_back(detail);
            Vec::new()
        }
        Event::PhoneOffered { anyway } => session.offered(anyway),
        Event::EditAsked(id) => session.edit(id),
        Event::Replied(yes) => session.replied(yes),
        Event::FormCleared => {
            session.clear_form();
            Vec::new()
        }
        Event::RemovalAsked(id) => session.removal(id),
        Event::RemovalUndone => session.bring_back(),
        Event::WayChosen(way, text) => session.leave(way, text),
        Event::CopyLeft(way) => session.left(way),
        Event::PrintAsked(recipient) => {
            session.printing = recipient;
            vec![Effect::Print]
        }
        Event::Printed => {
            session.printing = None;
            session.ask_whether_it_left(true);
            Vec::new()
        }
        Event::CopyAsked(text) => vec![Effect::Copy(text)],
        Event::SaveAsked(name, text) => vec![Effect::Save { name, text }],
        Event::Copied(outcome) => session.handed(outcome, Handed::Copied),
        Event::Saved(outcome) => session.handed(outcome, Handed::Saved),
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

fn fetched(session: &mut Session, file: File, outcome: Result<Vec<u8>, FetchError>) -> Vec<Effect> {
    if let File::Report(_) = file {
        session.templates = Asset::of(outcome);
        return Vec::new();
    }
    session.lookup.arrived(file, outcome.as_deref().map_err(|error| *error));
    // A table that failed or was damaged is not fetched again by itself: only a new question asks for it.
    if file == File::Areas && session.lookup.trouble().is_none() { session.lookup.fetch() } else { Vec::new() }
}
