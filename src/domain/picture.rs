//! What was found in a picture of a box label or a screen.
//!
//! A picture never becomes a kept number by itself: it offers numbers, and the person picks.

use crate::imei::Imei;

/// A number seen in a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// The number; its check digit agrees.
    pub imei: Imei,
    /// Two looks at the picture, made in different ways, read the same.
    pub agreed: bool,
}

/// Never the number itself.
impl std::fmt::Debug for Sighting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sighting(agreed: {})", self.agreed)
    }
}

/// Why a picture was not searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// No file was picked, or it is no picture that this browser can show.
    NotAPicture,
    /// More pixels than a phone should be asked to search.
    TooLarge,
    /// The part of the site that searches did not arrive or stopped.
    Unavailable,
}

/// How searching a picture goes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Picture {
    /// None was picked.
    #[default]
    None,
    /// It is being searched: looks done, and looks there will be at most; none before the first is told.
    Searching {
        /// Looks done.
        done: u32,
        /// Looks there will be at most.
        most: u32,
    },
    /// These numbers are in it, in no order; none, when nothing was found.
    Searched(Vec<Sighting>),
    /// It could not be searched.
    Failed(PictureError),
}
