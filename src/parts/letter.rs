//! One incident as a text for one recipient: what is known, in their order, in the words of the page.
//!
//! Plain text, because it is read out, pasted into forms, printed and saved.

use std::collections::BTreeMap;

use domain::clock::Clock;
use domain::incident::{Answer, Deed, Field, Incident};
use domain::kept_number::KeptNumber;
use domain::moment::Moment;
use domain::report::{Line, Recipient, Says, report};

use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;

spoken! {
    /// The words of every text.
    pub struct Words {
        /// What each field is called, by its name.
        pub field: BTreeMap<String, FieldWords>,
        /// What each text says round its lines, by the name of who gets it.
        pub recipient: BTreeMap<String, Frame>,
        /// Yes, no, and not said.
        pub yes_no: Table,
        /// What each answer to a choice is called: `kind`, `state` and `place`, by the name of the answer.
        pub choice: BTreeMap<String, Table>,
        /// What can be done, by its name.
        pub act: Table,
        /// Above what is told of one of several phones.
        pub phone: String,
        /// Beside a number that no check digit proves.
        pub unchecked: String,
        /// A day and a time.
        pub moment: String,
        /// Whose time it is: `uk` and `off`.
        pub clock: Table,
        /// A line of the log, and what can stand behind it.
        pub deed: DeedWords,
        /// The names of the months by their number.
        pub months: Table,
        /// How a day is written.
        pub day: String,
    }
}

spoken! {
    /// What one field is called.
    pub struct FieldWords {
        /// In a text.
        pub label: String,
        /// In the form.
        pub ask: String,
        /// When it stays open.
        pub missing: String,
    }
}

spoken! {
    /// What stands round the lines of one text.
    pub struct Frame {
        /// Who it is for, in a list.
        pub name: String,
        /// Above it.
        pub title: String,
        /// What to do with it.
        #[cfg_attr(feature = "ssr", serde(rename = "use"))]
        pub purpose: String,
        /// Its first sentences.
        pub opening: String,
        /// Its last sentences.
        pub closing: String,
    }
}

spoken! {
    /// A line of the log, and what can stand behind it.
    pub struct DeedWords {
        line: String,
        whom: String,
        place: String,
        accuracy: String,
        note: String,
    }
}

impl Words {
    /// The text for one recipient: an opening, a line for each thing known, a closing.
    pub fn text(&self, incident: &Incident, recipient: Recipient) -> String {
        let Some(frame) = self.recipient.get(recipient.slug()) else { return String::new() };
        let mut lines = vec![frame.opening.clone(), String::new()];
        let mut before: Option<Line<'_>> = None;
        for line in report(incident, recipient) {
            let apart = before.is_some_and(|before| before.phone != line.phone);
            if incident.phones() > 1 && (apart || before.is_none() && line.phone.is_some()) {
                lines.push(String::new());
                lines.extend(line.phone.map(|phone| self.heading(phone)));
            }
            if let Says::Deed(deed) = line.says {
                if before.is_none_or(|before| before.field != Field::Done) {
                    lines.push(format!("{}:", self.label(line.field)));
                }
                lines.push(format!("- {}", self.deed(deed)));
            } else {
                lines.push(format!("{}: {}", self.label(line.field), self.answer(&line)));
            }
            before = Some(line);
        }
        if before.is_some() {
            lines.push(String::new());
        }
        lines.push(frame.closing.clone());
        lines.join("\n")
    }

    /// What a field is called.
    pub fn label(&self, field: Field) -> String {
        self.field.get(field.slug()).map(|words| words.label.clone()).unwrap_or_default()
    }

    /// Which of several phones, counted from 0.
    pub fn heading(&self, phone: usize) -> String {
        fill(&self.phone, &[("number", &(phone + 1).to_string())])
    }

    /// Whose time it is.
    pub fn clock(&self, clock: Clock) -> String {
        match clock {
            Clock::Uk => self.clock.get("uk").cloned().unwrap_or_default(),
            Clock::Off(offset) => {
                let sentence = self.clock.get("off").cloned().unwrap_or_default();
                fill(&sentence, &[("offset", &offset.to_string())])
            }
        }
    }

    /// One line of the log: when, by whose clock, what, and the rest of it.
    pub fn deed(&self, deed: &Deed) -> String {
        let act = self.act.get(deed.act.slug()).cloned().unwrap_or_default();
        let (when, clock) = (self.moment(deed.at), self.clock(deed.clock));
        let mut text = fill(&self.deed.line, &[("when", &when), ("clock", &clock), ("act", &act)]);
        let behind = [
            (&self.deed.whom, deed.whom.as_str()),
            (&self.deed.place, deed.place.as_str()),
            (&self.deed.accuracy, deed.accuracy.as_str()),
            (&self.deed.note, deed.note.as_str()),
        ];
        for (sentence, told) in behind.into_iter().filter(|(_, told)| !told.is_empty()) {
            text.push(' ');
            text.push_str(&fill(sentence, &[("told", told)]));
        }
        text
    }

    fn answer(&self, line: &Line<'_>) -> String {
        let chosen = |name: &str, value: &str| {
            self.choice.get(name).and_then(|answers| answers.get(value).cloned()).unwrap_or_default()
        };
        let answer = match line.says {
            Says::Answer(answer) => answer,
            Says::Clock(clock) => return self.clock(clock),
            Says::Deed(deed) => return self.deed(deed),
        };
        match answer {
            Answer::Moment(moment) => self.moment(*moment),
            Answer::YesNo(yes) => self.yes_no.get(if *yes { "yes" } else { "no" }).cloned().unwrap_or_default(),
            Answer::Kind(kind) => chosen("kind", kind.slug()),
            Answer::State(state) => chosen("state", state.slug()),
            Answer::Place(place) => chosen("place", place.slug()),
            Answer::Words(words) if line.field.is_an_imei() => match words.as_str().parse() {
                Ok(KeptNumber::Unchecked(number)) => fill(&self.unchecked, &[("number", number.as_str())]),
                _ => words.as_str().to_owned(),
            },
            Answer::Words(words) => words.as_str().to_owned(),
        }
    }

    /// A day as people say it, with the time where it is known.
    fn moment(&self, moment: Moment) -> String {
        let (year, month, day) = moment.day();
        let month = self.months.get(&month.to_string()).cloned().unwrap_or_default();
        let day = fill(&self.day, &[("day", &day.to_string()), ("month", &month), ("year", &year.to_string())]);
        let Some((hour, minute)) = moment.time() else { return day };
        fill(&self.moment, &[("day", &day), ("time", &format!("{hour:02}:{minute:02}"))])
    }
}
