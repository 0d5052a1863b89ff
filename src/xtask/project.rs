//! Where everything is: the clone, what cargo builds, and the tools that every clone of this user shares.
//! One place decides it, so that a stage names a folder and never spells out a path.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The folders of one clone.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    cache: PathBuf,
}

impl Project {
    /// The clone this program was built from.
    pub fn here() -> Result<Self, Failure> {
        // `cargo run` says where this package lies now; the clone may have moved since it was compiled.
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = package
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
            .ok_or_else(|| Failure::new(format!("no Trunk.toml above {}: run this in a clone.", package.display())))?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        Ok(Self { root: root.to_path_buf(), target, cache: cache_folder()? })
    }

    /// The clone's top level.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The finished site.
    pub fn site(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What the stages of this program said, one file a stage.
    pub fn logs(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The folder of tools that all clones of this user share.
    pub fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }
}

/// The user's cache folder for this project, made when missing.
/// `$XDG_CACHE_HOME`, else `~/.cache`: the XDG Base Directory Specification 0.8.
fn cache_folder() -> Result<PathBuf, Failure> {
    let given = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let base = given
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or_else(|| Failure::new("no home folder: set XDG_CACHE_HOME to a folder that tools may be kept in."))?;
    let cache = base.join("ringfence");
    fs::create_dir_all(&cache).map_err(|error| Failure::file("make the folder", &cache, &error))?;
    Ok(cache)
}
