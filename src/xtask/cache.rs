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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::Place;
    use crate::failure::Failure;

    fn place(name: &str) -> Place {
        let folder = std::env::temp_dir().join(format!("ringfence-cache-{}-{name}", std::process::id()));
        Place { folder, name: "tool-1.0.0".to_owned() }
    }

    fn write(folder: &Path, text: &str) -> Result<(), Failure> {
        let file: PathBuf = folder.join("program");
        fs::write(&file, text).map_err(|error| Failure::file("write", &file, &error))
    }

    #[test]
    fn two_runs_at_once_install_a_tool_once() {
        let place = place("race");
        let filled = AtomicUsize::new(0);
        let program = place.join("program");
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let fill = |folder: &Path| {
                        filled.fetch_add(1, Ordering::SeqCst);
                        thread::sleep(Duration::from_millis(20));
                        write(folder, "whole")
                    };
                    place.install(|| program.is_file(), fill).expect("it can be installed");
                });
            }
        });
        assert_eq!(filled.load(Ordering::SeqCst), 1);
        assert_eq!(fs::read_to_string(&program).ok().as_deref(), Some("whole"));
        let _ = fs::remove_dir_all(&place.folder);
    }

    #[test]
    fn a_run_that_is_stopped_half_way_leaves_no_tool_and_the_next_one_starts_clean() {
        let place = place("stopped");
        let program = place.join("program");
        let stopped = place.install(|| false, |folder| write(folder, "half").and(Err(Failure::new("stopped"))));
        assert!(stopped.is_err() && !program.exists());
        let again = place.install(
            || false,
            |folder| {
                assert!(!folder.join("program").exists(), "nothing of the first run is left");
                write(folder, "whole")
            },
        );
        assert!(again.is_ok());
        assert_eq!(fs::read_to_string(&program).ok().as_deref(), Some("whole"));
        let _ = fs::remove_dir_all(&place.folder);
    }
}
