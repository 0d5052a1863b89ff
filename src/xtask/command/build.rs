//! `cargo xtask build`: the finished site in `dist/`, ready for any static host.
//! Trunk compiles the islands; its hook, written in `Trunk.toml`, prerenders every page.

use crate::failure::Failure;
use crate::project::Project;
use crate::set_up;
use crate::stage::Stage;

/// Sets up what is missing and builds the release site.
pub fn run(project: &Project) -> Result<(), Failure> {
    let builder = set_up::builder(project)?;
    let stage = Stage::begin(project, "site", "building the site into dist/", "5 minutes, and 1 minute the next time")?;
    let mut trunk = builder.trunk()?;
    // One build after another gains nothing from incremental files, and they double the size of `target`.
    stage.run(trunk.args(["build", "--release"]).env("CARGO_INCREMENTAL", "0").current_dir(project.root()))?;
    stage.done();
    Ok(())
}
