//! The browser that the tests drive: what is on PATH, else Debian's or Ubuntu's packages, else a sentence.
//! A missing browser stops the run, here and in CI alike: a check that silently did not happen is worse than none.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian::{self, Distribution};
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;

/// The names that Chromium and its sisters go by.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVER: &str = "chromedriver";

/// A browser and the program that drives it.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Chromium.
    pub chromium: PathBuf,
    /// The chromedriver of the same major version.
    pub driver: PathBuf,
}

/// The browser that is there, installed when it can be.
pub(super) fn ensure(project: &Project) -> Result<Browser, Failure> {
    if let Some(found) = find() {
        return found.matching();
    }
    let packages = match debian::distribution() {
        Some(Distribution::Debian) => ["chromium", "chromium-driver"],
        Some(Distribution::Ubuntu) => ["chromium-browser", "chromium-chromedriver"],
        None => return Err(missing("Chromium and the chromedriver of the same version")),
    };
    let wanted = format!("the packages {}", packages.join(" and "));
    if !debian::is_root() {
        return Err(missing(&format!("{wanted} (`sudo apt-get install {}`)", packages.join(" "))));
    }
    let stage = Stage::begin(project, "browser", &format!("installing {wanted}"), "1 minute")?;
    debian::install(&stage, &packages).map_err(|failure| failure.saying(missing(&wanted).to_string()))?;
    let browser = find().ok_or_else(|| missing(&wanted))?.matching()?;
    stage.done();
    Ok(browser)
}

fn find() -> Option<Browser> {
    let chromium = NAMES.into_iter().find_map(program::on_path)?;
    Some(Browser { chromium, driver: program::on_path(DRIVER)? })
}

fn missing(wanted: &str) -> Failure {
    Failure::new(format!("the tests need a browser to drive: install {wanted}, then run this again."))
}

impl Browser {
    /// Tells a test program where the browser and its driver are.
    pub fn tell(&self, command: &mut Command) {
        command.env("RINGFENCE_CHROMIUM", &self.chromium).env("RINGFENCE_CHROMEDRIVER", &self.driver);
    }

    /// A driver refuses a browser of another major version, in words that say little: better said here.
    fn matching(self) -> Result<Self, Failure> {
        let (browser, driver) = (major_of(&self.chromium), major_of(&self.driver));
        if browser.is_some() && browser == driver {
            return Ok(self);
        }
        let told =
            |major: Option<u32>| major.map_or("of no known version".to_owned(), |major| format!("version {major}"));
        Err(Failure::new(format!(
            "{} is {} but {} is {}: install the two in one version, then run this again.",
            self.chromium.display(),
            told(browser),
            self.driver.display(),
            told(driver)
        )))
    }
}

fn major_of(program: &Path) -> Option<u32> {
    major(&program::output(program, ["--version"])?)
}

/// The first number of the first version in `Chromium 156.0.8078.79 built on Debian`.
fn major(announced: &str) -> Option<u32> {
    announced.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_browser_and_its_driver_announce_their_major_version() {
        let cases = [
            ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", Some(156)),
            ("ChromeDriver 156.0.8078.73 (0123456789abcdef)", Some(156)),
            ("Google Chrome 142.0.7444.175", Some(142)),
            ("not a browser", None),
            ("", None),
        ];
        for (announced, expected) in cases {
            assert_eq!(major(announced), expected, "{announced:?}");
        }
    }
}
