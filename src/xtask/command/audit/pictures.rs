//! How well numbers are read from drawn labels: `tools pictures` measures, here it is held against what was promised.
//! Clean pictures are nearly always read, and no picture ever gives a wrong number that nobody has to compare.

use serde_json::Value;

use super::Finding;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::stage::Stage;

/// The share of numbers on clean labels that must be agreed on.
const CLEAN: f64 = 0.95;

/// Draws and reads one label of every layout under every condition.
pub(super) fn audit(project: &Project) -> Result<Finding, Failure> {
    let stage = Stage::begin(project, "tools-pictures", "reading drawn labels", "10 minutes the first time")?;
    let mut cargo = program::cargo();
    // Optimised: thousands of lines are laid across every picture.
    cargo.args(["run", "--release", "--quiet", "--package", "tools", "--", "pictures", "1"]);
    let answer = stage.read(cargo.current_dir(project.root()).env("CARGO_INCREMENTAL", "0"))?;
    stage.done();
    judge(&answer)
}

fn judge(answer: &str) -> Result<Finding, Failure> {
    let study: Value = serde_json::from_str(answer).map_err(|_| Failure::new("`tools pictures` printed no JSON."))?;
    let mut finding = Finding { table: Vec::new(), broken: 0 };
    for half in ["clean", "hard"] {
        let study =
            study.get(half).ok_or_else(|| Failure::new(format!("`tools pictures` tells nothing of {half}.")))?;
        let count = |name: &str| {
            let missing = || Failure::new(format!("`tools pictures` does not count {name}."));
            study.get(name).and_then(Value::as_u64).ok_or_else(missing)
        };
        let rate = study.get("rate").and_then(Value::as_f64).unwrap_or_default();
        let (agreed, numbers, wrong) = (count("agreed")?, count("numbers")?, count("wrong_agreed")?);
        let broken = wrong > 0 || (half == "clean" && rate < CLEAN);
        let verdict = if broken { "FAIL" } else { "pass" };
        let share = rate * 100.0;
        let line =
            format!("{verdict}  {half:<5}  {agreed:>4} of {numbers:>4} numbers agreed ({share:.1}%), {wrong} wrong");
        finding.table.push(line);
        finding.broken += usize::from(broken);
    }
    Ok(finding)
}

#[cfg(test)]
mod tests {
    use super::judge;

    fn study(clean: f64, wrong: u32) -> String {
        format!(
            r#"{{"clean":{{"rate":{clean},"numbers":100,"agreed":95,"wrong_agreed":0}},
                "hard":{{"rate":0.2,"numbers":100,"agreed":20,"wrong_agreed":{wrong}}}}}"#
        )
    }

    #[test]
    fn clean_labels_are_held_to_their_share_and_no_label_may_be_misread() {
        let broken = |study: &str| judge(study).map(|finding| finding.broken).ok();
        assert_eq!(broken(&study(0.95, 0)), Some(0));
        assert_eq!(broken(&study(0.949, 0)), Some(1));
        assert_eq!(broken(&study(0.95, 1)), Some(1));
        assert_eq!(broken("no JSON"), None);
        assert_eq!(broken("{}"), None);
    }
}
