//! What happened, as a draft in which everything may stay open.
//!
//! It is written once and read by all: network, police, bank, insurer. Every way in goes through the same gate, so a
//! draft never holds an answer that its field does not take.

mod answer;
mod deed;
mod field;
mod part;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use self::answer::{Answer, LONGEST, Refusal};
pub use self::deed::{Act, Deed};
pub use self::field::{Field, Shape};
pub use self::part::Part;
use crate::clock::Clock;
use crate::text::Text;
use crate::triage::{Answers, Kind};

/// The draft: answers about the event, about each phone, and the log of what was done.
///
/// ```
/// use domain::incident::{Field, Incident};
/// let mut incident = Incident::default();
/// incident.write(Field::Where, "Oxford Street, outside a shop")?;
/// incident.write_phone(0, Field::Make, "Apple")?;
/// assert!(incident.answer(Field::Where).is_some());
/// # Ok::<(), domain::incident::Refusal>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Incident {
    event: Sheet,
    phones: Vec<Sheet>,
    log: Vec<Deed>,
    clock: Clock,
}

type Sheet = BTreeMap<Field, Answer>;

/// A draft as it is stored: every answer as text, so that reading it is typing it again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    event: BTreeMap<Field, String>,
    #[serde(default)]
    phones: Vec<BTreeMap<Field, String>>,
    #[serde(default)]
    log: Vec<Deed>,
    #[serde(default)]
    clock: Clock,
}

impl Incident {
    /// The most phones in one draft: a family's, not a shop's.
    pub const MOST_PHONES: usize = 6;
    /// The most lines in the log.
    pub const MOST_DEEDS: usize = 60;

    /// A draft that knows what triage already asked, so that nothing is asked twice.
    pub fn from_triage(answers: &Answers) -> Self {
        let mut incident = Self::default();
        for (field, told) in Self::told_in_triage(answers) {
            // What triage knows fits its field; an open answer leaves it open, and starts no phone.
            let _ = match field.is_about_the_phone() {
                true if told.is_empty() => Ok(()),
                true => incident.write_phone(0, field, told),
                false => incident.write(field, told),
            };
        }
        incident
    }

    /// What triage asks that a report needs too, as an answer is kept. A maker's name is the same in every language.
    pub const fn told_in_triage(answers: &Answers) -> [(Field, &'static str); 4] {
        [
            (Field::What, answers.kind.slug()),
            (Field::State, answers.state.slug()),
            (Field::Place, answers.place.slug()),
            (Field::Make, answers.make.maker()),
        ]
    }

    /// What was told about the event.
    pub fn answer(&self, field: Field) -> Option<&Answer> {
        self.event.get(&field)
    }

    /// What was told about one phone, counted from 0.
    pub fn phone_answer(&self, phone: usize, field: Field) -> Option<&Answer> {
        self.phones.get(phone)?.get(&field)
    }

    /// How many phones the draft speaks of.
    pub fn phones(&self) -> usize {
        self.phones.len()
    }

    /// The first phone of which this was not told, counted from 0.
    pub fn lacks(&self, field: Field) -> Option<usize> {
        self.phones.iter().position(|phone| !phone.contains_key(&field))
    }

    /// The clock of the device on which times are written down.
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// Takes the clock of the device.
    pub const fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// What was done, in the order of time; what was done at the same time, in the order of writing.
    pub fn log(&self) -> &[Deed] {
        &self.log
    }

    /// Stolen, robbed, lost, or not said.
    pub fn kind(&self) -> Kind {
        match self.event.get(&Field::What) {
            Some(Answer::Kind(kind)) => *kind,
            _ => Kind::Unknown,
        }
    }

    /// Writes an answer about the event. Nothing typed opens the field again.
    ///
    /// # Errors
    /// When it does not fit the field, or the field belongs to a phone; the draft stays as it was.
    pub fn write(&mut self, field: Field, typed: &str) -> Result<(), Refusal> {
        if field.is_about_the_phone() {
            return Err(Refusal::WrongPlace);
        }
        put(&mut self.event, field, typed)
    }

    /// Writes an answer about one phone, counted from 0; the number after the last starts a new phone.
    ///
    /// # Errors
    /// As [`Self::write`], and when there is no such phone.
    pub fn write_phone(&mut self, phone: usize, field: Field, typed: &str) -> Result<(), Refusal> {
        if !field.is_about_the_phone() {
            return Err(Refusal::WrongPlace);
        }
        if phone == self.phones.len() && phone < Self::MOST_PHONES {
            let mut sheet = Sheet::new();
            put(&mut sheet, field, typed)?;
            self.phones.push(sheet);
            return Ok(());
        }
        put(self.phones.get_mut(phone).ok_or(Refusal::NoRoom)?, field, typed)
    }

    /// One more phone, of which nothing is known yet.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn add_phone(&mut self) -> Result<(), Refusal> {
        if self.phones.len() >= Self::MOST_PHONES {
            return Err(Refusal::NoRoom);
        }
        self.phones.push(Sheet::new());
        Ok(())
    }

    /// Takes a phone out of the draft; the later ones move up.
    pub fn remove_phone(&mut self, phone: usize) {
        if phone < self.phones.len() {
            self.phones.remove(phone);
        }
    }

    /// The last place on the map as a line of the log; `None` until a place and a time are told.
    pub fn sighting(&self) -> Option<Deed> {
        let told = |field| self.event.get(&field).map(Answer::to_string).unwrap_or_default();
        let Some(Answer::Moment(at)) = self.event.get(&Field::SeenWhen) else { return None };
        let place: Text<300> = told(Field::SeenAt).try_into().ok()?;
        let (accuracy, note) = (told(Field::SeenAccuracy).try_into().ok()?, told(Field::SeenSource).try_into().ok()?);
        let deed = Deed { act: Act::Located, at: *at, clock: self.clock, place, accuracy, whom: Text::default(), note };
        (!deed.place.is_empty()).then_some(deed)
    }

    /// Adds a line to the log. The very same line is written once: a button pressed twice asks twice.
    ///
    /// # Errors
    /// When the log is full.
    pub fn record(&mut self, deed: Deed) -> Result<(), Refusal> {
        if self.log.contains(&deed) {
            return Ok(());
        }
        if self.log.len() >= Self::MOST_DEEDS {
            return Err(Refusal::NoRoom);
        }
        let place = self.log.partition_point(|earlier| earlier.at <= deed.at);
        self.log.insert(place, deed);
        Ok(())
    }

    /// Takes a line out of the log, counted from 0.
    pub fn strike(&mut self, line: usize) {
        if line < self.log.len() {
            self.log.remove(line);
        }
    }
}

fn put(sheet: &mut Sheet, field: Field, typed: &str) -> Result<(), Refusal> {
    match Answer::read(field, typed)? {
        Some(answer) => sheet.insert(field, answer),
        None => sheet.remove(&field),
    };
    Ok(())
}

impl TryFrom<Written> for Incident {
    type Error = Refusal;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let mut incident = Self { clock: written.clock, ..Self::default() };
        for (field, typed) in &written.event {
            incident.write(*field, typed)?;
        }
        for (place, sheet) in written.phones.iter().enumerate() {
            // A phone that nothing is known of yet is still a phone.
            incident.add_phone()?;
            for (field, typed) in sheet {
                incident.write_phone(place, *field, typed)?;
            }
        }
        written.log.into_iter().try_for_each(|deed| incident.record(deed))?;
        Ok(incident)
    }
}

impl From<Incident> for Written {
    fn from(incident: Incident) -> Self {
        let text = |sheet: Sheet| {
            let mut texts = BTreeMap::new();
            for (field, answer) in sheet {
                texts.insert(field, answer.to_string());
            }
            texts
        };
        Self {
            event: text(incident.event),
            phones: incident.phones.into_iter().map(text).collect(),
            log: incident.log,
            clock: incident.clock,
        }
    }
}

/// Says how much is filled in, never what.
impl fmt::Debug for Incident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (event, phones, log) = (self.event.len(), self.phones.len(), self.log.len());
        write!(f, "Incident({event} answers, {phones} phones, {log} deeds)")
    }
}
