//! Something the person did after the theft, and when: a line of the evidence log.
//!
//! Banks and insurers decide by the time somebody was told, so the time is kept as it was typed.

use std::fmt;

use serde::{Deserialize, Serialize};

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

/// One line of the log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deed {
    /// What was done.
    pub act: Act,
    /// When.
    pub at: Moment,
    /// Whom they spoke to, what they were told.
    #[serde(default)]
    pub note: Text<300>,
}

/// Says what was done, not when or with whom.
impl fmt::Debug for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Deed({}, ..)", self.act)
    }
}
