//! Folders for the tests of the refresh: the small tables of `fixtures/refresh`, packed as the raw tables are, and downloads.
//!
//! Each folder is the test's own, below the temporary folder of the machine, and gone when the test ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use tools::areas::raw::{Raw, pack};

/// A folder of a test's own.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// An empty one.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("ringfence-refresh-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders it stands in.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// Writes several.
    pub(crate) fn put(&self, files: &[(String, Vec<u8>)]) {
        for (name, bytes) in files {
            self.write(name, bytes);
        }
    }

    /// The bytes of every file in it.
    pub(crate) fn snapshot(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = fs::read_dir(&self.0).expect("the folder is there").map(|entry| entry.expect("an entry").path());
        files.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).expect("a file reads"))).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// A folder of `fixtures/refresh`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/refresh").join(name)
}

/// The small raw tables.
pub(crate) fn packed_tables() -> Folder {
    let folder = Folder::new();
    for entry in fs::read_dir(fixture("tables")).expect("the tables are there") {
        let path = entry.expect("an entry").path();
        let name = format!("{}.xz", path.file_name().expect("a name").to_string_lossy());
        folder.write(&name, pack(&name, &fs::read(&path).expect("a table reads")).expect("a table packs"));
    }
    folder
}

/// A packed table as text.
pub(crate) fn plain(file: &str, packed: &[u8]) -> String {
    let bytes = Raw::with(Path::new(""), vec![(file.to_owned(), packed.to_vec())]).plain(file);
    String::from_utf8(bytes.expect("a table unpacks")).expect("a table is text")
}
