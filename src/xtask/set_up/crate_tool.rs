//! The tools that are Rust programs: Trunk and wasm-bindgen's command-line half, compiled once and kept.
//! They go into the project's own cache, never into the folder where a person keeps programs of their own.

use std::path::{Path, PathBuf};

use crate::cache::Place;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;
use crate::version::Version;

/// A program to be compiled from the crate that carries it.
struct CrateTool {
    package: &'static str,
    program: &'static str,
    version: Version,
    usually: &'static str,
}

/// The Trunk that is there, else a fresh one.
pub(super) fn trunk(project: &Project, version: Version) -> Result<PathBuf, Failure> {
    CrateTool { package: "trunk", program: "trunk", version, usually: "6 minutes on two cores" }.ensure(project)
}

/// The wasm-bindgen that is there, else a fresh one: it has to be of exactly the version the app is compiled with.
pub(super) fn wasm_bindgen(project: &Project, version: Version) -> Result<PathBuf, Failure> {
    CrateTool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, usually: "4 minutes on two cores" }
        .ensure(project)
}

impl CrateTool {
    fn ensure(&self, project: &Project) -> Result<PathBuf, Failure> {
        let place = Place::of(project, self.package, self.version);
        let ours = place.join("bin").join(program::file_name(self.program));
        if self.is_right(&ours) {
            return Ok(ours);
        }
        if let Some(theirs) = program::on_path(self.program).filter(|file| self.is_right(file)) {
            return Ok(theirs);
        }
        let doing = format!("compiling {} {}", self.package, self.version);
        let stage = Stage::begin(project, self.package, &doing, self.usually)?;
        place.install(|| self.is_right(&ours), |folder| self.install(project, &stage, folder))?;
        if !self.is_right(&ours) {
            let Self { package, version, .. } = self;
            return Err(Failure::logged(
                format!("{package} was installed but does not run as {version}: remove {}.", ours.display()),
                stage.log(),
            ));
        }
        stage.done();
        Ok(ours)
    }

    fn is_right(&self, file: &Path) -> bool {
        program::version(file) == Some(self.version)
    }

    fn install(&self, project: &Project, stage: &Stage, folder: &Path) -> Result<(), Failure> {
        let Self { package, version, .. } = self;
        // Kept until the tool is there, so that a run which is stopped goes on where it was.
        let unfinished = project.tools().join(format!(".{package}-{version}.build"));
        let install = |locked: &[&str]| {
            let mut cargo = program::cargo();
            cargo.args(["install", package, "--version", &format!("={version}")]).args(locked);
            cargo.arg("--root").arg(folder).arg("--target-dir").arg(&unfinished);
            // A tool runs for seconds a build: the minutes that its own release profile would cost are never won back.
            cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_DEBUG", "0");
            cargo.env_remove("RUSTFLAGS").env("CARGO_INCREMENTAL", "0").current_dir(folder);
            stage.run(&mut cargo)
        };
        install(&["--locked"])
            .or_else(|_| {
                stage.say("not with the versions it was published with; trying newer ones of what it needs");
                install(&[])
            })
            .map_err(|failure| {
                failure.saying(format!(
                    "{package} {version} could not be compiled: check that cargo can reach its registry and that a C \
                     compiler is installed, or put {package} {version} on PATH, then run this again."
                ))
            })?;
        let _ = std::fs::remove_dir_all(&unfinished);
        Ok(())
    }
}
