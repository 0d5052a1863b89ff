//! Bars: cuts what may be one code out of a line's edges and lets `rxing` read it.
//!
//! A label has several codes side by side. Each lies between two quiet zones, so each is read on its own; how many edges
//! it has says which symbology it can be, and most of what lies on a picture is dropped by that alone.

use rxing::DecodeHints;
use rxing::common::BitArray;
use rxing::oned::{Code39Reader, Code128Reader, OneDReader};

use crate::hit::Symbology;

/// A code's text and where on its line it stands, in pixels.
pub(crate) struct Bars {
    pub(crate) symbology: Symbology,
    pub(crate) text: String,
    pub(crate) from: f32,
    pub(crate) to: f32,
}

/// How many widths of the thinnest bar must be white beside a code. The standards ask for ten; labels cheat.
const QUIET: f32 = 5.0;
/// Bits for each thinnest bar when a code is drawn for the reader.
const FINENESS: f32 = 8.0;
/// The most candidates on one line that are given to the reader.
const MOST: usize = 24;

/// Edges of a Code 128 of fifteen digits: start, 8 to 20 signs, check (6 each), stop (7).
const CODE_128: std::ops::RangeInclusive<usize> = 6 * 10 + 7..=6 * 22 + 7;
/// Edges of a Code 39 of fifteen or sixteen signs: 9 each, a gap between, a star at both ends.
const CODE_39: [usize; 2] = [17 * 10 - 1, 18 * 10 - 1];

/// Every code on a line that could hold fifteen digits, in both directions.
pub(crate) fn read(edges: &[f32]) -> Vec<Bars> {
    let mut found = Vec::new();
    let mut tries = 0;
    for [start, end] in candidates(edges) {
        let Some(code) = edges.get(start..=end) else { continue };
        let widths: Vec<f32> = code.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).collect();
        let Some(symbology) = symbology(widths.len()) else { continue };
        tries += 1;
        if tries > MOST {
            break;
        }
        let backwards: Vec<f32> = widths.iter().rev().copied().collect();
        let text = [widths, backwards].iter().find_map(|widths| decode(symbology, widths));
        if let (Some(text), Some(&from), Some(&to)) = (text, code.first(), code.last()) {
            found.push(Bars { symbology, text, from, to });
        }
    }
    found
}

const fn symbology(bars: usize) -> Option<Symbology> {
    if bars == CODE_39[0] || bars == CODE_39[1] {
        Some(Symbology::Code39)
    } else if bars >= *CODE_128.start() && bars <= *CODE_128.end() && bars % 6 == 1 {
        Some(Symbology::Code128)
    } else {
        None
    }
}

/// Runs of edges between quiet zones: the first turns black, the last turns white.
fn candidates(edges: &[f32]) -> Vec<[usize; 2]> {
    let mut found = Vec::new();
    // Even edges turn black, odd ones white.
    let mut start = 0;
    while start + 6 < edges.len() {
        // A code's first bars tell how thin its thinnest is: 11 of them make six in Code 128, about 8 in Code 39.
        let Some(thin) = thin(edges, start) else { break };
        let white_before = start == 0 || gap(edges, start - 1) >= QUIET * thin;
        if !white_before {
            start += 2;
            continue;
        }
        let end =
            (start + 1..edges.len()).step_by(2).find(|&end| end + 1 == edges.len() || gap(edges, end) >= QUIET * thin);
        let Some(end) = end else { break };
        found.push([start, end]);
        // A dirty spot before a code looks like its start: go on from the next white gap, which is wide.
        start = end + 1;
    }
    found
}

/// The width of the thinnest bar by the six bars and gaps from `start`.
fn thin(edges: &[f32], start: usize) -> Option<f32> {
    Some((edges.get(start + 6)? - edges.get(start)?) / 11.0)
}

/// How wide what follows an edge is.
fn gap(edges: &[f32], place: usize) -> f32 {
    match edges.get(place..place + 2) {
        Some([from, to]) => to - from,
        _ => 0.0,
    }
}

fn decode(symbology: Symbology, widths: &[f32]) -> Option<String> {
    let bits = draw(symbology, widths)?;
    let hints = DecodeHints::default();
    let result = match symbology {
        Symbology::Code128 => Code128Reader.decode_row(0, &bits, &hints),
        Symbology::Code39 => Code39Reader::new().decode_row(0, &bits, &hints),
        Symbology::DataMatrix | Symbology::QrCode => return None,
    };
    Some(result.ok()?.getText().to_owned())
}

/// The code with white beside it, in whole bits.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a code has fewer than 200 bars, each a positive width of at most a few hundred bits"
)]
fn draw(symbology: Symbology, widths: &[f32]) -> Option<BitArray> {
    let whole: f32 = widths.iter().sum();
    let thinnest = match symbology {
        Symbology::Code39 => (widths.len() + 1) as f32 * 1.55,
        _ => (widths.len() - 1) as f32 / 6.0 * 11.0 + 2.0,
    };
    let scale = thinnest * FINENESS / whole;
    if !scale.is_finite() || scale <= 0.0 {
        return None;
    }
    let quiet = (12.0 * FINENESS) as usize;
    let size = 2 * quiet + (whole * scale) as usize + 1;
    let mut bits = BitArray::with_size(size);
    let mut place = 0.0;
    for (number, width) in widths.iter().enumerate() {
        let (from, to) = (place * scale, (place + width) * scale);
        place += width;
        if number % 2 == 0 {
            let (from, to) = (quiet + from.round() as usize, quiet + to.round() as usize);
            // Not `setRange`: in rxing 0.9.3 it overflows where a range ends with a word.
            (from..to.max(from + 1).min(size)).for_each(|bit| bits.set(bit));
        }
    }
    Some(bits)
}

#[cfg(test)]
mod tests {
    use barcoders::sym::code39::Code39;
    use barcoders::sym::code128::Code128;

    use super::*;

    /// The edges of a row of modules, black is 1, each `thin` pixels wide.
    fn edges(modules: &[u8], from: f32, thin: f32) -> Vec<f32> {
        let (mut place, mut black, mut edges) = (from, 0, Vec::new());
        for &module in modules {
            if module != black {
                edges.push(place);
                black = module;
            }
            place += thin;
        }
        if black == 1 {
            edges.push(place);
        }
        edges
    }

    fn code_128(text: &str) -> Vec<u8> {
        Code128::new(text).expect("a text for Code 128").encode()
    }

    #[test]
    fn codes_side_by_side_are_read_in_both_directions() {
        let one = code_128("\u{106}35209900176148\u{181}1");
        let other = Code39::new("490154203237518").expect("digits").encode();
        let short = code_128("\u{181}ABC");
        let quiet = vec![0; 10];
        let row = [&quiet, &short, &quiet, &one, &quiet, &other, &quiet].map(Vec::as_slice).concat();
        let backwards: Vec<u8> = row.iter().rev().copied().collect();
        for (thin, row) in [(1.3, &row), (3.7, &row), (40.0, &row), (2.0, &backwards)] {
            let mut found = read(&edges(row, 5.0, thin));
            found.sort_by_key(|bars| bars.symbology);
            let texts: Vec<&str> = found.iter().map(|bars| bars.text.as_str()).collect();
            assert_eq!(texts, ["352099001761481", "490154203237518"], "{thin}");
        }
    }

    #[test]
    fn a_code_without_white_beside_it_is_left_alone() {
        let one = code_128("\u{106}35209900176148\u{181}1");
        let row = [[1, 0].repeat(6).as_slice(), &[0, 0], &one, &[0; 9]].concat();
        assert!(read(&edges(&row, 5.0, 3.0)).is_empty());
    }

    #[test]
    fn nothing_is_read_from_nothing() {
        assert!(read(&[]).is_empty());
        for count in 0_u16..300 {
            let even: Vec<f32> = (0..count).map(f32::from).collect();
            assert!(read(&even).is_empty(), "{count} equal bars");
            let same = vec![7.0; usize::from(count)];
            assert!(read(&same).is_empty(), "{count} bars without width");
        }
    }
}
