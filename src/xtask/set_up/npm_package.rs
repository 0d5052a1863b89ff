//! The tools that come as npm packages: wasm-opt in `binaryen`, and axe-core's script.
//! npm's registry answers where the projects' own downloads do not, and a version there never changes.

use std::path::PathBuf;
use std::process::Command;

use crate::cache::Place;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;
use crate::version::Version;

/// The wasm-opt that is there, else npm's.
pub(super) fn wasm_opt(project: &Project, version: Version) -> Result<PathBuf, Failure> {
    let announced = format!("wasm-opt version {} ", version.to_string().split('.').next().unwrap_or_default());
    let is_right = |file: &PathBuf| {
        program::output(file, ["--version"]).is_some_and(|line| format!("{} ", line.trim()).starts_with(&announced))
    };
    if let Some(theirs) = program::on_path("wasm-opt").filter(is_right) {
        return Ok(theirs);
    }
    let name = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
    fetch(project, "binaryen", version, &format!(".bin/{name}"), is_right)
}

/// A file out of an npm package, kept in the cache; `inside` is its path under `node_modules`.
pub(super) fn fetch(
    project: &Project,
    package: &str,
    version: Version,
    inside: &str,
    is_right: impl Fn(&PathBuf) -> bool,
) -> Result<PathBuf, Failure> {
    let place = Place::of(project, package, version);
    let file = place.join("node_modules").join(inside);
    if is_right(&file) {
        return Ok(file);
    }
    let npm = program::on_path(if cfg!(windows) { "npm.cmd" } else { "npm" }).ok_or_else(|| {
        Failure::new(format!(
            "npm is missing, and {package} {version} comes with it: install Node.js 20 or newer, then run this again."
        ))
    })?;
    let stage = Stage::begin(project, package, &format!("fetching {package} {version} from npm"), "10 s")?;
    place.install(
        || is_right(&file),
        |folder| {
            let mut install = Command::new(&npm);
            // Without `--ignore-scripts` a package could run anything on this machine.
            install
                .args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
                .arg(folder);
            install.arg(format!("{package}@{version}")).current_dir(folder);
            stage.run(&mut install).map_err(|failure| {
                failure
                    .saying(format!("npm could not fetch {package} {version}: check the network, then run this again."))
            })
        },
    )?;
    if !is_right(&file) {
        let sentence = format!("{package} {version} was fetched but does not work: check that `node` is 20 or newer.");
        return Err(Failure::logged(sentence, stage.log()));
    }
    stage.done();
    Ok(file)
}
