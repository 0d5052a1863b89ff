//! Debian and its sister Ubuntu: which of them this is, and how to install their packages.
//! A look at another suite uses package lists of its own, so that nothing in the system's own ones changes.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::program;
use crate::stage::Stage;

/// The systems whose packages this project knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Distribution {
    Debian,
    Ubuntu,
}

/// A source of Debian packages, as the system itself uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mirror {
    pub(super) address: String,
    pub(super) keyring: Option<String>,
}

/// The system this runs on, when it is one of the two and has its package client.
pub(super) fn distribution() -> Option<Distribution> {
    program::on_path("apt-get")?;
    named_in(&fs::read_to_string("/etc/os-release").ok()?)
}

/// Whether packages may be installed without asking anybody.
pub(super) fn is_root() -> bool {
    program::on_path("id").and_then(|id| program::output(&id, ["-u"])).is_some_and(|user| user.trim() == "0")
}

/// Installs packages from the system's own sources.
pub(super) fn install(stage: &Stage, packages: &[&str]) -> Result<(), Failure> {
    // One source out of many that does not answer is no reason to stop: what counts is whether the packages come.
    if stage.run(apt_get().arg("update")).is_err() {
        stage.say("not every source of packages answers; trying with those that do");
    }
    stage.run(apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages))
}

/// The mirror that the system takes Debian's packages from.
pub(super) fn mirror() -> Option<Mirror> {
    let folder = fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = folder.chain([Path::new("/etc/apt/sources.list").to_path_buf()]).collect();
    files.sort();
    files.iter().find_map(|file| mirror_in(&fs::read_to_string(file).ok()?))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}

fn named_in(os_release: &str) -> Option<Distribution> {
    let value =
        |key: &str| os_release.lines().find_map(|line| line.strip_prefix(key)).map(|text| text.trim_matches('"'));
    match (value("ID="), value("ID_LIKE=")) {
        (Some("debian"), _) => Some(Distribution::Debian),
        (Some("ubuntu"), _) => Some(Distribution::Ubuntu),
        (_, Some(like)) if like.split(' ').any(|name| name == "ubuntu") => Some(Distribution::Ubuntu),
        (_, Some(like)) if like.split(' ').any(|name| name == "debian") => Some(Distribution::Debian),
        _ => None,
    }
}

/// The first mirror of Debian's own archive in a list of sources, in either of the two shapes of sources.list(5).
fn mirror_in(sources: &str) -> Option<Mirror> {
    let one_line = sources.lines().find_map(|line| {
        let rest = line.strip_prefix("deb ")?.trim_start();
        let (options, rest) = match rest.strip_prefix('[') {
            Some(rest) => rest.split_once(']')?,
            None => ("", rest),
        };
        let keyring =
            options.split_whitespace().find_map(|option| option.strip_prefix("signed-by=")).map(str::to_owned);
        archive(rest).map(|address| Mirror { address, keyring })
    });
    one_line.or_else(|| {
        sources.split("\n\n").find_map(|stanza| {
            let field = |key: &str| stanza.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
            let keyring = field("Signed-By:").filter(|path| path.starts_with('/')).map(str::to_owned);
            archive(field("URIs:")?).map(|address| Mirror { address, keyring })
        })
    })
}

/// The first word that is an address of Debian's main archive: it ends in `/debian`, the security one does not.
fn archive(words: &str) -> Option<String> {
    words
        .split_whitespace()
        .map(|word| word.trim_end_matches('/'))
        .find(|word| word.ends_with("/debian"))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{Distribution, Mirror, mirror_in, named_in};

    #[test]
    fn a_system_is_known_by_its_own_name_or_by_what_it_is_like() {
        let cases = [
            ("NAME=\"Debian GNU/Linux\"\nID=debian\n", Some(Distribution::Debian)),
            ("ID=ubuntu\nID_LIKE=debian\n", Some(Distribution::Ubuntu)),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Some(Distribution::Ubuntu)),
            ("ID=raspbian\nID_LIKE=debian\n", Some(Distribution::Debian)),
            ("ID=fedora\n", None),
            ("", None),
        ];
        for (os_release, expected) in cases {
            assert_eq!(named_in(os_release), expected, "{os_release:?}");
        }
    }

    #[test]
    fn the_mirror_is_the_one_the_system_uses_in_either_shape() {
        let mirror = |keyring: Option<&str>| {
            Some(Mirror { address: "http://mirror.test/debian".into(), keyring: keyring.map(str::to_owned) })
        };
        let cases = [
            ("deb http://mirror.test/debian bookworm main\n", mirror(None)),
            (
                "# deb http://old.test/debian\ndeb [arch=amd64 signed-by=/k.gpg] http://mirror.test/debian/ x main",
                mirror(Some("/k.gpg")),
            ),
            (
                "Types: deb\nURIs: http://mirror.test/debian-security\nSuites: a\n\nTypes: deb\nURIs: http://mirror.test/debian\n\
                 Signed-By: /k.gpg\n",
                mirror(Some("/k.gpg")),
            ),
            ("deb http://security.test/debian-security bookworm-security main\n", None),
            ("deb https://packages.test/apt tool main\n", None),
            ("", None),
        ];
        for (sources, expected) in cases {
            assert_eq!(mirror_in(sources), expected, "{sources:?}");
        }
    }
}
