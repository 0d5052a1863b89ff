//! `tools repairs`: which slips of the finger would explain fifteen digits that fail their check.
//!
//! One number a line in, `swap_repairs,digit_repairs` out; a line that needs no repair, or cannot have one, gets two
//! empty fields.

use domain::repair::Garbled;

use crate::Outcome;
use crate::imei::each_line;

pub(crate) fn run(arguments: &[String]) -> Outcome {
    if !arguments.is_empty() {
        return Err("usage: tools repairs, fifteen digits a line on standard input".to_owned());
    }
    each_line(|line| {
        let Ok(garbled) = line.trim().parse::<Garbled>() else { return ",".to_owned() };
        let swaps: Vec<String> = garbled.swap_repairs().map(|(_, imei)| imei.to_string()).collect();
        format!("{},{}", swaps.join(";"), garbled.digit_repairs().iter().collect::<String>())
    })
}
