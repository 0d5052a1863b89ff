//! `tools sizes`: what each page of the built site weighs, as CSV.
//!
//! Raw bytes and the compressed twins that a host sends. `html`, `css`, `script` and `wasm` are the first load of the page;
//! `data` is what its islands fetch when a person asks for it.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use domain::effect::File;
use domain::language::Language;
use domain::route::Route;

use crate::Outcome;

/// The columns, raw; the same names with `_br` follow.
const PARTS: [&str; 5] = ["html", "css", "script", "wasm", "data"];

/// Prints one line for each route of the built site in English.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let site = match arguments {
        [] => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
        [folder] => PathBuf::from(folder),
        _ => return Err("usage: tools sizes [FOLDER]".to_owned()),
    };
    let compressed = PARTS.map(|part| format!("{part}_br"));
    let mut table = format!("route,{},{}\n", PARTS.join(","), compressed.join(","));
    for route in Route::all() {
        let address = route.address(Language::English);
        let files = files(&site, route, &address)?;
        let raw = files.iter().map(|part| sum(&site, part, false)).collect::<Result<Vec<_>, _>>()?;
        let packed = files.iter().map(|part| sum(&site, part, true)).collect::<Result<Vec<_>, _>>()?;
        let numbers: Vec<String> = raw.into_iter().chain(packed).map(|bytes| bytes.to_string()).collect();
        table.push_str(&format_row(&address, &numbers));
    }
    match io::stdout().write_all(table.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

fn format_row(address: &str, numbers: &[String]) -> String {
    format!("{address},{}\n", numbers.join(","))
}

/// The files of each part of a page, as addresses.
fn files(site: &Path, route: Route, address: &str) -> Result<[Vec<String>; 5], String> {
    let page = format!("{address}index.html");
    let html = read(&site.join(page.trim_start_matches('/')))?;
    let html = String::from_utf8_lossy(&html);
    let styles = attributes(&html, "<link rel=\"stylesheet\"", "href").collect();
    let script: Vec<String> = attributes(&html, "<script type=\"module\"", "src").collect();
    // The script of a page without islands starts no wasm.
    let wakes = script.iter().filter(|script| !script.contains("offline-"));
    let wasm = wakes.map(|script| wasm_of(site, script)).collect::<Result<Vec<_>, _>>()?;
    let data = match route {
        Route::Stolen => {
            vec![
                File::Report(Language::English).address(),
                format!("{}index.html", Route::MoreSteps.address(Language::English)),
            ]
        }
        Route::Area => vec![File::Areas.address(), File::Postcodes.address()],
        Route::Record | Route::Open => reader(site)?,
        Route::Copies => vec![File::Words(Language::English).address()],
        _ => Vec::new(),
    };
    Ok([vec![page], styles, script, wasm, data])
}

/// The picture reader, whose names carry their hashes.
fn reader(site: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(site).map_err(|error| unbuilt(site, &error))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_ours = |name: &String| {
        name.starts_with("barcode-")
            && Path::new(name).extension().is_some_and(|ending| ending == "js" || ending == "wasm")
    };
    Ok(names.filter(is_ours).collect())
}

/// The values of one attribute of every tag that begins like this.
fn attributes<'a>(html: &'a str, tag: &'a str, attribute: &'a str) -> impl Iterator<Item = String> + 'a {
    html.split(tag).skip(1).filter_map(move |rest| {
        let tag = rest.split('>').next()?;
        // A sheet for paper is not asked for on a screen's first paint, but it is a request of the first load all the same.
        let value = tag.split(&format!("{attribute}=\"")).nth(1)?;
        Some(value.split('"').next()?.to_owned())
    })
}

/// The wasm a script fetches: the address stands in it.
fn wasm_of(site: &Path, script: &str) -> Result<String, String> {
    let text = read(&site.join(script.trim_start_matches('/')))?;
    let text = String::from_utf8_lossy(&text);
    let named = text.split('\'').find(|part| {
        part.trim_start_matches('/').starts_with("app-")
            && Path::new(part).extension().is_some_and(|ending| ending == "wasm")
    });
    named.map(str::to_owned).ok_or_else(|| format!("{script} names no wasm"))
}

fn sum(site: &Path, addresses: &[String], packed: bool) -> Result<u64, String> {
    addresses.iter().try_fold(0, |sum, address| {
        let plain = site.join(address.trim_start_matches('/'));
        let twin = PathBuf::from(format!("{}.br", plain.display()));
        let file = if packed && twin.is_file() { twin } else { plain };
        let length = fs::metadata(&file).map_err(|error| unbuilt(&file, &error))?.len();
        Ok(sum + length)
    })
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| unbuilt(file, &error))
}

fn unbuilt(file: &Path, error: &io::Error) -> String {
    format!("{}: {error}. Build the site first: cargo xtask build", file.display())
}

#[cfg(test)]
mod tests {
    use super::attributes;

    #[test]
    fn the_sheets_of_a_page_are_found_and_nothing_else() {
        let html = r#"<link rel="icon" href="/i.svg"><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css" media="print">"#;
        assert_eq!(attributes(html, "<link rel=\"stylesheet\"", "href").collect::<Vec<_>>(), ["/a.css", "/b.css"]);
    }
}
