//! A file that a person picks to bring a record back: which of ours it is, or why it is none.
//!
//! The file's name and kind say nothing and are not asked. Its size is known before it is read, by the browser and
//! again here.

pub(crate) mod envelope;
pub mod unreadable;
pub(crate) mod value;

use crate::copy::{self, Copy};
use crate::import::envelope::Envelope;
use crate::import::unreadable::Unreadable;
use crate::locked::{self, LockedFile};
use crate::saved::{self, Notation};

/// The most bytes of any file that is read; the browser looks at `File.size` before it reads.
pub const LARGEST: usize = locked::LARGEST;

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// A copy, ready to be looked at before it changes anything.
    Copy(Copy),
    /// A locked file, which asks for its passphrase. What is inside is read with [`copy::open`].
    Locked(LockedFile),
}

/// Reads a file that a person picked.
pub fn read<N: Notation>(bytes: &[u8]) -> Result<Import, Unreadable> {
    let envelope = Envelope::read::<N>(bytes, LARGEST, &formats())?;
    if envelope.format()? == locked::FORMAT {
        return LockedFile::from_envelope(&envelope).map(Import::Locked);
    }
    copy::open::<N>(bytes).map(Import::Copy)
}

/// What the files of this site call themselves.
pub(crate) const fn formats() -> [&'static str; 3] {
    [copy::FORMAT, locked::FORMAT, saved::FORMAT]
}
