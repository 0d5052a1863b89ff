//! How much a route weighs on its way to a person, against what was promised.
//! Sizes are brotli, in bytes; a kB is 1,000 of them.

use super::Finding;
use crate::failure::Failure;

/// A promise about what a first load may weigh.
struct Budget {
    promise: &'static str,
    /// The one route it is about, or every route.
    route: Option<&'static str>,
    columns: [&'static str; 2],
    limit: u64,
}

/// The page that a victim opens on somebody else's device, and the rest.
const BUDGETS: [Budget; 3] = [
    Budget { promise: "page and style", route: Some("/en/stolen/"), columns: ["html_br", "css_br"], limit: 15_000 },
    Budget {
        promise: "wasm and script",
        route: Some("/en/stolen/"),
        columns: ["wasm_br", "script_br"],
        limit: 150_000,
    },
    Budget { promise: "page and style", route: None, columns: ["html_br", "css_br"], limit: 30_000 },
];

/// Judges the table that `tools sizes` prints: a header with names, then a line a route.
pub(super) fn audit(table: &str) -> Result<Finding, Failure> {
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let routes: Vec<_> = lines.collect();
    let size = |route: &[&str], column: &str| -> Option<u64> {
        let at = header.iter().position(|name| *name == column)?;
        route.get(at)?.parse().ok()
    };
    let mut finding = Finding { table: Vec::new(), broken: 0 };
    for budget in &BUDGETS {
        let named = |route: &&Vec<&str>| budget.route.is_none_or(|name| route.first() == Some(&name));
        let mut judged = 0;
        for route in routes.iter().filter(named) {
            let name = route.first().copied().unwrap_or_default();
            let weight: Option<u64> = budget.columns.iter().map(|column| size(route, column)).sum();
            let weight =
                weight.ok_or_else(|| Failure::new(format!("`tools sizes` does not say what {name} weighs.")))?;
            let verdict = if weight <= budget.limit { "pass" } else { "FAIL" };
            finding.broken += usize::from(weight > budget.limit);
            let Budget { promise, limit, .. } = budget;
            finding.table.push(format!("{verdict}  {weight:>7} of {limit:>7}  {promise:<15}  {name}"));
            judged += 1;
        }
        if judged == 0 {
            let name = budget.route.unwrap_or("any route");
            return Err(Failure::new(format!("`tools sizes` does not list {name}: build the site first.")));
        }
    }
    Ok(finding)
}

#[cfg(test)]
mod tests {
    use super::audit;

    const HEADER: &str = "route,html,css,script,wasm,data,html_br,css_br,script_br,wasm_br,data_br\n";

    #[test]
    fn a_route_at_its_limit_passes_and_one_byte_more_does_not() {
        let stolen = |html: u32, wasm: u32| format!("{HEADER}/en/stolen/,9,9,9,9,9,{html},5000,10000,{wasm},9\n");
        let broken = |table: &str| audit(table).map(|finding| finding.broken).ok();
        assert_eq!(broken(&stolen(10_000, 140_000)), Some(0));
        assert_eq!(broken(&stolen(10_001, 140_000)), Some(1));
        assert_eq!(broken(&stolen(10_000, 140_001)), Some(1));
        assert_eq!(broken(&format!("{}/en/,9,9,9,9,9,25001,5000,0,0,0\n", stolen(1, 1))), Some(1));
        assert_eq!(broken(&stolen(25_001, 140_001)), Some(3));
    }

    #[test]
    fn a_table_without_what_was_promised_is_no_pass() {
        assert!(audit("").is_err());
        assert!(audit(HEADER).is_err());
        assert!(audit(&format!("{HEADER}/en/,1,1,1,1,1,1,1,1,1,1\n")).is_err());
        assert!(audit("route,html_br\n/en/stolen/,1\n").is_err());
        assert!(audit(&format!("{HEADER}/en/stolen/,1,1,1,1,1,x,1,1,1,1\n")).is_err());
    }
}
