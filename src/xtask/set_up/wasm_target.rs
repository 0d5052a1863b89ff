//! The standard library for wasm32-unknown-unknown: there, else rustup's, else built from Debian's source package.
//! The built one is made with bitcode embedded, because the release profile's fat LTO reads it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::rust_source;
use crate::cache;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;
use crate::version::Version;

const TARGET: &str = "wasm32-unknown-unknown";
/// Some 20 MB to fetch; a network that cannot reach the server at all should not cost minutes.
const RUSTUP_MAY_TAKE: Duration = Duration::from_secs(120);
/// Without these nothing compiles.
const LIBRARIES: [&str; 4] = ["libcore-", "liballoc-", "libstd-", "libpanic_abort-"];

/// Makes sure that the compiler in use can build for the browser.
pub(super) fn ensure(project: &Project) -> Result<(), Failure> {
    let compiler = Compiler::in_use()?;
    if compiler.is_ready() {
        return Ok(());
    }
    let stage =
        Stage::begin(project, "wasm-target", &format!("adding {TARGET} to Rust {}", compiler.version), "1 minute")?;
    let _lock = cache::lock(&project.tools(), "wasm-target")?;
    if !compiler.is_ready() {
        compiler.add(project, &stage)?;
    }
    stage.done();
    Ok(())
}

struct Compiler {
    version: Version,
    sysroot: PathBuf,
}

impl Compiler {
    fn in_use() -> Result<Self, Failure> {
        let rustc = std::env::var_os("RUSTC").map(PathBuf::from).or_else(|| program::on_path("rustc"));
        let rustc =
            rustc.ok_or_else(|| Failure::new("rustc is missing: install Rust 1.90 or newer, then run this again."))?;
        let said = |arguments: &[&str]| program::output(&rustc, arguments);
        let unknown = || Failure::new(format!("{} does not say what it is: install Rust anew.", rustc.display()));
        Ok(Self {
            version: said(&["--version"]).as_deref().and_then(Version::announced).ok_or_else(unknown)?,
            sysroot: said(&["--print", "sysroot"]).map(|folder| folder.trim().into()).ok_or_else(unknown)?,
        })
    }

    fn libraries(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib").join(TARGET).join("lib")
    }

    fn is_ready(&self) -> bool {
        let names = libraries_in(&self.libraries());
        LIBRARIES.iter().all(|library| names.iter().any(|(name, _)| name.starts_with(library)))
    }

    fn add(&self, project: &Project, stage: &Stage) -> Result<(), Failure> {
        if let Some(rustup) = program::on_path("rustup") {
            stage.say("asking rustup");
            let mut add = std::process::Command::new(rustup);
            if stage.run_within(add.args(["target", "add", TARGET]), RUSTUP_MAY_TAKE).is_ok() && self.is_ready() {
                return Ok(());
            }
            stage.say("rustup could not fetch it; building it from Debian's package of the source");
        }
        let work = project.tools().join(".wasm-target.partial");
        cache::empty(&work)?;
        let built = self.build(stage, &work);
        let _ = fs::remove_dir_all(&work);
        built.map_err(|failure| {
            let version = self.version;
            let cause = failure.sentence().trim_end_matches('.').to_owned();
            failure.saying(format!(
                "the compiler cannot build for the browser: Rust {version} has no {TARGET} library, and it could not be \
                 fetched ({cause}). Run `rustup target add {TARGET}` where rustup's servers can be reached; or, on Debian, \
                 install rustc-web, cargo-web and rust-web-src, which always match each other, put them first on PATH, \
                 and run this again."
            ))
        })
    }

    /// Builds the library in a throw-away crate and puts it where the compiler looks for it.
    fn build(&self, stage: &Stage, work: &Path) -> Result<(), Failure> {
        rust_source::ensure(stage, work, &self.sysroot, self.version)?;
        let home = work.join("crate");
        let make =
            |path: &Path, text: &str| fs::write(path, text).map_err(|error| Failure::file("write", path, &error));
        cache::empty(&home.join("src"))?;
        make(&home.join("Cargo.toml"), "[package]\nname = \"throwaway\"\nedition = \"2024\"\n[workspace]\n")?;
        make(&home.join("src/lib.rs"), "")?;
        stage.say("building it");
        let mut cargo = program::cargo();
        cargo.args(["build", "--release", "-Zbuild-std=std,panic_abort,test,proc_macro", "--target", TARGET]);
        cargo.arg("--target-dir").arg(home.join("target")).current_dir(&home);
        // The library's own build needs features that only the compiler's makers are promised.
        cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes").env_remove("CARGO_TARGET_DIR");
        stage.run(&mut cargo)?;
        let built = home.join("target").join(TARGET).join("release/deps");
        let folder = self.libraries();
        let partial = folder.with_extension("partial");
        cache::empty(&partial)?;
        for (name, path) in libraries_in(&built).into_iter().filter(|(name, _)| !name.starts_with("libthrowaway")) {
            let to = partial.join(name);
            fs::copy(&path, &to).map_err(|error| Failure::file("write", &to, &error))?;
        }
        cache::replace(&partial, &folder)?;
        if self.is_ready() { Ok(()) } else { Err(Failure::new("the build left out a library")) }
    }
}

/// The Rust libraries in a folder, by name.
fn libraries_in(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let rlibs = entries.filter(|path| path.extension().is_some_and(|end| end == "rlib"));
    rlibs.filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path))).collect()
}
