//! The parts in which a report is asked: a few questions at a time, what cannot wait first.
//!
//! Every field stands in exactly one part, so that nothing is asked twice.

use super::field::Field;
use crate::closed::closed_list;
use crate::triage::Kind;

closed_list! {
    /// A part of the report, shown by itself.
    #[derive(Default)]
    Part {
        /// What happened.
        #[default]
        Happened = "happened",
        /// When and where.
        Scene = "scene",
        /// Who and what was seen.
        Clues = "clues",
        /// The phones, one at a time.
        Phone = "phone",
        /// What was on them.
        Inside = "inside",
        /// The person.
        Person = "person",
        /// The last place on the map.
        Map = "map",
        /// What was done.
        Log = "log",
        /// Numbers and papers, as they come.
        Papers = "papers",
    }
}

impl Part {
    /// Its questions, in order.
    pub const fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Happened => &[F::What, F::How, F::Force, F::Injury],
            Self::Scene => &[F::From, F::Until, F::TimeZone, F::Place, F::Where, F::Direction],
            Self::Clues => &[F::Suspect, F::Vehicle, F::Cctv, F::Witnesses],
            Self::Phone => {
                &[F::Make, F::Model, F::Colour, F::Imei, F::SecondImei, F::Serial, F::Number, F::Network, F::Marks]
            }
            Self::Inside => &[F::State, F::Cards, F::Accounts, F::MoneyGone, F::WorkApps],
            Self::Person => &[F::Name, F::Contact],
            Self::Map => &[F::SeenAt, F::SeenWhen, F::SeenSource, F::SeenAccuracy],
            Self::Log => &[F::Done],
            Self::Papers => {
                &[F::PoliceReference, F::NetworkReference, F::BankReference, F::InsurerReference, F::Policy, F::Bought]
            }
        }
    }

    /// The questions that make sense for what happened: nobody is asked about the thief of a lost phone.
    pub fn asked(self, kind: Kind) -> impl Iterator<Item = Field> {
        self.fields().iter().copied().filter(move |field| field.is_asked(kind))
    }

    /// The part that asks for a field.
    pub fn of(field: Field) -> Self {
        Self::ALL.iter().copied().find(|part| part.fields().contains(&field)).unwrap_or_default()
    }

    /// The part after it; `None` after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| *part > self)
    }

    /// The part before it; `None` before the first.
    pub fn back(self) -> Option<Self> {
        Self::ALL.iter().copied().rev().find(|part| *part < self)
    }

    /// The id of its heading in the page.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Happened => "part-happened",
            Self::Scene => "part-scene",
            Self::Clues => "part-clues",
            Self::Phone => "part-phone",
            Self::Inside => "part-inside",
            Self::Person => "part-person",
            Self::Map => "part-map",
            Self::Log => "part-log",
            Self::Papers => "part-papers",
        }
    }
}
