//! Looking up an area as a person types: what was asked, which tables are here, what the answer is.
//!
//! The tables are fetched once, whole, so that nobody who serves them learns which area was asked about.

use std::fmt;

use crate::area::Area;
use crate::asset::Asset;
use crate::directory::Directory;
use crate::effect::{Effect, File};
use crate::enquiry::{Answer, Desk, Reason};
use crate::event::FetchError;
use crate::gazetteer::{AreaId, Gazetteer};
use crate::outline::Outlines;
use crate::postcode::Typed;
use crate::search::NameIndex;
use crate::table::Damage;

/// The id of the answer's heading: the focus goes there when an answer was asked for elsewhere on the page.
pub const ANSWER: &str = "answer";
/// The id of the button that keeps a place beside the next one, or lets it go.
pub const KEEP: &str = "keep";
/// The id of the heading over the years since 2010.
pub const YEARS: &str = "years";
/// The id of the table of all wards.
pub const ROWS: &str = "rows";

/// A table of this site.
type Table<T> = Asset<T, TableError>;

/// Why a table is not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// It did not arrive.
    Fetch(FetchError),
    /// It arrived damaged; no figure of it is shown.
    Damaged(Damage),
}

/// The areas with the index of their names.
pub struct Names {
    /// The figures.
    pub gazetteer: Gazetteer,
    index: NameIndex,
}

/// What is known of a person's question.
#[derive(Clone, PartialEq, Default)]
pub struct Lookup {
    typed: String,
    names: Table<Names>,
    postcodes: Table<Directory>,
    outlines: Table<Outlines>,
    answer: Option<Answer>,
    /// The person asked before the tables were here: answer as soon as they are.
    pending: bool,
}

impl Lookup {
    /// The most suggestions shown at once.
    pub const MOST_SUGGESTIONS: usize = 8;

    /// What stands in the field. It may be a postcode, and is never kept or logged.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The figures of all areas, once they are here.
    pub fn gazetteer(&self) -> Option<&Gazetteer> {
        Some(&self.names.here()?.gazetteer)
    }

    /// The answer to the last question.
    pub const fn answer(&self) -> Option<Answer> {
        self.answer
    }

    /// A table that was needed is not to be had.
    pub fn trouble(&self) -> Option<TableError> {
        match (&self.names, &self.postcodes) {
            (Asset::Failed(error), _) => Some(*error),
            (_, Asset::Failed(error)) if self.pending => Some(*error),
            _ => None,
        }
    }

    /// A number that changes whenever what is said of the question does: a view is made anew only then.
    pub fn step(&self) -> u32 {
        match (self.trouble(), self.answer) {
            (Some(TableError::Fetch(_)), _) => 1,
            (Some(TableError::Damaged(_)), _) => 2,
            (None, None | Some(Answer::NeedsPostcodes)) => 3 + u32::from(self.is_waiting()),
            (None, Some(Answer::Unknown(reason))) => 5 + reason as u32,
            (None, Some(Answer::Area(id))) => 0x1_0000 + u32::try_from(id.place()).unwrap_or_default(),
            (None, Some(Answer::Outcode(_, id))) => 0x2_0000 + u32::try_from(id.place()).unwrap_or_default(),
        }
    }

    /// A question was asked and its tables are on their way.
    pub const fn is_waiting(&self) -> bool {
        self.pending && self.answer.is_none()
    }

    /// One area with its figures.
    pub fn area(&self, id: AreaId) -> Option<Area> {
        self.names.here()?.gazetteer.get(id).cloned()
    }

    /// The borough an area lies in; of a borough, itself.
    pub fn borough_of(&self, area: &Area) -> Option<Area> {
        self.names.here()?.gazetteer.borough_of(area).cloned()
    }

    /// The outlines of the wards, or why they are not here; fetched only for who needs them.
    pub const fn outlines(&self) -> &Asset<Outlines, TableError> {
        &self.outlines
    }

    /// Fetches the outlines where they are not here yet. They refer to the areas, so those come first.
    pub fn fetch_outlines(&mut self) -> Vec<Effect> {
        if self.names.here().is_none() || !self.outlines.is_wanted() {
            return Vec::new();
        }
        self.outlines = Asset::Coming;
        vec![Effect::Fetch(File::WardOutlines)]
    }

    /// Where an area's counts come from.
    pub fn source_of(&self, area: &Area) -> Option<String> {
        Some(self.names.here()?.gazetteer.source_of(area).to_owned())
    }

    /// Areas whose names fit what was typed, best first, with the borough each lies in.
    pub fn suggestions(&self) -> Vec<(AreaId, String, Option<String>)> {
        let Some(names) = self.names.here() else { return Vec::new() };
        if self.answer.is_some() || self.typed.trim().chars().count() < 2 {
            return Vec::new();
        }
        let found = names.index.find(&self.typed, Self::MOST_SUGGESTIONS);
        let found = found.into_iter().filter_map(|id| {
            let area = names.gazetteer.get(id)?;
            let around = names.gazetteer.borough_of(area).filter(|borough| borough.code != area.code);
            Some((id, area.name.to_string(), around.map(|borough| borough.name.to_string())))
        });
        found.collect()
    }

    /// Takes what was typed, and fetches what answering it will need.
    pub fn write(&mut self, typed: String) -> Vec<Effect> {
        self.typed = typed;
        self.answer = None;
        self.pending = false;
        self.fetch()
    }

    /// The person asked for the answer to what stands in the field.
    pub fn ask(&mut self) -> Vec<Effect> {
        self.pending = true;
        let effects = self.fetch();
        self.try_answer();
        effects
    }

    /// The person chose one of the suggestions, or an area of the table or the map.
    pub fn choose(&mut self, id: AreaId) -> Vec<Effect> {
        if let Some(area) = self.area(id) {
            self.typed = area.name.to_string();
        }
        // Nothing is open: a table that arrives later must not ask anew by a name that several places have.
        self.pending = false;
        self.answer = Some(Answer::Area(id));
        self.fetch()
    }

    /// Takes a table that arrived, or did not.
    pub fn arrived(&mut self, file: File, outcome: Result<&[u8], FetchError>) {
        match file {
            File::Areas => self.names = read(outcome, Names::parse),
            File::Postcodes => {
                let names = self.names.here();
                let parse = |bytes: &[u8]| match names {
                    Some(names) => Directory::parse(bytes, &names.gazetteer),
                    None => Err(Damage::OtherEdition),
                };
                self.postcodes = read(outcome, parse);
            }
            File::WardOutlines => {
                let names = self.names.here();
                let parse = |bytes: &[u8]| match names {
                    Some(names) => Outlines::parse(bytes, &names.gazetteer),
                    None => Err(Damage::OtherEdition),
                };
                self.outlines = read(outcome, parse);
            }
            _ => {}
        }
        if self.pending {
            self.try_answer();
        }
    }

    /// What is still to be fetched for what stands in the field: postcodes only where it looks like one, and after the
    /// areas, which they refer to.
    pub fn fetch(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.names.is_wanted() {
            self.names = Asset::Coming;
            effects.push(Effect::Fetch(File::Areas));
        }
        let postcode = self.typed.parse::<Typed>().is_ok();
        if postcode && self.names.here().is_some() && self.postcodes.is_wanted() {
            self.postcodes = Asset::Coming;
            effects.push(Effect::Fetch(File::Postcodes));
        }
        effects
    }

    fn try_answer(&mut self) {
        let Some(names) = self.names.here() else { return };
        let desk = Desk { gazetteer: &names.gazetteer, names: &names.index, directory: self.postcodes.here() };
        let answer = desk.answer(&self.typed);
        if answer == Answer::NeedsPostcodes {
            return;
        }
        // A name that is not whole yet is answered by the only area it can mean.
        let answer = match (answer, self.suggestions().as_slice()) {
            (Answer::Unknown(Reason::NotUnderstood), [(only, ..)]) => Answer::Area(*only),
            (answer, _) => answer,
        };
        self.answer = Some(answer);
        self.pending = false;
    }
}

impl Names {
    fn parse(bytes: &[u8]) -> Result<Self, Damage> {
        let gazetteer = Gazetteer::parse(bytes)?;
        let index = NameIndex::new(&gazetteer);
        Ok(Self { gazetteer, index })
    }
}

/// Reads a table that arrived.
fn read<T>(outcome: Result<&[u8], FetchError>, parse: impl FnOnce(&[u8]) -> Result<T, Damage>) -> Table<T> {
    let value = outcome.map_err(TableError::Fetch).and_then(|bytes| parse(bytes).map_err(TableError::Damaged));
    Asset::of(value)
}

/// Says how far the look-up is, never what was typed: it may be a postcode.
impl fmt::Debug for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lookup({} characters, answered: {})", self.typed.chars().count(), self.answer.is_some())
    }
}
