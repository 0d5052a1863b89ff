//! What `Cargo.lock` pins: the one version of wasm-bindgen that its command-line half has to match exactly.
//! The file is machine-written in one shape, so its lines are read as they are; no TOML reader is compiled for it.

use std::fs;

use crate::failure::Failure;
use crate::project::Project;
use crate::version::Version;

/// The version of wasm-bindgen that the app is compiled with.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<Version, Failure> {
    let path = project.root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    version_of("wasm-bindgen", &text)
        .ok_or_else(|| Failure::new(format!("{} does not pin wasm-bindgen: restore the file.", path.display())))
}

/// The version a lock file gives a package.
fn version_of(package: &str, lock_file: &str) -> Option<Version> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock_file.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::version_of;
    use crate::version::Version;

    const LOCK_FILE: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.9\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n\n\
        [[package]]\nname = \"odd\"\nsource = \"registry\"\n";

    #[test]
    fn a_version_belongs_to_the_package_of_exactly_that_name() {
        assert_eq!(version_of("wasm-bindgen", LOCK_FILE), Some(Version::new(0, 2, 130)));
        assert_eq!(version_of("wasm", LOCK_FILE), None);
        assert_eq!(version_of("odd", LOCK_FILE), None);
    }
}
