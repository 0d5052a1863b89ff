//! What a pasted text was understood as: the number reader.
//!
//! People paste screens, labels, lists and half numbers in any script. The reader says what it understood and how sure it
//! is, without words; it never corrects in silence and never guesses inside a longer number. Its rules are the thirteen
//! of `tests/fixtures/imei/README.md`; `tests/imei.rs` holds it to them.

mod assembly;
mod glyph;
mod hexadecimal;
mod item;
mod label;
mod run;
mod sighting;
mod soiled;
mod verdict;
mod walk;

use crate::eid::Eid;
use crate::iccid::Iccid;
use crate::imei::Imei;
use crate::kept_number::KeptNumber;
use crate::meid::Meid;
use crate::repair::Garbled;
use crate::serial::Serial;
use crate::text::Text;

pub use verdict::{Kind, Outcome, Reason};

/// How a phone's number was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Fifteen digits.
    Plain,
    /// Fourteen digits.
    WithoutCheckDigit,
    /// Sixteen digits, the last two a software version.
    SoftwareVersion,
    /// Fifteen digits and a software version of two more.
    PlainAndSoftwareVersion,
    /// Fifteen places, one of them a `?`.
    OneUnknown,
    /// Letters for some of the fifteen digits.
    LookAlike,
}

/// One phone's number found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    form: Form,
    kept: Option<KeptNumber>,
    suggestion: Option<Imei>,
    outcome: Outcome,
    reason: Reason,
    slot: Option<u8>,
}

impl Found {
    /// How it was written.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// How sure it is.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Why.
    pub const fn reason(&self) -> Reason {
        self.reason
    }

    /// What to keep when the person keeps it as it is. `None` for look-alike letters: those need a yes first.
    pub const fn kept(&self) -> Option<KeptNumber> {
        self.kept
    }

    /// The IMEI to offer. To be confirmed by the person unless the outcome is [`Outcome::Checked`].
    pub const fn suggestion(&self) -> Option<Imei> {
        self.suggestion
    }

    /// Which SIM it belongs to, 1 to 4, where a label said so.
    pub const fn slot(&self) -> Option<u8> {
        self.slot
    }

    /// The digits to look for slips in, when fifteen digits fail their check.
    pub fn garbled(&self) -> Option<Garbled> {
        self.kept.filter(|_| self.reason == Reason::BadCheckDigit)?.as_str().parse().ok()
    }
}

/// Another identifier from the same screen or box, each with a field of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// The number of an eSIM chip.
    Eid(Eid),
    /// The number of a SIM card; its check digit may disagree.
    Iccid(Iccid),
    /// The number of a CDMA phone, and whether a check digit was there.
    Meid(Meid, Outcome),
    /// A serial number, where a label said so.
    Serial(Serial),
    /// A subscriber's number was seen. It is not kept: no form asks for it.
    Imsi,
    /// A telephone number was seen.
    Telephone,
    /// An EID or MEID whose check disagrees, as it was read.
    Misread(Kind, Text<40>),
}

/// What a text was understood as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    kind: Kind,
    outcome: Outcome,
    reason: Reason,
    digits: usize,
    numbers: Vec<Found>,
    neighbours: Vec<Neighbour>,
}

impl Reading {
    /// The kind of number.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How sure it is; of several numbers the least sure decides.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Why.
    pub const fn reason(&self) -> Reason {
        self.reason
    }

    /// How many digits were understood so far: of the first number, or of the longest scrap while there is none.
    pub const fn digits(&self) -> usize {
        self.digits
    }

    /// The phones' numbers, in order of appearance, each phone and spelling once.
    pub fn numbers(&self) -> &[Found] {
        &self.numbers
    }

    /// What else was on the screen or box.
    pub fn neighbours(&self) -> &[Neighbour] {
        &self.neighbours
    }

    /// What to offer, as text: IMEIs of fifteen digits joined by `;`, or the one other identifier. Empty for nothing.
    pub fn normalised(&self) -> String {
        let several = self.kind == Kind::ImeiList;
        let offered = self.numbers.iter().filter(|found| !several || found.outcome != Outcome::Wrong);
        let offered: Vec<&str> = offered.filter_map(|found| found.suggestion.as_ref().map(Imei::as_str)).collect();
        if !offered.is_empty() {
            return offered.join(";");
        }
        let text =
            self.neighbours.iter().find(|neighbour| neighbour.kind() == Some(self.kind)).map(
                |neighbour| match neighbour {
                    Neighbour::Eid(eid) => eid.to_string(),
                    Neighbour::Meid(meid, _) => meid.to_string(),
                    Neighbour::Iccid(iccid) if iccid.agrees() => iccid.to_string(),
                    _ => String::new(),
                },
            );
        text.unwrap_or_default()
    }
}

/// Reads a text as people paste it. Any text is fine, the time grows with its length, and nothing is kept.
///
/// ```
/// use domain::reading::{Kind, Outcome, read};
/// let reading = read("IMEI (slot 1): ৩৫-২০৯৯০০-১৭৬১৪৮-১");
/// assert_eq!((reading.kind(), reading.outcome()), (Kind::Imei, Outcome::Checked));
/// assert_eq!(reading.normalised(), "352099001761481");
/// ```
pub fn read(text: &str) -> Reading {
    assembly::assemble(walk::walk(text))
}
