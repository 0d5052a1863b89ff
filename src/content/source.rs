//! Where a fact comes from, and when somebody read it there.
//!
//! A step without a source is an opinion; this site prints none.

use domain::date::Date;
use serde::Deserialize;
use toml::Spanned;

use crate::address::Address;
use crate::complaint::{Complaint, Kind};
use crate::date::WrittenDate;
use crate::file::ContentFile;
use crate::official::Official;
use crate::plain::Plain;

/// What somebody read, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// What it is called, in its own language.
    pub title: String,
    /// Where it stands, when the facts keep an address. It need not be official, and then nothing links to it.
    pub address: Option<Address>,
    /// Whether the address is on an official host.
    official: bool,
    /// The day it was read.
    pub seen: Date,
}

/// A source as the file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenSource {
    title: Plain,
    address: Option<Spanned<String>>,
    seen: WrittenDate,
}

impl Source {
    /// Where a page may link to: the address, if it is official.
    pub fn link(&self) -> Option<&Address> {
        self.address.as_ref().filter(|_| self.official)
    }
}

impl WrittenSource {
    /// The source, or a complaint about its address.
    pub(crate) fn judge(self, file: &ContentFile, official: &Official, complaints: &mut Vec<Complaint>) -> Source {
        let address = self.address.and_then(|address| read_address(&address, file, complaints));
        let official = address.as_ref().is_some_and(|address| official.allows(address));
        Source { title: self.title.into(), address, official, seen: self.seen.0 }
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
