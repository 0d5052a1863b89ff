//! What a person asked about, and which area answers it.
//!
//! A code, a whole or partial postcode, or a name that means one area. Everything else gets a reason, never a guess.

use crate::directory::{Beginning, Directory, Found};
use crate::gazetteer::{AreaId, Gazetteer};
use crate::place::{AreaCode, BoroughCode, Outcode};
use crate::postcode::Typed;
use crate::search::{NameIndex, fold};

/// Labels that police tables carry in the place of a borough's name, but which are no places.
const NOT_PLACES: [&str; 4] =
    ["unknown", "london heathrow and london city airports", "aviation security", "no location"];

/// The answer to an enquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This area itself.
    Area(AreaId),
    /// Most of this outcode lies in this borough.
    Outcode(Outcode, AreaId),
    /// A postcode was typed and the table of postcodes is not read yet: read it and ask again.
    NeedsPostcodes,
    /// No area, and why.
    Unknown(Reason),
}

/// Why an enquiry has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was typed.
    Empty,
    /// Neither a code, nor a postcode, nor a name known here.
    NotUnderstood,
    /// The code is well formed, but not one of a London ward or borough of today.
    NoSuchCode,
    /// The postcode begins like one in London, but is not in the table: mistyped, closed, or new.
    NoSuchPostcode,
    /// The postcode lies outside London.
    OutsideLondon,
    /// Several outcodes begin like this, in different boroughs: one letter more is needed.
    SeveralOutcodes,
    /// Several areas have this name.
    SeveralPlaces,
    /// A label for offences without a location in a borough, not a place.
    NotAPlace,
}

impl Reason {
    /// The stable name, used by scripts and for the words.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotUnderstood => "not_understood",
            Self::NoSuchCode => "no_such_code",
            Self::NoSuchPostcode => "no_such_postcode",
            Self::OutsideLondon => "outside_london",
            Self::SeveralOutcodes => "several_outcodes",
            Self::SeveralPlaces => "several_places",
            Self::NotAPlace => "not_a_place",
        }
    }
}

/// Everything needed to answer, read once.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The areas.
    pub gazetteer: &'a Gazetteer,
    /// The postcodes, once that table was read: names and codes are answered without it.
    pub directory: Option<&'a Directory>,
    /// The names.
    pub names: &'a NameIndex,
}

impl Desk<'_> {
    /// Answers what was typed.
    pub fn answer(&self, typed: &str) -> Answer {
        let folded = fold(typed);
        if folded.is_empty() {
            return Answer::Unknown(Reason::Empty);
        }
        if let Ok(code) = typed.parse::<AreaCode>() {
            return self.by_code(code);
        }
        if let Ok(postcode) = typed.parse::<Typed>() {
            return self.by_postcode(postcode);
        }
        if NOT_PLACES.contains(&folded.as_str()) {
            return Answer::Unknown(Reason::NotAPlace);
        }
        match *self.names.exactly(typed) {
            [] => Answer::Unknown(Reason::NotUnderstood),
            [one] => Answer::Area(one),
            [first, ..] if first.place() < self.gazetteer.boroughs() => Answer::Area(first),
            _ => Answer::Unknown(Reason::SeveralPlaces),
        }
    }

    /// The area with a code. The City's wards, which have a handful of residents each, are answered by the City.
    fn by_code(&self, code: AreaCode) -> Answer {
        let city = AreaCode::Borough(BoroughCode::CITY);
        let in_city = matches!(code, AreaCode::Ward(ward) if CITY_WARDS.contains(&ward.digits()));
        let found = self.gazetteer.find(if in_city { city } else { code });
        found.map_or(Answer::Unknown(Reason::NoSuchCode), Answer::Area)
    }

    fn by_postcode(&self, postcode: Typed) -> Answer {
        let Some(directory) = self.directory else { return Answer::NeedsPostcodes };
        match postcode {
            Typed::Whole(postcode) => match directory.find(postcode) {
                Found::In(area) => Answer::Area(area),
                Found::NoSuchPostcode => Answer::Unknown(Reason::NoSuchPostcode),
                Found::NotLondon => Answer::Unknown(Reason::OutsideLondon),
            },
            Typed::Part(outcode) => match directory.beginning(outcode) {
                Beginning::Mostly(borough) => Answer::Outcode(outcode, borough),
                Beginning::Several => Answer::Unknown(Reason::SeveralOutcodes),
                Beginning::NoSuchOutcode => Answer::Unknown(Reason::NoSuchPostcode),
                Beginning::NotLondon => Answer::Unknown(Reason::OutsideLondon),
            },
        }
    }
}

/// The digits of the codes of the City's 25 wards (Office for National Statistics, December 2025).
const CITY_WARDS: std::ops::RangeInclusive<u32> = 9_288..=9_312;
