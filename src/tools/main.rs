//! The command-line seams of Ringfence: one command a file, each printing what `docs/commands.md` promises.
//!
//! People script against them and the project is measured through them, so their output is stable.

mod content;
mod imei;
mod plan;
mod repairs;
mod sizes;

use std::process::ExitCode;

pub(crate) use tools::Outcome;
use tools::{area, areas, pictures};

const USAGE: &str = "usage: tools imei | repairs | area CODE-or-POSTCODE | areas --all | areas [--refresh DOWNLOADS] [--from TABLES] [--to DIR] | plan --all | content | sizes | pictures [LABELS]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or_default();
    let outcome = match arguments.first().map(String::as_str) {
        Some("area") => area::run(rest),
        Some("areas") => areas::run(rest),
        Some("content") => content::run(rest),
        Some("imei") => imei::run(rest),
        Some("pictures") => pictures::run(rest),
        Some("plan") => plan::run(rest),
        Some("repairs") => repairs::run(rest),
        Some("sizes") => sizes::run(rest),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
