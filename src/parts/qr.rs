//! A QR code as a drawing: one path of dark squares on a light ground, in every theme and on paper.
//!
//! Nothing is fetched and no picture is made, so the number in it stays in the page.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// The light border that readers need, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// A code ready to be drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The length of a side in modules, with the light border.
    pub side: usize,
    /// The dark modules as an SVG path.
    pub path: String,
}

/// Draws a text as a code; `None` for one that is too long for any code.
///
/// Level M: a code still reads when a seventh of it is scratched.
pub fn draw(text: &str) -> Option<Drawn> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let dark: Vec<bool> = code.into_colors().into_iter().map(|colour| colour == Color::Dark).collect();
    Some(Drawn { side: width + 2 * QUIET, path: outline(&dark, width) })
}

/// The dark modules of a matrix as rectangles one module high, a path command for each run.
fn outline(dark: &[bool], width: usize) -> String {
    let mut path = String::new();
    for (row, modules) in dark.chunks(width.max(1)).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                let (left, top, length) = (QUIET + column, QUIET + row, run.len());
                let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
            }
            column += run.len();
        }
    }
    path
}

/// A code with its name for who cannot see it. Nothing is drawn of a text that is too long.
#[component]
pub fn Qr(
    /// What is in it.
    text: String,
    /// What it is.
    label: String,
) -> impl IntoView {
    draw(&text).map(|Drawn { side, path }| {
        view! {
            <svg
                class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label focusable="false"
                shape-rendering="crispEdges"
            >
                <path class="qr-light" d=format!("M0 0h{side}v{side}h-{side}z") />
                <path class="qr-dark" d=path />
            </svg>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the path on a grid again, by its own reading of the commands.
    fn grid(drawn: &Drawn) -> Vec<Vec<bool>> {
        let mut grid = vec![vec![false; drawn.side]; drawn.side];
        for run in drawn.path.split('M').skip(1) {
            let (place, shape) = run.split_once('h').expect("a place and a shape");
            let (left, top) = place.split_once(' ').expect("two numbers");
            let (length, rest) = shape.split_once('v').expect("a length");
            assert_eq!(rest, format!("1h-{length}z"), "a rectangle one module high");
            let [left, top, length] = [left, top, length].map(|text| text.parse::<usize>().expect("a number"));
            for module in &mut grid[top][left..left + length] {
                assert!(!*module, "nothing is drawn twice");
                *module = true;
            }
        }
        grid
    }

    #[test]
    fn the_path_is_the_matrix_with_a_light_border() {
        for text in ["352099001761481", &"RINGFENCE 1\nimei 352099001761481\n".repeat(9)] {
            let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("a code");
            let drawn = draw(text).expect("a drawing");
            assert_eq!(drawn.side, code.width() + 8);
            for (y, row) in grid(&drawn).into_iter().enumerate() {
                for (x, dark) in row.into_iter().enumerate() {
                    let inside = (4..drawn.side - 4).contains(&x) && (4..drawn.side - 4).contains(&y);
                    assert_eq!(dark, inside && code[(x - 4, y - 4)] == Color::Dark, "{x} {y}");
                }
            }
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_not_drawn() {
        assert!(draw(&"x".repeat(3_000)).is_none());
    }
}
