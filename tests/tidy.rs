//! The laws of the house that can be read from the text of its files.
//!
//! Each says what to do when it is broken, and shows beside it that it finds the breach: a test that cannot fail is none.

use std::fs;
use std::sync::LazyLock;

use tests::source::{Finding, Source, files, is_kind, root, rust};
use tests::view;

/// The law holds: nothing was found.
#[track_caller]
fn holds(law: &str, found: &[Finding]) {
    let list: Vec<String> = found.iter().map(Finding::to_string).collect();
    assert!(found.is_empty(), "\n{law}\n  {}\n", list.join("\n  "));
}

/// The law is awake: it finds each of these breaches and leaves the others alone.
#[track_caller]
fn wakes(law: impl Fn(&Source) -> Vec<Finding>, path: &str, breaches: &[&str], sound: &[&str]) {
    for breach in breaches {
        assert!(!law(&Source::new(path, breach)).is_empty(), "this breach of the law is not found: {breach}");
    }
    for line in sound {
        let found = law(&Source::new(path, line));
        assert!(found.is_empty(), "this is sound, but was found: {line}: {}", found[0]);
    }
}

/// Every Rust file of the house, read once.
static HOUSE: LazyLock<Vec<Source>> = LazyLock::new(|| [rust("src"), rust("tests")].concat());

fn in_rooms(rooms: &[&str], law: impl Fn(&Source) -> Vec<Finding>) -> Vec<Finding> {
    let inside = |source: &Source, room: &str| source.path.strip_prefix(room).is_some_and(|rest| rest.starts_with('/'));
    let checked = |room: &str| HOUSE.iter().any(|source| inside(source, room));
    assert!(rooms.iter().all(|room| checked(room)), "one of these rooms is empty, so nothing was checked: {rooms:?}");
    HOUSE.iter().filter(|source| rooms.iter().any(|room| inside(source, room))).flat_map(law).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// The rooms of the app, besides the one door to the browser.
const VIEWS: [&str; 3] = ["src/pages", "src/islands", "src/parts"];

#[test]
fn every_file_says_what_it_is() {
    let law = |source: &Source| {
        let first = source.text.lines().next().and_then(|line| line.strip_prefix("//! "));
        let opens = first.is_some_and(|line| line.split_whitespace().count() > 2);
        if opens { Vec::new() } else { vec![Finding::file(&source.path, "no `//!`")] }
    };
    wakes(law, "a.rs", &["", "use std::fmt;\n//! Late.", "// What.", "//!\n", "//! stub"], &["//! What it is.\n"]);
    holds("Open every file with `//! ` and a sentence that says what it is.", &in_rooms(&["src", "tests"], law));
}

#[test]
fn no_file_is_too_long_to_read() {
    const LOOK_AGAIN: usize = 250;
    const MOST: usize = 400;
    let lines = |source: &Source| source.text.lines().count();
    let law = |source: &Source| {
        let count = lines(source);
        if count > MOST { vec![Finding::file(&source.path, format!("{count} lines"))] } else { Vec::new() }
    };
    wakes(law, "a.rs", &["\n".repeat(MOST + 1).as_str()], &["\n".repeat(MOST).as_str()]);
    for source in HOUSE.iter() {
        let count = lines(source);
        if (LOOK_AGAIN..=MOST).contains(&count) {
            println!("Look again, {count} lines: {}", source.path);
        }
    }
    holds("Split this file by its nouns: nobody reads more than 400 lines.", &in_rooms(&["src", "tests"], law));
}

#[test]
fn files_are_named_after_what_is_in_them() {
    const EMPTY: [&str; 10] =
        ["utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "data", "types"];
    let law = |source: &Source| {
        let named = source.path.split('/').any(|part| EMPTY.contains(&part.trim_end_matches(".rs")));
        if named { vec![Finding::file(&source.path, "a name that says nothing")] } else { Vec::new() }
    };
    for path in ["src/domain/utils.rs", "src/types/mod.rs", "tests/helpers.rs"] {
        wakes(law, path, &["//! What."], &[]);
    }
    wakes(law, "src/domain/phone.rs", &[], &["//! What."]);
    holds("Name the file after the one noun it holds.", &in_rooms(&["src", "tests"], law));
}

#[test]
fn the_domain_is_deaf_and_blind() {
    const WORLD: [&str; 17] = [
        "web_sys",
        "gloo",
        "js_sys",
        "wasm_bindgen",
        "leptos",
        "std::time",
        "std::fs",
        "std::net",
        "std::env",
        "std::io",
        "std::process",
        "std::thread",
        "println",
        "eprintln",
        "dbg",
        "thread_local",
        // Several modules in one line would hide which: name them one by one.
        "std::{",
    ];
    let law = |source: &Source| source.named(&WORLD).collect();
    let breaches = [
        "use std::time::Instant;",
        "let now = std::env::var(\"NOW\");",
        "use leptos::prelude::*;",
        "use std::{fs, fmt};",
    ];
    let sound = [
        "// use std::fs\nuse std::fmt;",
        "const A: &str = \"std::fs\";",
        "/* a /* b */ std::net */",
        "#[cfg(test)]\nmod tests { use std::fs; }",
    ];
    wakes(law, "src/domain/a.rs", &breaches, &sound);
    holds("Give time, place and chance to the domain as arguments.", &in_rooms(&["src/domain"], law));
}

#[test]
fn the_domain_stands_on_two_packages() {
    fn packages(manifest: &str) -> Vec<&str> {
        let mut section = "";
        let mut found = Vec::new();
        for line in manifest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(title) = line.strip_prefix('[') {
                section = title.trim_end_matches(']');
                // `[dependencies.luhn]` and `[target.….dependencies]` are other ways to say it.
                if section.contains("dependencies.") || section.starts_with("target") || section.starts_with("build") {
                    found.push(section);
                }
            } else if section == "dependencies" {
                found.push(line.split(['.', '=', ' ']).next().unwrap_or(line));
            }
        }
        found
    }
    let more = "[dependencies]\nluhn.workspace = true\ntime = \"1\"\n[dependencies.rand]\nversion = \"1\"\n[target.x.dependencies]\n";
    assert_eq!(packages(more), ["luhn", "time", "dependencies.rand", "target.x.dependencies"]);
    assert_eq!(
        packages(&read("src/domain/Cargo.toml")),
        ["luhn", "serde"],
        "What is true needs luhn and serde alone: take the other package to the room that needs it."
    );
}

#[test]
fn one_room_knows_the_browser() {
    const BROWSER: [&str; 5] = ["web_sys", "gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];
    let law = |source: &Source| {
        let elsewhere = !source.path.starts_with("src/browser/")
            // The program that builds the site names the tool `wasm-bindgen`; it never runs in a browser.
            && !source.path.starts_with("src/xtask/")
            // A worker has a wasm of its own: its script calls this file, and no page and no island ever does.
            && source.path != "src/barcode/worker.rs";
        let mut source = source.clone();
        if source.path == "src/lib.rs" {
            // The one exported function, which the page's script calls.
            source.code = source.code.replacen("#[wasm_bindgen::prelude::wasm_bindgen]", &" ".repeat(42), 1);
        }
        if elsewhere { source.named(&BROWSER).collect() } else { Vec::new() }
    };
    let breaches =
        ["use leptos::web_sys;", "leptos::web_sys::window();", "gloo::timers::Timeout", "#[wasm_bindgen]\nfn a() {}"];
    wakes(law, "src/islands/a.rs", &breaches, &["// web_sys\nlet web_system = 1;", "\"web_sys\""]);
    wakes(law, "src/browser/a.rs", &[], &breaches);
    wakes(law, "src/barcode/worker.rs", &[], &breaches);
    wakes(law, "src/barcode/search.rs", &breaches, &[]);
    let once = "#[wasm_bindgen::prelude::wasm_bindgen]\n";
    wakes(law, "src/lib.rs", &[once.repeat(2).as_str(), "use web_sys;"], &[once]);
    holds("Say what should happen as an Effect; `src/browser` carries it out.", &in_rooms(&["src"], law));
}

#[test]
fn the_browser_room_has_no_words_and_no_views() {
    let law = |source: &Source| {
        let named = source.named(&["content::", "view", "component", "island"]);
        let imported = source.named(&["use content"]);
        named.chain(imported).collect()
    };
    wakes(
        law,
        "src/browser/a.rs",
        &["use content::Content;", "view! { <p></p> }", "#[island]"],
        &["text_content()", "islands::Words"],
    );
    holds("`src/browser` does what it is told: words and views live elsewhere.", &in_rooms(&["src/browser"], law));
}

#[test]
fn views_write_no_raw_html_and_no_style() {
    let law =
        |source: &Source| source.named(&["inner_html", "style=", "set_inner_html", "insert_adjacent_html"]).collect();
    let breaches =
        ["view! { <p inner_html=text></p> }", "view! { <p style=\"color: red\"></p> }", "<p style=move || a>"];
    wakes(law, "src/parts/a.rs", &breaches, &["view! { <p style:width=w></p> }", "let style = 1;", "// style="]);
    let rooms = ["src/pages", "src/islands", "src/parts", "src/browser"];
    holds("The content policy forbids it: use a class, and text as text.", &in_rooms(&rooms, law));
}

#[test]
fn nothing_that_ships_gives_up() {
    let law = |source: &Source| {
        let calls = ["unwrap(", "expect("].into_iter().flat_map(|call| {
            let called = source.code.match_indices(call).map(|(place, _)| place);
            called.filter(|place| matches!(source.code.as_bytes().get(place.wrapping_sub(1)), Some(b'.' | b':')))
        });
        let calls = calls.map(|place| source.finding(place, "gives up where it could answer"));
        calls.chain(source.named(&["panic!", "todo!", "unimplemented!", "unreachable!"])).collect()
    };
    let breaches = ["a.unwrap()", "a\n    .expect(\"b\")", "Option::unwrap(a)", "todo!()", "panic!(\"no\")"];
    let sound = [
        "a.unwrap_or(b)",
        "#[expect(dead_code)]",
        "/// a.unwrap()",
        "#[cfg(test)]\nmod tests {\n fn a() { b.unwrap() }\n}",
    ];
    wakes(law, "src/domain/a.rs", &breaches, &sound);
    holds("Return an error that its reader can act on.", &in_rooms(&["src"], law));
}

#[test]
fn nothing_is_unsafe() {
    let law = |source: &Source| source.named(&["unsafe"]).collect();
    wakes(law, "src/a.rs", &["unsafe { a() }", "unsafe fn a() {}"], &["#![forbid(unsafe_code)]", "// unsafe"]);
    holds("Find the safe way: it exists for everything this site does.", &in_rooms(&["src", "tests"], law));
}

#[test]
fn one_file_writes_addresses() {
    let law = |source: &Source| {
        let own = [
            // The address book.
            "src/domain/route.rs",
            // Programs of the building site: they serve, measure and look into the system's own folders.
            "src/xtask/",
            "src/publish/",
        ];
        let found = view::paths(source).filter(|literal| {
            let path = source.path.as_str();
            // Files of the site that are not pages: tables and words beside the code that fetches them, icons in the head.
            let fetched = ["/areas/", "/words/", "/open/"].iter().any(|folder| literal.text.starts_with(folder));
            let file = (path == "src/domain/effect.rs" && fetched)
                || (path == "src/parts/shell.rs" && literal.text.starts_with("/icons/"));
            !file && !own.iter().any(|own| path.starts_with(own))
        });
        found.map(|literal| source.finding(literal.start, format!("\"{}\"", literal.text))).collect()
    };
    let breaches =
        ["<a href=\"/en/stolen/\">", "format!(\"/{tag}/area/\")", "let a = \"/area/\";", "href=\"/icons/icon.svg\""];
    wakes(law, "src/pages/a.rs", &breaches, &["// \"/en/\"", "split('/')", "\"/\"", "\"a/b\""]);
    wakes(law, "src/parts/shell.rs", &breaches[..1], &breaches[3..]);
    wakes(law, "src/domain/effect.rs", &breaches[..1], &["\"/areas/a.bin\"", "\"/words/en.txt\"", "\"/open/a.html\""]);
    holds("Ask `domain::route` for the address: a page that moves, moves there alone.", &in_rooms(&["src"], law));
}

/// The names of the classes that the stylesheets know.
fn classes() -> Vec<String> {
    let name = |part: &str| {
        let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(part.len());
        part.get(..end).filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase())).map(str::to_owned)
    };
    let sheets: Vec<String> = files("style").iter().map(|path| read(path)).collect();
    sheets.iter().flat_map(|sheet| sheet.split('.').skip(1).filter_map(name)).collect()
}

#[test]
fn no_view_speaks_by_itself() {
    let classes = classes();
    assert!(classes.len() > 50, "the stylesheets were not read");
    let law = |source: &Source| view::said(source, &classes);
    let breaches = [
        "let a = \"My phone was taken\";",
        "view! { <p>\"Hello\"</p> }",
        "view! { <p class=\"lede\">{count}\" of them\"</p> }",
        "view! { <p>Hello</p> }",
        "view! { <p>{move || a > b} so far</p> }",
        "view! { <img alt=\"Phone\" /> }",
        "view! { <Notice text=\"Not kept\" /> }",
        "format!(\"{done} of {count}\")",
        "let a = if b { \"look again\" } else { \"\" };",
    ];
    let sound = [
        "view! { <p class=\"reading reading-open\" on:click=move |_| a>{b}\". \"</p> }",
        "let class = if a { \"button\" } else { \"button button-quiet\" };",
        "view! { <svg viewBox=\"0 0 64 64\" aria-hidden=\"true\"><path d=\"M 1 2 h 3\" /></svg> }",
        "view! { <p>{a}\": \"{b}\" \"<b>{c}</b></p> }",
        "format!(\"{} 100\", done)",
        "#[expect(clippy::a, reason = \"as it must be\")]\nfn a() {}",
        "/// Says something.\nfn a() {} // and more",
        "words.get(\"no_number\")",
    ];
    wakes(law, "src/islands/a.rs", &breaches, &sound);
    holds("Move the words to `content/words`: a view shows them in any language.", &in_rooms(&VIEWS, law));
}

#[test]
fn the_top_level_is_the_prescribed_one() {
    const PRESCRIBED: [&str; 11] = [
        "Cargo.lock",
        "Cargo.toml",
        "CONTRIBUTING.md",
        "README.md",
        "SECURITY.md",
        "Trunk.toml",
        "docs",
        "public",
        "src",
        "style",
        "tests",
    ];
    let listed = |name: &str| {
        PRESCRIBED.contains(&name) || name == "LICENSE" || name.starts_with("LICENSE-") || name.starts_with('.')
    };
    assert!(["bench", "package.json", "fuzz", "rust-toolchain.toml", "src2"].iter().all(|name| !listed(name)));
    let ignored = read(".gitignore");
    let built = |name: &str| ignored.lines().any(|line| line.trim_matches('/') == name);
    let entries = fs::read_dir(root()).expect("the repository is a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let found: Vec<Finding> = names
        .filter(|name| !listed(name) && !built(name))
        .map(|name| Finding::file(&name, "not on the prescribed list"))
        .collect();
    holds("Give it a room inside `src`, `public`, `style`, `tests` or `docs`.", &found);
}

/// A stylesheet without its comments.
fn rules(sheet: &str) -> String {
    let parts = sheet.split("/*").enumerate();
    parts
        .map(|(place, part)| if place == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect()
}

#[test]
fn styles_fetch_nothing() {
    let fetches = |sheet: &str| {
        let rules = rules(sheet).to_lowercase();
        // `url(#…)` points into the page itself.
        rules.replace("url(#", "").contains("url(") || rules.contains("@import") || rules.contains("image-set(")
    };
    for sheet in ["@import \"a.css\";", "a { background: url(b.png) }", "a { fill: url(#b); cursor: URL('c') }"] {
        assert!(fetches(sheet), "{sheet}");
    }
    assert!(!fetches("/* url(a) */ a { fill: url(#hatch); }"));
    let sheets: Vec<String> =
        files("style").into_iter().chain(files("public")).filter(|path| is_kind(path, "css")).collect();
    assert!(sheets.len() > 3, "the stylesheets were not read: {sheets:?}");
    let found: Vec<Finding> = sheets
        .iter()
        .filter(|path| fetches(&read(path)))
        .map(|path| Finding::file(path, "fetches something"))
        .collect();
    holds("Draw it in the page, or do without: a stylesheet asks for no file.", &found);
}

#[test]
fn nothing_public_names_another_host() {
    // The name of SVG's namespace looks like an address and is never fetched.
    let names = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).replace("http://www.w3.org/2000/svg", "");
        text.contains("http://") || text.contains("https://")
    };
    assert!(names(b"\x89PNG https://a.test") && names(b"<img src=http://a.test>"));
    assert!(!names(b"<svg xmlns=\"http://www.w3.org/2000/svg\">"));
    // Where figures come from, and the text of a licence, name their source.
    let told = |path: &str| path.ends_with("/provenance.json") || path.to_lowercase().contains("licen");
    let paths: Vec<String> = files("public").into_iter().chain(files("style")).filter(|path| !told(path)).collect();
    assert!(paths.len() > 5, "the public files were not read: {paths:?}");
    let found: Vec<Finding> = paths
        .iter()
        .filter(|path| names(&fs::read(root().join(path)).expect("a public file")))
        .map(|path| Finding::file(path, "names another host"))
        .collect();
    holds("Nothing leaves the device: keep the file here, or leave it out.", &found);
}
