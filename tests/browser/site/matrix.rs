//! The page that tells which fault is tested where tells the truth: every row is there, and every test it names exists.
//!
//! Tests are renamed, and a table nobody holds to them is soon a list of good intentions.

use std::collections::BTreeSet;
use std::fs;

use browser_tests::Outcome;
use tests::source::{root, rust};

use crate::assert_sound;

const PAGE: &str = "docs/fault-matrix.md";

/// The rows of the matrix that issues 3 and 5 name, and those of issue 7 about offline use.
fn rows() -> BTreeSet<u32> {
    let offline = [6, 10, 11, 20].into_iter().chain(15..=18);
    offline.chain(21..=42).chain(45..=49).chain(59..=68).collect()
}

#[test]
fn every_row_has_its_tests_and_every_test_exists() -> Outcome {
    let page = fs::read_to_string(root().join(PAGE))?;
    let sources: Vec<_> = ["tests", "src"].into_iter().flat_map(rust).collect();
    let exists = |name: &str, in_browser: bool| {
        let Some((file, test)) = name.split_once("::") else { return false };
        let test = format!("fn {test}(");
        let mut fit = sources.iter().filter(|source| source.stem() == file);
        fit.any(|source| source.path.starts_with("tests/browser/") == in_browser && source.text.contains(&test))
    };
    let (mut told, mut faults) = (BTreeSet::new(), Vec::new());
    for line in page.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, row, _, happens, tests, _] = cells[..] else { continue };
        let Ok(row) = row.parse::<u32>() else { continue };
        if !told.insert(row) {
            faults.push(format!("row {row} is there twice"));
        }
        if tests.is_empty() && !happens.starts_with("*Does not apply:*") {
            faults.push(format!("row {row} has no test, and does not say why"));
        }
        for test in tests.split(", ").filter(|test| !test.is_empty()) {
            let (in_browser, name) = test.strip_prefix("b ").map_or((false, test), |name| (true, name));
            if !exists(name.trim_matches('`'), in_browser) {
                faults.push(format!("row {row}: there is no test {test}"));
            }
        }
    }
    if told != rows() {
        faults.push(format!("rows: {told:?}"));
    }
    assert_sound(&faults);
    Ok(())
}
