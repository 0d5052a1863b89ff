//! Which steps and helplines were last checked too long ago: menus move, numbers change, and an old step sends people astray.
//! Old is not broken: the list is for whoever checks them next. `tools content --stale` knows the rule.

use super::Finding;
use crate::failure::Failure;

/// The answer of `tools content --stale` as a table: how many are old, then a line each, what helps most first.
pub(super) fn audit(stale: &str) -> Result<Finding, Failure> {
    let table: Vec<String> = stale.lines().map(str::to_owned).collect();
    let counted = table.first().and_then(|line| line.split_once(" of ")?.0.parse::<usize>().ok());
    if counted.is_some_and(|count| count + 1 == table.len()) {
        Ok(Finding { table, broken: 0 })
    } else {
        Err(Failure::new("`tools content --stale` does not say how many steps are old, and which."))
    }
}

#[cfg(test)]
mod tests {
    use super::audit;

    #[test]
    fn the_answer_becomes_a_table_that_breaks_no_promise() {
        for answer in [
            "0 of 9 were checked long ago\n",
            "2 of 9 were checked long ago\nweight 5  200 days  a\nhelpline  181 days  b",
        ] {
            let finding = audit(answer).expect("a whole answer");
            assert_eq!((finding.table, finding.broken), (answer.lines().map(str::to_owned).collect(), 0));
        }
    }

    #[test]
    fn half_an_answer_is_refused() {
        for answer in
            ["", "none of 9", "1 of 9 were checked long ago", "0 of 9 were checked long ago\nweight 5  200 days  a"]
        {
            assert!(audit(answer).is_err(), "{answer:?}");
        }
    }
}
