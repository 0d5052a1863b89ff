//! What a victim is asked, and the answers there are.
//!
//! Every question may stay open: a plan stands before the first answer, and each answer only makes it fit better.

use serde::{Deserialize, Serialize};

use crate::closed::closed_list;

closed_list! {
    /// Is the person safe now?
    #[derive(Default)]
    Safe {
        /// Safe, and able to read on.
        Yes = "yes",
        /// In danger: nothing but the emergency call counts.
        No = "no",
        /// Not said.
        #[default]
        Unknown = "unknown",
    }
}

closed_list! {
    /// The family of the phone, as far as it decides how to lock it from elsewhere.
    #[derive(Default)]
    Make {
        /// Apple iPhone.
        Iphone = "iphone",
        /// Google Pixel.
        Pixel = "pixel",
        /// Samsung Galaxy.
        Samsung = "samsung",
        /// Another phone with Android and Google.
        OtherAndroid = "other_android",
        /// Huawei, which has no Google services on models after 2019.
        Huawei = "huawei",
        /// A phone with buttons and no account.
        Simple = "simple",
        /// Not said.
        #[default]
        Unknown = "unknown",
    }
}

impl Make {
    /// Whose phone it is, by the name of the firm; empty where that is not said by the answer.
    pub const fn maker(self) -> &'static str {
        match self {
            Self::Iphone => "Apple",
            Self::Pixel => "Google",
            Self::Samsung => "Samsung",
            Self::Huawei => "Huawei",
            Self::OtherAndroid | Self::Simple | Self::Unknown => "",
        }
    }
}

closed_list! {
    /// How the phone was when it went.
    #[derive(Default)]
    State {
        /// Locked.
        Locked = "locked",
        /// Open, in the hand of whoever took it.
        Unlocked = "unlocked",
        /// Locked or not, somebody saw the passcode.
        PasscodeSeen = "passcode_seen",
        /// Not said.
        #[default]
        Unknown = "unknown",
    }
}

closed_list! {
    /// Something the person still has, and that opens a way round the stolen phone.
    Item {
        /// Another device that is still signed in to their accounts.
        AnotherDevice = "another_device",
        /// A bank card, with the bank's number on the back.
        BankCard = "bank_card",
        /// A second phone number that their accounts know.
        SecondNumber = "second_number",
    }
}

closed_list! {
    /// What happened to the phone.
    #[derive(Default)]
    Kind {
        /// Taken without force.
        Stolen = "stolen",
        /// Taken with force or a threat.
        Robbed = "robbed",
        /// Mislaid.
        Lost = "lost",
        /// Not said.
        #[default]
        Unknown = "unknown",
    }
}

closed_list! {
    /// Where it happened, as far as it decides which police to tell.
    #[derive(Default)]
    Place {
        /// Not said.
        #[default]
        Unknown = "unknown",
        /// A street, shop or park in London.
        Street = "street",
        /// A bus in London.
        Bus = "bus",
        /// A train, the Tube, a tram or a station anywhere in Great Britain.
        Rail = "rail",
        /// The Square Mile, which has its own force.
        CityOfLondon = "city_of_london",
        /// England or Wales outside London.
        ElsewhereEnglandWales = "elsewhere_england_wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern_ireland",
        /// Outside the United Kingdom.
        Abroad = "abroad",
    }
}

/// What the person has at hand; empty means nothing, or nothing said.
///
/// ```
/// use domain::triage::{AtHand, Item};
/// let hand: AtHand = [Item::BankCard, Item::AnotherDevice].into_iter().collect();
/// assert!(hand.has(Item::BankCard) && !hand.has(Item::SecondNumber));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Item>", into = "Vec<Item>")]
pub struct AtHand {
    another_device: bool,
    bank_card: bool,
    second_number: bool,
}

impl AtHand {
    /// Every selection there is, nothing at hand first.
    pub fn every() -> impl Iterator<Item = Self> {
        (0_u8..8).map(|bits| Self {
            another_device: bits & 1 != 0,
            bank_card: bits & 2 != 0,
            second_number: bits & 4 != 0,
        })
    }

    /// Is this item at hand?
    pub const fn has(self, item: Item) -> bool {
        match item {
            Item::AnotherDevice => self.another_device,
            Item::BankCard => self.bank_card,
            Item::SecondNumber => self.second_number,
        }
    }

    /// The same selection with this item in it or out of it.
    #[must_use]
    pub const fn with(mut self, item: Item, there: bool) -> Self {
        match item {
            Item::AnotherDevice => self.another_device = there,
            Item::BankCard => self.bank_card = there,
            Item::SecondNumber => self.second_number = there,
        }
        self
    }

    /// The items, in their fixed order.
    pub fn items(self) -> impl Iterator<Item = Item> {
        Item::ALL.iter().copied().filter(move |item| self.has(*item))
    }
}

impl FromIterator<Item> for AtHand {
    fn from_iter<Items: IntoIterator<Item = Item>>(items: Items) -> Self {
        items.into_iter().fold(Self::default(), |hand, item| hand.with(item, true))
    }
}

impl From<Vec<Item>> for AtHand {
    fn from(items: Vec<Item>) -> Self {
        items.into_iter().collect()
    }
}

impl From<AtHand> for Vec<Item> {
    fn from(hand: AtHand) -> Self {
        hand.items().collect()
    }
}

/// All answers; the default is "nothing said". Any combination is possible, so the fields are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Is the person safe now?
    pub safe: Safe,
    /// Which phone was it?
    pub make: Make,
    /// Locked, open, or passcode seen?
    pub state: State,
    /// What is at hand?
    pub at_hand: AtHand,
    /// Stolen, robbed or lost?
    pub kind: Kind,
    /// Where?
    pub place: Place,
}

impl Answers {
    /// Every combination, in a fixed order.
    pub fn every() -> impl Iterator<Item = Self> {
        Safe::ALL.iter().flat_map(|&safe| {
            Make::ALL.iter().flat_map(move |&make| {
                State::ALL.iter().flat_map(move |&state| {
                    AtHand::every().flat_map(move |at_hand| {
                        Kind::ALL.iter().flat_map(move |&kind| {
                            Place::ALL.iter().map(move |&place| Self { safe, make, state, at_hand, kind, place })
                        })
                    })
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_combination_comes_once() {
        let all: HashSet<Answers> = Answers::every().collect();
        assert_eq!(all.len(), 3 * 7 * 4 * 8 * 4 * 9);
        assert_eq!(Answers::every().count(), all.len());
    }

    #[test]
    fn answers_travel_as_their_names() {
        for answers in Answers::every().step_by(97) {
            let text = serde_json::to_string(&answers).expect("answers are plain values");
            assert_eq!(serde_json::from_str::<Answers>(&text).expect(&text), answers);
        }
        let typed = r#"{"make":"other_android","at_hand":["second_number","bank_card","bank_card"]}"#;
        let answers: Answers = serde_json::from_str(typed).expect("open questions may be left out");
        assert_eq!(answers.make, Make::OtherAndroid);
        assert_eq!(answers.at_hand.items().collect::<Vec<_>>(), [Item::BankCard, Item::SecondNumber]);
        assert_eq!(answers.place, Place::Unknown);
    }

    #[test]
    fn unlisted_names_are_refused() {
        for name in ["", "Iphone", "iPhone", "iphone ", "unkown"] {
            assert!(name.parse::<Make>().is_err(), "{name}");
            assert!(serde_json::from_value::<Answers>(serde_json::json!({ "make": name })).is_err(), "{name}");
        }
    }
}
