//! What can happen once a phone is gone, and what each step of a guide prevents.
//!
//! A closed list, so that a plan can say in words what a thief can still do instead of counting steps.

use crate::closed::closed_list;

closed_list! {
    /// What a step takes away from a thief, or saves its owner from.
    Harm {
        /// A thief who saw the passcode being typed.
        PasscodeSeen = "passcode_seen",
        /// A phone that was snatched while unlocked.
        SnatchedUnlocked = "snatched_unlocked",
        /// Selling the phone on, or using it after it was wiped.
        Resale = "resale",
        /// What can be read or done on the lock screen.
        LockScreen = "lock_screen",
        /// Guessing the passcode.
        Guessing = "guessing",
        /// The SIM moved to another phone.
        Sim = "sim",
        /// Payments and money.
        Payments = "payments",
        /// The owner being locked out without the phone.
        Lockout = "lockout",
        /// A found phone that cannot be given back.
        Return = "return",
    }
}
