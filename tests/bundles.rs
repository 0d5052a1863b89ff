//! Every bundle is named in five places, and all of them name the same.
//!
//! A walk that one of them forgets is built without its islands, or is not linted, and no compiler says so.

use std::collections::BTreeSet;
use std::fs;

use publish::bundle::Bundle;
use tests::source::root;
use toml::Table;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn bundles() -> BTreeSet<String> {
    Bundle::ALL.iter().map(ToString::to_string).collect()
}

/// What stands between `start` and `end`, wherever both do.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = String> + 'a {
    text.split(start).skip(1).filter_map(move |rest| Some(rest.split_once(end)?.0.to_owned()))
}

#[test]
fn cargo_builds_a_program_for_each_bundle_with_the_feature_of_its_name() {
    let manifest: Table = read("Cargo.toml").parse().expect("the manifest is TOML");
    let programs = manifest["bin"].as_array().expect("programs").iter().map(|program| {
        let needs = program["required-features"].as_array().expect("features");
        (program["name"].as_str().expect("a name"), needs.iter().filter_map(|one| one.as_str()).collect::<Vec<_>>())
    });
    let walks: Vec<_> = programs.filter(|(name, _)| *name != "prerender").collect();
    assert_eq!(walks.iter().map(|(name, _)| (*name).to_owned()).collect::<BTreeSet<_>>(), bundles());
    let features = manifest["features"].as_table().expect("features");
    for (name, needs) in walks {
        assert_eq!(needs, [name], "the program {name}");
        let feature =
            features.get(name).and_then(|feature| feature.as_array()).unwrap_or_else(|| panic!("feature {name}"));
        assert!(feature.iter().any(|one| one.as_str() == Some("hydrate")), "the feature {name} wakes no islands");
        assert!(root().join(format!("src/bin/{name}.rs")).exists(), "src/bin/{name}.rs");
    }
}

#[test]
fn trunk_builds_each_bundle_with_its_feature() {
    let page = read("public/index.html");
    assert_eq!(between(&page, "data-bin=\"", "\"").collect::<BTreeSet<_>>(), bundles());
    for link in page.lines().filter(|line| line.contains("data-bin=")) {
        let names: Vec<String> = ["data-bin=\"", "data-cargo-features=\""]
            .into_iter()
            .flat_map(|start| between(link, start, "\""))
            .collect();
        assert!(matches!(names.as_slice(), [program, feature] if program == feature), "{link}");
    }
}

#[test]
fn each_bundle_is_linted_by_itself() {
    let checks = read("src/xtask/command/test.rs");
    let linted = between(&checks, "const BUNDLES", ";\n").flat_map(|_| {
        let list = checks.split_once("const BUNDLES").map(|(_, rest)| rest).unwrap_or_default();
        between(list.split_once("];").map(|(list, _)| list).unwrap_or_default(), "(\"", "\")").collect::<Vec<_>>()
    });
    assert_eq!(linted.collect::<BTreeSet<_>>(), bundles());
}
