//! Everything that can have happened on a page, by cause and in the past tense.

use crate::change::Change;
use crate::effect::File;
use crate::record::Record;
use crate::step::StepId;
use crate::store::StoreError;
use crate::tick::Tick;
use crate::triage::Answers;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The islands of the page are awake; this is the time on the person's own clock.
    Woken(Now),
    /// The page came back from the browser's memory: another page may have written since.
    Returned,
    /// The store answered what it holds.
    Loaded(Result<Record, StoreError>),
    /// The store answered to a change.
    Kept(Change, Result<Record, StoreError>),
    /// Everything was asked to go, and this came of it.
    EraseAsked,
    /// The store answered to the wish to be empty.
    Erased(Result<(), StoreError>),
    /// A step was ticked, or its tick taken away.
    Marked(StepId, Option<Tick>),
    /// The triage questions were answered; all answers as they now stand.
    Answered(Answers),
    /// The clipboard took a text, or did not.
    Copied(Result<(), Refused>),
    /// A file was offered, or could not be.
    Saved(Result<(), Refused>),
    /// A file of this site arrived, or did not.
    Fetched(File, Result<Vec<u8>, FetchError>),
}

/// The browser said no, and gave no reason worth telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Why a file of this site did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No connection, or it broke.
    Unreachable,
    /// The host has no such file.
    Missing,
}

/// A local date and time, as the person's own clock shows it. The domain has no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Now {
    /// The year of the Gregorian calendar.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}
