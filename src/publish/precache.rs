//! Which files of a built site a device may keep, what each weighs, and the sum that proves it.
//!
//! Read from the finished folder, so that no page and no table can be forgotten.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::Problem;

/// Files that belong together, and are kept or not as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pack {
    /// What every device keeps: the pages of the first language, their styles and scripts.
    Core,
    /// The figures and outlines of London's areas.
    Areas,
    /// The reader of pictures.
    Reader,
    /// The pages of all other languages.
    Languages,
}

impl Pack {
    /// Its name in the worker and in the page. The core has none: it is no choice.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Core => "",
            Self::Areas => "areas",
            Self::Reader => "reader",
            Self::Languages => "languages",
        }
    }
}

/// A file that a device may keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its address; that of a page ends with a slash.
    pub address: String,
    /// SHA-256 of its content in base64, as W3C "Subresource Integrity" writes it.
    pub sum: String,
    /// What travels: the length of its brotli twin, where it has one.
    pub bytes: u64,
    /// What it belongs to.
    pub pack: Pack,
}

/// Every file of the site that a device may keep: the core first, and in it what a person needs right after a theft.
/// `first` is the tag of the language whose pages every device keeps.
///
/// # Errors
/// When a file of the site cannot be read.
pub fn list(site: &Path, first: &str) -> Result<Vec<Kept>, Problem> {
    let mut found = Vec::new();
    walk(site, "/", first, &mut found)?;
    found.sort_by(|a, b| (a.pack, urgency(&a.address), &a.address).cmp(&(b.pack, urgency(&b.address), &b.address)));
    Ok(found)
}

fn walk(folder: &Path, address: &str, first: &str, found: &mut Vec<Kept>) -> Result<(), Problem> {
    for entry in fs::read_dir(folder).map_err(Problem::file(folder))? {
        let path = entry.map_err(Problem::file(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            walk(&path, &format!("{address}{name}/"), first, found)?;
            continue;
        }
        let address = if name == "index.html" { address.to_owned() } else { format!("{address}{name}") };
        if let Some(pack) = pack(&address, first) {
            let content = fs::read(&path).map_err(Problem::file(&path))?;
            let twin = path.with_file_name(format!("{name}.br"));
            let bytes = fs::metadata(twin).map_or(content.len() as u64, |twin| twin.len());
            found.push(Kept { address, sum: STANDARD.encode(Sha256::digest(&content)), bytes, pack });
        }
    }
    Ok(())
}

/// The pack of a file; none for what no page asks for: twins, lists for machines, what only a host reads.
fn pack(address: &str, first: &str) -> Option<Pack> {
    let ending = ending(address);
    let folder = address.strip_prefix('/')?.split_once('/').map_or("", |(folder, _)| folder);
    let is_page = address.ends_with('/') || ending == "html";
    match folder {
        "areas" => (ending == "bin").then_some(Pack::Areas),
        "words" => (address == format!("/words/{first}.txt")).then_some(Pack::Core),
        "icons" => (ending == "svg").then_some(Pack::Core),
        "" if address.starts_with("/barcode-") => matches!(ending, "js" | "wasm").then_some(Pack::Reader),
        "" => (is_page || matches!(ending, "js" | "wasm" | "css") && address != crate::offline::WORKER)
            .then_some(Pack::Core),
        "open" => is_page.then_some(Pack::Core),
        language if is_page || ending == "json" => Some(if language == first { Pack::Core } else { Pack::Languages }),
        _ => None,
    }
}

/// What stands behind the last point.
fn ending(address: &str) -> &str {
    address.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Smaller comes first: the walk after a theft with its style and its script, then the doors, then the rest.
fn urgency(address: &str) -> u8 {
    let is_stolen = address.contains("/stolen/") || address.starts_with("/app-stolen-");
    match address {
        _ if address.ends_with("/stolen/") || address.starts_with("/screen-") => 0,
        _ if is_stolen => 1,
        "/" | "/404.html" => 2,
        _ if matches!(ending(address), "css" | "svg") => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_its_pack_and_what_no_page_asks_for_has_none() {
        let cases = [
            ("/", Some(Pack::Core)),
            ("/404.html", Some(Pack::Core)),
            ("/en/stolen/", Some(Pack::Core)),
            ("/en/stolen/report.json", Some(Pack::Core)),
            ("/app-stolen-252914b37760.js", Some(Pack::Core)),
            ("/app-stolen-252914b37760.wasm", Some(Pack::Core)),
            ("/screen-0b6d3b81aee0.css", Some(Pack::Core)),
            ("/words/en.txt", Some(Pack::Core)),
            ("/open/open-ringfence-file.html", Some(Pack::Core)),
            ("/icons/icon.svg", Some(Pack::Core)),
            ("/areas/postcodes.bin", Some(Pack::Areas)),
            ("/barcode-5cad743553a1.wasm", Some(Pack::Reader)),
            ("/pl/stolen/", Some(Pack::Languages)),
            ("/pl/stolen/report.json", Some(Pack::Languages)),
            ("/sw.js", None),
            ("/version.json", None),
            ("/_headers", None),
            ("/robots.txt", None),
            ("/sitemap.txt", None),
            ("/areas/provenance.json", None),
            ("/words/LICENCE.txt", None),
            ("/icons/icon-512.png", None),
            ("/en/manifest.webmanifest", None),
            ("/.well-known/security.txt", None),
            ("/screen-0b6d3b81aee0.css.br", None),
            ("/areas/areas.bin.gz", None),
        ];
        for (address, expected) in cases {
            assert_eq!(pack(address, "en"), expected, "{address}");
        }
    }

    #[test]
    fn what_is_needed_after_a_theft_comes_first() {
        let mut addresses = ["/en/about/", "/app-area-1.js", "/", "/app-stolen-1.js", "/screen-1.css", "/en/stolen/"];
        addresses.sort_by_key(|address| (urgency(address), *address));
        assert_eq!(
            addresses,
            ["/en/stolen/", "/screen-1.css", "/app-stolen-1.js", "/", "/app-area-1.js", "/en/about/"]
        );
    }
}
