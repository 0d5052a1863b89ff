//! Something the person did after the theft, and when: a line of the evidence log.
//!
//! Banks and insurers decide by the time somebody was told, so the time is kept as it was typed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::clock::Clock;
use crate::closed::closed_list;
use crate::moment::Moment;
use crate::text::Text;

closed_list! {
    /// What was done.
    Act {
        /// The phone was locked from elsewhere.
        Locked = "locked",
        /// The network was told.
        NetworkTold = "network_told",
        /// The bank was told.
        BankTold = "bank_told",
        /// The e-mail password was changed.
        EmailChanged = "email_changed",
        /// The place on the map was looked up.
        Located = "located",
        /// The police were told.
        PoliceTold = "police_told",
        /// The phone was put on a register.
        Registered = "registered",
        /// The insurer was told.
        InsurerTold = "insurer_told",
        /// The employer was told.
        WorkTold = "work_told",
        /// The phone was erased.
        Erased = "erased",
        /// Something else, as the note says.
        Other = "other",
    }
}

impl Act {
    /// Is it written down by hand? A place on the map comes from what the form already asked.
    pub const fn is_by_hand(self) -> bool {
        !matches!(self, Self::Located)
    }
}

/// One line of the log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deed {
    /// What was done.
    pub act: Act,
    /// When.
    pub at: Moment,
    /// By which clock.
    #[serde(default)]
    pub clock: Clock,
    /// Whom they told: a name, a number, a desk.
    #[serde(default)]
    pub whom: Text<200>,
    /// What they were told, or which page showed the place.
    #[serde(default)]
    pub note: Text<300>,
    /// Where the map showed the phone.
    #[serde(default)]
    pub place: Text<300>,
    /// How exact that place is.
    #[serde(default)]
    pub accuracy: Text<60>,
}

/// Says what was done, not when or with whom.
impl fmt::Debug for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Deed({}, ..)", self.act)
    }
}
