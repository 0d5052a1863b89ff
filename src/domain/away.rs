//! The copies of a record that left this device, and the wish to do without.
//!
//! A copy that is only on the phone is lost with it, so nothing is called done before one left. A copy is of the phones
//! that were in it: one kept later has none yet. Places in a record are never given twice, so their list stays true.

use serde::{Deserialize, Serialize};

use crate::closed::closed_list;
use crate::moment::Moment;
use crate::phone::PhoneId;
use crate::record::Record;

closed_list! {
    /// A way off the phone.
    Way {
        /// A card on paper, and the person said that it printed.
        Printed = "printed",
        /// A file that anybody can read.
        PlainFile = "plain-file",
        /// A file that opens with a passphrase.
        LockedFile = "locked-file",
        /// Read by another device.
        SecondDevice = "second-device",
        /// Sent with the share sheet or by mail.
        Shared = "shared",
        /// Pasted into a password manager.
        PasswordManager = "password-manager",
        /// No copy: the person knows what that means, and does not want one.
        Declined = "declined",
    }
}

/// Phones that left in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    way: Way,
    /// The day it was last done; unknown where the clock tells no day of our time.
    on: Option<Moment>,
    /// Which phones, in rising order.
    phones: Vec<PhoneId>,
}

impl Away {
    /// A copy of every phone that is in the record now.
    pub fn of(record: &Record, way: Way, on: Option<Moment>) -> Self {
        Self { way, on, phones: record.phones().map(|(id, _)| id).collect() }
    }

    /// How they left.
    pub const fn way(&self) -> Way {
        self.way
    }

    /// The last day on which one left so.
    pub const fn on(&self) -> Option<Moment> {
        self.on
    }

    /// Was this phone among them?
    pub fn holds(&self, phone: PhoneId) -> bool {
        self.phones.contains(&phone)
    }

    /// The same way once more: the later day counts, and what left before is still away.
    pub(crate) fn join(&mut self, later: &Self) {
        self.on = self.on.max(later.on);
        self.phones.extend(&later.phones);
        self.phones.sort_unstable();
        self.phones.dedup();
    }

    /// Forgets the phones that do not stay.
    pub(crate) fn retain(&mut self, stays: impl Fn(PhoneId) -> bool) {
        self.phones.retain(|id| stays(*id));
    }

    /// In rising order, each once, and every one a place that the record gave.
    pub(crate) fn is_sound(&self, next: PhoneId) -> bool {
        self.phones.is_sorted_by(|one, two| one < two) && self.phones.iter().all(|id| *id < next)
    }
}
