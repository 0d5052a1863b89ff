//! Everything the domain may ask of the world.
//!
//! Effects are values: a test compares them, and only `browser` carries them out.

use std::ops::Range;

use crate::change::Change;
use crate::choice::Choice;
use crate::incident;
use crate::language::Language;
use crate::locked::LockedFile;
use crate::moment::Moment;
use crate::newer::Task;
use crate::passphrase::Passphrase;
use crate::record::Record;
use crate::route::Route;
use crate::step::StepId;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the record from the store.
    Load,
    /// Read the kept phones for the report, which only fills in from them: `Event::PhonesRead`.
    ReadPhones,
    /// Apply a change to the record in the store.
    Keep(Change),
    /// Leave nothing of ours on this device.
    Erase,
    /// Put a text on the clipboard.
    Copy(Document),
    /// Offer a text as a file.
    Save {
        /// The file's name; never made from what a person typed.
        name: &'static str,
        /// What the file says.
        text: Document,
    },
    /// Open the print dialogue.
    Print,
    /// Move the steps that stand in the page between its lists, each to the list of this name. A step that stands in its
    /// place already is not touched, so that nothing loses the focus.
    Arrange(Vec<(StepId, &'static str)>),
    /// Bring the steps of a guide, which stand on a page of their own, into this one.
    Bring(Choice, Language),
    /// Bring the steps that stand on another page into this one, so that a plan can move them.
    Gather(Language),
    /// Put a table's rows in this order, and say so to a screen reader.
    Sort(Sorting),
    /// Move the focus to an element of the page.
    Focus(&'static str),
    /// Select the whole text of a field, so that it can be copied by hand.
    Select(&'static str),
    /// Move the focus to a field of the report.
    FocusField(incident::Field),
    /// Tell the time and the clock of this device: `Event::ClockRead`.
    ReadClock,
    /// Wait until a person who types pauses, then tell this count: `Event::Paused`.
    Pause(u32),
    /// Get a file of this site.
    Fetch(File),
    /// Ask the device where it is: `Event::Located`.
    Locate,
    /// Do a part of the question about newer months.
    Newer(Task),
    /// Offer all kept phones as a file that anybody can read, made on this day.
    SaveCopy(Box<Record>, Moment),
    /// The same file, locked with a passphrase.
    SaveLocked(Box<Record>, Moment, Passphrase),
    /// Draw a passphrase from the list of words, in this language.
    DrawWords(Language),
    /// Read the file that was picked in the field of this id.
    ReadFile(&'static str),
    /// Look for the slip of a phone in the picture that was picked in the field of this id.
    ReadCode(&'static str),
    /// Read a text as if it were such a file.
    ReadText(Document),
    /// Open a locked file with a passphrase.
    Unlock(LockedFile, Passphrase),
    /// Look for phones' numbers in the picture that was picked in the field of this id.
    ReadPicture(&'static str),
    /// Hand a text to the share sheet of the device.
    Share(Document),
    /// Tell how long nobody touched the page, in seconds, as soon as that lies outside this range: `Event::Untouched`.
    Watch(Range<u32>),
    /// Empty every field of the page.
    Clear,
    /// Take everything off the page, and put the last page, in this language, in its place in the history.
    Leave(Language),
}

/// A text a person made. `Debug` shows only its length.
#[derive(Clone, PartialEq, Eq)]
pub struct Document(pub String);

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} bytes)", self.0.len())
    }
}

/// A table's new order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// The table's id.
    pub table: &'static str,
    /// The name of the column that decides.
    pub column: &'static str,
    /// Largest, or last in the alphabet, first.
    pub descending: bool,
    /// The names of the rows, first to last.
    pub order: Vec<String>,
}

/// A file of this site that only some visits need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum File {
    /// Names and figures of every ward and borough.
    Areas,
    /// Which ward each London postcode lies in.
    Postcodes,
    /// Every month of the boroughs.
    BoroughMonths,
    /// The wards' months since March 2024.
    WardMonths,
    /// The wards' months before that: long, and only for who asks.
    WardHistory,
    /// The outlines of the wards, and of the City as one area.
    WardOutlines,
    /// The list of words from which a passphrase is drawn. Pseudo-languages draw English ones.
    Words(Language),
    /// The page that opens copies without this site: people save it beside them.
    Opener,
    /// The labels and templates of the report, in one language: long, and needed only by who writes one.
    Report(Language),
}

impl File {
    /// The file's address.
    pub fn address(self) -> String {
        match self {
            Self::Areas => "/areas/areas.bin".to_owned(),
            Self::Postcodes => "/areas/postcodes.bin".to_owned(),
            Self::BoroughMonths => "/areas/borough-months.bin".to_owned(),
            Self::WardMonths => "/areas/ward-months.bin".to_owned(),
            Self::WardHistory => "/areas/ward-history.bin".to_owned(),
            Self::WardOutlines => "/areas/ward-outlines.bin".to_owned(),
            Self::Words(_) => "/words/en.txt".to_owned(),
            Self::Opener => "/open/open-ringfence-file.html".to_owned(),
            Self::Report(language) => format!("{}report.json", Route::Stolen.address(language)),
        }
    }
}
