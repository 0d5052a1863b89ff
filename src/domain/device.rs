//! Whose device a person holds while they read what to do after a theft.
//!
//! Most victims hold somebody else's. Until they say that it is their own, it is treated as borrowed.

use crate::closed::closed_list;

closed_list! {
    /// Whose device this is, as the person says.
    Device {
        /// Their own.
        Mine = "mine",
        /// A friend's, a stranger's, an officer's.
        SomeoneElses = "someone_elses",
        /// A library's, a hotel's, a shop's.
        Public = "public",
    }
}

/// The fragment that carries the fact "borrowed" to another page of this site, and nothing else. A fragment is never sent to
/// the host.
pub const BORROWED: &str = "borrowed";

/// How a link leads away from a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Departure {
    /// The page stays where it is: it holds something that would be lost, or that shall not lie in a history.
    pub new_tab: bool,
    /// A page of this site has to know that nothing may be kept.
    pub borrowed: bool,
}
