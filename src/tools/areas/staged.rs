//! Files put in place together: all of them, or none.
//!
//! Each is written beside where it goes and then renamed, so that whoever reads never finds half a table.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::failure::Failure;

/// Files written beside their places. What is not put in place is taken away again.
#[derive(Debug, Default)]
pub struct Staged {
    files: Vec<(PathBuf, PathBuf)>,
}

impl Staged {
    /// Writes files beside their places in a folder, which is made when it is missing.
    pub fn write<'a>(
        mut self,
        folder: &Path,
        files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    ) -> Result<Self, Failure> {
        std::fs::create_dir_all(folder).map_err(|error| Failure::read(folder, &error))?;
        for (name, bytes) in files {
            let part = folder.join(format!(".{name}.part"));
            self.files.push((part.clone(), folder.join(name)));
            let written = File::create(&part).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
            written.map_err(|error| Failure::read(&part, &error))?;
        }
        Ok(self)
    }

    /// Puts every file in its place.
    pub fn put(mut self) -> Result<(), Failure> {
        for (part, place) in std::mem::take(&mut self.files) {
            std::fs::rename(&part, &place).map_err(|error| Failure::read(&place, &error))?;
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for (part, _) in &self.files {
            // Best effort: a hidden file left behind is read by nobody.
            drop(std::fs::remove_file(part));
        }
    }
}
