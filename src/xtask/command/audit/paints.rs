//! How soon the page of the first two minutes can be read on a slow line, against what was promised.
//! Ratios within one run: a shared machine is never as fast twice.

use serde_json::Value;

use super::Finding;
use crate::failure::Failure;
use crate::program;
use crate::project::Project;
use crate::set_up;
use crate::stage::Stage;

const PAGE: &str = "/en/stolen/";
/// Milliseconds until the first words, at 400 kbit/s, 400 ms and a quarter of the processor.
const LIMIT: f64 = 2_000.0;
/// What the scripts may cost of that time.
const RATIO: f64 = 1.1;

/// Opens the page, and the same without scripts, in turns.
pub(super) fn audit(project: &Project) -> Result<Finding, Failure> {
    let tester = set_up::tester(project)?;
    let stage = Stage::begin(project, "paints", "opening a page on a slow line", "3 minutes the first time")?;
    let mut cargo = program::cargo();
    cargo.args(["run", "--quiet", "--package", "browser-tests", "--bin", "paints", "--", PAGE]);
    tester.browser.tell(&mut cargo);
    cargo.current_dir(project.root()).env("CARGO_INCREMENTAL", "0").env("RINGFENCE_DIST", project.site());
    let answer = stage.read(&mut cargo)?;
    stage.done();
    judge(&answer)
}

fn judge(answer: &str) -> Result<Finding, Failure> {
    let told: Value = serde_json::from_str(answer).map_err(|_| Failure::new("`paints` printed no JSON."))?;
    let middle = |name: &str| {
        let times = told.get(name).and_then(Value::as_array).into_iter().flatten();
        let mut times: Vec<f64> = times.filter_map(Value::as_f64).collect();
        times.sort_by(f64::total_cmp);
        let middle = times.get(times.len() / 2).copied().filter(|time| *time > 0.0);
        middle.ok_or_else(|| Failure::new(format!("`paints` tells no time of the {name}.")))
    };
    let (page, stripped) = (middle("page")?, middle("stripped")?);
    let ratio = page / stripped;
    let broken = page > LIMIT || ratio > RATIO;
    let verdict = if broken { "FAIL" } else { "pass" };
    let line = format!(
        "{verdict}  {PAGE} can be read after {page:.0} of {LIMIT:.0} ms, {ratio:.2} of {RATIO} times the page without scripts"
    );
    Ok(Finding { table: vec![line], broken: usize::from(broken) })
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn both_the_time_and_the_share_of_the_scripts_have_a_limit() {
        let broken = |page: &str, stripped: &str| {
            judge(&format!(r#"{{"page":{page},"stripped":{stripped}}}"#)).map(|finding| finding.broken).ok()
        };
        assert_eq!(broken("[1, 2000, 9000]", "[1950, 1950]"), Some(0));
        assert_eq!(broken("[2001]", "[2001]"), Some(1));
        assert_eq!(broken("[1100]", "[1000]"), Some(0));
        assert_eq!(broken("[1101]", "[1000]"), Some(1));
        for none in ["[]", "[0]", "null"] {
            assert_eq!(broken(none, "[1]"), None);
            assert_eq!(broken("[1]", none), None);
        }
    }
}
