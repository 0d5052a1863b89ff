//! Not written yet.

use crate::Outcome;

pub(crate) fn run(_arguments: &[String]) -> Outcome {
    Err("not written yet".to_owned())
}
