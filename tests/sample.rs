//! A small sound sample of content that a test may break.
//!
//! The rules of the content are shown on it one at a time; the site's own content is held to them in `words.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use content::{Complaint, Content, load_from};

/// The structure of the one guide that the sample has.
pub const GUIDE: &str = "guides/iphone.toml";
/// What that guide says.
pub const WORDS: &str = "words/en/guides/iphone.toml";
/// The words of a page.
pub const HOME: &str = "words/en/home.toml";
/// The structure of the helplines.
pub const HELPLINES: &str = "helplines.toml";
/// What the helplines say.
pub const HELPLINE_WORDS: &str = "words/en/helplines.toml";
/// The words that are not used in English.
pub const TONE: &str = "tone/en.toml";

/// A copy of the sound sample that a test may break; gone when the test ends.
pub struct Sample(PathBuf);

impl Default for Sample {
    fn default() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let copy = std::env::temp_dir().join(format!("ringfence-content-{}-{number}", std::process::id()));
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/content"), &copy);
        Self(copy)
    }
}

impl Sample {
    /// The sample with one text in one file replaced; an empty `from` makes a new file.
    ///
    /// # Panics
    /// When the file has no such text: a test that breaks nothing shows nothing.
    pub fn with(file: &str, from: &str, to: &str) -> Self {
        let sample = Self::default();
        if from.is_empty() {
            sample.write(file, to);
        } else {
            let text = sample.read(file);
            assert!(text.contains(from), "{file} has no {from:?} to break");
            sample.write(file, &text.replacen(from, to, 1));
        }
        sample
    }

    /// Where the copy lies.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// The text of a file.
    ///
    /// # Panics
    /// When the sample has no such file.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).expect(file)
    }

    /// Puts a text in the place of a file, or makes a new one.
    ///
    /// # Panics
    /// When the disk refuses.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the sample can be written");
    }

    /// Takes a file away.
    ///
    /// # Panics
    /// When the sample has no such file.
    pub fn remove(&self, file: &str) {
        fs::remove_file(self.0.join(file)).expect(file);
    }

    /// The sample as the site would load it.
    ///
    /// # Errors
    /// Everything that is wrong with it, but not the guides that the small sample leaves out.
    pub fn load(&self) -> Result<Content, Vec<Complaint>> {
        load_from(&self.0)
    }

    /// Everything that is wrong with it, a line each.
    pub fn complaints(&self) -> String {
        let complaints = self.load().err().unwrap_or_default();
        complaints.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the copy can be removed");
    }
}

/// Also for a second language, whose words are the first's at the start.
///
/// # Panics
/// When the disk refuses.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the copy can be made");
    for entry in fs::read_dir(from).expect("the sample can be read") {
        let path = entry.expect("the sample can be read").path();
        let copy = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, copy).map(|_| ()).expect("a file can be copied");
        }
    }
}
