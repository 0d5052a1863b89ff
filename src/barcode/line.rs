//! A straight cut through a picture at any angle: the greys along it.
//!
//! Bars are read along a line. Turning the line costs nothing; turning the picture costs the whole picture.

use crate::picture::Picture;

/// Parallel lines across a picture.
pub(crate) struct Lines<'a> {
    picture: &'a Picture,
    along: (f32, f32),
    /// Half of how far the picture reaches across the lines, in steps.
    reach: i32,
    /// Pixels from one line to the next.
    step: f32,
    /// How many neighbours on each side are averaged into a line, which is then sharpened as far; 0 for neither.
    blend: u8,
}

impl<'a> Lines<'a> {
    /// Lines at an angle in degrees, 0 reading to the right, 90 reading down, `step` pixels apart.
    #[expect(clippy::cast_possible_truncation, reason = "a diagonal in steps is a small number")]
    pub(crate) fn new(picture: &'a Picture, degrees: i16, step: f32, blend: u8) -> Self {
        let (sine, cosine) = f32::from(degrees).to_radians().sin_cos();
        let (width, height) = size(picture);
        let across = f32::midpoint(width * sine.abs(), height * cosine.abs());
        Self { picture, along: (cosine, sine), reach: (across / step) as i32, step, blend }
    }

    /// Calls `read` with the greys of each line; the memory is used again.
    pub(crate) fn each(&self, mut read: impl FnMut(&[f32])) {
        let (mut greys, mut sharp) = (Vec::new(), Vec::new());
        for place in -self.reach..=self.reach {
            self.sample(place, &mut greys);
            if self.blend == 0 {
                read(&greys);
            } else {
                sharpen(&greys, usize::from(self.blend), &mut sharp);
                read(&sharp);
            }
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "places in a picture are small, and none before the line's start is asked for"
    )]
    fn sample(&self, place: i32, greys: &mut Vec<f32>) {
        greys.clear();
        let (width, height) = size(self.picture);
        let (along, across) = (self.along, (-self.along.1, self.along.0));
        let shift = place as f32 * self.step;
        let middle = ((width - 1.0) / 2.0 + across.0 * shift, (height - 1.0) / 2.0 + across.1 * shift);
        let (from, to) = span(middle.0, along.0, width - 1.0);
        let (from_y, to_y) = span(middle.1, along.1, height - 1.0);
        let (from, to) = (from.max(from_y), to.min(to_y));
        if to <= from {
            return;
        }
        let blend = i16::from(self.blend);
        let share = 1.0 / f32::from(2 * blend + 1);
        for step in 0..(to - from) as usize {
            let way = from + step as f32;
            // Not `mul_add`: WebAssembly has none, and a library would do it a hundred times slower.
            let (x, y) = (middle.0 + along.0 * way, middle.1 + along.1 * way);
            if blend == 0 {
                greys.push(self.picture.between(x, y));
                continue;
            }
            let beside = (-blend..=blend).map(f32::from);
            let sum: f32 = beside.map(|by| self.inside(x + across.0 * by, y + across.1 * by)).sum();
            greys.push(sum * share);
        }
    }

    /// The grey at a point, or at the picture's nearest edge.
    fn inside(&self, x: f32, y: f32) -> f32 {
        let (width, height) = size(self.picture);
        self.picture.between(x.clamp(0.0, width - 1.0), y.clamp(0.0, height - 1.0))
    }
}

/// Takes a blur back: each grey moves away from those `reach` beside it. Averaging across the line has paid for the noise
/// that this adds along it.
fn sharpen(greys: &[f32], reach: usize, sharp: &mut Vec<f32>) {
    const STRENGTH: f32 = 0.8;
    let last = greys.len().saturating_sub(1);
    let at = |place: usize| greys.get(place.min(last)).copied().unwrap_or_default();
    sharp.clear();
    sharp.extend(
        greys
            .iter()
            .enumerate()
            .map(|(place, &grey)| grey + STRENGTH * (2.0 * grey - at(place.saturating_sub(reach)) - at(place + reach))),
    );
}

/// Where a line that passes `middle` with this slope enters and leaves `0..=end`.
fn span(middle: f32, slope: f32, end: f32) -> (f32, f32) {
    if slope.abs() < 1e-4 {
        return if (0.0..=end).contains(&middle) { (f32::MIN, f32::MAX) } else { (0.0, 0.0) };
    }
    let (one, other) = (-middle / slope, (end - middle) / slope);
    (one.min(other), one.max(other))
}

#[expect(clippy::cast_precision_loss, reason = "sides are far below 2^24")]
fn size(picture: &Picture) -> (f32, f32) {
    (picture.width() as f32, picture.height() as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dark in the left half, bright in the right one.
    fn halves() -> Picture {
        let luma = (0..100 * 60).map(|place| if place % 100 < 50 { 10 } else { 240 }).collect();
        Picture::from_luma(luma, 100, 60).expect("a picture")
    }

    #[test]
    fn lines_stay_inside_and_cover_the_picture() {
        let picture = halves();
        for degrees in (-90..=90).step_by(3) {
            let (mut count, mut greys) = (0, 0);
            Lines::new(&picture, degrees, 1.0, 0).each(|line| {
                assert!(line.iter().all(|grey| (10.0..=240.0).contains(grey)), "{degrees}");
                count += 1;
                greys += line.len();
            });
            assert!((59..=120).contains(&count), "{degrees}: {count} lines");
            assert!((5_600..=6_200).contains(&greys), "{degrees}: {greys} of 6,000 pixels");
        }
    }

    #[test]
    fn sharpening_makes_edges_steeper_and_leaves_paper_alone() {
        let mut sharp = Vec::new();
        sharpen(&[9.0; 20], 2, &mut sharp);
        assert!(sharp.iter().all(|grey| (grey - 9.0).abs() < 1e-4) && sharp.len() == 20);
        sharpen(&[0.0, 0.0, 0.0, 50.0, 100.0, 100.0, 100.0], 1, &mut sharp);
        assert!(sharp[2] < -10.0 && sharp[4] > 110.0 && (sharp[3] - 50.0).abs() < 1e-3, "{sharp:?}");
    }

    #[test]
    fn a_line_meets_what_lies_on_it() {
        let picture = halves();
        let changes = |degrees: i16| {
            let mut changes = 0;
            Lines::new(&picture, degrees, 4.0, 0).each(|line| {
                changes += line.windows(2).filter(|pair| (pair[0] < 125.0) != (pair[1] < 125.0)).count();
            });
            changes
        };
        assert_eq!((changes(0), changes(90)), (15, 0));
        assert!(changes(20) > 10);
    }
}
