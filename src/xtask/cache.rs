//! The tools that all clones share: `tools/<tool>-<version>/`, whole or not there at all.
//! A tool is installed under another name and renamed at the end, one run at a time, so that a run which is stopped
//! half-way, or two runs at once, never leave half a tool behind.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::Project;

/// The folder of one tool at one version.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    folder: PathBuf,
    name: String,
}

impl Place {
    /// Where a tool of this version belongs.
    pub(crate) fn of(project: &Project, tool: &str, version: impl std::fmt::Display) -> Self {
        Self { folder: project.tools(), name: format!("{tool}-{version}") }
    }

    /// A file inside the tool's folder.
    pub(crate) fn join(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.folder.join(&self.name).join(inside)
    }

    /// Installs the tool by filling an empty folder, unless `is_whole` finds that another run just did.
    /// The folder appears under its own name only once `fill` has ended well.
    pub(crate) fn install(
        &self,
        is_whole: impl Fn() -> bool,
        fill: impl FnOnce(&Path) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let _lock = lock(&self.folder, &self.name)?;
        if is_whole() {
            return Ok(());
        }
        let partial = self.folder.join(format!(".{}.partial", self.name));
        empty(&partial)?;
        fill(&partial)?;
        replace(&partial, &self.folder.join(&self.name))
    }
}

/// Holds a lock of this name until the answer is dropped; waits for another run that holds it.
pub(crate) fn lock(folder: &Path, name: &str) -> Result<File, Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::file("make the folder", folder, &error))?;
    let path = folder.join(format!(".{name}.lock"));
    let file = File::create(&path).map_err(|error| Failure::file("write", &path, &error))?;
    if file.try_lock().is_err() {
        println!("{name}: another run is installing it; waiting for that one");
        file.lock().map_err(|error| Failure::file("lock", &path, &error))?;
    }
    Ok(file)
}

/// Makes a folder that is there and empty, whatever an earlier run left.
pub(crate) fn empty(folder: &Path) -> Result<(), Failure> {
    remove(folder)?;
    fs::create_dir_all(folder).map_err(|error| Failure::file("make the folder", folder, &error))
}

/// Puts a finished folder in the place of whatever bears the name now.
pub(crate) fn replace(finished: &Path, name: &Path) -> Result<(), Failure> {
    remove(name)?;
    fs::rename(finished, name).map_err(|error| Failure::file("make", name, &error))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::file("remove", folder, &error)),
        _ => Ok(()),
    }
}
