//! The headers every response must carry, written once and emitted for static hosts.
//!
//! The set was run in three engines; each line's reason is in docs/decisions.md.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Problem;

/// What a page may load and do: only what comes from this site, no inline script, no plug-in, no frame.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; \
base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
trusted-types default sw";

/// The headers of every path, in the order they are written.
pub const EVERYWHERE: &[(&str, &str)] = &[
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Integrity-Policy", "blocked-destinations=(script)"),
    (
        "Permissions-Policy",
        "accelerometer=(), browsing-topics=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
         idle-detection=(), local-fonts=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), \
         usb=()",
    ),
];

/// The one other host that a page may ask, and only when a person presses the button that names it.
pub const POLICE: &str = "https://data.police.uk";

/// Whose pages a set of headers is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// All that have no set of their own.
    Usual,
    /// The Area walk, which may ask the police's open data about the newest months.
    Area,
}

/// The headers that pages of the Area walk send instead of those of every path.
fn of_area() -> Vec<(&'static str, String)> {
    let mut all = vec![("Content-Security-Policy", policy(Pages::Area))];
    // Only here can a device be asked where it is, and only by a press.
    let usual = EVERYWHERE.iter().filter(|(name, _)| *name == "Permissions-Policy");
    all.extend(usual.map(|(name, powers)| (*name, powers.replace("geolocation=()", "geolocation=(self)"))));
    all
}

fn policy(pages: Pages) -> String {
    match pages {
        Pages::Usual => CONTENT_SECURITY_POLICY.to_owned(),
        Pages::Area => CONTENT_SECURITY_POLICY.replace("connect-src 'self';", &format!("connect-src 'self' {POLICE};")),
    }
}

/// The policy for a page's own `<meta>`: what a host without header support can still enforce.
/// `frame-ancestors` is ignored there, so it is left out.
pub fn meta_policy(pages: Pages) -> String {
    policy(pages).replace(" frame-ancestors 'none';", "")
}

/// Writes `_headers`, which Netlify, Cloudflare Pages and `cargo xtask serve` read. `area` names the addresses under
/// which the pages of the Area walk stand.
pub fn write(site: &Path, area: &[String]) -> Result<(), Problem> {
    let path = site.join("_headers");
    fs::write(&path, file(&hashed(site)?, area)).map_err(Problem::file(&path))
}

/// Files whose name carries their hash may be kept for ever; everything else is asked for anew.
fn hashed(site: &Path) -> Result<Vec<String>, Problem> {
    let mut names: Vec<String> = fs::read_dir(site)
        .map_err(Problem::file(site))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            ["app-", "barcode-", "more-", "offline-", "print-", "screen-"].iter().any(|start| name.starts_with(start))
        })
        .filter(|name| !["br", "gz"].iter().any(|ending| Path::new(name).extension().is_some_and(|own| own == *ending)))
        .collect();
    names.sort();
    Ok(names)
}

fn file(hashed: &[String], area: &[String]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in EVERYWHERE {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for address in area {
        let _ = writeln!(text, "{address}*");
        for (name, value) in of_area() {
            // Rules that both match are merged, and two policies allow only what both allow: the first has to go. A host
            // that does not know the mark keeps both, and the page says that it cannot ask.
            let _ = writeln!(text, "  ! {name}\n  {name}: {value}");
        }
    }
    // What says whether anything else is still good must never be an old copy.
    for address in ["/sw.js", "/version.json"] {
        let _ = write!(text, "{address}\n  Cache-Control: no-cache\n");
    }
    for name in hashed {
        let _ = write!(text, "/{name}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_nothing_inline_and_nobody_else() {
        for word in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "data:", "blob:", "*"] {
            assert!(!CONTENT_SECURITY_POLICY.contains(word), "{word}");
        }
        assert!(CONTENT_SECURITY_POLICY.starts_with("default-src 'none';"));
        assert!(!meta_policy(Pages::Usual).contains("frame-ancestors"));
    }

    #[test]
    fn pages_of_the_area_walk_may_ask_one_other_host_and_nothing_else_differs() {
        let area = policy(Pages::Area);
        assert!(area.contains(" connect-src 'self' https://data.police.uk; "));
        assert_eq!(area.replace(" https://data.police.uk", ""), policy(Pages::Usual));
        assert_eq!(meta_policy(Pages::Area).replace(" https://data.police.uk", ""), meta_policy(Pages::Usual));
    }

    #[test]
    fn no_other_address_hears_of_that_host() {
        let text = file(&["app-1.js".into()], &["/en/area/".into()]);
        let rules: Vec<&str> = text.split("\n/").filter(|rule| rule.contains("police")).collect();
        assert_eq!(rules.len(), 1, "{text}");
        assert!(
            rules.first().is_some_and(|rule| rule.starts_with("en/area/*\n  ! Content-Security-Policy\n")),
            "{text}"
        );
        assert!(!file(&[], &[]).contains("police"));
    }

    #[test]
    fn only_pages_of_the_area_walk_may_ask_where_the_device_is() {
        let text = file(&["app-1.js".into()], &["/en/area/".into()]);
        let rules: Vec<&str> = text.split("\n/").filter(|rule| rule.contains("geolocation=(self)")).collect();
        assert_eq!(rules.len(), 1, "{text}");
        let area = rules.first().copied().unwrap_or_default();
        assert!(area.starts_with("en/area/*\n") && area.contains("\n  ! Permissions-Policy\n"), "{text}");
        let powers = |text: &str| text.lines().find(|line| line.contains("camera=(self)")).map(str::to_owned);
        let (usual, area) = (powers(&text), powers(area));
        assert_eq!(area.map(|area| area.replace("geolocation=(self)", "geolocation=()")), usual);
        assert!(usual.is_some());
    }

    #[test]
    fn no_line_is_longer_than_hosts_take() {
        // Cloudflare Pages documents 2,000 characters a line and 100 rules.
        assert!(file(&[], &["/en/area/".into()]).lines().all(|line| line.len() <= 2000));
    }

    #[test]
    fn hashed_files_are_kept_for_ever() {
        assert!(
            file(&["app-1.js".into()], &[])
                .ends_with("/app-1.js\n  Cache-Control: public, max-age=31536000, immutable\n")
        );
    }
}
