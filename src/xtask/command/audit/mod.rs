//! `cargo xtask audit`: what is slow, or needs a judgement that a test cannot make. One file an audit.
//! It prints tables for a person, and fails when a promise is broken.

mod dates;
mod fuzz;
mod paints;
mod pictures;
mod sizes;

use super::build;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;

/// What an audit found.
struct Finding {
    /// The lines of its table.
    table: Vec<String>,
    /// How many promises are broken.
    broken: usize,
}

/// Builds the site and looks at it.
pub fn run(project: &Project) -> Result<(), Failure> {
    build::run(project)?;
    let findings = [
        ("sizes", sizes::audit(&ask(project, "sizes")?)?),
        ("dates", dates::audit(&ask(project, "content --stale")?)?),
        ("pictures", pictures::audit(project)?),
        ("paints", paints::audit(project)?),
        ("fuzz", fuzz::audit(project)?),
    ];
    let mut broken = 0;
    for (name, finding) in findings {
        println!("\n{name}");
        finding.table.iter().for_each(|line| println!("  {line}"));
        broken += finding.broken;
    }
    match broken {
        0 => Ok(()),
        1 => Err(Failure::new("1 promise is broken.")),
        more => Err(Failure::new(format!("{more} promises are broken."))),
    }
}

/// What a command of `tools` prints, asked with its arguments.
fn ask(project: &Project, command: &str) -> Result<String, Failure> {
    let name = format!("tools-{}", command.replace(" --", "-"));
    let stage = Stage::begin(project, &name, &format!("asking `tools {command}`"), "1 minute the first time")?;
    let mut cargo = program::cargo();
    cargo.args(["run", "--quiet", "--package", "tools", "--"]).args(command.split(' ')).current_dir(project.root());
    let answer = stage.read(cargo.env("CARGO_INCREMENTAL", "0"))?;
    stage.done();
    Ok(answer)
}
