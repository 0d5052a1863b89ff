//! How many tests passed and failed, read from what cargo's test runner prints.
//! A test that is ignored is shown as skipped: it is never lost from the sum.

use std::fmt;
use std::ops::AddAssign;

/// The sum over test programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Tally {
    /// What a log of `cargo test` counts: `test result: ok. 33 passed; 0 failed; 0 ignored; …`, a line a program.
    pub(crate) fn of(log: &str) -> Self {
        let mut sum = Self::default();
        for line in log.lines().filter_map(|line| line.strip_prefix("test result: ")) {
            let number = |what: &str| {
                let words: Vec<&str> = line.split_whitespace().collect();
                let found =
                    words.windows(2).find(|pair| pair.last().is_some_and(|word| word.trim_end_matches(';') == what));
                found.and_then(|pair| pair.first()?.parse().ok()).unwrap_or(0)
            };
            sum += Self { passed: number("passed"), failed: number("failed"), skipped: number("ignored") };
        }
        sum
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(out, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn a_log_is_summed_over_its_programs() {
        let log = "running 2 tests\ntest a ... ok\n\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.20s\n\
            test result: FAILED. 10 passed; 1 failed; 3 ignored; 0 measured; 4 filtered out; finished in 1.00s\n";
        let sum = Tally::of(log);
        assert_eq!(sum, Tally { passed: 12, failed: 1, skipped: 3 });
        assert_eq!(sum.to_string(), "12 passed, 1 failed, 3 skipped");
    }

    #[test]
    fn a_test_that_talks_about_results_is_not_counted() {
        assert_eq!(Tally::of("it said: test result: ok. 5 passed; 0 failed").to_string(), "0 passed, 0 failed");
    }
}
