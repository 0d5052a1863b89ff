//! Everything the domain may ask of the world.
//!
//! Effects are values: a test compares them, and only `browser` carries them out.

use crate::change::Change;
use crate::plan::When;
use crate::step::StepId;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the record from the store.
    Load,
    /// Apply a change to the record in the store.
    Keep(Change),
    /// Leave nothing of ours on this device.
    Erase,
    /// Put a text on the clipboard.
    Copy(Document),
    /// Offer a text as a file.
    Save {
        /// The file's name; never made from what a person typed.
        name: &'static str,
        /// What the file says.
        text: Document,
    },
    /// Open the print dialogue.
    Print,
    /// Move the steps that stand in the page between its lists.
    Arrange(Vec<(StepId, When)>),
    /// Put a table's rows in this order.
    Sort {
        /// The table's id.
        table: &'static str,
        /// The names of the rows, first to last.
        order: Vec<String>,
    },
    /// Move the focus to an element of the page.
    Focus(&'static str),
    /// Get a file of this site.
    Fetch(File),
}

/// A text a person made. `Debug` shows only its length.
#[derive(Clone, PartialEq, Eq)]
pub struct Document(pub String);

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} bytes)", self.0.len())
    }
}


/// A file of this site that only some visits need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum File {
    /// Names and figures of every ward and borough.
    Areas,
    /// Which ward each London postcode lies in.
    Postcodes,
    /// The outlines of the wards.
    Map,
}

impl File {
    /// The file's address.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Areas => "/areas/areas.bin",
            Self::Postcodes => "/areas/postcodes.bin",
            Self::Map => "/areas/map.bin",
        }
    }
}
