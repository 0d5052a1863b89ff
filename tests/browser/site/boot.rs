//! When the wasm does not come, or not as it was built: a note says so, and everything that is written still reads.

use std::path::Path;

use browser_tests::copy::{files_like, remove, rewrite};
use browser_tests::{Copy, Outcome, visit};

/// The page says that a part has not started, and is complete but for that.
fn reads_without_its_islands(change: impl FnOnce(&Path) -> Outcome) -> Outcome {
    visit(async |you, site| {
        let broken = Copy::of(&site.released, change)?;
        you.go(&broken.page("/en/stolen/")).await?;
        you.sees("One part of this page has not started").await?;
        you.sees("Do these now").await?;
        assert!(you.text("main").await?.chars().count() > 6_300);
        let awake = you.ask("return document.documentElement.dataset.boot === 'awake'", vec![]).await?;
        assert_eq!(awake, false);
        you.go(&broken.page("/en/secure/iphone/")).await?;
        you.sees("One part of this page has not started").await?;
        Ok(())
    })
}

#[test]
fn without_the_wasm_the_page_reads() -> Outcome {
    reads_without_its_islands(|folder| files_like(folder, "app-", ".wasm")?.iter().try_for_each(|file| remove(file)))
}

#[test]
fn a_wasm_with_one_other_byte_is_refused() -> Outcome {
    reads_without_its_islands(|folder| {
        let change = |bytes: &mut Vec<u8>| {
            if let Some(last) = bytes.last_mut() {
                *last ^= 1;
            }
        };
        files_like(folder, "app-", ".wasm")?.iter().try_for_each(|file| rewrite(file, change))
    })
}

#[test]
fn without_the_script_the_page_reads() -> Outcome {
    reads_without_its_islands(|folder| files_like(folder, "app-", ".js")?.iter().try_for_each(|file| remove(file)))
}

#[test]
fn a_script_with_one_other_byte_is_refused() -> Outcome {
    reads_without_its_islands(|folder| {
        let change = |bytes: &mut Vec<u8>| bytes.extend_from_slice(b"\n");
        files_like(folder, "app-", ".js")?.iter().try_for_each(|file| rewrite(file, change))
    })
}
