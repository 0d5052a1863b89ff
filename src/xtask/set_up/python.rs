//! A Python with two packages: with `cryptography` the tests open locked files as a person without this site would, and with
//! `icalendar` they read calendar files as somebody else's program would.
//! What is there is used; else the packages are fetched into a folder of their own, and nothing of the system's changes.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use crate::cache::Place;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;
use crate::version::Version;

/// PyPI's version, of 2026.
const CRYPTOGRAPHY: Version = Version::new(50, 0, 2);
/// PyPI's version, of 2026.
const ICALENDAR: Version = Version::new(7, 3, 0);
/// Debian's and Ubuntu's packages of the same.
const PACKAGES: [&str; 2] = ["python3-cryptography", "python3-icalendar"];
/// The system's own Python, which its packages belong to, even where PATH leads to another one.
const SYSTEM: &str = "/usr/bin/python3";
/// Names the Python to use, here and to the tests.
pub(super) const NAMED: &str = "RINGFENCE_PYTHON";

/// A Python that can import both packages, set up when none is there.
pub(super) fn ensure(project: &Project) -> Result<PathBuf, Failure> {
    let known = candidates(env::var_os(NAMED), program::on_path("python3"));
    if let Some(theirs) = known.iter().find(|python| has_packages(python)) {
        return Ok(theirs.clone());
    }
    let place = Place::of(project, "python-packages", format!("{CRYPTOGRAPHY}-{ICALENDAR}"));
    let ours = place.join(inside());
    if has_packages(&ours) {
        return Ok(ours);
    }
    let doing = format!("fetching Python's cryptography {CRYPTOGRAPHY} and icalendar {ICALENDAR}");
    let stage = Stage::begin(project, "python-packages", &doing, "20 s")?;
    let made = known.iter().filter(|python| program::version(python).is_some()).any(|python| {
        let made = place.install(|| has_packages(&ours), |folder| fetch(&stage, python, folder));
        made.is_ok() && has_packages(&ours)
    });
    let python = if made { ours } else { from_packages(&stage)? };
    stage.done();
    Ok(python)
}

/// Where a Python may be, the one a person named first.
fn candidates(named: Option<OsString>, on_path: Option<PathBuf>) -> Vec<PathBuf> {
    let mut known: Vec<PathBuf> = Vec::new();
    for python in named.map(PathBuf::from).into_iter().chain(on_path).chain([SYSTEM.into()]) {
        if !python.as_os_str().is_empty() && !known.contains(&python) {
            known.push(python);
        }
    }
    known
}

fn has_packages(python: &Path) -> bool {
    // What the script in docs and the one in tests/fixtures/calendar import: a package that is half there fails here, and not in a test.
    let needed = "from cryptography.hazmat.primitives.ciphers.aead import AESGCM; from icalendar import Calendar";
    program::output(python, ["-c", needed]).is_some()
}

/// The path of Python in a virtual environment.
fn inside() -> PathBuf {
    if cfg!(windows) { ["Scripts", "python.exe"].iter().collect() } else { ["bin", "python"].iter().collect() }
}

/// Makes a virtual environment with the packages in it; Python finds its parts by where it lies, so it may be moved.
fn fetch(stage: &Stage, python: &Path, folder: &Path) -> Result<(), Failure> {
    stage.run(Command::new(python).args(["-m", "venv"]).arg(folder))?;
    let mut pip = Command::new(folder.join(inside()));
    // A wheel is only unpacked; a package built from its source could run anything, and needs two compilers.
    pip.args(["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--only-binary=:all:"]);
    stage.run(pip.args([format!("cryptography=={CRYPTOGRAPHY}"), format!("icalendar=={ICALENDAR}")]))
}

/// The system's own packages.
fn from_packages(stage: &Stage) -> Result<PathBuf, Failure> {
    let system = PathBuf::from(SYSTEM);
    if debian::distribution().is_some() && debian::is_root() {
        stage.say(&format!("not from PyPI; installing the packages {}", PACKAGES.join(" and ")));
        debian::install(stage, &PACKAGES).map_err(|failure| failure.saying(missing()))?;
        if has_packages(&system) {
            return Ok(system);
        }
    }
    Err(Failure::logged(missing(), stage.log()))
}

fn missing() -> String {
    let packages = PACKAGES.join(" ");
    format!(
        "no Python here has the packages cryptography and icalendar, and without them nobody knows whether locked files open \
         without this site, or whether its calendar files can be read: install Python 3 with {packages} (`sudo apt-get install \
         {packages}`, or `pip install cryptography icalendar`), or name such a Python in {NAMED}, then run this again."
    )
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{SYSTEM, candidates, has_packages};

    #[test]
    fn the_named_python_comes_first_and_none_comes_twice() {
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
        let cases = [
            (Some("/opt/python"), Some("/bin/python3"), paths(&["/opt/python", "/bin/python3", SYSTEM])),
            (Some(""), Some("/bin/python3"), paths(&["/bin/python3", SYSTEM])),
            (Some(SYSTEM), Some(SYSTEM), paths(&[SYSTEM])),
            (None, None, paths(&[SYSTEM])),
        ];
        for (named, on_path, expected) in cases {
            assert_eq!(candidates(named.map(Into::into), on_path.map(PathBuf::from)), expected, "{named:?}");
        }
    }

    #[test]
    fn what_is_no_python_has_no_package() {
        assert!(!has_packages(Path::new("/no/such/python3")));
        assert!(!has_packages(&crate::program::on_path("rustc").expect("whoever runs this has a compiler")));
    }
}
