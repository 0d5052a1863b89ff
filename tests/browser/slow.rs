//! How soon a page can be read on a slow line and a slow device, beside the same page without its scripts.
//!
//! Measured, not tested: `cargo xtask audit` judges. Both pages take turns in one run, so that a busy machine slows both.

use std::fs;
use std::path::Path;

use publish::compress;
use serde::Serialize;

use crate::copy::remove_compressed;
use crate::{Copy, Outcome, Trouble, visit};

/// How often each page is opened, with nothing in the browser's memory.
const TURNS: usize = 7;

/// Milliseconds from the question for a page until its first words stand, in the order of the turns.
#[derive(Debug, Default, Serialize)]
pub struct Paints {
    /// The page as it ships.
    pub page: Vec<f64>,
    /// The same without any script.
    pub stripped: Vec<f64>,
}

const PAINTED: &str = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

/// Opens the page of a path and its stripped copy in turns, on the slow line of [`Visitor::slow_down`](crate::Visitor::slow_down).
pub fn first_paints(path: &str) -> Outcome<Paints> {
    let mut paints = Paints::default();
    visit(async |you, builds| {
        let bare =
            Copy::of(&builds.released, |site| strip(&site.join(path.trim_start_matches('/')).join("index.html")))?;
        you.slow_down().await?;
        for _ in 0..TURNS {
            for (address, found) in [(builds.page(path), &mut paints.page), (bare.page(path), &mut paints.stripped)] {
                you.forget_pages().await?;
                you.go(&address).await?;
                let told = you.until("the first paint", PAINTED, vec![]).await?;
                found.push(told.as_f64().ok_or_else(|| Trouble::new("a time that is no number"))?);
            }
        }
        Ok(())
    })?;
    Ok(paints)
}

/// Takes every script out of a page, and compresses it as the build does.
fn strip(page: &Path) -> Outcome {
    let html = fs::read_to_string(page)?;
    let mut bare = String::new();
    let mut rest = html.as_str();
    while let Some((before, script)) = rest.split_once("<script") {
        bare.push_str(before);
        rest = script.split_once("</script>").ok_or_else(|| Trouble::new("a script without an end"))?.1;
    }
    bare.push_str(rest);
    if bare.len() == html.len() {
        return Err(Trouble::new("the page has no script to take out"));
    }
    remove_compressed(page);
    fs::write(page, &bare)?;
    fs::write(page.with_extension("html.br"), compress::brotli_of(bare.as_bytes()))?;
    Ok(())
}
