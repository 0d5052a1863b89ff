//! What can happen to the report while it is being written, beside an answer.
//!
//! A list of its own, because only one page knows any of it.

use crate::entry;
use crate::incident::{Field, Part};

/// One thing that happened to the report.
#[derive(Clone, PartialEq, Eq)]
pub enum Drafting {
    /// A part was turned to.
    PartShown(Part),
    /// A field that is still open was looked for.
    FieldSought(Field),
    /// Another phone was turned to, counted from 0.
    PhoneShown(usize),
    /// One more phone was taken.
    PhoneAdded,
    /// The phone that is shown is to go.
    PhoneRemoved,
    /// The phones that are kept on this device are wanted.
    RecordAsked,
    /// This one of them is the stolen one, counted from 0 in the order of the record.
    KeptChosen(usize),
    /// A line of the log is to be written.
    EntryOpened,
    /// Something was typed or chosen in that line.
    EntryTyped(entry::Field, String),
    /// The time of that line is to be the present.
    NowAsked,
    /// The line was offered.
    EntryKept,
    /// The line is not wanted.
    EntryClosed,
    /// The last place on the map is to stand in the log too.
    SightingKept,
    /// A line of the log is to go, counted from 0.
    Struck(usize),
}
