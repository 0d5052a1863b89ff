//! `fuzz begin TARGET FOLDER` lays out what a fuzzer begins with; `fuzz keep TARGET FOLDER` keeps what it found.
//!
//! A fuzzer wants a folder with one file an input; the repository wants one text a target.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use fuzz::corpus;
use fuzz::target::Target;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["begin", name, folder] => Target::named(name).map(|target| begin(target, Path::new(folder))),
        ["keep", name, folder] => Target::named(name).map(|target| keep(target, Path::new(folder))),
        _ => None,
    };
    match outcome {
        Some(Ok(())) => return ExitCode::SUCCESS,
        Some(Err(error)) => eprintln!("{error}"),
        None => eprintln!("usage: fuzz begin|keep TARGET FOLDER"),
    }
    ExitCode::FAILURE
}

/// Writes the seeds and the kept inputs, a file each.
fn begin(target: Target, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let inputs = target.seeds().into_iter().chain(corpus::kept(target)?);
    inputs.enumerate().try_for_each(|(number, input)| fs::write(folder.join(format!("input-{number:03}")), input))
}

/// Keeps every file of the folder that is no seed.
fn keep(target: Target, folder: &Path) -> io::Result<()> {
    let seeds = target.seeds();
    let inputs: io::Result<Vec<Vec<u8>>> = fs::read_dir(folder)?.map(|entry| fs::read(entry?.path())).collect();
    corpus::keep(target, &inputs?.into_iter().filter(|input| !seeds.contains(input)).collect::<Vec<_>>())
}
