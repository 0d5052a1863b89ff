//! axe-core, the accessibility checker that the browser tests run on every page.
//! Pinned, because a newer one may find more: that belongs in a commit of its own.

use std::path::PathBuf;

use super::npm_package;
use crate::failure::Failure;
use crate::project::Project;
use crate::version::Version;

const AXE: Version = Version::new(4, 14, 1);

/// axe-core's script, fetched when missing.
pub(super) fn ensure(project: &Project) -> Result<PathBuf, Failure> {
    npm_package::fetch(project, "axe-core", AXE, "axe-core/axe.min.js", |file| file.is_file())
}
