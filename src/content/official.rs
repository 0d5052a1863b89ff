//! The only hosts this site links to, and whom each belongs to.
//!
//! A victim is sent to the owner's own page or nowhere: look-alike pages are how phones are unlocked after a theft.

use std::path::Path;

use serde::Deserialize;

use crate::address::Address;
use crate::complaint::Complaint;
use crate::file::ContentFile;

/// The list of official hosts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Official {
    #[serde(default)]
    host: Vec<Host>,
}

/// A host that links may point to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Host {
    /// The host as it stands in an address.
    pub name: String,
    /// Whom it belongs to.
    pub owner: String,
    /// Whether hosts below it belong to the same owner.
    #[serde(default)]
    pub subdomains: bool,
}

impl Official {
    pub(crate) fn read(root: &Path) -> Result<Self, Complaint> {
        ContentFile::read(root, "official.toml")?.parse()
    }

    /// Every host, in the file's order.
    pub fn hosts(&self) -> &[Host] {
        &self.host
    }

    /// Whom the host of an address belongs to. A number belongs to nobody.
    pub fn owner(&self, address: &Address) -> Option<&str> {
        let host = address.host()?;
        self.host.iter().find(|listed| listed.covers(host)).map(|listed| listed.owner.as_str())
    }

    /// Whether a link may point to an address: a number, or a page on an official host.
    pub fn allows(&self, address: &Address) -> bool {
        address.host().is_none() || self.owner(address).is_some()
    }
}

impl Host {
    fn covers(&self, host: &str) -> bool {
        let below = |rest: &str| rest.is_empty() || (self.subdomains && rest.ends_with('.'));
        host.strip_suffix(self.name.as_str()).is_some_and(below)
    }
}

#[cfg(test)]
mod tests {
    use super::Official;

    #[test]
    fn a_host_covers_itself_and_its_own_only_when_told() {
        let official: Official = toml::from_str(
            "host = [{ name = 'apple.com', owner = 'Apple', subdomains = true }, { name = 'o2.co.uk', owner = 'O2' }]",
        )
        .expect("the list reads");
        for (address, allowed) in [
            ("https://apple.com/uk/", true),
            ("https://support.apple.com/", true),
            ("https://a.b.apple.com/", true),
            ("https://notapple.com/", false),
            ("https://apple.com.example.net/", false),
            ("https://o2.co.uk/", true),
            ("https://www.o2.co.uk/", false),
            ("tel:999", true),
        ] {
            assert_eq!(official.allows(&address.parse().expect(address)), allowed, "{address}");
        }
    }
}
