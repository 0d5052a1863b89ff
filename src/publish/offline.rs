//! Offline use: the service worker of one build, the file that names the build, and the part of every page's script that
//! registers the worker.
//!
//! Each file is kept with the sum of its content, so that neither a sign-in page of a Wi-Fi nor half a release is ever kept.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::precache::{self, Kept};
use crate::{Problem, compress, digest};

/// The worker's address: the site's root, because a worker serves only what lies below it.
pub const WORKER: &str = "/sw.js";

/// The number that every build carries, and the least that may still be used. Raise it by one with the mending of a fault
/// that nobody should go on with: pages of older builds then take the new one as soon as nothing typed is lost by it.
const LEAST_BUILD: u32 = 1;

const WORKER_SOURCE: &str = include_str!("offline/worker.js");
const OFF_SOURCE: &str = include_str!("offline/off.js");
const PAGE_SOURCE: &str = include_str!("offline/page.js");

/// Writes the worker and `version.json` for a finished site, whose compressed twins are made. `first` is the tag of the
/// language whose pages every device keeps. Written again over a site that was changed, both fit it again.
///
/// # Errors
/// When the site cannot be read or written.
pub fn write(site: &Path, first: &str) -> Result<(), Problem> {
    let kept = precache::list(site, first)?;
    let headers = site.join("_headers");
    let headers = digest::short(of_pages(&fs::read_to_string(&headers).map_err(Problem::file(&headers))?).as_bytes());
    let list = list(&kept);
    let content = digest::short(format!("{WORKER_SOURCE}{headers}{list}").as_bytes());
    let build = format!("{LEAST_BUILD}-{content}");
    let worker =
        bare(WORKER_SOURCE).replace("%BUILD%", &build).replace("%HEADERS%", &headers).replace("%FILES%", &list);
    put(&site.join(WORKER.trim_start_matches('/')), worker.as_bytes())?;
    let version = json!({ "build": build, "min_build": LEAST_BUILD });
    put(&site.join("version.json"), format!("{version}\n").as_bytes())
}

/// Writes the kill switch in the worker's place: for a site that changes under its visitor, as one in the making does.
///
/// # Errors
/// When the site cannot be written.
pub fn write_off(site: &Path) -> Result<(), Problem> {
    put(&site.join(WORKER.trim_start_matches('/')), bare(OFF_SOURCE).as_bytes())?;
    put(&site.join("version.json"), format!("{}\n", json!({ "build": "0-off", "min_build": 0 })).as_bytes())
}

/// What a page's script starts with: the one policy for addresses of workers, and the page's half of offline use.
/// `others` are the addresses of workers that the script may start besides.
pub fn script(others: &[&str]) -> String {
    let addresses: Vec<String> = [WORKER].iter().chain(others).map(|address| format!("'{address}'")).collect();
    format!("{}{}", POLICY.replace("%ADDRESSES%", &addresses.join(", ")), bare(PAGE_SOURCE))
}

/// A worker's address is a sink of Trusted Types: this policy knows each of them.
const POLICY: &str = r"
const workers = globalThis.trustedTypes?.createPolicy('sw', {
  createScriptURL: (address) => [%ADDRESSES%].includes(address) ? address : null,
});
";

/// The files as the worker reads them: a line each, so that two builds can be compared by eye.
fn list(kept: &[Kept]) -> String {
    let lines: Vec<String> =
        kept.iter().map(|file| json!([file.address, file.sum, file.bytes, file.pack.name()]).to_string()).collect();
    format!("[\n{}\n]", lines.join(",\n"))
}

/// The headers in which pages can differ between builds, without those that only say how long a file may be kept.
fn of_pages(headers: &str) -> String {
    let lines = headers.lines().filter(|line| line.starts_with(' ') && !line.contains("Cache-Control"));
    lines.collect::<Vec<_>>().join("\n")
}

/// A script without the lines that only its reader needs.
pub(crate) fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.fold(String::new(), |text, line| text + line + "\n")
}

fn put(path: &Path, content: &[u8]) -> Result<(), Problem> {
    fs::write(path, content).map_err(Problem::file(path))?;
    compress::one(path)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::Value;

    use super::*;

    /// A small site in a folder of its own.
    fn site(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("ringfence-offline-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let files = [
            ("_headers", "/*\n  X-Frame-Options: DENY\n"),
            ("index.html", "doors"),
            ("404.html", "nowhere"),
            ("en/stolen/index.html", "steps"),
            ("areas/areas.bin", "figures"),
            ("sitemap.txt", "/en/stolen/\n"),
        ];
        for (path, content) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, content).expect("a file");
        }
        folder
    }

    fn worker(site: &Path) -> String {
        write(site, "en").expect("a worker");
        fs::read_to_string(site.join("sw.js")).expect("a worker")
    }

    fn build(site: &Path) -> String {
        let text = fs::read_to_string(site.join("version.json")).expect("a version");
        let version: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(version["min_build"], LEAST_BUILD);
        version["build"].as_str().expect("a build").to_owned()
    }

    #[test]
    fn the_worker_names_every_file_with_its_sum_and_its_build() {
        let site = site("names");
        let text = worker(&site);
        // `printf steps | openssl dgst -sha256 -binary | base64`
        let steps = "[\"/en/stolen/\",\"t1leKoY5V/xsIl7VQNM13R6FndMDJFHC4RvOsDKd76Y=\",5,\"\"]";
        assert!(text.contains(steps), "{text}");
        assert!(text.contains("\"areas\"]") && !text.contains("sitemap"), "{text}");
        assert!(text.contains(&build(&site)));
        for place in ["%BUILD%", "%HEADERS%", "%FILES%"] {
            assert!(!text.contains(place), "{place} was not filled in");
        }
    }

    #[test]
    fn the_same_site_is_the_same_build_and_a_changed_one_another() {
        let site = site("same");
        let first = worker(&site);
        assert_eq!(worker(&site), first, "the worker and the version are no files of the list");
        let before = build(&site);
        fs::write(site.join("en/stolen/index.html"), "other steps").expect("a file");
        assert_ne!(worker(&site), first);
        assert_ne!(build(&site), before);
    }

    #[test]
    fn other_headers_are_another_build_and_how_long_files_last_is_not() {
        assert_eq!(of_pages("/*\n  A: b\n/app-1.js\n  Cache-Control: c\n"), "  A: b");
        let site = site("headers");
        let first = worker(&site);
        fs::write(site.join("_headers"), "/*\n  X-Frame-Options: DENY\n/app-2.js\n  Cache-Control: no-cache\n")
            .expect("a file");
        assert_eq!(worker(&site), first);
        fs::write(site.join("_headers"), "/*\n  X-Frame-Options: SAMEORIGIN\n").expect("a file");
        assert_ne!(worker(&site), first);
    }

    #[test]
    fn a_site_in_the_making_takes_its_own_worker_away() {
        let site = site("off");
        let _ = worker(&site);
        write_off(&site).expect("the kill switch");
        let text = fs::read_to_string(site.join("sw.js")).expect("a worker");
        assert!(text.contains("registration.unregister()") && !text.contains("fetch"), "{text}");
        assert!(fs::read_to_string(site.join("version.json")).expect("a version").contains("\"min_build\":0"));
    }

    #[test]
    fn only_workers_that_are_named_may_start() {
        let script = script(&["/barcode-1.js"]);
        assert!(script.contains("['/sw.js', '/barcode-1.js'].includes(address)"), "{script}");
        assert!(!script.contains('%'));
    }

    #[test]
    fn nothing_is_written_that_the_policy_forbids() {
        for word in
            ["import(", "importScripts", "eval(", "new Function", "blob:", "'data:", "http", "innerHTML", "style="]
        {
            assert!(!WORKER_SOURCE.contains(word) && !PAGE_SOURCE.contains(word), "{word}");
        }
    }

    #[test]
    fn no_build_takes_over_by_itself() {
        // The only call stands in the answer to a page that asked for it.
        assert_eq!(WORKER_SOURCE.matches("skipWaiting(").count(), 1);
        assert!(WORKER_SOURCE.contains("else await skipWaiting();"));
    }
}
