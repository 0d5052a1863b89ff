//! One draft, told to each in the order in which they ask.
//!
//! Fields and answers only, never sentences: labels and templates are words. What each asks for follows
//! facts/guidance.md C2 (network), C3 (police), C4 (bank) and C5 (insurer).

use crate::clock::Clock;
use crate::closed::closed_list;
use crate::incident::{Answer, Deed, Field, Incident, Part, Shape};

closed_list! {
    /// Who is told.
    Recipient {
        /// The mobile network, read out on the phone.
        Network = "network",
        /// The police.
        Police = "police",
        /// The bank, read out on the phone.
        Bank = "bank",
        /// The insurer.
        Insurer = "insurer",
        /// A register such as Immobilise.
        Register = "register",
        /// Somebody the person trusts.
        Trusted = "trusted",
        /// The help desk at work.
        Employer = "employer",
        /// Nobody yet: what was done and seen, kept as proof.
        Evidence = "evidence",
    }
}

/// A line of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// What the line is about.
    pub field: Field,
    /// Which phone it is about, counted from 0, when it is about a phone.
    pub phone: Option<usize>,
    /// What it says.
    pub says: Says<'a>,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says<'a> {
    /// An answer of the draft.
    Answer(&'a Answer),
    /// A line of the log.
    Deed(&'a Deed),
    /// The clock of the device, where the person named no other.
    Clock(Clock),
}

/// What is still open, and who will ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What is open.
    pub field: Field,
    /// Who requires it, in the order of [`Recipient::ALL`]; never empty.
    pub by: Vec<Recipient>,
}

impl Recipient {
    /// Everything they ask for, in their order, each thing once. Fields of a phone stand together.
    pub const fn asks(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Network => &[
                F::Name,
                F::Number,
                F::Network,
                F::Make,
                F::Model,
                F::Imei,
                F::SecondImei,
                F::What,
                F::From,
                F::Contact,
                F::PoliceReference,
            ],
            Self::Police => &[
                F::What,
                F::From,
                F::Until,
                F::TimeZone,
                F::Place,
                F::Where,
                F::Direction,
                F::How,
                F::Force,
                F::Injury,
                F::Suspect,
                F::Vehicle,
                F::Cctv,
                F::Witnesses,
                F::Make,
                F::Model,
                F::Colour,
                F::Imei,
                F::SecondImei,
                F::Serial,
                F::Number,
                F::Network,
                F::Marks,
                F::SeenAt,
                F::SeenWhen,
                F::SeenSource,
                F::SeenAccuracy,
                F::MoneyGone,
                F::NetworkReference,
                F::Done,
                F::Name,
                F::Contact,
            ],
            Self::Bank => &[
                F::Name,
                F::What,
                F::From,
                F::State,
                F::Make,
                F::Model,
                F::Number,
                F::Cards,
                F::Accounts,
                F::MoneyGone,
                F::PoliceReference,
                F::Done,
                F::Contact,
            ],
            Self::Insurer => &[
                F::Policy,
                F::Name,
                F::Contact,
                F::What,
                F::From,
                F::Until,
                F::TimeZone,
                F::Where,
                F::How,
                F::Force,
                F::Make,
                F::Model,
                F::Colour,
                F::Imei,
                F::SecondImei,
                F::Serial,
                F::Number,
                F::Network,
                F::Bought,
                F::PoliceReference,
                F::NetworkReference,
                F::Done,
            ],
            Self::Register => &[
                F::What,
                F::Make,
                F::Model,
                F::Colour,
                F::Imei,
                F::SecondImei,
                F::Serial,
                F::Marks,
                F::From,
                F::Where,
                F::PoliceReference,
                F::Contact,
            ],
            Self::Trusted => &[F::Name, F::What, F::From, F::Contact, F::Done],
            Self::Employer => {
                &[F::Name, F::What, F::From, F::State, F::Make, F::Model, F::Number, F::WorkApps, F::Done, F::Contact]
            }
            Self::Evidence => &[
                F::What,
                F::From,
                F::Until,
                F::TimeZone,
                F::Where,
                F::Imei,
                F::SecondImei,
                F::SeenAt,
                F::SeenWhen,
                F::SeenSource,
                F::SeenAccuracy,
                F::Done,
                F::PoliceReference,
                F::NetworkReference,
                F::BankReference,
                F::InsurerReference,
            ],
        }
    }

    /// What they cannot do without, or will come back for. The rest helps. A report is made without it all the same.
    pub const fn requires(self) -> &'static [Field] {
        use Field as F;
        match self {
            // The IMEI is not here: the network finds it in its own books.
            Self::Network => &[F::Name, F::Number, F::Network, F::From, F::Contact],
            Self::Police => &[
                F::What,
                F::From,
                F::Where,
                F::How,
                F::Force,
                F::Make,
                F::Model,
                F::Colour,
                F::Imei,
                F::Number,
                F::Network,
                F::Name,
                F::Contact,
            ],
            Self::Bank => &[F::Name, F::From, F::State, F::Cards, F::Contact],
            Self::Insurer => &[
                F::Policy,
                F::Name,
                F::Contact,
                F::What,
                F::From,
                F::Where,
                F::How,
                F::Make,
                F::Model,
                F::Imei,
                F::Bought,
                F::PoliceReference,
                F::NetworkReference,
            ],
            Self::Register => &[F::What, F::Make, F::Model, F::Imei, F::Contact],
            Self::Trusted => &[F::Name, F::Contact],
            Self::Employer => &[F::Name, F::From, F::State, F::WorkApps, F::Contact],
            Self::Evidence => &[F::From, F::SeenAt, F::SeenWhen, F::SeenSource, F::SeenAccuracy, F::Done],
        }
    }
}

/// The report for one recipient: what is known, in the order in which they ask. What is open is left out.
pub fn report(incident: &Incident, recipient: Recipient) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut asked = asked(incident, recipient.asks()).peekable();
    while let Some(field) = asked.next() {
        if field == Field::Done {
            lines.extend(incident.log().iter().map(|deed| Line { field, phone: None, says: Says::Deed(deed) }));
        } else if field.is_about_the_phone() {
            // One phone after the other, so that two phones are never mixed up.
            let mut run = vec![field];
            while let Some(next) = asked.next_if(|next| next.is_about_the_phone()) {
                run.push(next);
            }
            for phone in 0..incident.phones() {
                lines.extend(run.iter().filter_map(|&field| {
                    let answer = incident.phone_answer(phone, field)?;
                    Some(Line { field, phone: Some(phone), says: Says::Answer(answer) })
                }));
            }
        } else if let Some(answer) = incident.answer(field) {
            lines.push(Line { field, phone: None, says: Says::Answer(answer) });
        } else if field == Field::TimeZone && tells_a_time(incident) {
            // Nobody leaves this open: where the person names no clock, it is the one of the device.
            lines.push(Line { field, phone: None, says: Says::Clock(incident.clock()) });
        }
    }
    lines
}

/// What this recipient requires and the draft leaves open, in their order; a field once, even when several phones lack it.
pub fn missing(incident: &Incident, recipient: Recipient) -> Vec<Field> {
    asked(incident, recipient.requires()).filter(|field| is_open(incident, *field)).collect()
}

/// Everything that anybody requires and the draft leaves open, in the order in which the form asks.
pub fn open(incident: &Incident) -> Vec<Open> {
    let fields = Part::ALL.iter().flat_map(|part| part.fields()).copied();
    let open = fields.filter_map(|field| {
        let requires = |recipient: &Recipient| missing(incident, *recipient).contains(&field);
        let by: Vec<Recipient> = Recipient::ALL.iter().copied().filter(requires).collect();
        (!by.is_empty()).then_some(Open { field, by })
    });
    open.collect()
}

/// The fields that make sense for what happened.
fn asked(incident: &Incident, fields: &'static [Field]) -> impl Iterator<Item = Field> {
    let kind = incident.kind();
    fields.iter().copied().filter(move |field| field.is_asked(kind))
}

fn tells_a_time(incident: &Incident) -> bool {
    let moments = Field::ALL.iter().filter(|field| field.shape() == Shape::Moment);
    !incident.log().is_empty() || moments.copied().any(|field| incident.answer(field).is_some())
}

fn is_open(incident: &Incident, field: Field) -> bool {
    if field == Field::Done {
        incident.log().is_empty()
    } else if field.is_about_the_phone() {
        incident.phones() == 0 || incident.lacks(field).is_some()
    } else {
        incident.answer(field).is_none()
    }
}
