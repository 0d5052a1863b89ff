//! How it goes with copies: one that is being locked, and one that is being brought back.
//!
//! What a copy would change is said before anything does, and what was taken in can go again.

use crate::asset::Asset;
use crate::away::Way;
use crate::copy::Copy;
use crate::event::FetchError;
use crate::import::unreadable::Unreadable;
use crate::locked::{LockError, LockedFile};
use crate::passphrase::Passphrase;
use crate::record::Record;

/// What a page knows of copies. Nothing of it is ever kept.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Copying {
    /// The way that was tried last, when the person said that no copy left by it; until another is tried.
    pub still_here: Option<Way>,
    /// The words drawn for a passphrase.
    pub words: Asset<Passphrase, FetchError>,
    /// How locking goes.
    pub locking: Locking,
    /// The copy that is being brought back.
    pub opening: Opening,
    /// What was kept before a copy was taken in, so that it can come back.
    pub before: Option<Box<Record>>,
}

/// How locking a file goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Locking {
    /// Nobody asked.
    #[default]
    Idle,
    /// The browser is at work; a slow phone needs a second or two.
    Working,
    /// The file was offered.
    Offered,
    /// It could not be made.
    Failed(LockError),
}

/// How opening a copy goes.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Opening {
    /// No file was picked.
    #[default]
    Closed,
    /// The browser is reading or unlocking.
    Working,
    /// It is none of ours, or damaged.
    Unreadable(Unreadable),
    /// It is locked. After a passphrase that did not open it, why.
    Locked(LockedFile, Option<LockError>),
    /// It is open, and nothing is changed yet.
    Open(Box<Copy>),
    /// It was taken in.
    Taken,
}
