//! `paints PATH`: prints as JSON how soon the page of that path can be read; `cargo xtask audit` asks it.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1).filter(|path| path.starts_with('/')) else {
        eprintln!("Which page? Name its path, such as /en/stolen/.");
        return ExitCode::FAILURE;
    };
    let told = browser_tests::slow::first_paints(&path)
        .map_err(|trouble| format!("{trouble:?}"))
        .and_then(|paints| serde_json::to_string(&paints).map_err(|error| error.to_string()));
    match told {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
