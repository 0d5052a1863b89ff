//! The list of every address, for people who script and for search engines.
//!
//! Paths where the publisher's origin is not set: the site invents no domain.

use std::fs;
use std::path::Path;

use crate::Problem;

/// What only the publisher can know. Without it the site works, and says what it lacks.
#[derive(Clone, Debug, Default)]
pub struct Publisher {
    /// The origin the site is served from, as `https://host`.
    pub origin: Option<String>,
    /// Where a security researcher or a reader can write, as `mailto:` or `https:` address.
    pub contact: Option<String>,
}

impl Publisher {
    /// Reads `RINGFENCE_ORIGIN` and `RINGFENCE_CONTACT`; both are optional.
    pub fn from_environment() -> Self {
        let read = |name| {
            std::env::var(name)
                .ok()
                .map(|value| value.trim_end_matches('/').to_owned())
                .filter(|value| !value.is_empty())
        };
        Self { origin: read("RINGFENCE_ORIGIN"), contact: read("RINGFENCE_CONTACT") }
    }
}

/// Writes `sitemap.txt` and `robots.txt`, and `security.txt` where the publisher gave a contact and an end date.
/// Returns what was left out, in sentences.
pub fn write(site: &Path, addresses: &[String], publisher: &Publisher) -> Result<Vec<String>, Problem> {
    let origin = publisher.origin.as_deref().unwrap_or_default();
    let lines = addresses.iter().fold(String::new(), |lines, address| lines + origin + address + "\n");
    put(&site.join("sitemap.txt"), &lines)?;
    let map = publisher.origin.as_ref().map(|origin| format!("Sitemap: {origin}/sitemap.txt\n")).unwrap_or_default();
    put(&site.join("robots.txt"), &format!("User-agent: *\nAllow: /\n{map}"))?;

    let mut left_out = Vec::new();
    if publisher.origin.is_none() {
        left_out.push("RINGFENCE_ORIGIN is not set: sitemap.txt lists paths, not full addresses.".to_owned());
    }
    match (&publisher.contact, std::env::var("RINGFENCE_CONTACT_EXPIRES").ok()) {
        (Some(contact), Some(expires)) => {
            let folder = site.join(".well-known");
            fs::create_dir_all(&folder).map_err(Problem::file(&folder))?;
            put(&folder.join("security.txt"), &format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en\n"))?;
        }
        _ => left_out.push(
            "RINGFENCE_CONTACT or RINGFENCE_CONTACT_EXPIRES is not set: no security.txt is written (RFC 9116 needs both)."
                .to_owned(),
        ),
    }
    Ok(left_out)
}

fn put(path: &Path, text: &str) -> Result<(), Problem> {
    fs::write(path, text).map_err(Problem::file(path))
}
