//! A minute of libFuzzer on every door that strangers' bytes come in through: `tests/fuzz` says what must hold behind it.
//! It runs with the stable compiler: only its coverage is asked for, and none of the sanitizers, which are unstable.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::Finding;
use crate::cache;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;

/// The targets of `tests/fuzz`.
const TARGETS: [&str; 5] = ["imei_reader", "import", "saved_record", "slip", "locked_header"];
/// Seconds for a target, unless [`SECONDS`] says otherwise.
const MINUTE: u32 = 60;
/// Makes it shorter, or as long as a night.
const SECONDS: &str = "RINGFENCE_FUZZ_SECONDS";
/// What cargo-fuzz 0.13 asks the compiler for: the edges that were passed, and what was compared with what.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// What libFuzzer counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    executions: u64,
    edges: u64,
    corpus: u64,
}

/// Fuzzes each target for its time.
pub(super) fn audit(project: &Project) -> Result<Finding, Failure> {
    let seconds = seconds(env::var(SECONDS).ok().as_deref())?;
    let build = Stage::begin(project, "fuzz", "building the fuzzer", "4 minutes the first time")?;
    build.run(&mut fuzzer(project, "build")?).map_err(|failure| {
        failure.saying("the fuzzer cannot be built: it needs a C++ compiler such as g++; the log above says more.")
    })?;
    build.done();
    let mut finding = Finding { table: Vec::new(), broken: 0 };
    for target in TARGETS {
        let (line, sound) = run(project, target, seconds)?;
        finding.table.push(line);
        finding.broken += usize::from(!sound);
    }
    Ok(finding)
}

/// Fuzzes one target: the line of the table, and whether all held.
fn run(project: &Project, target: &str, seconds: u32) -> Result<(String, bool), Failure> {
    let name = format!("fuzz-{target}");
    let stage = Stage::begin(project, &name, &format!("fuzzing {target}"), &format!("{seconds} s"))?;
    let folder = project.logs().join("fuzz").join(target);
    cache::empty(&folder)?;
    let (found, begin) = (folder.join("found"), folder.join("begin"));
    cache::empty(&found)?;
    let mut lay_out = program::cargo();
    lay_out.args(["run", "--quiet", "--package", "fuzz", "--", "begin", target]).arg(&begin);
    stage.run(lay_out.current_dir(project.root()).env("CARGO_INCREMENTAL", "0"))?;
    let mut fuzz = fuzzer(project, "run")?;
    fuzz.env("RINGFENCE_FUZZ_TARGET", target).arg("--").arg(format!("-max_total_time={seconds}"));
    // Ten seconds on one input and two gigabytes are findings, too: nothing here may be slow or large.
    fuzz.args(["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"]);
    fuzz.arg(format!("-artifact_prefix={}/", folder.display())).args([&found, &begin]);
    let outcome = stage.run(&mut fuzz);
    let log = fs::read(stage.log()).map_err(|error| Failure::file("read", stage.log(), &error))?;
    if outcome.is_err() {
        return Ok((format!("FAIL  {target:<15}  {}", finding_in(&folder, stage.log())), false));
    }
    let Count { executions, edges, corpus } = count(&String::from_utf8_lossy(&log))
        .ok_or_else(|| Failure::logged("libFuzzer does not say how often it ran.", stage.log()))?;
    stage.done();
    Ok((format!("pass  {target:<15}  {executions:>9} runs  {edges:>5} edges  corpus of {corpus}"), true))
}

/// Cargo on the fuzzer. The compiler's own target is named, so that programs of the build are not instrumented.
fn fuzzer(project: &Project, verb: &str) -> Result<Command, Failure> {
    let rustc = program::on_path("rustc").and_then(|rustc| program::output(&rustc, ["-vV"]));
    let host = rustc.as_deref().and_then(|said| said.lines().find_map(|line| line.strip_prefix("host: ")));
    let host = host.ok_or_else(|| Failure::new("rustc does not say which machine it is for: install Rust anew."))?;
    let mut cargo = program::cargo();
    cargo.args([verb, "--package", "fuzz", "--features", "libfuzzer", "--bin", "libfuzzer", "--profile", "fuzz"]);
    cargo.args(["--target", host]).current_dir(project.root());
    cargo.env("RUSTFLAGS", COVERAGE).env("CARGO_INCREMENTAL", "0");
    Ok(cargo)
}

/// Where the input lies that broke something.
fn finding_in(folder: &Path, log: &Path) -> String {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let input = files.into_iter().find(|path| path.is_file());
    let input = input.map_or_else(|| "no input was kept".to_owned(), |path| path.display().to_string());
    format!("an input breaks a promise: {input}; see {}", log.display())
}

fn seconds(asked: Option<&str>) -> Result<u32, Failure> {
    let Some(asked) = asked else { return Ok(MINUTE) };
    let seconds = asked.parse().ok().filter(|seconds| *seconds > 0);
    seconds.ok_or_else(|| Failure::new(format!("{SECONDS} is {asked:?}: give it a number of seconds, such as 10.")))
}

/// The counts at the end of libFuzzer's log: `#4096 DONE cov: 812 ft: 1523 corp: 310/14Kb …`.
fn count(log: &str) -> Option<Count> {
    let last = log.lines().rev().find(|line| line.contains(" cov: "))?;
    let after = |name: &str| last.split_once(name)?.1.split([' ', '/']).next()?.parse().ok();
    let executions = log.lines().rev().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?;
    Some(Count { executions: executions.trim().parse().ok()?, edges: after(" cov: ")?, corpus: after(" corp: ")? })
}

#[cfg(test)]
mod tests {
    use super::{Count, MINUTE, count, seconds};

    #[test]
    fn the_counts_are_read_from_the_end_of_the_log() {
        let log = "INFO: Seed: 1\n#2\tINITED cov: 10 ft: 11 corp: 2/9b exec/s: 0 rss: 27Mb\n\
                   #4096\tDONE   cov: 812 ft: 1523 corp: 310/14Kb lim: 4096 exec/s: 2048 rss: 30Mb\n\
                   Done 4096 runs in 2 second(s)\nstat::number_of_executed_units: 4096\nstat::peak_rss_mb: 30\n";
        assert_eq!(count(log), Some(Count { executions: 4096, edges: 812, corpus: 310 }));
        assert_eq!(count("INFO: Seed: 1\n"), None);
        assert_eq!(count("stat::number_of_executed_units: 4096\n"), None, "it ran and saw nothing: not instrumented");
    }

    #[test]
    fn a_time_is_a_whole_number_of_seconds() {
        assert_eq!(seconds(None).ok(), Some(MINUTE));
        assert_eq!(seconds(Some("5")).ok(), Some(5));
        for wrong in ["0", "", "a minute", "-1", "1.5"] {
            assert!(seconds(Some(wrong)).is_err(), "{wrong}");
        }
    }
}
