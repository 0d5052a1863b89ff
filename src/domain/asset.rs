//! A file of this site that only some visits need: not asked for, on its way, here, or not to be had.
//!
//! Never two booleans: a page that waits and a page that failed say different things.

use std::sync::Arc;

/// One such file, read into a value.
#[derive(Default)]
pub enum Asset<T, E> {
    /// Nobody has needed it yet.
    #[default]
    Idle,
    /// On its way.
    Coming,
    /// Here.
    Here(Arc<T>),
    /// Not to be had, and why. Asking again fetches again.
    Failed(E),
}

impl<T, E> Asset<T, E> {
    /// What came of fetching and reading it.
    pub fn of(outcome: Result<T, E>) -> Self {
        outcome.map_or_else(Self::Failed, |value| Self::Here(Arc::new(value)))
    }

    /// The value, once it is here.
    pub fn here(&self) -> Option<&T> {
        match self {
            Self::Here(value) => Some(value),
            _ => None,
        }
    }

    /// Nobody has needed it yet.
    pub const fn is_idle(&self) -> bool {
        matches!(self, Self::Idle)
    }

    /// Asking for it now would fetch it.
    pub const fn is_wanted(&self) -> bool {
        matches!(self, Self::Idle | Self::Failed(_))
    }
}

/// A copy shares the value.
impl<T, E: Clone> Clone for Asset<T, E> {
    fn clone(&self) -> Self {
        match self {
            Self::Idle => Self::Idle,
            Self::Coming => Self::Coming,
            Self::Here(value) => Self::Here(Arc::clone(value)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

/// Values are the same when they are the very same: comparing thousands of figures would say no more.
impl<T, E: PartialEq> PartialEq for Asset<T, E> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Idle, Self::Idle) | (Self::Coming, Self::Coming) => true,
            (Self::Here(one), Self::Here(two)) => Arc::ptr_eq(one, two),
            (Self::Failed(one), Self::Failed(two)) => one == two,
            _ => false,
        }
    }
}

/// Says how far it is, never what is in it.
impl<T, E: std::fmt::Debug> std::fmt::Debug for Asset<T, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Idle => f.write_str("Idle"),
            Self::Coming => f.write_str("Coming"),
            Self::Here(_) => f.write_str("Here"),
            Self::Failed(error) => write!(f, "Failed({error:?})"),
        }
    }
}
