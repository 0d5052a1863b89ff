//! One answer for everything that was seen in a text (rules 6, 7 and 13).
//!
//! A phone's number comes before its neighbours, and both before scraps.

use std::collections::BTreeSet;

use super::sighting::Sighting;
use super::walk::Seen;
use super::{Form, Found, Kind, Neighbour, Outcome, Reading, Reason};
use crate::tac::ReportingBody;

/// Puts together what was seen.
pub(super) fn assemble(seen: Vec<Seen>) -> Reading {
    let mut numbers = Vec::new();
    let mut doubtful = Vec::new();
    let mut neighbours = Vec::new();
    let (mut scrap, mut longest) = (Reason::Empty, 0);
    let anything_checked = seen.iter().any(|seen| seen.sighting.is_checked_number());
    for Seen { sighting, says_imei } in seen {
        match sighting {
            Sighting::Number(found) if is_doubtful(&found, says_imei, anything_checked) => doubtful.push(found),
            Sighting::Number(found) => numbers.push(found),
            Sighting::Beside(neighbour) if neighbours.contains(&neighbour) => {}
            Sighting::Beside(neighbour) if neighbours.len() < MOST_NEIGHBOURS => neighbours.push(neighbour),
            Sighting::Beside(_) => {}
            Sighting::Scrap(reason, digits) => {
                scrap = scrap.min(reason);
                longest = longest.max(digits);
            }
        }
    }
    let numbers = each_once(if numbers.is_empty() { doubtful } else { numbers });
    let (kind, outcome, reason) = answer(&numbers, &neighbours).unwrap_or((Kind::None, Outcome::Wrong, scrap));
    let digits = numbers.first().map_or(longest, |found| found.kept.map_or(15, |kept| kept.as_str().len()));
    Reading { kind, outcome, reason, digits, numbers, neighbours }
}

/// More neighbours than a household's boxes carry: a hostile text cannot make the search for repeats slow.
const MOST_NEIGHBOURS: usize = 200;

/// Beside a checked number, fourteen or sixteen digits that nothing calls an IMEI are more likely a time or a card.
fn is_doubtful(found: &Found, says_imei: Option<bool>, anything_checked: bool) -> bool {
    let begins_like_none = found.suggestion.is_none_or(|imei| imei.tac().reporting_body() == ReportingBody::Unknown);
    let unchecked = found.outcome == Outcome::Unchecked && found.form != Form::OneUnknown;
    match says_imei {
        Some(says_imei) => !says_imei,
        None => anything_checked && unchecked && begins_like_none,
    }
}

/// Each phone once; where one was seen checked and unchecked, the checked one stays.
fn each_once(mut numbers: Vec<Found>) -> Vec<Found> {
    let is_checked = |found: &Found| found.outcome == Outcome::Checked;
    let mut met: BTreeSet<String> = BTreeSet::new();
    let mut checked: BTreeSet<String> = BTreeSet::new();
    // One by one: collecting a set brings a sort of its own into the wasm.
    for imei in numbers.iter().filter(|found| is_checked(found)).filter_map(|found| found.suggestion) {
        checked.insert(imei.into());
    }
    numbers.retain(|found| {
        let again = !is_checked(found)
            && found.outcome != Outcome::Wrong
            && found.suggestion.is_some_and(|imei| checked.contains(imei.as_str()));
        let spelled = (found.kept.map(String::from), found.suggestion.filter(|_| found.outcome != Outcome::Wrong));
        let key = match spelled {
            (_, Some(imei)) => String::from(imei),
            (Some(typed), None) => format!("typed {typed}"),
            (None, None) => format!("looks like {}", found.suggestion.map(String::from).unwrap_or_default()),
        };
        !again && met.insert(key)
    });
    numbers
}

fn answer(numbers: &[Found], neighbours: &[Neighbour]) -> Option<(Kind, Outcome, Reason)> {
    match numbers {
        [] => neighbours.iter().find_map(beside),
        [found] => Some((found.kind(), found.outcome, found.reason)),
        several => {
            let outcome = several.iter().map(|found| found.outcome).max()?;
            let some_good = several.iter().any(|found| found.outcome != Outcome::Wrong);
            let reason = match (outcome, some_good) {
                (Outcome::Wrong, true) => Reason::SeveralSomeBad,
                (Outcome::Wrong, false) => several.iter().map(|found| found.reason).min()?,
                (Outcome::Checked | Outcome::Unchecked, _) => Reason::Several,
            };
            Some((Kind::ImeiList, outcome, reason))
        }
    }
}

fn beside(neighbour: &Neighbour) -> Option<(Kind, Outcome, Reason)> {
    let outcome = neighbour.outcome();
    let reason = match outcome {
        Outcome::Checked => Reason::Ok,
        Outcome::Unchecked => Reason::NoCheckDigit,
        Outcome::Wrong => Reason::BadCheckDigit,
    };
    Some((neighbour.kind()?, outcome, reason))
}

impl Found {
    /// Its kind when it is the only one.
    pub const fn kind(&self) -> Kind {
        match self.form {
            Form::WithoutCheckDigit => Kind::Imei14,
            Form::SoftwareVersion => Kind::Imeisv,
            Form::Plain | Form::PlainAndSoftwareVersion | Form::OneUnknown | Form::LookAlike => Kind::Imei,
        }
    }
}

impl Neighbour {
    /// Its kind, if a text of nothing else is understood as one. Serials and telephone numbers are not.
    pub const fn kind(&self) -> Option<Kind> {
        match self {
            Self::Eid(_) => Some(Kind::Eid),
            Self::Iccid(_) => Some(Kind::Iccid),
            Self::Meid(..) => Some(Kind::Meid),
            Self::Misread(kind, _) => Some(*kind),
            Self::Serial(_) | Self::Imsi | Self::Telephone => None,
        }
    }
}
