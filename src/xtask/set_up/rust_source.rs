//! The standard library's own source, out of the Debian package that matches the compiler exactly.
//! It is what the wasm target is built from where rustup's servers cannot be reached but Debian's mirrors can.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian::{self, Distribution, Mirror};
use crate::cache;
use crate::failure::Failure;
use crate::program;
use crate::stage::Stage;
use crate::version::Version;

/// The suites that carry a `rust-src` newer than the stable release's, the smallest package list first.
const SUITES: [&str; 3] = ["trixie-backports", "forky", "sid"];

/// Puts the source of the standard library of this `version` where the compiler under `sysroot` looks for it.
pub(super) fn ensure(stage: &Stage, work: &Path, sysroot: &Path, version: Version) -> Result<(), Failure> {
    let source = sysroot.join("lib/rustlib/src/rust");
    if source.join("library/std/Cargo.toml").is_file() {
        return Ok(());
    }
    let mirror = match debian::distribution() {
        Some(Distribution::Debian) => debian::mirror(),
        _ => None,
    };
    let mirror = mirror.ok_or_else(|| Failure::new("this is not Debian, whose package of the source could help."))?;
    let deb = SUITES
        .into_iter()
        .find_map(|suite| download(stage, work, &mirror, suite, version).transpose())
        .ok_or_else(|| Failure::new(format!("Debian has no package of the source of Rust {version}.")))??;
    stage.say(&format!("unpacking {}", deb.file_name().unwrap_or_default().display()));
    let unpacked = work.join("source");
    stage.run(Command::new("dpkg-deb").arg("--extract").args([&deb, &unpacked]))?;
    let library = unpacked.join(format!("usr/src/rustc-{version}/library"));
    // Beside its final place and renamed there: a compiler never sees half a library.
    let partial = sysroot.join("lib/rustlib/src/.rust.partial");
    cache::empty(&partial)?;
    stage.run(Command::new("cp").arg("-R").args([&library, &partial]))?;
    cache::replace(&partial, &source)
}

/// The package of this version out of one suite, or `None` when the suite has another.
fn download(
    stage: &Stage,
    work: &Path,
    mirror: &Mirror,
    suite: &str,
    version: Version,
) -> Result<Option<PathBuf>, Failure> {
    let lists = work.join(suite);
    let make =
        |folder: &Path| fs::create_dir_all(folder).map_err(|error| Failure::file("make the folder", folder, &error));
    make(&lists.join("lists/partial"))?;
    make(&lists.join("cache/archives/partial"))?;
    let sources = lists.join("sources.list");
    let line = source_line(mirror, suite);
    fs::write(&sources, line).map_err(|error| Failure::file("write", &sources, &error))?;
    let options = [
        format!("Dir::Etc::sourcelist={}", sources.display()),
        "Dir::Etc::sourceparts=-".to_owned(),
        format!("Dir::State::lists={}", lists.join("lists").display()),
        format!("Dir::Cache={}", lists.join("cache").display()),
        "Acquire::Languages=none".to_owned(),
        "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false".to_owned(),
        "Acquire::http::Timeout=30".to_owned(),
    ];
    let options: Vec<&str> = options.iter().flat_map(|option| ["-o", option]).collect();
    stage.say(&format!("asking Debian's {suite}"));
    stage.run(Command::new("apt-get").args(&options).arg("update"))?;
    let cache = program::on_path("apt-cache").ok_or_else(|| Failure::new("apt-cache is missing."))?;
    let table = program::output(&cache, options.iter().copied().chain(["madison", "rust-src"])).unwrap_or_default();
    let Some(package) = package_of(version, &table) else { return Ok(None) };
    let wanted = format!("rust-src={package}");
    stage.run(Command::new("apt-get").args(&options).args(["download", &wanted]).current_dir(&lists))?;
    let files = fs::read_dir(&lists).map_err(|error| Failure::file("read", &lists, &error))?;
    Ok(files.flatten().map(|entry| entry.path()).find(|path| path.extension().is_some_and(|end| end == "deb")))
}

/// A line of sources.list(5) for one suite of a mirror.
fn source_line(mirror: &Mirror, suite: &str) -> String {
    let keyring = mirror.keyring.as_ref().map(|path| format!("[signed-by={path}] ")).unwrap_or_default();
    format!("deb {keyring}{} {suite} main\n", mirror.address)
}

/// The package version that holds exactly this source, in `apt-cache madison`'s table.
fn package_of(version: Version, table: &str) -> Option<&str> {
    let packages = table.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
    let prefix = format!("{version}+");
    packages.into_iter().find(|package| package.starts_with(&prefix))
}

#[cfg(test)]
mod tests {
    use super::super::debian::Mirror;
    use super::{package_of, source_line};
    use crate::version::Version;

    #[test]
    fn only_the_package_of_the_compilers_own_version_will_do() {
        let table = "  rust-src | 1.96.1+dfsg1-2~bpo13+1 | http://mirror.test/debian a/main amd64 Packages\n  \
                     rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://mirror.test/debian a/main amd64 Packages\n";
        assert_eq!(package_of(Version::new(1, 95, 0), table), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(package_of(Version::new(1, 95, 1), table), None);
        assert_eq!(package_of(Version::new(1, 9, 0), table), None);
        assert_eq!(package_of(Version::new(1, 95, 0), ""), None);
    }

    #[test]
    fn a_suite_is_asked_under_the_systems_own_key() {
        let mut mirror = Mirror { address: "http://mirror.test/debian".into(), keyring: Some("/k.gpg".into()) };
        assert_eq!(source_line(&mirror, "sid"), "deb [signed-by=/k.gpg] http://mirror.test/debian sid main\n");
        mirror.keyring = None;
        assert_eq!(source_line(&mirror, "sid"), "deb http://mirror.test/debian sid main\n");
    }
}
