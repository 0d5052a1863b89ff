//! A photograph of a label: turned, blurred, pale, glaring, noisy, as a phone's camera takes it.
//!
//! Made by sampling the label, so that sizes between whole pixels are true; the same seed gives the same picture.

use barcode::{BadPicture, Picture};
use fastrand::Rng;

use super::label::Label;

/// What the picture was taken under.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// How wide the thinnest bar is, in pixels.
    pub bar: f32,
    /// How far the label is turned, in degrees, clockwise.
    pub turn: f32,
    /// The spread (standard deviation) of the blur, as a share of the thinnest bar.
    pub blur: f32,
    /// Patches of glare that hide what is below them.
    pub glare: u8,
    /// The difference between paper and ink: 1 is all there is.
    pub contrast: f32,
    /// The most that noise adds or takes away, in greys of 255.
    pub noise: f32,
}

/// Samples of each pixel, each way.
const SAMPLES: u8 = 3;

impl Condition {
    /// Takes the picture.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pictures are a few thousand pixels wide, and greys are clamped"
    )]
    pub fn photograph(&self, label: &Label, chance: &mut Rng) -> Result<Picture, BadPicture> {
        let (sine, cosine) = self.turn.to_radians().sin_cos();
        let (cells_wide, cells_high) = (label.size().0 as f32, label.size().1 as f32);
        let frame = 8.0 * self.bar + 12.0;
        let (wide, high) = (cells_wide * self.bar, cells_high * self.bar);
        let width = (wide * cosine.abs() + high * sine.abs() + 2.0 * frame) as usize;
        let height = (wide * sine.abs() + high * cosine.abs() + 2.0 * frame) as usize;
        let (black, white) = (125.0 - 105.0 * self.contrast, 125.0 + 100.0 * self.contrast);
        let jitter = (chance.f32(), chance.f32());
        let shade = |x: f32, y: f32| {
            let (x, y) = (x - width as f32 / 2.0 + jitter.0, y - height as f32 / 2.0 + jitter.1);
            let across = (x * cosine + y * sine) / self.bar + cells_wide / 2.0;
            let down = (y * cosine - x * sine) / self.bar + cells_high / 2.0;
            if !(0.0..cells_wide).contains(&across) || !(0.0..cells_high).contains(&down) {
                return f32::midpoint(black, white) + 12.0 * (x / 37.0).sin();
            }
            if label.is_black(across as usize, down as usize) { black } else { white }
        };
        let mut greys = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let parts = (0..SAMPLES).map(|part| (f32::from(part) + 0.5) / f32::from(SAMPLES));
                let samples = parts.clone().flat_map(|down| parts.clone().map(move |right| (right, down)));
                let sum: f32 = samples.map(|(right, down)| shade(x as f32 + right, y as f32 + down)).sum();
                greys.push(sum / f32::from(SAMPLES * SAMPLES));
            }
        }
        let mut greys = blurred(&greys, width, self.blur * self.bar);
        for _ in 0..self.glare {
            let (x, y) = (chance.f32() * width as f32, chance.f32() * height as f32);
            let reach = 10.0 * self.bar * (1.0 + chance.f32());
            for (place, grey) in greys.iter_mut().enumerate() {
                let (right, down) = ((place % width) as f32 - x, (place / width) as f32 - y);
                *grey += 400.0 * (-(right * right + 3.0 * down * down) / (reach * reach)).exp();
            }
        }
        let light = chance.f32() * 0.3 - 0.15;
        let luma = greys.iter().enumerate().map(|(place, grey)| {
            let lit = grey * (1.0 + light * ((place % width) as f32 / width as f32 - 0.5));
            let noise = self.noise * (chance.f32() + chance.f32() - 1.0);
            (lit + noise).round().clamp(0.0, 255.0) as u8
        });
        Picture::from_luma(luma.collect(), width, height)
    }
}

/// Gaussian blur, first along rows, then along columns.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a blur reaches a few pixels")]
fn blurred(greys: &[f32], width: usize, spread: f32) -> Vec<f32> {
    if spread < 0.05 {
        return greys.to_vec();
    }
    let reach = (spread * 3.0).ceil() as u16;
    let weights: Vec<f32> = (0..=2 * reach)
        .map(|place| (-(f32::from(place) - f32::from(reach)).powi(2) / (2.0 * spread * spread)).exp())
        .collect();
    let whole: f32 = weights.iter().sum();
    let reach = usize::from(reach);
    let mean = |at: &dyn Fn(usize) -> f32, place: usize, length: usize| {
        let near = |offset: usize| (place + offset).saturating_sub(reach).min(length - 1);
        weights.iter().enumerate().map(|(offset, weight)| weight * at(near(offset))).sum::<f32>() / whole
    };
    let height = greys.len() / width.max(1);
    let get = |greys: &[f32], x: usize, y: usize| greys.get(y * width + x).copied().unwrap_or_default();
    let places = || (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let rows: Vec<f32> = places().map(|(x, y)| mean(&|x| get(greys, x, y), x, width)).collect();
    places().map(|(x, y)| mean(&|y| get(&rows, x, y), y, height)).collect()
}
