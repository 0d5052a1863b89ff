//! What was found in a picture of a box label or a screen.
//!
//! A picture never becomes a kept number by itself: it offers numbers, and the person picks.

use crate::imei::Imei;
use crate::reading::{self, Form, Found, Outcome};

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

/// The longest text of a code that is looked at, in bytes: more than any QR code holds (7,089 digits, ISO/IEC 18004).
const LONGEST: usize = 8 * 1024;

/// The phones' numbers in the text of one code: plain, fifteen digits, checked.
///
/// A row of bars (`in_bars`) holds one identifier, so there the fifteen digits must be all of its digits: an eSIM number
/// holds fifteen that pass by chance more often than not.
///
/// ```
/// use domain::picture::numbers;
/// assert_eq!(numbers("352099001761481", true).len(), 1);
/// assert_eq!(numbers("IMEI:352099001761481;IMEI2:490154203237518", false).len(), 2);
/// assert!(numbers("89001012012341234012345678901224", true).is_empty());
/// ```
pub fn numbers(text: &str, in_bars: bool) -> Vec<Imei> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if text.len() > LONGEST || (in_bars && digits != 15) {
        return Vec::new();
    }
    let found = reading::read(text);
    let checked = |found: &&Found| found.outcome() == Outcome::Checked && found.form() == Form::Plain;
    found.numbers().iter().filter(checked).filter_map(Found::suggestion).collect()
}
