//! The script and the wasm that Trunk built, renamed by content and tied together by integrity.
//!
//! Trunk's page, inline script and preloads go: none of them survives a strict policy.

use std::fs;
use std::path::{Path, PathBuf};

use crate::stylesheet::{self, Stylesheets};
use crate::{Problem, boot, digest};

/// Where a page finds its script and its styles.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The address of the one script.
    pub script: String,
    /// The script's integrity value.
    pub integrity: String,
    /// The address of the wasm, which the script fetches.
    pub wasm: String,
    /// The stylesheets.
    pub styles: Stylesheets,
}

impl Assets {
    /// Takes Trunk's output in `site` and leaves only files that pages point to.
    pub fn make(site: &Path, style: &Path) -> Result<Self, Problem> {
        let glue = only(site, ".js")?;
        let wasm = only(site, "_bg.wasm")?;
        let bytes = fs::read(&wasm).map_err(Problem::file(&wasm))?;
        let wasm_file = format!("app-{}.wasm", digest::short(&bytes));
        let text = fs::read_to_string(&glue).map_err(Problem::file(&glue))?;
        let script = boot::script(&text, &format!("/{wasm_file}"), &digest::integrity(&bytes))?;
        let script_file = format!("app-{}.js", digest::short(script.as_bytes()));

        let target = site.join(&script_file);
        fs::write(&target, &script).map_err(Problem::file(&target))?;
        fs::rename(&wasm, site.join(&wasm_file)).map_err(Problem::file(&wasm))?;
        fs::remove_file(&glue).map_err(Problem::file(&glue))?;
        let shell = site.join("index.html");
        if shell.exists() {
            fs::remove_file(&shell).map_err(Problem::file(&shell))?;
        }
        Ok(Self {
            script: format!("/{script_file}"),
            integrity: digest::integrity(script.as_bytes()),
            wasm: format!("/{wasm_file}"),
            styles: stylesheet::write(style, site)?,
        })
    }
}

fn only(folder: &Path, ending: &str) -> Result<PathBuf, Problem> {
    let entries = fs::read_dir(folder).map_err(Problem::file(folder))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)))
        .collect();
    match (found.pop(), found.len()) {
        (Some(path), 0) => Ok(path),
        (_, others) => Err(Problem::Unexpected(format!(
            "expected one file ending in {ending} in {}, found {}",
            folder.display(),
            if others == 0 { 0 } else { others + 1 }
        ))),
    }
}
