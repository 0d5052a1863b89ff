//! From an address to a file of the site, and never to one outside it.
//! What a static host would do: folders have a slash at the end, and `index.html` is never part of an address.

use std::path::{Path, PathBuf};

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    File(PathBuf),
    /// The same folder, with the slash it is missing.
    Folder(String),
    Nowhere,
}

/// Files that are read by a host and shown to nobody.
const FOR_THE_HOST: [&str; 2] = ["_headers", "_redirects"];

/// The place of an address path (still percent-encoded, without query) in the site under `root`.
pub(super) fn of(root: &Path, path: &str) -> Place {
    let Some(segments) = segments(path) else { return Place::Nowhere };
    let mut file = root.to_path_buf();
    file.extend(&segments);
    // A link inside the site may lead out of it: what it leads to has to be inside as well.
    let inside = |file: &Path| matches!((file.canonicalize(), root.canonicalize()), (Ok(file), Ok(root)) if file.starts_with(&root));
    if path.ends_with('/') {
        file.push("index.html");
    } else if file.is_dir() && file.join("index.html").is_file() && inside(&file) {
        return Place::Folder(format!("{path}/"));
    }
    if file.is_file() && inside(&file) { Place::File(file) } else { Place::Nowhere }
}

/// The decoded names in a path; `None` when one of them could mean anything but a plain name in the site.
fn segments(path: &str) -> Option<Vec<String>> {
    let inner = path.strip_prefix('/')?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if inner.is_empty() {
        // `//` is no address of ours; `/` is the site itself.
        return (path == "/").then(Vec::new);
    }
    inner.split('/').map(|segment| decoded(segment).filter(|name| is_plain(name))).collect()
}

fn is_plain(name: &str) -> bool {
    let hidden = name.starts_with('.') && name != ".well-known";
    !(name.is_empty() || hidden || name.contains(['/', '\\', ':', '\0']) || FOR_THE_HOST.contains(&name))
}

/// A segment without its percent signs; `None` when they are broken or what they hide is not UTF-8.
fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let byte = match byte {
            b'%' => u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?,
            byte => byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::segments;

    #[test]
    fn an_address_is_its_plain_names() {
        let names = |names: &[&str]| Some(names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
        let cases = [
            ("/", names(&[])),
            ("/en/stolen/", names(&["en", "stolen"])),
            ("/en/area/kensington%20and%20chelsea/", names(&["en", "area", "kensington and chelsea"])),
            ("/caf%C3%A9", names(&["caf\u{e9}"])),
            ("/.well-known/security.txt", names(&[".well-known", "security.txt"])),
        ];
        for (path, expected) in cases {
            assert_eq!(segments(path), expected, "{path}");
        }
    }

    #[test]
    fn no_address_leads_out_of_the_site_or_to_what_is_not_for_people() {
        for path in [
            "",
            "en/",
            "//",
            "//evil.test/",
            "/en//stolen/",
            "/..",
            "/en/../../etc/passwd",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/%2Fetc/passwd",
            "/..%5csecret",
            "/c:%5cwindows",
            "/a%00.html",
            "/%ff",
            "/%",
            "/%4",
            "/%zz",
            "/%+1",
            "/.git/config",
            "/_headers",
            "/%5fheaders",
            "/./en/",
        ] {
            assert_eq!(segments(path), None, "{path}");
        }
    }
}
