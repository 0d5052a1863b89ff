//! Where a line of greys turns from white to black and back, found in two ways that fail differently.
//!
//! Two ways, because a number is believed when independent reads agree. Places are kept finer than a pixel: a bar of a
//! blurred code is barely wider than one.

/// How edges are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Method {
    /// Half-way between the darkest and the brightest grey nearby: steady under noise and uneven light.
    Nearby,
    /// Half-way between each peak and the next valley: keeps thin bars that blur has made grey.
    Peaks,
}

/// Greys closer together than this are paper, whatever the method.
const LEAST_CONTRAST: f32 = 14.0;

/// The edges of a line, as places along it in pixels; the line begins white, so the first edge turns black.
pub(crate) fn edges(greys: &[f32], method: Method) -> Vec<f32> {
    let near = extremes(greys, (greys.len() / 16).clamp(12, 160) / BLOCK);
    match method {
        Method::Nearby => nearby(greys, &near),
        Method::Peaks => peaks(greys, &near),
    }
}

fn nearby(greys: &[f32], near: &[(f32, f32)]) -> Vec<f32> {
    let mut found = Vec::new();
    let (mut black, mut before) = (false, None);
    for (place, (&grey, &(low, high))) in greys.iter().zip(near).enumerate() {
        // Above zero is white. On plain paper everything is.
        let above = if high - low < LEAST_CONTRAST { 1.0 } else { grey - f32::midpoint(low, high) };
        if (above < 0.0) != black {
            black = !black;
            found.push(crossing(place, before.unwrap_or(above), above));
        }
        before = Some(above);
    }
    found
}

fn peaks(greys: &[f32], near: &[(f32, f32)]) -> Vec<f32> {
    let mut turns: Vec<(usize, f32)> = Vec::new();
    // The extreme so far, and whether a valley is looked for (else a peak).
    let (mut best, mut falling) = ((0, greys.first().copied().unwrap_or_default()), false);
    for (place, (&grey, &(low, high))) in greys.iter().zip(near).enumerate() {
        let noise = ((high - low) * 0.16).max(LEAST_CONTRAST / 2.0);
        let further = if falling { grey < best.1 } else { grey > best.1 };
        let back = if falling { grey - best.1 } else { best.1 - grey };
        if further {
            best = (place, grey);
        } else if back > noise {
            turns.push(best);
            best = (place, grey);
            falling = !falling;
        }
    }
    turns.push(best);
    turns.windows(2).filter_map(|pair| if let [from, to] = pair { half_way(greys, *from, *to) } else { None }).collect()
}

/// Where the greys between two turns cross the middle of both.
fn half_way(greys: &[f32], from: (usize, f32), to: (usize, f32)) -> Option<f32> {
    let level = f32::midpoint(from.1, to.1);
    let way = greys.get(from.0..=to.0)?;
    let place = way.windows(2).position(|pair| matches!(pair, &[one, other] if (one < level) != (other < level)))?;
    let (before, after) = (way.get(place)?, way.get(place + 1)?);
    Some(crossing(from.0 + place + 1, before - level, after - level))
}

/// The place between two neighbours where zero lies; `place` is the second one's.
#[expect(clippy::cast_precision_loss, reason = "a line is shorter than 2^24")]
fn crossing(place: usize, before: f32, after: f32) -> f32 {
    let rise = before - after;
    let back = if rise.abs() < f32::EPSILON { 0.5 } else { (-after / rise).clamp(0.0, 1.0) };
    (place as f32 - back).max(0.0)
}

/// Samples that share one pair of extremes.
const BLOCK: usize = 8;

/// For each place the lowest and the highest grey nearby: in its own block and `reach` blocks to each side.
fn extremes(greys: &[f32], reach: usize) -> Vec<(f32, f32)> {
    let widest = |(low, high): (f32, f32), (other, top): (f32, f32)| (low.min(other), high.max(top));
    let none = (f32::MAX, f32::MIN);
    let blocks: Vec<(f32, f32)> =
        greys.chunks(BLOCK).map(|block| block.iter().map(|&grey| (grey, grey)).fold(none, widest)).collect();
    let near = |place: usize| blocks.iter().take(place + reach + 1).skip(place.saturating_sub(reach));
    let near = (0..blocks.len()).map(|place| near(place).copied().fold(none, widest));
    near.flat_map(|pair| [pair; BLOCK]).take(greys.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bars of these widths, white first, on a line, blurred over three pixels.
    fn bars(widths: &[usize]) -> Vec<f32> {
        let sharp: Vec<f32> = widths
            .iter()
            .enumerate()
            .flat_map(|(place, &width)| [if place % 2 == 0 { 220.0 } else { 40.0 }].repeat(width))
            .collect();
        let at = |place: usize| sharp[place.min(sharp.len() - 1)];
        (0..sharp.len()).map(|place| (at(place.saturating_sub(1)) + at(place) + at(place + 1)) / 3.0).collect()
    }

    #[test]
    fn both_methods_find_every_edge_near_its_place() {
        let widths = [30, 4, 4, 8, 12, 4, 16, 4, 30];
        for method in [Method::Nearby, Method::Peaks] {
            let found = edges(&bars(&widths), method);
            assert_eq!(found.len(), widths.len() - 1, "{method:?} {found:?}");
            let mut place = 0;
            for (edge, width) in found.iter().zip(widths) {
                place += width;
                #[expect(clippy::cast_precision_loss, reason = "a small number")]
                let off = (edge - (place as f32 - 0.5)).abs();
                assert!(off < 0.6, "{method:?}: {edge} should be near {place}");
            }
        }
    }

    #[test]
    fn paper_has_no_edges() {
        let paper: Vec<f32> = (0_u8..200).map(|place| 180.0 + f32::from(place % 7)).collect();
        for method in [Method::Nearby, Method::Peaks] {
            assert!(edges(&paper, method).is_empty(), "{method:?}");
            assert!(edges(&[], method).is_empty() && edges(&[7.0], method).is_empty());
        }
    }

    #[test]
    fn the_extremes_are_those_nearby() {
        let greys: Vec<f32> = [[5.0; BLOCK], [1.0; BLOCK], [9.0; BLOCK]].concat();
        let pairs = |reach| extremes(&greys, reach).into_iter().step_by(BLOCK).collect::<Vec<_>>();
        assert_eq!(pairs(0), [(5.0, 5.0), (1.0, 1.0), (9.0, 9.0)]);
        assert_eq!(pairs(1), [(1.0, 5.0), (1.0, 9.0), (1.0, 9.0)]);
        assert_eq!((extremes(&greys, 9).len(), extremes(&[], 3).len()), (greys.len(), 0));
    }
}
