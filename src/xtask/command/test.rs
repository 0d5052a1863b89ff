//! `cargo xtask test`: every check there is, one after another, the first that fails being the last.
//! It closes with how many tests passed and failed, alone on the last line, which is what CI reads.

use std::fs;
use std::process::{Command, ExitCode};

use super::build;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::set_up::{self, Tester};
use crate::stage::Stage;
use crate::tally::Tally;

/// A check that cargo runs.
struct Check {
    name: &'static str,
    doing: &'static str,
    usually: &'static str,
    arguments: &'static str,
}

/// Style and lints. The root package is two programs in one: its features never meet in one call, and neither do its
/// two machines.
const LINTS: [Check; 3] = [
    Check {
        name: "format",
        doing: "looking at how the code is laid out",
        usually: "2 s",
        arguments: "fmt --all --check",
    },
    Check {
        name: "lint",
        doing: "linting the native rooms",
        usually: "3 minutes",
        arguments: "clippy -p domain -p content -p publish -p barcode -p tools -p xtask -p tests -p fuzz -p browser-tests \
                    --all-targets -- -D warnings",
    },
    Check {
        name: "lint-pages",
        doing: "linting the pages as they are prerendered",
        usually: "2 minutes",
        arguments: "clippy -p ringfence --features ssr --all-targets -- -D warnings",
    },
];

/// The islands of one bundle as they run in a browser: what none of them needs must not be in it.
macro_rules! bundle {
    ($name:literal) => {
        Check {
            name: concat!("lint-", $name),
            doing: concat!("linting the islands of the bundle `", $name, "`"),
            usually: "20 s, the first 2 minutes",
            arguments: concat!(
                "clippy -p ringfence --target wasm32-unknown-unknown --features ",
                $name,
                " -- -D warnings"
            ),
        }
    };
}

/// Every bundle of `src/bin`.
const BUNDLES: [Check; 6] =
    [bundle!("record"), bundle!("copies"), bundle!("secure"), bundle!("stolen"), bundle!("area"), bundle!("stall")];

/// The domain is tested alone first: another room's features must not be what makes it compile.
const TESTS: [Check; 3] = [
    Check {
        name: "test-domain",
        doing: "testing the domain by itself",
        usually: "1 minute",
        arguments: "test -p domain",
    },
    Check {
        name: "test-rooms",
        doing: "testing the other native rooms and their boundaries",
        usually: "4 minutes",
        arguments: "test -p content -p publish -p barcode -p tools -p xtask -p tests -p fuzz",
    },
    Check {
        name: "test-pages",
        doing: "testing the pages as they are prerendered",
        usually: "4 minutes",
        arguments: "test -p ringfence --features ssr",
    },
];

const BROWSER: Check = Check {
    name: "test-browser",
    doing: "testing the built site in a browser",
    usually: "5 minutes",
    arguments: "test -p browser-tests -- --test-threads=1",
};

/// Sets up what is missing and runs all checks.
pub fn run(project: &Project) -> ExitCode {
    let mut tally = Tally::default();
    let outcome = all(project, &mut tally);
    if let Err(failure) = &outcome {
        // A check that failed without a test's verdict is a failure all the same.
        tally.failed = tally.failed.max(1);
        println!("{failure}");
    }
    println!("{tally}");
    if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn all(project: &Project, tally: &mut Tally) -> Result<(), Failure> {
    // What can be missing is looked for before anything long begins.
    let tester = set_up::tester(project)?;
    set_up::builder(project)?;
    for check in LINTS.iter().chain(&BUNDLES) {
        check.run(project, &mut check.command(project))?;
    }
    for check in &TESTS {
        let mut command = check.command(project);
        tester.tell_python(&mut command);
        check.count(project, &mut command, tally)?;
    }
    build::run(project)?;
    let mut browser = BROWSER.command(project);
    tell(&tester, project, &mut browser);
    BROWSER.count(project, &mut browser, tally)
}

/// Tells the browser tests where everything is that they drive or read.
fn tell(tester: &Tester, project: &Project, command: &mut Command) {
    tester.browser.tell(command);
    tester.tell_python(command);
    command.env("RINGFENCE_AXE", &tester.axe).env("RINGFENCE_DIST", project.site());
}

impl Check {
    fn command(&self, project: &Project) -> Command {
        let mut cargo = program::cargo();
        cargo.args(self.arguments.split_whitespace()).current_dir(project.root());
        cargo.env("CARGO_INCREMENTAL", "0").env("CARGO_TERM_COLOR", "never");
        cargo
    }

    fn run(&self, project: &Project, command: &mut Command) -> Result<(), Failure> {
        let stage = Stage::begin(project, self.name, self.doing, self.usually)?;
        stage.run(command)?;
        stage.done();
        Ok(())
    }

    /// Runs tests and adds what they counted, whether they end well or not.
    fn count(&self, project: &Project, command: &mut Command, tally: &mut Tally) -> Result<(), Failure> {
        let stage = Stage::begin(project, self.name, self.doing, self.usually)?;
        let outcome = stage.run(command);
        let log = fs::read(stage.log()).map_err(|error| Failure::file("read", stage.log(), &error))?;
        let counted = Tally::of(&String::from_utf8_lossy(&log));
        *tally += counted;
        outcome?;
        if counted.passed == 0 {
            return Err(Failure::logged(format!("{}: no test was run.", self.name), stage.log()));
        }
        stage.say(&counted.to_string());
        stage.done();
        Ok(())
    }
}
