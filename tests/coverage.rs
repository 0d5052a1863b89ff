//! docs/coverage.md held against the content: which step carries which fact, and which steps come first.
//!
//! A table nobody checks is soon a table of steps that are gone. The notes themselves are not in the repository.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use content::guide::Guide;
use content::step::Step;
use content::{Content, folder, survey};
use domain::change::Change;
use domain::choice::Choice;
use domain::coach::{Catalogue, Facts};
use domain::guide::GuideId;
use domain::language::Language;
use domain::step::StepId;
use tests::given::record;
use tests::source::root;

/// How many rows each section of the notes has: a row that is dropped must be dropped here too.
const ROWS: [(&str, usize); 6] = [("A1", 24), ("A2", 19), ("A3", 11), ("A4", 10), ("A5", 12), ("A6", 13)];

fn page() -> String {
    fs::read_to_string(root().join("docs/coverage.md")).expect("docs/coverage.md can be read")
}

fn content() -> Content {
    survey(folder(), Language::RELEASED).0
}

/// One row of a table, with the section it stands in and its cells by the head of their column.
struct Row<'a> {
    section: &'a str,
    cells: BTreeMap<&'a str, &'a str>,
}

impl<'a> Row<'a> {
    /// The code in a cell, groups written out; nothing for a cell that the table does not have.
    fn codes(&self, column: &str, groups: &BTreeMap<&str, Vec<&str>>) -> Vec<String> {
        self.cells.get(column).into_iter().flat_map(|cell| codes(cell)).flat_map(|code| expand(code, groups)).collect()
    }

    fn named(&self) -> &'a str {
        self.cells.get("Row").or_else(|| self.cells.get("Why they are there")).copied().unwrap_or_default()
    }
}

/// Every row of every table of a page.
fn rows(page: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let (mut section, mut heads) = ("", None::<Vec<&str>>);
    for line in page.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            section = title;
        }
        let Some(inner) = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) else {
            heads = None;
            continue;
        };
        let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
        match &heads {
            None => heads = Some(cells),
            Some(_) if cells.iter().all(|cell| *cell == "---") => {}
            Some(heads) => rows.push(Row { section, cells: heads.iter().copied().zip(cells).collect() }),
        }
    }
    rows
}

fn codes(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// `{google}-imei` as one name for each guide of the group; any other name as it stands.
fn expand(code: &str, groups: &BTreeMap<&str, Vec<&str>>) -> Vec<String> {
    let group = groups.iter().find_map(|(group, guides)| Some((guides, code.strip_prefix(group)?)));
    group.map_or_else(
        || vec![code.to_owned()],
        |(guides, rest)| guides.iter().map(|guide| format!("{guide}{rest}")).collect(),
    )
}

/// The guides of phones and accounts: those that the plan draws on.
fn coached(content: &Content) -> impl Iterator<Item = &Guide> {
    content.guides().filter(|guide| matches!(guide.id, GuideId::Platform(_) | GuideId::Account(_)))
}

/// The steps of a guide as the plan shows them to somebody who chose that guide alone.
fn planned(guide: &Guide, content: &Content) -> Vec<StepId> {
    let Ok(choice) = Choice::try_from(guide.id) else { return Vec::new() };
    let facts = |step: &Step| Facts::new(content.names_of(&step.id), step.weight, step.minutes, step.defends);
    let catalogue = Catalogue::new(vec![(choice, guide.steps.iter().map(facts).collect())]);
    catalogue.chosen(&record([Change::Choose(choice, true)])).into_iter().map(|step| step.id().clone()).collect()
}

/// Everything in which a page and the content are out of step.
fn breaches(page: &str, content: &Content) -> Vec<String> {
    let rows = rows(page);
    let groups: BTreeMap<&str, Vec<&str>> = rows
        .iter()
        .filter_map(|row| Some((codes(row.cells.get("Group")?).next()?, codes(row.cells.get("Guides")?).collect())))
        .collect();
    let mut found = carried(&rows, &groups, content);
    found.extend(first(&rows, &groups, content));
    found.extend(rows.iter().flat_map(|row| needed(row, &groups, content)));
    for (section, expected) in ROWS {
        let count = rows.iter().filter(|row| row.section.starts_with(section) && row.cells.contains_key("Row")).count();
        if count != expected {
            found.push(format!("{section} has {count} rows, the notes have {expected}"));
        }
    }
    found
}

/// Names without a step, rows without a step or a reason, steps without a row.
fn carried(rows: &[Row], groups: &BTreeMap<&str, Vec<&str>>, content: &Content) -> Vec<String> {
    let mut found = Vec::new();
    let living: BTreeSet<&str> = content.guides().flat_map(|guide| &guide.steps).map(|step| step.id.as_str()).collect();
    let mut named = BTreeSet::new();
    for row in rows.iter().filter(|row| row.cells.contains_key("Steps")) {
        let steps = row.codes("Steps", groups);
        let reason = row.cells.get("Note").or_else(|| row.cells.get("Why they are there")).copied();
        if steps.is_empty() && reason.is_none_or(str::is_empty) {
            found.push(format!("{}: {} has neither a step nor a reason", row.section, row.named()));
        }
        found.extend(steps.iter().filter(|step| !living.contains(step.as_str())).map(|step| format!("no step {step}")));
        named.extend(steps);
    }
    let steps = coached(content).flat_map(|guide| &guide.steps).map(|step| step.id.as_str());
    found.extend(steps.filter(|step| !named.contains(*step)).map(|step| format!("{step} stands in no row")));
    found
}

/// Guides whose first steps are others than the page says: three of a phone, one of an account.
fn first(rows: &[Row], groups: &BTreeMap<&str, Vec<&str>>, content: &Content) -> Vec<String> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        said.extend(row.codes("Guide", groups).into_iter().map(|guide| (guide, row.codes("First", groups))));
    }
    let out_of_step = |guide: &Guide| {
        let most = if matches!(guide.id, GuideId::Platform(_)) { 3 } else { 1 };
        let plan = planned(guide, content);
        let real: Vec<&str> = plan.iter().take(most).map(StepId::as_str).collect();
        let page = said.get(guide.id.slug()).map(Vec::as_slice).unwrap_or_default();
        (page != real).then(|| format!("{} starts with {}", guide.id, real.join(", ")))
    };
    coached(content).filter_map(out_of_step).collect()
}

/// Steps of one row that come too late for the step that needs them, in the plan or in the guide.
fn needed(row: &Row, groups: &BTreeMap<&str, Vec<&str>>, content: &Content) -> Vec<String> {
    let (needed, before) = (row.codes("Needed first", groups), row.codes("Before", groups));
    let late = |(needed, step): &(&String, &String)| {
        let in_order = |steps: &[StepId]| {
            let place = |id: &str| steps.iter().position(|step| step.as_str() == id);
            place(needed).zip(place(step)).is_some_and(|(needed, step)| needed < step)
        };
        let written = |guide: &Guide| guide.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
        !coached(content).any(|guide| in_order(&written(guide)) && in_order(&planned(guide, content)))
    };
    let uneven = (needed.len() != before.len()).then(|| format!("uneven groups before {}", before.join(", ")));
    let late =
        needed.iter().zip(&before).filter(late).map(|(needed, step)| format!("{needed} comes too late for {step}"));
    late.chain(uneven).collect()
}

#[test]
fn every_row_has_a_step_or_a_reason_and_every_step_a_row() {
    let found = breaches(&page(), &content());
    assert!(found.is_empty(), "\nPut docs/coverage.md or the content right:\n  {}\n", found.join("\n  "));
}

#[test]
fn a_page_out_of_step_is_found() {
    let (page, content) = (page(), content());
    let row = "| Passcode strength | `iphone-passcode` | |\n";
    let quick = "| `bank` | `bank-number-on-paper` |";
    let needs = "| `iphone-find-my` | `iphone-offline-finding` |";
    for (from, to, says) in [
        (row, "| Passcode strength | `iphone-pass` | |\n", "no step iphone-pass"),
        (row, "| Passcode strength | | |\n", "A1. iPhone: Passcode strength has neither a step nor a reason"),
        (row, "", "A1 has 23 rows, the notes have 24"),
        ("| `{every}-come-home` |", "| `{smart}-come-home` |", "simple-come-home stands in no row"),
        ("| `{every}-backup` |", "| `{none}-backup` |", "no step {none}-backup"),
        (quick, "| `bank` | `bank-limits` |", "bank starts with bank-number-on-paper"),
        (quick, "", "bank starts with bank-number-on-paper"),
        (needs, "| `iphone-imei` | `iphone-find-my` |", "iphone-imei comes too late for iphone-find-my"),
        (needs, "| `apple-password` | `iphone-find-my` |", "apple-password comes too late for iphone-find-my"),
        (needs, "| `{google}-imei` | `iphone-find-my` |", "uneven groups before iphone-find-my"),
    ] {
        assert!(page.contains(from), "the page has no {from:?} to break");
        let found = breaches(&page.replacen(from, to, 1), &content);
        assert!(found.iter().any(|one| one == says), "{says}: {found:?}");
    }
}
