//! What can be told about a stolen phone: one name for each thing, however many people ask for it.
//!
//! Forms, reports and lists of what is missing are all made from this list, so nothing can be asked twice.

use crate::closed::closed_list;
use crate::triage::Kind;

closed_list! {
    /// One thing to tell. Labels and questions are words: `report.toml`.
    Field {
        /// Stolen, robbed or lost.
        What = "what",
        /// When it happened, or the earliest it can have been.
        From = "from",
        /// The latest it can have been.
        Until = "until",
        /// Which clock these times come from.
        TimeZone = "time_zone",
        /// The kind of place, which decides the police.
        Place = "place",
        /// Street, station, shop, route.
        Where = "where",
        /// Which way they went; line and direction of a train or bus.
        Direction = "direction",
        /// What happened, in order.
        How = "how",
        /// Was there force or a threat?
        Force = "force",
        /// Who was hurt, and how.
        Injury = "injury",
        /// What the person looked like.
        Suspect = "suspect",
        /// Bike, moped or car, and its plate.
        Vehicle = "vehicle",
        /// Cameras, and the number of a bus or carriage.
        Cctv = "cctv",
        /// Who saw it.
        Witnesses = "witnesses",
        /// Locked, open, or passcode seen.
        State = "state",
        /// Maker of the phone.
        Make = "make",
        /// Model of the phone.
        Model = "model",
        /// Its colour, and its case.
        Colour = "colour",
        /// Its first IMEI.
        Imei = "imei",
        /// Its second IMEI.
        SecondImei = "second_imei",
        /// Its serial number.
        Serial = "serial",
        /// Its telephone number.
        Number = "number",
        /// Its network.
        Network = "network",
        /// Scratches, stickers, engraving.
        Marks = "marks",
        /// The last place it was seen on a map.
        SeenAt = "seen_at",
        /// When it was seen there.
        SeenWhen = "seen_when",
        /// Which page or app said so.
        SeenSource = "seen_source",
        /// How exact that place is.
        SeenAccuracy = "seen_accuracy",
        /// Bank cards on the phone: the bank and the last four digits.
        Cards = "cards",
        /// Accounts and apps that were open.
        Accounts = "accounts",
        /// Payments nobody allowed.
        MoneyGone = "money_gone",
        /// Work accounts on the phone.
        WorkApps = "work_apps",
        /// Where and when it was bought, and the proof.
        Bought = "bought",
        /// The number of the insurance policy.
        Policy = "policy",
        /// Reference from the police.
        PoliceReference = "police_reference",
        /// Reference from the network.
        NetworkReference = "network_reference",
        /// Reference from the bank.
        BankReference = "bank_reference",
        /// Reference from the insurer.
        InsurerReference = "insurer_reference",
        /// What was done, and when.
        Done = "done",
        /// The name of the person.
        Name = "name",
        /// How to reach them now: not the stolen phone.
        Contact = "contact",
    }
}

/// What an answer to a field is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A day, perhaps with a time.
    Moment,
    /// Yes or no.
    YesNo,
    /// One of [`crate::triage::Kind`].
    Kind,
    /// One of [`crate::triage::State`].
    State,
    /// One of [`crate::triage::Place`].
    Place,
    /// Words, at most so many characters.
    Words(usize),
    /// Not one answer but the log of what was done.
    Log,
}

impl Field {
    /// What an answer is made of.
    pub const fn shape(self) -> Shape {
        match self {
            Self::What => Shape::Kind,
            Self::State => Shape::State,
            Self::Place => Shape::Place,
            Self::From | Self::Until | Self::SeenWhen => Shape::Moment,
            Self::Force => Shape::YesNo,
            Self::Done => Shape::Log,
            Self::How | Self::Suspect => Shape::Words(2_000),
            Self::Injury | Self::Witnesses | Self::Accounts | Self::MoneyGone | Self::WorkApps => Shape::Words(1_000),
            Self::Where | Self::Direction | Self::Vehicle | Self::Cctv | Self::SeenAt | Self::Cards | Self::Bought => {
                Shape::Words(300)
            }
            Self::Name | Self::Contact | Self::Marks => Shape::Words(200),
            _ => Shape::Words(60),
        }
    }

    /// Is it told once for each phone, rather than once for what happened?
    pub const fn is_about_the_phone(self) -> bool {
        matches!(
            self,
            Self::Make
                | Self::Model
                | Self::Colour
                | Self::Imei
                | Self::SecondImei
                | Self::Serial
                | Self::Number
                | Self::Network
                | Self::Marks
        )
    }

    /// Is it asked about what happened? A lost phone has no thief, and no crime reference.
    pub fn is_asked(self, kind: Kind) -> bool {
        kind != Kind::Lost || !self.needs_a_thief()
    }

    /// Is it the number of a phone, which the number reader reads?
    pub const fn is_an_imei(self) -> bool {
        matches!(self, Self::Imei | Self::SecondImei)
    }

    /// Does it only make sense when somebody took the phone?
    pub const fn needs_a_thief(self) -> bool {
        matches!(
            self,
            Self::Force | Self::Injury | Self::Suspect | Self::Vehicle | Self::Witnesses | Self::PoliceReference
        )
    }
}
