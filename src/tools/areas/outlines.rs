//! Writing the tables of outlines from TopoJSON: the mirror of `domain::outline`.
//!
//! Shared borders stay shared, so neighbours never part on the map, and the City's wards are joined into one area by
//! leaving out the borders between them.

use std::collections::BTreeMap;

use domain::gazetteer::edition;
use domain::outline::{Point, Projection};
use domain::place::{AreaCode, BoroughCode};
use domain::table::TableKind;
use serde::Deserialize;

use super::failure::Failure;
use super::raw::Raw;
use super::writer::Writer;

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(i32, i32)>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(flatten)]
    arcs: Arcs,
    properties: Properties,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Arcs {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

#[derive(Deserialize)]
struct Properties {
    #[serde(alias = "lad")]
    code: String,
}

/// Metres in a degree of latitude, and in a degree of longitude at London's middle, 51.5° north (WGS 84).
const METRES: (f64, f64) = (111_257.0, 69_440.0);

/// The table of outlines in a TopoJSON file, on a grid of so many metres; `city` are the City's wards.
pub(super) fn encode(
    raw: &mut Raw,
    file: &str,
    metres: f64,
    areas: &[AreaCode],
    city: &[AreaCode],
) -> Result<Vec<u8>, Failure> {
    let topology: Topology =
        raw.json(file, |topology: &Topology| topology.objects.values().map(|all| all.geometries.len()).sum())?;
    let mut shapes: BTreeMap<usize, Vec<Vec<i32>>> = BTreeMap::new();
    for geometry in topology.objects.into_values().flat_map(|all| all.geometries) {
        let code: AreaCode = geometry.properties.code.parse().map_err(|error| Failure::broken(file, &error))?;
        let code = if city.contains(&code) { AreaCode::Borough(BoroughCode::CITY) } else { code };
        let place = areas.iter().position(|one| *one == code);
        let place = place.ok_or_else(|| Failure::Check("every outline is of a known area", code.to_string()))?;
        let rings = match geometry.arcs {
            Arcs::Polygon(rings) => rings,
            Arcs::MultiPolygon(polygons) => polygons.concat(),
        };
        shapes.entry(place).or_default().extend(rings);
    }
    let ends = |arc: i32| -> Option<(Point, Point)> {
        let points = absolute(topology.arcs.get(usize::try_from(arc.max(!arc)).ok()?)?);
        let (first, last) = (*points.first()?, *points.last()?);
        Some(if arc < 0 { (last, first) } else { (first, last) })
    };
    let place_of_city = areas.iter().position(|one| *one == AreaCode::Borough(BoroughCode::CITY));
    if let Some(rings) = place_of_city.and_then(|place| shapes.get_mut(&place)) {
        *rings = joined(std::mem::take(rings), ends);
    }
    Ok(write(&topology.transform, &topology.arcs, &shapes, metres, areas))
}

fn absolute(arc: &[(i32, i32)]) -> Vec<Point> {
    let mut at = (0, 0);
    arc.iter()
        .map(|(x, y)| {
            at = (at.0 + x, at.1 + y);
            at
        })
        .collect()
}

/// The rings around all these rings together: borders walked both ways lie inside and go; the rest are strung anew.
fn joined(rings: Vec<Vec<i32>>, ends: impl Fn(i32) -> Option<(Point, Point)>) -> Vec<Vec<i32>> {
    let arcs: Vec<i32> = rings.into_iter().flatten().collect();
    let mut left: Vec<i32> = arcs.iter().copied().filter(|arc| !arcs.contains(&!*arc)).collect();
    let mut joined = Vec::new();
    while !left.is_empty() {
        let mut ring = vec![left.remove(0)];
        let start = ring.first().and_then(|arc| ends(*arc)).map(|(start, _)| start);
        let mut end = ring.first().and_then(|arc| ends(*arc)).map(|(_, end)| end);
        while end != start {
            let Some(next) = left.iter().position(|arc| ends(*arc).map(|(start, _)| start) == end) else { break };
            let arc = left.remove(next);
            end = ends(arc).map(|(_, end)| end);
            ring.push(arc);
        }
        joined.push(ring);
    }
    joined
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "degrees of London in grid units")]
fn write(
    transform: &Transform,
    arcs: &[Vec<(i32, i32)>],
    shapes: &BTreeMap<usize, Vec<Vec<i32>>>,
    metres: f64,
    areas: &[AreaCode],
) -> Vec<u8> {
    let degrees = |(x, y): Point| {
        let place = |value: i32, scale: f64, from: f64| f64::from(value).mul_add(scale, from);
        (place(x, transform.scale.0, transform.translate.0), place(y, transform.scale.1, transform.translate.1))
    };
    let corners = arcs.iter().flat_map(|arc| absolute(arc)).map(degrees);
    let (west, north) = corners.fold((f64::MAX, f64::MIN), |(west, north), (x, y)| (west.min(x), north.max(y)));
    let projection = Projection {
        west: (west * 1e6).floor() as i32,
        north: (north * 1e6).ceil() as i32,
        across: (METRES.1 * 1000.0 / metres).round() as u32,
        down: (METRES.0 * 1000.0 / metres).round() as u32,
    };
    // Only borders that some shape walks, on the new grid, without points that fell together.
    let used: Vec<usize> = (0..arcs.len())
        .filter(|at| shapes.values().flatten().flatten().any(|arc| usize::try_from(*arc.max(&!*arc)).ok() == Some(*at)))
        .collect();
    let borders: Vec<Vec<Point>> = used
        .iter()
        .filter_map(|at| arcs.get(*at))
        .map(|arc| {
            let mut points: Vec<Point> =
                absolute(arc).into_iter().map(degrees).map(|(x, y)| projection.point(x, y)).collect();
            points.dedup();
            if points.len() == 1 { points.repeat(2) } else { points }
        })
        .collect();
    let size = borders.iter().flatten().fold((0, 0), |size, point| (size.0.max(point.0), size.1.max(point.1)));
    let mut table = Writer::default();
    table.number(edition(areas.iter().copied()));
    table.signed(projection.west);
    table.signed(projection.north);
    table.number(projection.across);
    table.number(projection.down);
    table.number(size.0.unsigned_abs());
    table.number(size.1.unsigned_abs());
    table.length(borders.len());
    for border in &borders {
        table.length(border.len() - 1);
    }
    let mut start = (0, 0);
    for border in &borders {
        let mut at = start;
        for (place, point) in border.iter().enumerate() {
            table.signed(point.0 - at.0);
            table.signed(point.1 - at.1);
            at = *point;
            if place == 0 {
                start = at;
            }
        }
    }
    table.length(shapes.len());
    for (place, rings) in shapes {
        table.length(*place);
        table.length(rings.len());
        for ring in rings {
            table.length(ring.len());
            let mut last = 0;
            for arc in ring {
                let border =
                    used.binary_search(&usize::try_from(*arc.max(&!*arc)).unwrap_or_default()).unwrap_or_default();
                let walked = i32::try_from(border * 2 + usize::from(*arc < 0)).unwrap_or_default();
                table.signed(walked - last);
                last = walked;
            }
        }
    }
    table.finish(TableKind::Outlines)
}
