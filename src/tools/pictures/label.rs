//! Labels as they stick on phone boxes, and codes as screens show them, drawn with encoders that know nothing of the reader.
//!
//! Every number is made by chance from a seed; none is taken from a phone. EIDs, serials and EANs stand beside the
//! numbers, because a reader that mistakes one for an IMEI is worse than none.

use barcoders::sym::code39::Code39;
use barcoders::sym::code128::Code128;
use barcoders::sym::ean13::EAN13;
use datamatrix::{DataMatrix, SymbolList};
use domain::imei::Imei;
use domain::reading;
use fastrand::Rng;
use qrcode::QrCode;

/// How a label is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Serial, IMEI and IMEI2 in Code 128 at the left; EID and EAN at the right.
    SideBySide,
    /// The same below one another, close together, the IMEIs in code set B alone.
    Stacked,
    /// Serial and IMEI in Code 39.
    Old,
    /// One Data Matrix with both numbers, and the EID in Code 128.
    SmallSquare,
    /// A QR code for each number, as screens show them.
    Screen,
}

/// A label as black and white cells, each as wide as the thinnest bar.
pub struct Label {
    width: usize,
    height: usize,
    ink: Vec<bool>,
    /// The phones' numbers that a reader should find.
    pub imeis: Vec<Imei>,
}

/// Cells of white around everything: the quiet zone the standards ask for.
const QUIET: usize = 10;

impl Layout {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::SideBySide, Self::Stacked, Self::Old, Self::SmallSquare, Self::Screen];
}

impl Label {
    /// Draws a label. `None` only if an encoder refuses its text, which a test would show.
    pub fn draw(layout: Layout, chance: &mut Rng) -> Option<Self> {
        let imeis = [imei(chance)?, imei(chance)?];
        let texts = imeis.each_ref().map(Imei::as_str);
        let pairs = texts.map(in_pairs);
        let [serial, eid] = [format!("\u{181}{}", serial(chance)), format!("\u{106}{}", eid(chance))];
        let high = chance.usize(16..28);
        let bars = |text: &str| Some((Code128::new(text).ok()?.encode(), high));
        let mut label = Self { width: 0, height: 0, ink: Vec::new(), imeis: imeis.to_vec() };
        match layout {
            Layout::SideBySide => {
                let left = [bars(&serial)?, bars(&pairs[0])?, bars(&pairs[1])?];
                let right = [bars(&eid)?, (EAN13::new(digits(chance, 12)).ok()?.encode(), high)];
                let edge = label.column(QUIET, &left, chance);
                label.column(edge + QUIET, &right, chance);
            }
            Layout::Stacked => {
                let [one, two] = texts.map(|text| format!("\u{181}{text}"));
                label.column(QUIET, &[bars(&eid)?, bars(&one)?, bars(&two)?, bars(&serial)?], chance);
            }
            Layout::Old => {
                label.imeis.truncate(1);
                let [imei, serial] = [texts[0], serial.trim_start_matches('\u{181}')].map(Code39::new);
                label.column(QUIET, &[(imei.ok()?.encode(), high), (serial.ok()?.encode(), high)], chance);
            }
            Layout::SmallSquare => {
                let text = format!("IMEI1:{} IMEI2:{}", texts[0], texts[1]);
                let code = DataMatrix::encode_str(&text, SymbolList::default().enforce_square()).ok()?;
                let (width, map) = (code.bitmap().width(), code.bitmap());
                for (x, y) in map.pixels() {
                    label.blacken(QUIET + x, QUIET + y);
                }
                label.column(width + 3 * QUIET, &[bars(&eid)?], chance);
                label.grow(0, width + 2 * QUIET);
            }
            Layout::Screen => {
                for (place, text) in texts.iter().enumerate() {
                    let code = QrCode::new(text).ok()?;
                    let (side, left) = (code.width(), QUIET + place * (code.width() + 2 * QUIET));
                    for (cell, dark) in code.into_colors().into_iter().enumerate() {
                        if dark == qrcode::Color::Dark {
                            label.blacken(left + cell % side, QUIET + cell / side);
                        }
                    }
                    label.grow(left + side + QUIET, side + 2 * QUIET);
                }
            }
        }
        Some(label)
    }

    /// In cells.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// Is this cell printed?
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        x < self.width && self.ink.get(y * self.width + x).copied().unwrap_or(false)
    }

    /// Codes below one another with a line of print under each; answers where the column ends.
    fn column(&mut self, left: usize, codes: &[(Vec<u8>, usize)], chance: &mut Rng) -> usize {
        let mut top = QUIET / 2;
        let mut edge = left;
        for (code, high) in codes {
            for (x, _) in code.iter().enumerate().filter(|(_, module)| **module == 1) {
                (0..*high).for_each(|y| self.blacken(left + x, top + y));
            }
            top += high + 2;
            for x in (0..code.len() / 2).filter(|x| x % 5 != 4) {
                (0..6).filter(|_| chance.bool()).for_each(|y| self.blacken(left + x, top + y));
            }
            top += 6 + chance.usize(2..6);
            edge = edge.max(left + code.len() + QUIET);
        }
        self.grow(edge, top + QUIET / 2);
        edge
    }

    fn grow(&mut self, width: usize, height: usize) {
        let (width, height) = (width.max(self.width), height.max(self.height));
        if (width, height) != (self.width, self.height) {
            let old = std::mem::take(&mut self.ink);
            self.ink = vec![false; width * height];
            for (from, to) in old.chunks(self.width.max(1)).zip(self.ink.chunks_mut(width)) {
                to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
            }
            (self.width, self.height) = (width, height);
        }
    }

    fn blacken(&mut self, x: usize, y: usize) {
        if x >= self.width || y >= self.height {
            self.grow(x + 64, y + 64);
        }
        if let Some(cell) = self.ink.get_mut(y * self.width + x) {
            *cell = true;
        }
    }
}

fn digits(chance: &mut Rng, count: usize) -> String {
    (0..count).map(|_| chance.digit(10)).collect()
}

/// Fourteen digits by chance, completed by the domain's own check digit.
fn imei(chance: &mut Rng) -> Option<Imei> {
    (0..9).find_map(|_| reading::read(&format!("35{}", digits(chance, 12))).numbers().first()?.suggestion())
}

/// Seven pairs in code set C and the last digit in set B: the shortest form, and the usual one.
fn in_pairs(imei: &str) -> String {
    let (pairs, last) = imei.split_at_checked(14).unwrap_or((imei, ""));
    format!("\u{106}{pairs}\u{181}{last}")
}

fn serial(chance: &mut Rng) -> String {
    const SIGNS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let length = chance.usize(10..=12);
    (0..length).filter_map(|_| chance.choice(SIGNS).copied().map(char::from)).collect()
}

/// An eSIM number: 32 digits that leave 1 when divided by 97 (ISO 7064).
fn eid(chance: &mut Rng) -> String {
    let body = format!("89{}", digits(chance, 28));
    let rest = body.bytes().fold(0_u32, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
    format!("{body}{:02}", 98 - rest * 100 % 97)
}
