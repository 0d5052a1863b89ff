//! The script of a field that finds a name in a list that stands in the page.
//!
//! For pages without islands: a whole wasm to find one of forty names would weigh more than the page.

use crate::offline::bare;

/// The script, for the end of a page's own.
pub fn script() -> String {
    bare(include_str!("finder.js"))
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn the_script_is_a_block_of_its_own_and_does_nothing_that_the_policy_forbids() {
        let script = script();
        assert!(script.starts_with("{\n") && script.ends_with("}\n"), "{script}");
        for word in ["innerHTML", "eval(", "style.", "fetch(", "Storage"] {
            assert!(!script.contains(word), "{word}");
        }
    }
}
