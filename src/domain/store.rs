//! How keeping can fail, and what a page may say about it.
//!
//! Nothing is "kept" until the store said so.

use crate::record::ChangeError;

/// Why the store did not do what was asked.
#[derive(Clone, PartialEq, Eq)]
pub enum StoreError {
    /// This browser does not let the site keep anything: site data is blocked, or the store did not open.
    Blocked,
    /// The device is borrowed, as the person said on another page: nothing is kept on it, and nothing of its owner's is read.
    Borrowed,
    /// The disk, or the share of it this site may use, is full.
    Full,
    /// What lies there was written by a newer version of this site; it is left alone.
    Newer,
    /// What lies there is damaged. It was put aside, and here it is, to be offered as a file.
    Damaged {
        /// The damaged text, as it was found.
        text: String,
    },
    /// The record does not allow this change.
    Change(ChangeError),
    /// Something else went wrong.
    Failed,
}

impl std::fmt::Debug for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Blocked => "Blocked",
            Self::Borrowed => "Borrowed",
            Self::Full => "Full",
            Self::Newer => "Newer",
            Self::Damaged { .. } => "Damaged",
            Self::Change(_) => "Change",
            Self::Failed => "Failed",
        })
    }
}

/// What is known of the store.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Store {
    /// It was not asked yet.
    #[default]
    Waiting,
    /// It answered, and the last change is kept.
    Kept,
    /// A change is on its way.
    Keeping,
    /// It is on its way for longer than anybody waits without a word, and not kept yet.
    Delayed,
    /// The last change is not kept, and this is why. What was typed is still there.
    Refused(StoreError),
}
