//! The outline of an area's largest part as positions on the globe: what another service can be asked about.
//!
//! Some wards have islands, or a part cut off by a river; the largest part stands for the whole.

use super::{Outlines, Point, Projection, Side};
use crate::gazetteer::AreaId;

/// Hundred-thousandths of a degree (WGS 84), about a metre: latitude, then longitude.
pub type Position = (i32, i32);

impl Outlines {
    /// The corners of the area's largest part, in order, each once; none when it is not drawn here.
    pub fn largest(&self, area: AreaId) -> Option<Vec<Position>> {
        let mut largest: Option<(i64, &[Side])> = None;
        for ring in &self.shape(area)?.rings {
            let extent = self.twice_the_extent(ring);
            if largest.is_none_or(|(known, _)| extent > known) {
                largest = Some((extent, ring));
            }
        }
        let (extent, ring) = largest?;
        // The last point is the first again, and short borders may have fallen together to one.
        let mut corners: Vec<Position> = self.points(ring).map(|point| self.projection.position(point)).collect();
        corners.dedup();
        corners.pop();
        (extent > 0).then_some(corners)
    }

    /// Twice what a ring encloses, in squares of the grid (the shoelace formula).
    fn twice_the_extent(&self, ring: &[Side]) -> i64 {
        let mut sum = 0;
        let mut before: Option<Point> = None;
        for (x, y) in self.points(ring) {
            if let Some((left, upper)) = before {
                sum += i64::from(left) * i64::from(y) - i64::from(x) * i64::from(upper);
            }
            before = Some((x, y));
        }
        sum.abs()
    }
}

impl Projection {
    /// Where a point of the grid lies.
    pub fn position(&self, (x, y): Point) -> Position {
        let latitude = i64::from(self.north) - millionths(y, self.down);
        let longitude = i64::from(self.west) + millionths(x, self.across);
        (hundred_thousandths(latitude), hundred_thousandths(longitude))
    }
}

/// So many units of the grid in millionths of a degree.
fn millionths(units: i32, in_a_thousand_degrees: u32) -> i64 {
    (i64::from(units) * 1_000_000_000).checked_div(i64::from(in_a_thousand_degrees)).unwrap_or_default()
}

fn hundred_thousandths(millionths: i64) -> i32 {
    i32::try_from((millionths + 5).div_euclid(10)).unwrap_or_default()
}
