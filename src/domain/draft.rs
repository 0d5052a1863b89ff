//! The report as it is being written: what was typed, what of it was taken, and which part of it is shown.
//!
//! A text that does not fit its field stays on the screen with the reason beside it; the incident keeps the last one that
//! did.

mod from_record;

use std::collections::BTreeMap;
use std::fmt;

use crate::clock::Clock;
use crate::entry::{self, Entry};
use crate::incident::{Field, Incident, Part, Refusal};
use crate::reading::{self, Found, Neighbour};
use crate::triage::Answers;

/// The report of one theft, with the texts as they were typed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Draft {
    incident: Incident,
    refused: BTreeMap<Field, Refused>,
    part: Part,
    phone: usize,
    filled: bool,
    entry: Option<Entry>,
}

/// A text that was not taken.
#[derive(Clone, PartialEq)]
struct Refused {
    why: Refusal,
    typed: String,
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(f)
    }
}

impl Draft {
    /// What was taken so far.
    pub const fn incident(&self) -> &Incident {
        &self.incident
    }

    /// Why the text in a field was not taken.
    pub fn refusal(&self, field: Field) -> Option<Refusal> {
        self.refused.get(&field).map(|refused| refused.why)
    }

    /// What stands in a field: the answer as it was taken, of the phone that is shown, or the text that was not.
    pub fn text(&self, field: Field) -> String {
        if let Some(refused) = self.refused.get(&field) {
            return refused.typed.clone();
        }
        let answer = if field.is_about_the_phone() {
            self.incident.phone_answer(self.phone, field)
        } else {
            self.incident.answer(field)
        };
        answer.map(ToString::to_string).unwrap_or_default()
    }

    /// How many questions of a part are answered, and how many there are. The log counts as one.
    pub fn progress(&self, part: Part) -> (usize, usize) {
        let incident = &self.incident;
        let told = |field: &Field| match field {
            Field::Done => !incident.log().is_empty(),
            field if field.is_about_the_phone() => incident.phone_answer(self.phone, *field).is_some(),
            field => incident.answer(*field).is_some(),
        };
        let asked: Vec<Field> = part.asked(incident.kind()).collect();
        (asked.iter().filter(|field| told(field)).count(), asked.len())
    }

    /// The part that is shown.
    pub const fn part(&self) -> Part {
        self.part
    }

    /// The phone that is shown, counted from 0: what is told of a phone is told of this one.
    pub const fn phone(&self) -> usize {
        self.phone
    }

    /// How many phones the form speaks of: one at least, even when nothing is known of it.
    pub fn phones(&self) -> usize {
        self.incident.phones().max(1)
    }

    /// Was the phone that is shown filled in from a kept one?
    pub const fn is_filled(&self) -> bool {
        self.filled
    }

    /// The line of the log that is being written.
    pub const fn entry(&self) -> Option<&Entry> {
        self.entry.as_ref()
    }

    /// Takes the answers of triage that changed, so that nothing is asked twice and nothing told here is undone.
    pub fn triage(&mut self, before: &Answers, now: &Answers) {
        for ((field, before), (_, now)) in
            Incident::told_in_triage(before).into_iter().zip(Incident::told_in_triage(now))
        {
            let told = if field.is_about_the_phone() {
                self.incident.phone_answer(0, field)
            } else {
                self.incident.answer(field)
            };
            let told_here = told.is_some_and(|told| told.to_string() != before);
            // Taking an answer back in triage does not take back what was told here; nor does another maker's name.
            let open = now.is_empty() || now == "unknown";
            if before != now && !(told_here && (open || field.is_about_the_phone())) {
                self.put(0, field, now);
            }
        }
    }

    /// Takes what was typed, or remembers why not. Where the field belongs to a phone, it is told of the one that is shown.
    pub fn write(&mut self, field: Field, typed: &str) {
        if field.is_an_imei() && self.read_number(field, typed) {
            return;
        }
        self.put(self.phone, field, typed);
    }

    /// Empties the report. The clock of the device stays what it is.
    pub fn clear(&mut self) {
        let clock = self.incident.clock();
        *self = Self::default();
        self.incident.set_clock(clock);
    }

    /// Shows a part.
    pub const fn show(&mut self, part: Part) {
        self.part = part;
    }

    /// Shows the part that asks for a field, and the first phone that lacks it.
    pub fn seek(&mut self, field: Field) {
        self.part = Part::of(field);
        if field.is_about_the_phone() {
            self.show_phone(self.incident.lacks(field).unwrap_or(0));
        }
    }

    /// Shows a phone, counted from 0. One that is not there changes nothing.
    pub fn show_phone(&mut self, phone: usize) {
        if phone < self.phones() {
            self.phone = phone;
            self.filled = false;
            // What was refused stands in the fields of another phone.
            self.refused.retain(|field, _| !field.is_about_the_phone());
        }
    }

    /// Adds a phone and shows it; a full draft stays as it is.
    pub fn add_phone(&mut self) {
        // The first phone is on the screen before anything is known of it.
        if self.incident.phones() == 0 {
            let _ = self.incident.add_phone();
        }
        if self.incident.add_phone().is_ok() {
            self.show_phone(self.incident.phones() - 1);
        }
    }

    /// Takes the phone that is shown out of the report.
    pub fn remove_phone(&mut self) {
        self.incident.remove_phone(self.phone);
        self.show_phone(self.phone.min(self.phones() - 1));
    }

    /// Takes the time of the device: its clock, and the moment for a line of the log that is being written.
    pub fn tell_time(&mut self, clock: Clock, moment: Option<String>) {
        self.incident.set_clock(clock);
        if let (Some(entry), Some(moment)) = (&mut self.entry, moment) {
            entry.write(entry::Field::At, moment);
        }
    }

    /// Begins a line of the log.
    pub fn open_entry(&mut self) {
        self.entry.get_or_insert_default();
    }

    /// Takes what was typed in a field of that line.
    pub fn write_entry(&mut self, field: entry::Field, typed: String) {
        if let Some(entry) = &mut self.entry {
            entry.write(field, typed);
        }
    }

    /// Puts the line away.
    pub fn close_entry(&mut self) {
        self.entry = None;
    }

    /// Takes the line into the log. The field to look at when it does not fit.
    ///
    /// # Errors
    /// That field; the line stays as it was typed.
    pub fn keep_entry(&mut self) -> Result<(), entry::Field> {
        let Some(entry) = &mut self.entry else { return Ok(()) };
        let kept = entry
            .deed(self.incident.clock())
            .and_then(|deed| self.incident.record(deed).map_err(|refusal| (entry::Field::Act, refusal)));
        match kept {
            Ok(()) => self.entry = None,
            Err(fault) => entry.refuse(fault),
        }
        kept.map_err(|(field, _)| field)
    }

    /// Takes the last place on the map into the log, when a place and a time are told.
    pub fn keep_sighting(&mut self) {
        if let Some(deed) = self.incident.sighting() {
            // A full log says so where lines are written.
            let _ = self.incident.record(deed);
        }
    }

    /// Takes a line out of the log, counted from 0.
    pub fn strike(&mut self, line: usize) {
        self.incident.strike(line);
    }

    fn put(&mut self, phone: usize, field: Field, typed: &str) {
        let outcome = if field.is_about_the_phone() {
            self.incident.write_phone(phone, field, typed)
        } else {
            self.incident.write(field, typed)
        };
        match outcome {
            Ok(()) => self.refused.remove(&field),
            Err(why) => self.refused.insert(field, Refused { why, typed: typed.to_owned() }),
        };
    }

    /// Puts the digits that a number was understood as in the place of what was pasted, and what stands beside it into empty
    /// fields of its own. False when no number was understood: then the text stays as it was typed.
    fn read_number(&mut self, field: Field, typed: &str) -> bool {
        let reading = reading::read(typed);
        let mut numbers = reading.numbers().iter().filter_map(Found::kept);
        let Some(first) = numbers.next() else { return false };
        self.put(self.phone, field, first.as_str());
        if let Some(second) = numbers.next().filter(|_| field == Field::Imei) {
            self.fill(Field::SecondImei, second.as_str());
        }
        for neighbour in reading.neighbours() {
            if let Neighbour::Serial(serial) = neighbour {
                self.fill(Field::Serial, serial.as_str());
            }
        }
        true
    }

    /// Puts something into a field in which nothing stands yet.
    fn fill(&mut self, field: Field, found: &str) {
        if !found.is_empty() && self.text(field).is_empty() {
            self.put(self.phone, field, found);
        }
    }
}
