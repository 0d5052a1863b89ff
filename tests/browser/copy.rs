//! A copy of a built site with something wrong in it, served beside the good one.
//!
//! Faults are put into files, so that nothing of them is in the site or in its server.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use xtask::server::Server;

use crate::trouble::{Outcome, Trouble};

/// The copies that the server prefers to a file, when they are there.
const COMPRESSED: [&str; 2] = ["br", "gz"];

/// A served copy; folder and server go away with it.
#[derive(Debug)]
pub struct Copy {
    folder: PathBuf,
    /// Where it is served, also while it is not.
    origin: String,
    server: Option<Server>,
}

impl Copy {
    /// A copy of the site, changed by `change` before it is served.
    pub fn of(site: &Path, change: impl FnOnce(&Path) -> Outcome) -> Outcome<Self> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("ringfence-copy-{}-{number}", std::process::id()));
        let mut copy = Self { folder, origin: String::new(), server: None };
        copy_folder(site, &copy.folder)?;
        change(&copy.folder)?;
        copy.serve(0)?;
        Ok(copy)
    }

    fn serve(&mut self, port: u16) -> Outcome {
        // The server brings a runtime of its own, which cannot begin inside the one that drives the browser.
        let started = std::thread::scope(|threads| threads.spawn(|| Server::start(&self.folder, port)).join());
        let server = started.map_err(|_| Trouble::new("the server of a copy fell over"))??;
        self.origin = server.address();
        self.server = Some(server);
        Ok(())
    }

    /// Changes the files while they are served, as a new release does.
    pub fn change(&self, change: impl FnOnce(&Path) -> Outcome) -> Outcome {
        change(&self.folder)
    }

    /// The server goes away, with every connection to it.
    pub fn stop(&mut self) {
        drop(self.server.take());
    }

    /// The server comes back, at the same address.
    pub fn come_back(&mut self) -> Outcome {
        let port = self.origin.rsplit_once(':').and_then(|(_, port)| port.parse().ok());
        self.serve(port.ok_or_else(|| Trouble::new(format!("no port in {}", self.origin)))?)
    }

    /// The whole address of a page of the copy.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        drop(self.server.take());
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The files of the folder whose names begin and end like this; every walk has one of its own.
pub fn files_like(folder: &Path, start: &str, end: &str) -> Outcome<Vec<PathBuf>> {
    let fits = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(start) && name.ends_with(end)
    };
    let found: Vec<PathBuf> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).filter(fits).collect();
    if found.is_empty() { Err(Trouble::new(format!("no {start}*{end} in {}", folder.display()))) } else { Ok(found) }
}

/// Removes a file with its compressed copies.
pub fn remove(file: &Path) -> Outcome {
    fs::remove_file(file)?;
    remove_compressed(file);
    Ok(())
}

/// Changes the bytes of a file, and removes its compressed copies.
pub fn rewrite(file: &Path, change: impl FnOnce(&mut Vec<u8>)) -> Outcome {
    let mut bytes = fs::read(file)?;
    change(&mut bytes);
    fs::write(file, bytes)?;
    remove_compressed(file);
    Ok(())
}

pub(crate) fn remove_compressed(file: &Path) {
    for ending in COMPRESSED {
        // One that is not there needs no removing.
        let _ = fs::remove_file(format!("{}.{ending}", file.display()));
    }
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
