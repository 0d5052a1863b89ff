//! Other programs: whether they are there, which version they are, and how to start them.
//! Only what a program says of itself counts: a file of the right name may be anything.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::version::Version;

/// The program of this name that a shell would start.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(file_name(name))).find(|file| is_executable(file))
}

/// A program's name as the file it is on this system.
pub(crate) fn file_name(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// What a program prints on standard output, when it ends well.
pub(crate) fn output<I, S>(program: &Path, arguments: I) -> Option<String>
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let answer = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).into_owned())
}

/// The version a program announces.
pub(crate) fn version(program: &Path) -> Option<Version> {
    Version::announced(&output(program, ["--version"])?)
}

/// The cargo that started this program, else the one a shell would start.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // `cargo run` describes this package to its program: another build must not take it for its own.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::{cargo, on_path, version};

    #[test]
    fn a_program_is_found_by_name_and_a_missing_one_is_not() {
        let rustc = on_path("rustc").expect("whoever runs this test has a compiler");
        assert!(version(&rustc).is_some());
        assert_eq!(on_path("no-such-program-of-ringfence"), None);
    }

    #[test]
    fn cargo_starts_without_this_package_in_its_surroundings() {
        let command = cargo();
        let dropped = |name: &str| command.get_envs().any(|(key, value)| key == name && value.is_none());
        assert!(dropped("CARGO_MANIFEST_DIR") && dropped("CARGO_PKG_NAME"));
    }
}
