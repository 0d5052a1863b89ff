//! Everything a fresh machine needs before it can build or test: found where it is, else fetched, else one sentence.
//! A step that finds its tool says nothing; only what takes time is told.

mod axe;
mod browser;
mod crate_tool;
mod debian;
mod npm_package;
mod python;
mod rust_source;
mod wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::lock_file;
use crate::project::Project;
use crate::version::Version;

pub use browser::Browser;

/// Pinned: 0.22 asks for a newer compiler than this project does.
const TRUNK: Version = Version::new(0, 21, 14);
/// The npm package that carries `wasm-opt`, named in `Trunk.toml` as `version_132`.
const BINARYEN: Version = Version::new(132, 0, 0);

/// What building the site needs.
#[derive(Debug)]
pub struct Builder {
    trunk: PathBuf,
    folders: Vec<PathBuf>,
}

impl Builder {
    /// Trunk, which finds wasm-bindgen and wasm-opt in front of everything else on its path.
    pub fn trunk(&self) -> Result<Command, Failure> {
        let mut command = Command::new(&self.trunk);
        command.env("PATH", path_with(&self.folders)?).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk 0.21 takes only `true` or `false` here and refuses the standard's `NO_COLOR=1`.
        command.env_remove("NO_COLOR");
        Ok(command)
    }
}

/// What the tests need besides the site.
#[derive(Debug)]
pub struct Tester {
    /// A Python that can import `cryptography` and `icalendar`.
    pub python: PathBuf,
    /// The browser and the program that drives it.
    pub browser: Browser,
    /// axe-core's script.
    pub axe: PathBuf,
}

/// Sets up what a build needs: the wasm target, Trunk, wasm-bindgen and wasm-opt.
pub fn builder(project: &Project) -> Result<Builder, Failure> {
    let bindgen = lock_file::wasm_bindgen(project)?;
    wasm_target::ensure(project)?;
    let wasm_opt = npm_package::wasm_opt(project, BINARYEN)?;
    let bindgen = crate_tool::wasm_bindgen(project, bindgen)?;
    let trunk = crate_tool::trunk(project, TRUNK)?;
    let folders = [&wasm_opt, &bindgen].into_iter().filter_map(|file| file.parent()).map(Path::to_path_buf).collect();
    Ok(Builder { trunk, folders })
}

impl Tester {
    /// Tells a test which Python opens locked files and reads calendars.
    pub fn tell_python(&self, command: &mut Command) {
        command.env(python::NAMED, &self.python);
    }
}

/// Sets up what the tests need: a browser with its driver, axe-core, and a Python with `cryptography` and `icalendar`.
pub fn tester(project: &Project) -> Result<Tester, Failure> {
    Ok(Tester { browser: browser::ensure(project)?, axe: axe::ensure(project)?, python: python::ensure(project)? })
}

fn path_with(folders: &[PathBuf]) -> Result<OsString, Failure> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    env::join_paths(all).map_err(|error| Failure::new(format!("a folder of tools cannot be put on PATH: {error}.")))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{BINARYEN, TRUNK};
    use crate::lock_file;
    use crate::project::Project;

    #[test]
    fn trunk_is_told_the_versions_that_set_up_installs() {
        let project = Project::here().expect("the tests run in a clone");
        let told = fs::read_to_string(project.root().join("Trunk.toml")).expect("Trunk.toml is there");
        let bindgen = lock_file::wasm_bindgen(&project).expect("Cargo.lock pins wasm-bindgen");
        let binaryen = BINARYEN.to_string();
        let binaryen = binaryen.split('.').next().expect("a version has a first number");
        for line in [
            format!("trunk-version = \"={TRUNK}\""),
            format!("wasm_bindgen = \"{bindgen}\""),
            format!("wasm_opt = \"version_{binaryen}\""),
        ] {
            assert!(told.lines().any(|found| found == line), "Trunk.toml does not say: {line}");
        }
    }
}
