//! Where a fact comes from, and when somebody read it there.
//!
//! A step without a source is an opinion; this site prints none.

use serde::Deserialize;
use toml::Spanned;

use crate::address::Address;
use crate::complaint::{Complaint, Kind};
use crate::date::Date;
use crate::file::ContentFile;

/// What somebody read, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// What it is called, in its own language.
    pub title: String,
    /// Where it stands, when the facts keep an address. It is shown, and need not be official.
    pub address: Option<Address>,
    /// The day it was read.
    pub seen: Date,
}

/// A source as the file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenSource {
    title: String,
    address: Option<Spanned<String>>,
    seen: Date,
}

impl WrittenSource {
    /// The source, or a complaint about its address.
    pub(crate) fn judge(self, file: &ContentFile, complaints: &mut Vec<Complaint>) -> Source {
        let address = self.address.and_then(|address| read_address(&address, file, complaints));
        Source { title: self.title, address, seen: self.seen }
    }
}

/// An address from a file, or a complaint on its line.
pub(crate) fn read_address(
    text: &Spanned<String>,
    file: &ContentFile,
    complaints: &mut Vec<Complaint>,
) -> Option<Address> {
    text.as_ref()
        .parse()
        .map_err(|why| {
            let kind = Kind::BadAddress(text.as_ref().clone(), why);
            complaints.push(file.complain(&text.span(), kind));
        })
        .ok()
}
