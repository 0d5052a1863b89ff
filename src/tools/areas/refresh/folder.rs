//! What a maintainer downloaded: every file of a folder, told apart by its columns and not by its name.
//!
//! Publishers rename their files from month to month; the columns say what a table is.

use std::path::{Path, PathBuf};

use domain::period::Month;

use super::fault::Fault;
use super::sheet::{Sheet, fault};
use crate::areas::failure::Failure;

/// A month of street-level crime of one force, not yet opened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StreetFile {
    /// The force as data.police.uk calls it: `city-of-london`.
    pub(super) force: String,
    /// The month in the file's name.
    pub(super) month: Month,
    /// How reports call the file.
    pub(super) name: String,
    /// Where it lies.
    pub(super) path: PathBuf,
}

/// The files of a folder, by kind.
#[derive(Debug, Default)]
pub(super) struct Downloads {
    /// Geographic breakdowns of the Metropolitan Police.
    pub(super) breakdowns: Vec<Sheet>,
    /// Street files, by force and month.
    pub(super) streets: Vec<StreetFile>,
    /// Lookups from census areas to wards and districts.
    pub(super) lookups: Vec<Sheet>,
    /// Files of no use here.
    pub(super) left: usize,
}

/// Which table a header belongs to.
const BREAKDOWN: [&str; 6] = ["MajorText", "MinorText", "Major Category", "Minor Category", "Group", "SubGroup"];

impl Downloads {
    /// Looks into a folder and the folders in it.
    pub(super) fn of(folder: &Path) -> Result<Self, Failure> {
        let mut downloads = Self::default();
        for path in files(folder)? {
            let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
            let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
            match ending.as_ref().and_then(|ending| ending.to_str()) {
                Some("csv") => downloads.sort(path, &name)?,
                Some("zip" | "gz" | "xz" | "7z") => return Err(fault(&name, None, None, Fault::Packed)),
                _ => downloads.left += 1,
            }
        }
        downloads.streets.sort();
        if downloads.breakdowns.is_empty() && downloads.streets.is_empty() && downloads.lookups.is_empty() {
            return Err(fault(&folder.display().to_string(), None, None, Fault::NothingKnown));
        }
        Ok(downloads)
    }

    fn sort(&mut self, path: PathBuf, name: &str) -> Result<(), Failure> {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        // The archive of data.police.uk has three kinds of file; two say nothing about where.
        if stem.ends_with("-outcomes") || stem.ends_with("-stop-and-search") {
            self.left += 1;
            return Ok(());
        }
        let sheet = Sheet::open(&path, name)?;
        if stem.ends_with("-street") || sheet.find(&["Crime ID"]).is_some() {
            let (month, force) = street(stem).ok_or_else(|| fault(name, None, None, Fault::Name))?;
            self.streets.push(StreetFile { force, month, name: name.to_owned(), path });
        } else if sheet.find(&["LSOA21CD"]).is_some() {
            self.lookups.push(sheet);
        } else if sheet.find(&BREAKDOWN).is_some() {
            self.breakdowns.push(sheet);
        } else {
            return Err(sheet.fault(sheet.header().first().map(String::as_str), Fault::UnknownTable));
        }
        Ok(())
    }
}

/// The month and the force in the name `YYYY-MM-force-street`.
fn street(stem: &str) -> Option<(Month, String)> {
    let (month, force) = stem.strip_suffix("-street")?.split_at_checked(7)?;
    let force = force.strip_prefix('-').filter(|force| !force.is_empty())?;
    Some((month.parse().ok()?, force.to_owned()))
}

/// Every file below a folder in order of its path; hidden ones left out.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let unread = |error: std::io::Error| Failure::read(&folder, &error);
        for entry in std::fs::read_dir(&folder).map_err(unread)? {
            let path = entry.map_err(unread)?.path();
            let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
            if !hidden {
                if path.is_dir() { open.push(path) } else { found.push(path) }
            }
        }
    }
    found.sort();
    Ok(found)
}
