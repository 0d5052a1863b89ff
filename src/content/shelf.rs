//! All documents of one language: a file for each guide, a file for each page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::guide::GuideId;
use domain::language::Language;

use crate::address::Address;
use crate::complaint::{Complaint, Kind};
use crate::document::Document;
use crate::file::stems;
use crate::official::Official;
use crate::tone::Tone;
use crate::{placeholder, plain};

/// The documents of a language, by guide and by page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    pub(crate) guides: BTreeMap<GuideId, Document>,
    pub(crate) pages: BTreeMap<String, Document>,
}

impl Shelf {
    /// Reads what a language's folder holds, leaving out what cannot be read.
    pub(crate) fn read(root: &Path, language: Language, complaints: &mut Vec<Complaint>) -> Self {
        let folder = folder(language);
        let mut shelf = Self::default();
        for name in stems(&root.join(&folder)) {
            match Document::read(root, folder.join(format!("{name}.toml"))) {
                Ok(document) => _ = shelf.pages.insert(name, document),
                Err(complaint) => complaints.push(complaint),
            }
        }
        for name in stems(&root.join(&folder).join("guides")) {
            let path = folder.join("guides").join(format!("{name}.toml"));
            let Ok(guide) = name.parse() else {
                complaints.push(Complaint::new(&path, None, Kind::StrangeFile));
                continue;
            };
            match Document::read(root, path) {
                Ok(document) => _ = shelf.guides.insert(guide, document),
                Err(complaint) => complaints.push(complaint),
            }
        }
        shelf
    }

    /// The same shelf with every text changed.
    pub(crate) fn map(&self, change: impl Fn(&str) -> String) -> Self {
        let guides = self.guides.iter().map(|(guide, document)| (*guide, document.map(&change)));
        let pages = self.pages.iter().map(|(name, document)| (name.clone(), document.map(&change)));
        Self { guides: guides.collect(), pages: pages.collect() }
    }

    /// Complaints about addresses in the words that are not official.
    pub(crate) fn check_addresses(&self, official: &Official, complaints: &mut Vec<Complaint>) {
        for document in self.guides.values().chain(self.pages.values()) {
            for (_, text) in document.texts() {
                for written in web_addresses(text) {
                    let kind = match written.parse::<Address>() {
                        Ok(address) if official.allows(&address) => continue,
                        Ok(address) => Kind::UnofficialHost(address),
                        Err(why) => Kind::BadAddress(written.to_owned(), why),
                    };
                    complaints.push(document.complain(written, kind));
                }
            }
        }
    }

    /// Complaints about HTML in the words of pages, and about placeholders in guides. The words of guides and helplines
    /// have a shape that keeps HTML out; a page declares the shape of its words only when it is made.
    pub(crate) fn check_texts(&self, complaints: &mut Vec<Complaint>) {
        for (_, document) in self.pages.iter().filter(|(name, _)| *name != "helplines") {
            for (key, text) in document.texts().into_iter().filter(|(_, text)| plain::has_tag(text)) {
                complaints.push(document.complain(text, Kind::Html(key)));
            }
        }
        for document in self.guides.values() {
            for (key, text) in document.texts() {
                for name in placeholder::all(text) {
                    complaints.push(document.complain(text, Kind::StrayPlaceholder(key.clone(), name.to_owned())));
                }
            }
        }
    }

    /// Complaints about words that blame or frighten, and about idioms.
    pub(crate) fn check_tone(&self, tone: &Tone, complaints: &mut Vec<Complaint>) {
        for document in self.guides.values().chain(self.pages.values()) {
            for (key, text) in document.texts() {
                for (phrase, fault) in tone.faults(text) {
                    complaints.push(document.complain(text, Kind::Tone(key.clone(), phrase.to_owned(), fault)));
                }
            }
        }
    }

    /// What this shelf lacks, adds or fills in differently, measured against the first language's.
    pub(crate) fn compare(&self, first: &Self, language: Language, complaints: &mut Vec<Complaint>) {
        let folder = folder(language);
        for (guide, expected) in &first.guides {
            match self.guides.get(guide) {
                Some(found) => complaints.extend(placeholder::compare(expected, found)),
                None => complaints.push(Complaint::new(&folder, None, Kind::MissingGuideWords(*guide))),
            }
        }
        for (name, expected) in &first.pages {
            match self.pages.get(name) {
                Some(found) => complaints.extend(placeholder::compare(expected, found)),
                None => complaints.push(Complaint::new(&folder, None, Kind::MissingPage(name.clone()))),
            }
        }
        for name in self.pages.keys().filter(|name| !first.pages.contains_key(*name)) {
            complaints.push(Complaint::new(&folder.join(format!("{name}.toml")), None, Kind::StrangeFile));
        }
    }
}

/// Where a language's words are kept, from the content folder.
pub(crate) fn folder(language: Language) -> PathBuf {
    Path::new("words").join(language.tag())
}

/// Every `http` address in a text, up to the first sign that cannot belong to it.
fn web_addresses(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("http").filter_map(|(place, _)| {
        let rest = &text[place..];
        let end = rest.find(|sign: char| sign.is_whitespace() || "()<>[]\"'`{},;".contains(sign)).unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ':', '!', '?']);
        (address.starts_with("http://") || address.starts_with("https://")).then_some(address)
    })
}
