//! The outlines of areas on a flat grid, with every shared border kept once.
//!
//! Made from the simplified boundaries of the Office for National Statistics: right for a map on a screen and for
//! "which ward am I in", not for surveying. The grid's origin is the north-west corner, x to the east, y to the south.

mod largest;

use std::fmt::Write;

pub use largest::Position;

use crate::gazetteer::{AreaId, Gazetteer};
use crate::table::{Damage, Reader, TableKind};

/// A point of the grid, or a step between two.
pub type Point = (i32, i32);

/// How longitude and latitude become points of the grid: an equirectangular projection, true at London's middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// The western edge, in millionths of a degree of longitude (WGS 84).
    pub west: i32,
    /// The northern edge, in millionths of a degree of latitude (WGS 84).
    pub north: i32,
    /// Grid units in a thousand degrees of longitude.
    pub across: u32,
    /// Grid units in a thousand degrees of latitude.
    pub down: u32,
}

/// The outlines of a set of areas.
#[derive(Clone, Debug)]
pub struct Outlines {
    projection: Projection,
    size: (u32, u32),
    borders: Vec<Vec<Point>>,
    shapes: Vec<Shape>,
}

#[derive(Clone, Debug)]
struct Shape {
    area: AreaId,
    /// Closed rings, each a list of borders. An inner ring is a hole: fill by the even-odd rule.
    rings: Vec<Vec<Side>>,
}

/// One border walked forwards or backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Side {
    border: usize,
    backwards: bool,
}

impl Projection {
    /// The point of the grid nearest to a position in degrees.
    pub fn point(&self, longitude: f64, latitude: f64) -> Point {
        let across = (longitude - f64::from(self.west) / 1e6) * f64::from(self.across) / 1000.0;
        let down = (f64::from(self.north) / 1e6 - latitude) * f64::from(self.down) / 1000.0;
        (nearest(across), nearest(down))
    }
}

/// Positions far outside the grid stop at its numbers' limits.
#[allow(clippy::cast_possible_truncation, reason = "`as` stops at the limits of i32, which is what is wanted here")]
fn nearest(value: f64) -> i32 {
    value.round() as i32
}

impl Outlines {
    /// Reads a table of outlines that belongs to this gazetteer.
    pub fn parse(bytes: &[u8], gazetteer: &Gazetteer) -> Result<Self, Damage> {
        let mut table = Reader::open(bytes, TableKind::Outlines)?;
        if table.number()? != gazetteer.edition() {
            return Err(Damage::OtherEdition);
        }
        let projection = Projection {
            west: table.signed()?,
            north: table.signed()?,
            across: table.number()?,
            down: table.number()?,
        };
        let size = (table.number()?, table.number()?);
        let count = table.length()?;
        let lengths = table.numbers(count)?;
        let mut start = (0, 0);
        let mut borders = Vec::with_capacity(lengths.len());
        for length in lengths {
            start = read_step(&mut table, start)?;
            let mut border = vec![start];
            let mut at = start;
            for _ in 0..length {
                at = read_step(&mut table, at)?;
                border.push(at);
            }
            borders.push(border);
        }
        let mut shapes = Vec::new();
        for _ in 0..table.length()? {
            let area = AreaId::at(u16::try_from(table.number()?).map_err(|_| Damage::Number)?);
            gazetteer.get(area).ok_or(Damage::Number)?;
            let rings =
                (0..table.length()?).map(|_| read_ring(&mut table, borders.len())).collect::<Result<Vec<_>, _>>()?;
            shapes.push(Shape { area, rings });
        }
        table.end()?;
        Ok(Self { projection, size, borders, shapes })
    }

    /// Width and height of the grid.
    pub const fn size(&self) -> (u32, u32) {
        self.size
    }

    /// How positions become points of this grid.
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }

    /// The areas drawn, in the table's order.
    pub fn areas(&self) -> impl Iterator<Item = AreaId> {
        self.shapes.iter().map(|shape| shape.area)
    }

    fn shape(&self, area: AreaId) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.area == area)
    }

    /// The points of a ring in order; the last equals the first.
    fn points<'a>(&'a self, ring: &'a [Side]) -> impl Iterator<Item = Point> + 'a {
        ring.iter().enumerate().flat_map(|(place, side)| {
            let border = self.borders.get(side.border).map_or(&[][..], Vec::as_slice);
            let count = border.len();
            // Each border begins where the one before ended.
            (usize::from(place > 0)..count)
                .filter_map(move |at| border.get(if side.backwards { count - 1 - at } else { at }).copied())
        })
    }

    /// The area's outline as SVG path data, for `fill-rule="evenodd"`; nothing when the area is not drawn here.
    pub fn path(&self, area: AreaId) -> Option<String> {
        let mut data = String::new();
        for ring in &self.shape(area)?.rings {
            let mut points = self.points(ring).peekable();
            let mut at = points.next()?;
            write!(data, "M{} {}l", at.0, at.1).ok()?;
            let mut first = true;
            while let Some(point) = points.next() {
                // "z" draws the way back.
                if points.peek().is_some() {
                    let (x, y) = (point.0.saturating_sub(at.0), point.1.saturating_sub(at.1));
                    write!(data, "{}{x}{}{y}", gap(first, x), gap(false, y)).ok()?;
                    at = point;
                    first = false;
                }
            }
            data.push('z');
        }
        Some(data)
    }

    /// The smallest box around an area: its north-west and south-east corners.
    pub fn bounds(&self, area: AreaId) -> Option<(Point, Point)> {
        let points = self.shape(area)?.rings.iter().flat_map(|ring| self.points(ring));
        points.fold(None, |bounds: Option<(Point, Point)>, (x, y)| {
            let (low, high) = bounds.unwrap_or(((x, y), (x, y)));
            Some(((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y))))
        })
    }

    /// The areas that share a border with this one, in the table's order.
    pub fn neighbours(&self, area: AreaId) -> Vec<AreaId> {
        let sides = |shape: &Shape| shape.rings.iter().flatten().map(|side| side.border).collect::<Vec<_>>();
        let own = self.shape(area).map(sides).unwrap_or_default();
        let touches = |shape: &&Shape| shape.area != area && sides(shape).iter().any(|border| own.contains(border));
        self.shapes.iter().filter(touches).map(|shape| shape.area).collect()
    }

    /// The area a position in degrees lies in, if any.
    pub fn locate(&self, longitude: f64, latitude: f64) -> Option<AreaId> {
        let point = self.projection.point(longitude, latitude);
        self.shapes.iter().find(|shape| self.surrounds(shape, point)).map(|shape| shape.area)
    }

    /// Counts the sides that a line from the point to the east crosses: an odd number means inside.
    fn surrounds(&self, shape: &Shape, (x, y): Point) -> bool {
        let mut inside = false;
        for ring in &shape.rings {
            let mut before: Option<Point> = None;
            for (right, lower) in self.points(ring) {
                if let Some((left, upper)) = before
                    && (upper > y) != (lower > y)
                {
                    let [left, upper, right, lower, x, y] = [left, upper, right, lower, x, y].map(f64::from);
                    inside ^= x < (right - left) * (y - upper) / (lower - upper) + left;
                }
                before = Some((right, lower));
            }
        }
        inside
    }
}

/// What stands before a number of path data: nothing at the start or before a minus sign.
const fn gap(first: bool, number: i32) -> &'static str {
    if first || number < 0 { "" } else { " " }
}

fn read_step(table: &mut Reader<'_>, (x, y): Point) -> Result<Point, Damage> {
    let (right, down) = (table.signed()?, table.signed()?);
    x.checked_add(right).zip(y.checked_add(down)).ok_or(Damage::Number)
}

fn read_ring(table: &mut Reader<'_>, borders: usize) -> Result<Vec<Side>, Damage> {
    let count = table.length()?;
    let mut ring = Vec::with_capacity(count);
    let mut last = 0_i32;
    for _ in 0..count {
        last = last.checked_add(table.signed()?).ok_or(Damage::Number)?;
        let border = usize::try_from(last >> 1).ok().filter(|border| *border < borders).ok_or(Damage::Number)?;
        ring.push(Side { border, backwards: last & 1 == 1 });
    }
    Ok(ring)
}
