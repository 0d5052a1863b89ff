//! Everything that can have happened on a page, by cause and in the past tense.

use crate::atlas::Turn;
use crate::away::Way;
use crate::change::Change;
use crate::choice::Choice;
use crate::clock::Clock;
use crate::coach::Catalogue;
use crate::copy::Copy;
use crate::date::Date;
use crate::detail::Detail;
use crate::device::Device;
use crate::drafting::Drafting;
use crate::effect::{Document, File, Sorting};
use crate::form;
use crate::gazetteer::AreaId;
use crate::imei::Imei;
use crate::import::Import;
use crate::import::unreadable::Unreadable;
use crate::incident;
use crate::language::Language;
use crate::locked::LockError;
use crate::moment::Moment;
use crate::newer::News;
use crate::passphrase::Passphrase;
use crate::phone::{Phone, PhoneId};
use crate::picture::{PictureError, Sighting};
use crate::record::Record;
use crate::report::Recipient;
use crate::step::StepId;
use crate::store::StoreError;
use crate::tick::Tick;
use crate::triage::Answers;
use crate::whereabouts::{Fix, NoFix};

/// One thing that happened.
#[derive(Clone, PartialEq)]
pub enum Event {
    /// The islands of the page are awake; this is the time on the person's own clock.
    Woken(Now),
    /// The page came back from the browser's memory: another page may have written since.
    Returned,
    /// The store answered what it holds.
    Loaded(Result<Record, StoreError>),
    /// The store answered to a change.
    Kept(Change, Result<Record, StoreError>),
    /// A change was asked for long ago, and the store has not answered to it yet.
    KeepDelayed,
    /// Everything was asked to go.
    EraseAsked,
    /// The store answered to the wish to be empty.
    Erased(Result<(), StoreError>),
    /// A step was ticked, or its tick taken away.
    Marked(StepId, Option<Tick>),
    /// A guide was chosen for the plan, or is not wanted in it any more.
    Chosen(Choice, bool),
    /// The plan of the Secure walk is awake: the page's language, and every step that can be chosen.
    PlanWoken(Language, Catalogue),
    /// The steps of a chosen guide arrived in the page, or did not.
    GuideBrought(Choice, Result<(), FetchError>),
    /// The guides that did not arrive are to be fetched once more.
    GuidesAskedAgain,
    /// What is shown first is answered, or not wanted: the next steps are to be shown.
    NextAsked,
    /// The page of the stolen walk is awake: the steps for other phones and places should be at hand.
    StepsWanted(Language),
    /// Those steps arrived in the page, or did not.
    Gathered(Result<(), FetchError>),
    /// The page that may stand on a borrowed device is awake.
    GuardWoken,
    /// The person said whose device this is.
    DeviceTold(Device),
    /// Nobody touched the page for so many seconds: the watch that was asked for is over.
    Untouched(u32),
    /// The person leaves, and nothing of theirs shall stay; the page's language.
    LeaveAsked(Language),
    /// The page is left, by whatever way; the browser may bring it back later.
    PageLeft,
    /// The triage questions were answered; all answers as they now stand.
    Answered(Answers),
    /// Something was typed or chosen in the form of the record.
    FormTyped(form::Field, String),
    /// This many times something was typed in the number field, and a pause followed.
    Paused(u32),
    /// The person takes the number that the reader offered in the place of one they typed.
    SuggestionTaken(Imei),
    /// The person takes back what the reader put into a field of its own.
    FillingTakenBack(Detail),
    /// The form was offered to be kept; `anyway` keeps a number that is not proved, marked as such.
    PhoneOffered {
        /// The person was told that the number is not proved, and keeps it.
        anyway: bool,
    },
    /// A kept phone is to be changed: it goes into the form.
    EditAsked(PhoneId),
    /// The pending question was answered.
    Replied(bool),
    /// Another page changed the same lines of the phone in the form: what was typed stays, or what that page kept.
    Reconciled {
        /// What was typed stays.
        mine: bool,
    },
    /// The form was emptied without keeping what stood in it.
    FormCleared,
    /// A kept phone is to go.
    RemovalAsked(PhoneId),
    /// The phone that went last is to come back.
    RemovalUndone,
    /// A way off the phone was chosen; the text is all kept phones, for the ways that need it.
    WayChosen(Way, Document),
    /// A copy of all kept phones left this device, as the browser or the person said, or the person wants none.
    CopyLeft(Way),
    /// Something was asked for on paper: one text of the report, or what the page prints.
    PrintAsked(Option<Recipient>),
    /// The print dialogue was closed.
    Printed,
    /// A text was asked for on the clipboard.
    CopyAsked(Document),
    /// The text in the field of this id is to be copied by hand.
    SelectAsked(&'static str),
    /// A text was asked for as a file of this name.
    SaveAsked(&'static str, Document),
    /// An answer of the report was typed or chosen; where the field belongs to a phone, it is told of the one that is shown.
    Told(incident::Field, String),
    /// Something else happened to the report.
    Drafted(Drafting),
    /// The time and the clock of this device were asked for.
    ClockRead(Now, Clock),
    /// The report was opened: its labels and templates are needed, in this language.
    ReportOpened(Language),
    /// The kept phones were read for the report, in the order of the record.
    PhonesRead(Result<Vec<Phone>, StoreError>),
    /// The report was emptied.
    ReportCleared,
    /// Something was typed in the field for an area.
    AreaTyped(String),
    /// The person asked for the answer to what stands there.
    AreaAsked,
    /// The person chose an area by name.
    AreaChosen(AreaId),
    /// Something happened to the question about newer months.
    Newer(News),
    /// The address names an area: a link from somebody else, or a row of the table.
    AreaNamed(String),
    /// The area of the answer is to stay beside the next one, or no longer.
    AreaKept(bool),
    /// The address of the answer is to go to somebody else.
    AreaShared(Document),
    /// The years before March 2024 are wanted too.
    HistoryAsked,
    /// Something was done with the table or the map of all wards.
    Atlas(Turn),
    /// The person asked the device where it is.
    LocationAsked,
    /// The device said where it is, or why not.
    Located(Result<Fix, NoFix>),
    /// A table is to be sorted.
    SortAsked(Sorting),
    /// The clipboard took a text, or did not.
    Copied(Result<(), Refused>),
    /// A file was offered, or could not be.
    Saved(Result<(), Refused>),
    /// A file of this site arrived, or did not.
    Fetched(File, Result<Vec<u8>, FetchError>),
    /// A locked file was asked for, with this passphrase.
    LockAsked(Passphrase),
    /// The locked file was offered, or could not be made.
    Locked(Result<(), LockError>),
    /// Words for a passphrase were asked for, in this language.
    WordsAsked(Language),
    /// The words were drawn, or could not be.
    WordsDrawn(Result<Passphrase, FetchError>),
    /// The share sheet took the text, or was closed (`false`), or is not there.
    Shared(Result<bool, Refused>),
    /// A file was picked in the field of this id, to be opened.
    FilePicked(&'static str),
    /// A picture of a code was picked in the field of this id, to be opened.
    CodePicked(&'static str),
    /// A text was offered in place of a file.
    TextOffered(Document),
    /// A file or text was read, or cannot be.
    Imported(Result<Import, Unreadable>),
    /// A passphrase was offered for the locked file.
    UnlockAsked(Passphrase),
    /// The locked file opened, or did not; what was in it may still be unreadable.
    Unlocked(Result<Result<Copy, Unreadable>, LockError>),
    /// What the copy says is to be added to what is kept.
    MergeAsked,
    /// The copy is to stand in the place of what is kept.
    ReplaceAsked,
    /// What was taken in from a copy is to go again.
    TakingUndone,
    /// The copy is put away without taking anything in.
    CopyClosed,
    /// A picture was picked in the field of this id.
    PicturePicked(&'static str),
    /// The search of a picture goes on: looks done, and looks there will be at most.
    PictureLooked(u32, u32),
    /// The picture was searched, or cannot be.
    PictureRead(Result<Vec<Sighting>, PictureError>),
}

/// The kind of event only: events carry what people type.
impl std::fmt::Debug for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Event({:?})", std::mem::discriminant(self))
    }
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

impl Now {
    /// The day alone; `None` for a clock that tells no day from 2000 to 9999.
    pub fn day(self) -> Option<Moment> {
        self.date().map(Moment::from)
    }

    /// The day and the time; `None` as above, and for a time that no clock shows.
    pub fn moment(self) -> Option<Moment> {
        let Self { year, month, day, hour, minute } = self;
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}").parse().ok()
    }

    /// The same as a day of the calendar.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year.try_into().ok()?, self.month, self.day).ok()
    }
}
