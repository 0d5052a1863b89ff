//! Where the device says it is, and which area that is: resolved here, on the device, and told to nobody.
//!
//! A device knows its place only so well. When the circle of doubt touches several wards, they are all named.

use std::fmt;

use crate::gazetteer::AreaId;
use crate::outline::Outlines;

/// A position as a device gave it. `Debug` does not tell it.
#[derive(Clone, Copy, PartialEq)]
pub struct Fix {
    longitude: f64,
    latitude: f64,
    metres: f64,
}

/// Why there is no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFix {
    /// The person, or a setting, said no.
    Refused,
    /// The device does not know where it is.
    Unavailable,
    /// It took too long.
    Slow,
    /// This browser has no such thing.
    Missing,
}

/// What came of asking the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Whereabouts {
    /// Nobody asked.
    #[default]
    Unasked,
    /// The device, or the map that is needed, is on its way.
    Waiting(Option<Fix>),
    /// One area.
    In(AreaId),
    /// The circle of doubt touches several; the likeliest first.
    Among(Vec<AreaId>),
    /// Not in London.
    Outside,
    /// The device knows its place too roughly to say.
    TooRough,
    /// The map did not arrive.
    NoMap,
    /// The device gave no position.
    Failed(NoFix),
}

/// Metres in a degree of latitude, and in a degree of longitude at London's middle (WGS 84).
const METRES: (f64, f64) = (111_257.0, 69_440.0);
/// Eight points round a circle, as parts of its radius.
const ROUND: [(f64, f64); 8] =
    [(0.0, 1.0), (0.7, 0.7), (1.0, 0.0), (0.7, -0.7), (0.0, -1.0), (-0.7, -0.7), (-1.0, 0.0), (-0.7, 0.7)];

impl Fix {
    /// Wider than this, a circle holds several wards: London's are about 1.5 km across.
    pub const TOO_ROUGH: f64 = 1_500.0;

    /// A position in degrees (WGS 84) with the radius in metres in which it lies; none for what is no position.
    pub fn new(longitude: f64, latitude: f64, metres: f64) -> Option<Self> {
        let fits = longitude.abs() <= 180.0 && latitude.abs() <= 90.0 && metres >= 0.0;
        fits.then_some(Self { longitude, latitude, metres })
    }

    /// The area on this map that the position lies in, or the several it may lie in.
    pub fn on(self, outlines: &Outlines) -> Whereabouts {
        if self.metres > Self::TOO_ROUGH {
            return Whereabouts::TooRough;
        }
        let at = |east: f64, north: f64| {
            let (longitude, latitude) = (east * self.metres / METRES.1, north * self.metres / METRES.0);
            outlines.locate(self.longitude + longitude, self.latitude + latitude)
        };
        let middle = at(0.0, 0.0);
        let mut found: Vec<AreaId> = middle.into_iter().collect();
        for (east, north) in ROUND {
            if let Some(area) = at(east, north)
                && !found.contains(&area)
            {
                found.push(area);
            }
        }
        match (middle, found.as_slice()) {
            (_, []) => Whereabouts::Outside,
            (Some(only), [_]) => Whereabouts::In(only),
            _ => Whereabouts::Among(found),
        }
    }
}

/// Says that there is a position, never which: it may be somebody's home.
impl fmt::Debug for Fix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fix(hidden)")
    }
}
