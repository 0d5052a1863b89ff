//! One thing seen in a text: a phone's number, another identifier, or a scrap that is neither.
//!
//! Judged by its digits alone; what stands around it is weighed elsewhere.

use super::{Form, Found, Kind, Neighbour, Outcome, Reason};
use crate::eid::Eid;
use crate::iccid::Iccid;
use crate::imei::Imei;
use crate::kept_number::KeptNumber;
use crate::meid::Meid;
use crate::placeholder;
use crate::tac::ReportingBody;

/// What a run of digits was taken for.
#[derive(Clone)]
pub(super) enum Sighting {
    Number(Found),
    Beside(Neighbour),
    /// Nothing: why, and how many digits there were.
    Scrap(Reason, usize),
}

impl Sighting {
    /// What these ASCII digits are by their length (rule 6), or `None` when nothing has that length.
    pub(super) fn by_length(digits: &[u8]) -> Option<Self> {
        match digits.len() {
            14 => Found::new(Form::WithoutCheckDigit, digits).map(Self::Number),
            15 => Found::new(Form::Plain, digits).map(Self::Number),
            16 => Found::new(Form::SoftwareVersion, digits).map(Self::Number),
            17 => Found::new(Form::PlainAndSoftwareVersion, digits.get(..15)?).map(Self::Number),
            18 => Meid::from_decimal(digits).map(|meid| Self::Beside(Neighbour::Meid(meid, Outcome::Unchecked))),
            19 | 20 if digits.starts_with(b"89") => {
                let iccid: Iccid = std::str::from_utf8(digits).ok()?.parse().ok()?;
                Some(Self::Beside(Neighbour::Iccid(iccid)))
            }
            19 => Meid::from_decimal(digits.get(..18)?).map(|meid| {
                Self::Beside(if Meid::decimal_agrees(digits) {
                    Neighbour::Meid(meid, Outcome::Checked)
                } else {
                    Neighbour::misread(Kind::Meid, digits)
                })
            }),
            32 => Some(Self::Beside(
                Eid::try_from(digits).map_or_else(|_| Neighbour::misread(Kind::Eid, digits), Neighbour::Eid),
            )),
            _ => None,
        }
    }

    /// Nothing: too short or too long for anything.
    pub(super) const fn by_count(digits: usize) -> Self {
        Self::Scrap(if digits < 14 { Reason::TooShort } else { Reason::TooLong }, digits)
    }

    /// How sure it is: checked, unchecked, wrong; `None` for a scrap.
    pub(super) fn outcome(&self) -> Option<Outcome> {
        match self {
            Self::Number(found) => Some(found.outcome),
            Self::Beside(neighbour) => Some(neighbour.outcome()),
            Self::Scrap(..) => None,
        }
    }

    /// A phone's number whose check digit agrees.
    pub(super) fn is_checked_number(&self) -> bool {
        matches!(self, Self::Number(found) if found.outcome == Outcome::Checked)
    }
}

impl Found {
    /// A number of 14, 15 or 16 characters: ASCII digits, among fifteen perhaps one `?`.
    pub(super) fn new(form: Form, typed: &[u8]) -> Option<Self> {
        let kept = KeptNumber::try_from(typed).ok()?;
        let suggestion = kept.imei();
        let (outcome, reason) = match (kept, suggestion) {
            _ if placeholder::is(typed) => (Outcome::Wrong, Reason::Placeholder),
            (KeptNumber::Checked(imei), _) => (Outcome::Checked, Self::hint(form, imei)),
            (KeptNumber::Unchecked(_), Some(_)) => (Outcome::Unchecked, Self::why_unchecked(form)),
            // Fourteen digits, or fifteen with a gap, can always be completed, except to a number no phone owns.
            (KeptNumber::Unchecked(_), None) if form == Form::Plain || form == Form::PlainAndSoftwareVersion => {
                (Outcome::Wrong, Reason::BadCheckDigit)
            }
            (KeptNumber::Unchecked(_), None) => (Outcome::Wrong, Reason::Placeholder),
        };
        Some(Self { form, kept: Some(kept), suggestion, outcome, reason, slot: None })
    }

    /// Fifteen digits that pass once letters are taken for the digits they look like: a suggestion, nothing to keep.
    pub(super) fn look_alike(digits: &[u8]) -> Option<Self> {
        let suggestion = Imei::try_from(digits).ok()?;
        let (outcome, reason) = (Outcome::Wrong, Reason::LookAlikeLetters);
        Some(Self { form: Form::LookAlike, kept: None, suggestion: Some(suggestion), outcome, reason, slot: None })
    }

    const fn hint(form: Form, imei: Imei) -> Reason {
        match (imei.tac().reporting_body(), form) {
            (ReportingBody::Test, _) => Reason::TestRange,
            (ReportingBody::Unknown, _) => Reason::RbiUnknown,
            (ReportingBody::Known, Form::PlainAndSoftwareVersion) => Reason::SvnDropped,
            (ReportingBody::Known, _) => Reason::Ok,
        }
    }

    const fn why_unchecked(form: Form) -> Reason {
        match form {
            Form::SoftwareVersion => Reason::SvnReplaced,
            Form::OneUnknown => Reason::OneUnknownDigit,
            Form::WithoutCheckDigit | Form::Plain | Form::PlainAndSoftwareVersion | Form::LookAlike => {
                Reason::CheckDigitAdded
            }
        }
    }
}

impl Neighbour {
    /// Something whose check disagrees: nobody corrects it, and nobody loses it.
    pub(super) fn misread(kind: Kind, read: &[u8]) -> Self {
        Self::Misread(kind, std::str::from_utf8(read).ok().and_then(|text| text.try_into().ok()).unwrap_or_default())
    }

    /// Does its own check agree? A serial, a subscriber's and a telephone number have none.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Eid(_) => Outcome::Checked,
            Self::Iccid(iccid) if iccid.agrees() => Outcome::Checked,
            Self::Meid(_, outcome) => *outcome,
            Self::Iccid(_) | Self::Misread(..) => Outcome::Wrong,
            Self::Serial(_) | Self::Imsi | Self::Telephone => Outcome::Unchecked,
        }
    }
}
