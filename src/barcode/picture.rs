//! A grey picture, bounded in size.
//!
//! Every loop of the search is bounded by this type: a picture that is too large never becomes one.

use std::fmt;

/// Shorter sides than this cannot hold a code, in pixels.
pub const SMALLEST_SIDE: usize = 24;

/// The most pixels a picture may have: 16 megapixels, four times what the page draws.
pub const LARGEST: usize = 16 * 1024 * 1024;

/// Eight-bit grey, row by row from the top left: 0 is black.
#[derive(Clone)]
pub struct Picture {
    luma: Vec<u8>,
    width: usize,
    height: usize,
}

/// Why bytes are not a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPicture {
    /// A side is shorter than [`SMALLEST_SIDE`].
    Small,
    /// More than [`LARGEST`] pixels.
    Large,
    /// The bytes do not fill width times height.
    Length,
}

impl Picture {
    /// From grey, one byte a pixel.
    pub fn from_luma(luma: Vec<u8>, width: usize, height: usize) -> Result<Self, BadPicture> {
        let pixels = width.checked_mul(height).ok_or(BadPicture::Large)?;
        if width < SMALLEST_SIDE || height < SMALLEST_SIDE {
            return Err(BadPicture::Small);
        }
        if pixels > LARGEST {
            return Err(BadPicture::Large);
        }
        if luma.len() == pixels { Ok(Self { luma, width, height }) } else { Err(BadPicture::Length) }
    }

    /// From a canvas: red, green, blue and opacity, one byte each. Opacity is ignored.
    pub fn from_rgba(pixels: &[u8], width: usize, height: usize) -> Result<Self, BadPicture> {
        if pixels.len() / 4 > LARGEST {
            return Err(BadPicture::Large);
        }
        let (pixels, []) = pixels.as_chunks::<4>() else { return Err(BadPicture::Length) };
        Self::from_luma(pixels.iter().copied().map(grey).collect(), width, height)
    }

    /// In pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// In pixels.
    pub fn height(&self) -> usize {
        self.height
    }

    /// All of it, row by row.
    pub(crate) fn luma(&self) -> &[u8] {
        &self.luma
    }

    /// The grey at a point between pixels, 0 to 255; 0 outside.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sides are far below 2^24, and a negative place becomes 0"
    )]
    pub(crate) fn between(&self, x: f32, y: f32) -> f32 {
        let (left, top) = (x as usize, y as usize);
        let (right, down) = (x - left as f32, y - top as f32);
        let start = top * self.width + left;
        let pair = |start: usize| match self.luma.get(start..start + 2) {
            Some(&[left, right]) => (f32::from(left), f32::from(right)),
            _ => self.luma.get(start).map_or((0.0, 0.0), |&last| (f32::from(last), f32::from(last))),
        };
        let (above, below) = (pair(start), pair((start + self.width).min(self.luma.len().saturating_sub(2))));
        let above = above.0 + (above.1 - above.0) * right;
        let below = below.0 + (below.1 - below.0) * right;
        above + (below - above) * down
    }

    /// Half as wide and high, each pixel the mean of four; as it is when that would be too small.
    pub(crate) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        if width < SMALLEST_SIDE || height < SMALLEST_SIDE {
            return self.clone();
        }
        let mut luma = Vec::with_capacity(width * height);
        let rows = self.luma.chunks_exact(self.width);
        for (upper, lower) in rows.clone().step_by(2).zip(rows.skip(1).step_by(2)) {
            let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
            luma.extend(pairs.map(|(upper, lower)| mean(*upper, *lower)));
        }
        Self { luma, width, height }
    }

    /// Twice as wide and high, with greys between; as it is when that would be too large.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sides are far below 2^24, and a mean of greys is a grey"
    )]
    pub(crate) fn doubled(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        if width * height > LARGEST {
            return self.clone();
        }
        let place = |pixel: usize, end: usize| (pixel as f32 / 2.0 - 0.25).clamp(0.0, (end - 1) as f32);
        let row = |y: usize| (0..width).map(move |x| (x, y));
        let grey = |(x, y)| self.between(place(x, self.width), place(y, self.height)).round() as u8;
        Self { luma: (0..height).flat_map(row).map(grey).collect(), width, height }
    }

    /// The blur of about two pixels taken back: each grey moves away from the four that lie two pixels beside it.
    pub(crate) fn sharpened(&self) -> Self {
        const REACH: usize = 2;
        let last = self.luma.len() - 1;
        let at = |place: usize| self.luma.get(place.min(last)).copied().map_or(0, i32::from);
        let sharp = |(place, &grey): (usize, &u8)| {
            let beside = at(place.saturating_sub(REACH)) + at(place + REACH);
            let above = at(place.saturating_sub(REACH * self.width)) + at(place + REACH * self.width);
            let grey = i32::from(grey);
            u8::try_from((grey + (4 * grey - beside - above) / 2).clamp(0, 255)).unwrap_or(u8::MAX)
        };
        Self { luma: self.luma.iter().enumerate().map(sharp).collect(), ..*self }
    }

    /// The rectangle that begins at `left` and `top`, cut where the picture ends; `None` when too little is left.
    pub(crate) fn cut(&self, left: usize, top: usize, width: usize, height: usize) -> Option<Self> {
        let width = width.min(self.width.saturating_sub(left));
        let height = height.min(self.height.saturating_sub(top));
        let rows = self.luma.chunks_exact(self.width).skip(top).take(height);
        let luma = rows.filter_map(|row| row.get(left..left + width)).flatten().copied().collect();
        Self::from_luma(luma, width, height).ok()
    }
}

/// Nobody's numbers in a log.
impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

/// How bright a colour looks. Weights: ITU-R BT.601.
fn grey([red, green, blue, _]: [u8; 4]) -> u8 {
    let sum = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    u8::try_from((sum + 500) / 1000).unwrap_or(u8::MAX)
}

fn mean(upper: [u8; 2], lower: [u8; 2]) -> u8 {
    let sum: u16 = upper.into_iter().chain(lower).map(u16::from).sum();
    u8::try_from((sum + 2) / 4).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_bounds() {
        let side = SMALLEST_SIDE;
        let luma = |pixels: usize| vec![0; pixels];
        let rows = [
            (side, side, side * side, None),
            (side, side, side * side - 1, Some(BadPicture::Length)),
            (side - 1, side, (side - 1) * side, Some(BadPicture::Small)),
            (0, 0, 0, Some(BadPicture::Small)),
            (usize::MAX, 2, 8, Some(BadPicture::Large)),
            (4096, 4096, LARGEST, None),
            (4096, 4097, 8, Some(BadPicture::Large)),
        ];
        for (width, height, bytes, bad) in rows {
            assert_eq!(Picture::from_luma(luma(bytes), width, height).err(), bad, "{width} x {height}");
        }
        assert_eq!(Picture::from_rgba(&luma(side * side * 4 + 1), side, side).err(), Some(BadPicture::Length));
    }

    #[test]
    fn colours_become_grey() {
        for (colour, luma) in [([0, 0, 0, 255], 0), ([255, 255, 255, 255], 255), ([255, 0, 0, 255], 76)] {
            let rgba: Vec<u8> = colour.repeat(SMALLEST_SIDE * SMALLEST_SIDE);
            let picture = Picture::from_rgba(&rgba, SMALLEST_SIDE, SMALLEST_SIDE).expect("a picture");
            assert!(picture.luma().iter().all(|&pixel| pixel == luma), "{colour:?}");
        }
    }

    #[test]
    fn a_point_between_pixels_lies_between_their_greys() {
        let luma = (0..48 * 48).map(|place| if place % 48 < 10 { 0 } else { 200 }).collect();
        let picture = Picture::from_luma(luma, 48, 48).expect("a picture");
        for (x, y, grey) in [(3.0, 3.0, 0.0), (9.5, 3.0, 100.0), (20.0, 46.5, 200.0), (47.0, 47.0, 200.0)] {
            assert!((picture.between(x, y) - grey).abs() < 0.01, "{x} {y}");
        }
        assert_eq!((picture.halved().width(), picture.halved().luma().first()), (24, Some(&0)));
        assert_eq!((picture.doubled().width(), picture.doubled().luma().get(19..22)), (96, Some(&[50, 150, 200][..])));
        assert_eq!(picture.cut(8, 40, 40, 40).map(|cut| cut.height()), None);
        assert_eq!(picture.cut(8, 8, 24, 99).map(|cut| (cut.width(), cut.height())), Some((24, 40)));
    }
}
