//! The ways to look at a picture, likeliest first, and how many there are.
//!
//! The list is what bounds the search: it counts looks, never seconds, so the same picture always gives the same answer.

use crate::matrix::Threshold;

/// One look at a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Bars along lines at an angle in degrees.
    Bars(i16, Grain),
    /// Squares in the whole picture, halved so many times.
    Squares(u8, Threshold),
    /// Squares in one part of the picture.
    Part(Part, Threshold),
}

/// A part of a picture: neighbours overlap by half, so that a code is whole in one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// How many times the part goes into the picture's width, and into its height.
    pub(crate) share: u8,
    /// Steps of half a part from the left.
    pub(crate) column: u8,
    /// Steps of half a part from the top.
    pub(crate) row: u8,
    /// Drawn twice as large and sharpened: small codes are found only so.
    pub(crate) doubled: bool,
}

/// How fine the greys are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grain {
    /// As they are.
    Fine,
    /// The blur of lenses and shaking hands taken back, as far as so many pixels reach: 1 or 2.
    Sharp(u8),
    /// On the picture at half its size: against noise and against codes that are very large.
    Half,
}

/// Degrees from one angle to the next. Two degrees off, a line still crosses bars a 28th as high as the code is wide.
const TURN: i16 = 4;

/// All of them, in order.
pub(crate) fn ways() -> Vec<Way> {
    let squares = |halved: u8| [Way::Squares(halved, Threshold::Local), Way::Squares(halved, Threshold::Global)];
    let mut ways = Vec::new();
    ways.extend([Way::Bars(0, Grain::Fine), Way::Bars(90, Grain::Fine)]);
    ways.extend([1, 0, 2].into_iter().flat_map(squares));
    ways.extend(angles().skip(2).take(10).map(|angle| Way::Bars(angle, Grain::Fine)));
    ways.extend(all_parts(2, false));
    ways.extend(angles().skip(12).map(|angle| Way::Bars(angle, Grain::Fine)));
    ways.extend(all_parts(2, true));
    for grain in [Grain::Sharp(1), Grain::Half, Grain::Sharp(2)] {
        ways.extend(angles().map(|angle| Way::Bars(angle, grain)));
    }
    ways.extend(all_parts(3, true).chain(all_parts(3, false)));
    ways
}

/// Squares in every part of a picture, with both thresholds.
fn all_parts(share: u8, doubled: bool) -> impl Iterator<Item = Way> {
    let thresholds = [Threshold::Local, Threshold::Global].into_iter();
    thresholds.flat_map(move |threshold| parts(share, doubled).map(move |part| Way::Part(part, threshold)))
}

/// Parts that cover a picture.
fn parts(share: u8, doubled: bool) -> impl Iterator<Item = Part> {
    let steps = 2 * share - 1;
    (0..steps).flat_map(move |row| (0..steps).map(move |column| Part { share, column, row, doubled }))
}

/// Level, upright, and then further and further from both.
fn angles() -> impl Iterator<Item = i16> {
    let turns = std::iter::once(0).chain((1..=11).flat_map(|step| [step * TURN, -step * TURN]));
    turns.flat_map(|turn| [turn, turn + 90])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_work_is_bounded_and_every_angle_is_tried() {
        let ways = ways();
        assert!(ways.len() <= 330, "{}", ways.len());
        for grain in [Grain::Fine, Grain::Half, Grain::Sharp(1), Grain::Sharp(2)] {
            for wanted in -45..135_i16 {
                let near =
                    |way: &Way| matches!(way, Way::Bars(angle, own) if *own == grain && (angle - wanted).abs() <= 2);
                assert!(ways.iter().any(near), "{wanted} {grain:?}");
            }
        }
        assert!(ways.iter().enumerate().all(|(place, way)| !ways[..place].contains(way)), "one way twice");
    }
}
