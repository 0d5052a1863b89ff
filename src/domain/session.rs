//! What is on the screen and what is kept, and the one function that changes it.
//!
//! `update` is the only writer. It is pure: an event in, effects out, so that whole journeys are tested without a browser.

mod area;
mod away;
mod borrowing;
mod browsing;
mod coaching;
mod copying;
mod everywhere;
mod keeping;
mod newer;
mod reconciling;
mod recording;
mod reporting;
mod stolen;
mod storing;

use std::ops::ControlFlow;

use crate::almanac::Almanac;
use crate::asset::Asset;
use crate::atlas::Atlas;
use crate::away::Way;
use crate::change::Change;
use crate::coaching::Coaching;
use crate::copying::Copying;
use crate::device::Device;
use crate::draft::Draft;
use crate::effect::{Document, Effect};
use crate::event::{Event, FetchError, Now};
use crate::form::Form;
use crate::gazetteer::AreaId;
use crate::idle::Idle;
use crate::language::Language;
use crate::locked::LockedFile;
use crate::lookup::Lookup;
use crate::newer::Newer;
use crate::phone::{Phone, PhoneId};
use crate::picture::Picture;
use crate::place::AreaCode;
use crate::plan::{self, Plan};
use crate::record::Record;
use crate::report::Recipient;
use crate::store::{Store, StoreError};
use crate::triage::Answers;
use crate::whereabouts::Whereabouts;

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
    /// The way off the phone that the browser refused last, until another is chosen.
    pub refused: Option<Way>,
    /// The picture in which numbers are looked for.
    pub picture: Picture,
    /// How it goes with copies.
    pub copying: Copying,
    /// How it goes with the plan of the Secure walk.
    pub coaching: Coaching,
    /// The locked file that the browser is trying to open.
    pub unlocking: Option<LockedFile>,
    /// The steps for other phones and places, which stand on another page.
    pub steps: Asset<(), FetchError>,
    /// The language of the page, once a part of it said so.
    pub language: Option<Language>,
    /// Whose device this is, once the person said so.
    pub device: Option<Device>,
    /// How long nobody touched the page, as far as that matters.
    pub idle: Idle,
    /// The answers of the stolen walk. They are never kept.
    pub answers: Answers,
    /// The report of the stolen walk. It is never kept.
    pub draft: Draft,
    /// The kept phones, once somebody on their own device wanted one of them in the report.
    pub kept: Asset<Vec<Phone>, StoreError>,
    /// The labels and templates of the report, as they arrived.
    pub templates: Asset<Vec<u8>, FetchError>,
    /// The question about an area.
    pub lookup: Lookup,
    /// The tables of months.
    pub almanac: Almanac,
    /// Every ward in a table and on a map.
    pub atlas: Atlas,
    /// What came of asking the device where it is.
    pub whereabouts: Whereabouts,
    /// An area that stays beside the next answer.
    pub beside: Option<AreaId>,
    /// The area that the address named before the figures were here.
    pub named: Option<AreaCode>,
    /// The address that the share sheet was given: it goes on the clipboard where there is no such sheet.
    pub sharing: Option<Document>,
    /// The months since the tables end, for who asked for them.
    pub newer: Newer,
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

/// What one part of the site makes of an event: effects, or the event for the next part when it is none of its own.
pub type Part = fn(&mut Session, Event) -> ControlFlow<Vec<Effect>, Event>;

/// The parts of the site, one file each. A page carries only those whose islands it has.
pub mod part {
    pub use super::area::update as area;
    pub use super::borrowing::update as borrowing;
    pub use super::coaching::update as coaching;
    pub use super::copying::update as copying;
    pub use super::everywhere::update as everywhere;
    pub use super::recording::update as recording;
    pub use super::stolen::update as stolen;
    pub use super::storing::update as storing;
}

/// All of them.
pub const PARTS: &[Part] = &[
    part::coaching,
    part::storing,
    part::everywhere,
    part::recording,
    part::copying,
    part::borrowing,
    part::stolen,
    part::area,
];

/// Takes what happened into the session and says what to do about it.
pub fn update(session: &mut Session, event: Event) -> Vec<Effect> {
    update_with(PARTS, session, event)
}

/// The same with some parts only. What no part knows changes nothing.
pub fn update_with(parts: &[Part], session: &mut Session, event: Event) -> Vec<Effect> {
    match parts.iter().try_fold(event, |event, part| part(session, event)) {
        ControlFlow::Break(effects) => effects,
        ControlFlow::Continue(_) => Vec::new(),
    }
}
