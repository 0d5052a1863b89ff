//! Writes every page of the site as HTML, in every language, into the folder Trunk is building.
//!
//! Trunk calls it after the wasm is built (`Trunk.toml`), so that script, wasm and pages always belong together.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use domain::effect::File;
use domain::gazetteer::Gazetteer;
use domain::language::Language;
use domain::outline::Outlines;
use domain::route::Route;
use publish::assets::Assets;
use publish::sitemap::{self, Publisher};
use publish::{Problem, compress, headers, offline};
use ringfence::pages::{self, Areas, Site};

fn main() -> ExitCode {
    match run() {
        Ok(said) => {
            for sentence in said {
                eprintln!("{sentence}");
            }
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Returns what the publisher should know, in sentences.
fn run() -> Result<Vec<String>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: Trunk calls this program")?;
    let content = content::load().map_err(|complaints| lines(&complaints))?;
    let assets = Assets::make(&folder, &root.join("style")).map_err(say)?;
    let areas = areas(&root.join("public/areas"))?;
    let site = Site { content, assets, publisher: Publisher::from_environment(), areas };

    // The pseudo-languages go to a folder of their own, with the same script and styles, and never into the site.
    let pseudo = root.join("target/pseudo");
    copy(&folder, &pseudo).map_err(say)?;
    write(&site, &pseudo, Language::PSEUDO)?;
    headers::write(&pseudo, &area_pages(Language::PSEUDO)).map_err(say)?;
    offline::write(&pseudo, tag(Language::PSEUDO)).map_err(say)?;

    let addresses = write(&site, &folder, Language::RELEASED)?;
    let said = sitemap::write(&folder, &addresses, &site.publisher).map_err(say)?;
    headers::write(&folder, &area_pages(Language::RELEASED)).map_err(say)?;
    compress::write(&folder).map_err(say)?;
    // Last: it names what everything else is.
    // Trunk's own server builds again at each change: there the copy on the device would hide the change.
    let in_the_making = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let written =
        if in_the_making { offline::write_off(&folder) } else { offline::write(&folder, tag(Language::RELEASED)) };
    written.map_err(say)?;
    Ok(said)
}

/// The tag of the language that stands for the site where none was asked for.
fn tag(languages: &[Language]) -> &'static str {
    first(languages).tag()
}

fn first(languages: &[Language]) -> Language {
    languages.first().copied().unwrap_or(Language::English)
}

/// Under which addresses the Area walk stands.
fn area_pages(languages: &[Language]) -> Vec<String> {
    languages.iter().map(|language| Route::Area.address(*language)).collect()
}

/// Writes every page in these languages, and the pages for the root and for unknown addresses. Returns the addresses.
fn write(site: &Site, folder: &Path, languages: &[Language]) -> Result<Vec<String>, String> {
    let mut addresses = Vec::new();
    for language in languages.iter().copied() {
        for route in Route::all() {
            let address = route.address(language);
            let html = pages::render(site, route, language).map_err(say)?;
            put(&folder.join(address.trim_matches('/')).join("index.html"), &html)?;
            addresses.push(address);
        }
        let report = pages::report(site, language).map_err(say)?;
        pages::manifest(site, language).map_err(say)?.write(folder).map_err(say)?;
        put(&folder.join(File::Report(language).address().trim_matches('/')), &report)?;
    }
    let first = first(languages);
    put(&folder.join("404.html"), &pages::render(site, Route::Missing, first).map_err(say)?)?;
    put(&folder.join("index.html"), &pages::render(site, Route::Home, first).map_err(say)?)?;
    Ok(addresses)
}

/// The derived tables, as they were committed.
fn areas(folder: &Path) -> Result<Areas, String> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(Problem::file(&path)).map_err(say)
    };
    let damaged = |damage| format!("{}: {damage:?}. Run `cargo run -p tools -- areas` again.", folder.display());
    let gazetteer = Gazetteer::parse(&read("areas.bin")?).map_err(damaged)?;
    let outlines = Outlines::parse(&read("borough-outlines.bin")?, &gazetteer).map_err(damaged)?;
    Ok(Areas { gazetteer, outlines })
}

fn put(path: &Path, html: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Problem::file(folder)).map_err(say)?;
    }
    fs::write(path, html).map_err(Problem::file(path)).map_err(say)
}

fn copy(from: &Path, to: &Path) -> Result<(), Problem> {
    if to.exists() {
        fs::remove_dir_all(to).map_err(Problem::file(to))?;
    }
    fs::create_dir_all(to).map_err(Problem::file(to))?;
    for entry in fs::read_dir(from).map_err(Problem::file(from))? {
        let path = entry.map_err(Problem::file(from))?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(Problem::file(&path))?;
        }
    }
    Ok(())
}

fn say(problem: impl std::fmt::Display) -> String {
    problem.to_string()
}

fn lines(complaints: &[content::Complaint]) -> String {
    let lines: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
