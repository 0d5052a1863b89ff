//! Whom to ring or write to: networks, banks, police, support.
//!
//! A row that could not be confirmed carries no number: a victim who rings the wrong line loses the first hour.

use domain::date::Date;
use domain::triage::Place;
use serde::Deserialize;

use crate::address::Address;
use crate::phone::PhoneNumber;
use crate::source::Source;
use crate::step::Status;

/// Every helpline, each list in the order in which a page shows it.
#[derive(Clone, Debug, Default)]
pub struct Helplines {
    pub(crate) rows: Vec<Helpline>,
    pub(crate) sound: bool,
}

/// One row: somebody to reach, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Helpline {
    /// Which list it stands in.
    pub list: HelplineList,
    /// Its name within the list, which joins it to its words.
    pub id: String,
    /// What it is called in every language; `None` when the words name it.
    pub name: Option<String>,
    /// Whose masts a network uses, when known.
    pub runs_on: Option<Masts>,
    /// How sure we are of the routes.
    pub status: Status,
    /// The day somebody last compared it with its sources.
    pub checked: Date,
    /// What to dial on the phone itself.
    pub own_phone: Option<PhoneNumber>,
    /// What to dial on any other phone in the UK.
    pub another_phone: Option<PhoneNumber>,
    /// What to dial from outside the UK.
    pub abroad: Option<PhoneNumber>,
    /// Where to send a text message.
    pub text: Option<PhoneNumber>,
    /// An official page.
    pub web: Option<Address>,
    /// When somebody answers.
    pub hours: Hours,
    /// The brands a bank's row serves.
    pub members: Vec<String>,
    /// Where a police row is the right one; empty means everywhere.
    pub places: Vec<Place>,
    /// Where the row comes from.
    pub sources: Vec<Source>,
}

/// The four lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelplineList {
    /// Mobile networks.
    Network,
    /// Banks.
    Bank,
    /// Police and emergency.
    Police,
    /// Support, registers and money.
    Support,
}

/// The four networks of the United Kingdom with masts of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Masts {
    /// EE.
    Ee,
    /// O2.
    O2,
    /// Vodafone.
    Vodafone,
    /// Three.
    Three,
}

/// When somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Hours {
    /// Day and night.
    #[serde(rename = "24h")]
    Always,
    /// At the times that the words give.
    #[serde(rename = "office")]
    Office,
    /// There is no phone line but a chat.
    #[serde(rename = "chat")]
    Chat,
    /// There is no phone line but a page.
    #[serde(rename = "online")]
    Online,
    /// Nobody could find out.
    #[serde(rename = "unknown")]
    Unknown,
}

impl Helplines {
    /// Whether nothing in the file was wrong, so that it makes sense to hold the words against it.
    pub(crate) const fn are_sound(&self) -> bool {
        self.sound
    }

    /// The rows of a list, in order.
    pub fn of(&self, list: HelplineList) -> impl Iterator<Item = &Helpline> {
        self.rows.iter().filter(move |row| row.list == list)
    }

    /// Every row, list after list.
    pub fn iter(&self) -> impl Iterator<Item = &Helpline> {
        self.rows.iter()
    }

    /// The proper nouns in the rows, which are the same in every language.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flat_map(|row| row.name.iter().chain(&row.members)).map(String::as_str)
    }
}

impl HelplineList {
    /// Every list, in the order of the page.
    pub const ALL: &[Self] = &[Self::Network, Self::Bank, Self::Police, Self::Support];

    /// The name in content files.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Bank => "bank",
            Self::Police => "police",
            Self::Support => "support",
        }
    }
}

impl Masts {
    /// The name of the network that has them.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ee => "EE",
            Self::O2 => "O2",
            Self::Vodafone => "Vodafone",
            Self::Three => "Three",
        }
    }
}

impl Hours {
    /// Every value.
    pub const ALL: &[Self] = &[Self::Always, Self::Office, Self::Chat, Self::Online, Self::Unknown];
}

impl Helpline {
    /// Every number of the row.
    pub fn numbers(&self) -> impl Iterator<Item = &PhoneNumber> {
        [&self.own_phone, &self.another_phone, &self.abroad, &self.text].into_iter().flatten()
    }

    /// The rules the row breaks.
    pub(crate) fn broken_rules(&self) -> impl Iterator<Item = &'static str> {
        let slug = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        let numbers = self.numbers().count();
        let here = |list: HelplineList| self.list == list;
        [
            (self.id.is_empty() || !self.id.chars().all(slug), "an id is lower-case letters, digits and dashes"),
            (self.status == Status::General && numbers > 0, "a row with status general carries no number"),
            (
                numbers == 0 && self.web.is_none() && !self.places.contains(&Place::Abroad),
                "a row carries a number or web",
            ),
            (self.web.as_ref().is_some_and(|web| web.host().is_none()), "web is an https:// page"),
            (self.runs_on.is_some() && !here(HelplineList::Network), "only networks have runs_on"),
            (self.own_phone.is_some() && !here(HelplineList::Network), "only networks have own_phone"),
            (!self.members.is_empty() && !here(HelplineList::Bank), "only banks have members"),
            (!self.places.is_empty() && !here(HelplineList::Police), "only police rows have places"),
        ]
        .into_iter()
        .filter_map(|(broken, rule)| broken.then_some(rule))
    }
}
