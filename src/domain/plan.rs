//! What to do once a phone is gone, in the order that saves most for this person.
//!
//! One pure function from the answers to an ordered list. Words, links and sources are content; the rules are here, and
//! `tests/plan.rs` holds them against every combination of answers. Order after facts/guidance.md C1.

pub mod steps;

mod order;

use serde::{Deserialize, Serialize};

use crate::closed::closed_list;
use crate::step::StepId;
use crate::triage::Answers;

closed_list! {
    /// When a step is due.
    When {
        /// In the first minutes.
        Now = "now",
        /// The same day.
        Soon = "soon",
        /// It can wait.
        Later = "later",
        /// Never: a warning, not a task.
        Not = "not",
    }
}

closed_list! {
    /// What a step cannot be done without, beyond the borrowed device that shows this page.
    Need {
        /// A device of one's own, because passwords are typed and kept.
        OwnDevice = "own_device",
        /// A device that is still signed in.
        AnotherDevice = "another_device",
        /// The password of the account.
        AccountPassword = "account_password",
        /// A code that goes to the stolen phone or number, until a new SIM brings it back.
        CodeOnStolenPhone = "code_on_stolen_phone",
        /// A phone number verified with Google before the theft.
        VerifiedNumber = "verified_number",
        /// The phone's IMEI. No step of today needs it: an unknown IMEI is never a dead end.
        Imei = "imei",
        /// A bank card, for the number on its back.
        BankCard = "bank_card",
        /// Nothing.
        Nothing = "nothing",
    }
}

closed_list! {
    /// Why a step stands where it stands, when an answer moved it.
    Reason {
        /// In danger, everything but the emergency call waits.
        Danger = "danger",
        /// The phone was open: money and e-mail go first.
        PhoneOpen = "phone_open",
        /// Somebody knows the passcode: it can open the account of the phone.
        PasscodeSeen = "passcode_seen",
        /// Force was used: the first hour matters to the police.
        Robbed = "robbed",
        /// Nobody took it: looking for it comes early.
        Lost = "lost",
        /// Codes go to the stolen number: a new SIM brings them back first.
        CodesOnStolenNumber = "codes_on_stolen_number",
        /// A signed-in device opens the way without a code.
        SignedInDevice = "signed_in_device",
        /// The make is not known, so both kinds of lock are offered.
        MakeUnknown = "make_unknown",
        /// A simple phone cannot be locked from elsewhere: the network comes first.
        NoRemoteLock = "no_remote_lock",
        /// The place decides which police.
        Place = "place",
        /// It made room for what is more urgent.
        MadeRoom = "made_room",
    }
}

/// A step in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Which step.
    pub id: StepId,
    /// When it is due.
    pub when: When,
    /// What it cannot be done without; `[Nothing]` when anybody can do it from here.
    pub needs: Vec<Need>,
    /// The answer that put it here, if one did.
    pub because: Option<Reason>,
}

/// Steps in order: now, soon, later, and last what not to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan(Vec<Planned>);

impl Plan {
    /// The most steps before the ones that can wait: a shaken person follows no longer list.
    pub const MOST_URGENT: usize = 7;

    /// The steps, in order.
    pub fn steps(&self) -> &[Planned] {
        &self.0
    }

    /// The steps due at this time, in order.
    pub fn due(&self, when: When) -> impl Iterator<Item = &Planned> {
        self.0.iter().filter(move |step| step.when == when)
    }

    /// Why the order differs from the one without answers: each reason once, the weightiest first.
    pub fn reasons(&self) -> Vec<Reason> {
        let given = |reason: &&Reason| self.0.iter().any(|step| step.because == Some(**reason));
        Reason::ALL.iter().filter(given).copied().collect()
    }
}

/// The plan for these answers. Without any answer it already is a useful one.
///
/// ```
/// use domain::plan::plan;
/// use domain::triage::Answers;
/// assert_eq!(plan(&Answers::default()).steps()[0].id.as_str(), "lock-iphone");
/// ```
pub fn plan(answers: &Answers) -> Plan {
    Plan(order::order(*answers))
}
