//! The scripts and the wasm that Trunk built, renamed by content and tied together by integrity.
//!
//! Trunk's page goes: it starts nothing here, and an inline script would not survive a strict policy.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::bundle::Bundle;
use crate::stylesheet::{self, Stylesheets};
use crate::{Problem, boot, digest, finder, offline, worker};

/// Where pages find their scripts and styles.
#[derive(Clone, Debug)]
pub struct Assets {
    scripts: BTreeMap<Bundle, Script>,
    /// The script of a page on which nothing else is alive: it knows offline use alone.
    pub offline: Script,
    /// The stylesheets.
    pub styles: Stylesheets,
}

/// Where a page finds its one script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The script's address.
    pub address: String,
    /// The script's integrity value.
    pub integrity: String,
}

impl Assets {
    /// Takes Trunk's output in `site` and leaves only files that pages point to.
    pub fn make(site: &Path, style: &Path) -> Result<Self, Problem> {
        let reader = reader(site)?;
        let scripts = Bundle::ALL.into_iter().map(|bundle| {
            let reader = bundle.reads_pictures().then_some(&reader);
            Ok((bundle, make(site, bundle, reader)?))
        });
        let scripts = scripts.collect::<Result<_, Problem>>()?;
        let shell = site.join("index.html");
        if shell.exists() {
            fs::remove_file(&shell).map_err(Problem::file(&shell))?;
        }
        Ok(Self { scripts, offline: alone(site)?, styles: stylesheet::write(style, site)? })
    }

    /// The script of one bundle. Every bundle has one: [`Assets::make`] refuses a build without.
    pub fn script(&self, bundle: Bundle) -> Option<&Script> {
        self.scripts.get(&bundle)
    }
}

/// Ties the two files of one bundle together: the script's name carries its own hash, and in it stands the wasm's.
fn make(site: &Path, bundle: Bundle, reader: Option<&Script>) -> Result<Script, Problem> {
    let glue = site.join(format!("{bundle}.js"));
    let wasm = site.join(format!("{bundle}_bg.wasm"));
    let bytes = fs::read(&wasm).map_err(Problem::file(&wasm))?;
    let wasm_file = format!("app-{bundle}-{}.wasm", digest::short(&bytes));
    let text = fs::read_to_string(&glue).map_err(Problem::file(&glue))?;
    let script = boot::script(&text, &format!("/{wasm_file}"), &digest::integrity(&bytes), reader)?;
    let script_file = format!("app-{bundle}-{}.js", digest::short(script.as_bytes()));

    let target = site.join(&script_file);
    fs::write(&target, &script).map_err(Problem::file(&target))?;
    fs::rename(&wasm, site.join(&wasm_file)).map_err(Problem::file(&wasm))?;
    fs::remove_file(&glue).map_err(Problem::file(&glue))?;
    Ok(Script { address: format!("/{script_file}"), integrity: digest::integrity(script.as_bytes()) })
}

/// The script for pages without islands.
fn alone(site: &Path) -> Result<Script, Problem> {
    let script = offline::script(&[]) + &finder::script();
    let script_file = format!("offline-{}.js", digest::short(script.as_bytes()));
    let target = site.join(&script_file);
    fs::write(&target, &script).map_err(Problem::file(&target))?;
    Ok(Script { address: format!("/{script_file}"), integrity: digest::integrity(script.as_bytes()) })
}

/// The worker that reads pictures, written beside the scripts that may start it.
fn reader(site: &Path) -> Result<Script, Problem> {
    let glue = site.join("barcode.js");
    let wasm = site.join("barcode_bg.wasm");
    let bytes = fs::read(&wasm).map_err(Problem::file(&wasm))?;
    let text = fs::read_to_string(&glue).map_err(Problem::file(&glue))?;
    let made = worker::make(&text, &bytes)?;
    let target = site.join(&made.script_file);
    fs::write(&target, &made.script).map_err(Problem::file(&target))?;
    fs::rename(&wasm, site.join(&made.wasm_file)).map_err(Problem::file(&wasm))?;
    fs::remove_file(&glue).map_err(Problem::file(&glue))?;
    Ok(Script { address: made.address(), integrity: made.integrity })
}
