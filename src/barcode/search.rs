//! The search of one picture, look by look, and what may be believed of it.
//!
//! Look by look, so that a worker can say how far it is, and so that what was found stays found when a look fails.

use std::collections::{BTreeMap, BTreeSet};

use domain::imei::Imei;
use domain::slip;

use crate::edges::{Method, edges};
use crate::hit::{Certainty, Hit, Symbology, numbers};
use crate::line::Lines;
use crate::linear::{self, Bars};
use crate::matrix;
use crate::picture::Picture;
use crate::way::{Grain, Part, Way, ways};

/// A search under way.
pub struct Search {
    picture: Picture,
    half: Picture,
    quarter: Picture,
    ways: Vec<Way>,
    next: usize,
    seen: BTreeMap<Imei, Seen>,
    /// The slip of a phone, shown by another device: it carries a checksum, so one read is enough.
    slip: Option<String>,
    /// The way after which no further number was agreed on.
    settled: Option<usize>,
}

/// What is known about one number.
struct Seen {
    order: usize,
    symbology: Symbology,
    /// The looks that read it: which way, by which method.
    looks: BTreeSet<(usize, u8)>,
    /// Another number was read from the very same bars.
    contested: bool,
}

/// Looks that go on after the last number was agreed on: the second number of a phone is on the same label.
const PATIENCE: usize = 24;
/// Looks that go on while a number was read only once: one more read decides.
const LONG_PATIENCE: usize = 80;
/// Lines across the shorter side, unless they would be closer than three pixels or further apart than eight.
const LINES: f32 = 200.0;

impl Search {
    /// A search that has not looked yet.
    pub fn new(picture: Picture) -> Self {
        let half = picture.halved();
        let quarter = half.halved();
        Self { picture, half, quarter, ways: ways(), next: 0, seen: BTreeMap::new(), slip: None, settled: None }
    }

    /// Looks once more. `false` when that was the last time.
    pub fn step(&mut self) -> bool {
        let Some(&way) = self.ways.get(self.next) else { return false };
        let agreed = self.agreed();
        match way {
            Way::Bars(degrees, grain) => self.bars(degrees, grain),
            Way::Squares(halved, threshold) => {
                let picture = [&self.picture, &self.half, &self.quarter].get(usize::from(halved)).copied();
                let texts = picture.map(|picture| matrix::read(picture, threshold));
                self.texts(texts.unwrap_or_default());
            }
            Way::Part(part, threshold) => {
                let texts = self.part(part).map(|part| matrix::read(&part, threshold));
                self.texts(texts.unwrap_or_default());
            }
        }
        if self.agreed() > agreed {
            self.settled = Some(self.next);
        }
        self.next += 1;
        self.slip.is_none() && self.next < self.end()
    }

    /// Looks done, and looks that there will be at most.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.end())
    }

    /// The slip that stands in one of the codes: see [`domain::slip`].
    pub fn slip(&self) -> Option<&str> {
        self.slip.as_deref()
    }

    /// The numbers so far, in the order in which they were found.
    pub fn hits(&self) -> Vec<Hit> {
        let mut seen: Vec<(&Imei, &Seen)> = self.seen.iter().collect();
        seen.sort_by_key(|(_, seen)| seen.order);
        seen.into_iter()
            .map(|(&imei, seen)| Hit { imei, symbology: seen.symbology, certainty: seen.certainty() })
            .collect()
    }

    fn end(&self) -> usize {
        let doubt = self.agreed() < self.seen.len();
        let patience = if doubt { LONG_PATIENCE } else { PATIENCE };
        self.settled.map_or(self.ways.len(), |settled| (settled + 1 + patience).min(self.ways.len()))
    }

    fn agreed(&self) -> usize {
        self.seen.values().filter(|seen| seen.certainty() == Certainty::Agreed).count()
    }

    fn bars(&mut self, degrees: i16, grain: Grain) {
        let (picture, blend) = match grain {
            Grain::Fine => (&self.picture, 0),
            Grain::Sharp(reach) => (&self.picture, reach),
            Grain::Half => (&self.half, 0),
        };
        let mut reads = Vec::new();
        Lines::new(picture, degrees, apart(picture), blend).each(|greys| {
            let [near, peaks] = [Method::Nearby, Method::Peaks].map(|method| linear::read(&edges(greys, method)));
            if !(near.is_empty() && peaks.is_empty()) {
                reads.push([near, peaks]);
            }
        });
        for read in reads {
            self.line(&read);
        }
    }

    /// Takes over what both methods read on one line.
    fn line(&mut self, read: &[Vec<Bars>; 2]) {
        let mut on_line: Vec<(Imei, f32, f32)> = Vec::new();
        for (method, bars) in (0..).zip(read) {
            for bars in bars {
                for imei in numbers(bars.symbology, &bars.text) {
                    self.saw(imei, bars.symbology, method);
                    on_line.push((imei, bars.from, bars.to));
                }
            }
        }
        for &(one, from, to) in &on_line {
            let clash = on_line.iter().any(|&(other, start, end)| one != other && start < to && from < end);
            if let Some(seen) = self.seen.get_mut(&one).filter(|_| clash) {
                seen.contested = true;
            }
        }
    }

    fn texts(&mut self, texts: Vec<(Symbology, String)>) {
        for (symbology, text) in texts {
            for imei in numbers(symbology, &text) {
                self.saw(imei, symbology, 0);
            }
            if slip::read(&text).is_ok() {
                self.slip = Some(text);
            }
        }
    }

    fn saw(&mut self, imei: Imei, symbology: Symbology, method: u8) {
        let order = self.seen.len();
        let new = || Seen { order, symbology, looks: BTreeSet::new(), contested: false };
        self.seen.entry(imei).or_insert_with(new).looks.insert((self.next, method));
    }

    fn part(&self, part: Part) -> Option<Picture> {
        let size = |size: usize| size / usize::from(part.share);
        let (width, height) = (size(self.picture.width()), size(self.picture.height()));
        let place = |step: u8, size: usize| usize::from(step) * size / 2;
        let cut = self.picture.cut(place(part.column, width), place(part.row, height), width, height)?;
        Some(if part.doubled { cut.doubled().sharpened() } else { cut })
    }
}

impl Seen {
    fn certainty(&self) -> Certainty {
        if self.looks.len() > 1 && !self.contested { Certainty::Agreed } else { Certainty::SeenOnce }
    }
}

/// Pixels between lines.
#[expect(clippy::cast_precision_loss, reason = "sides are far below 2^24")]
fn apart(picture: &Picture) -> f32 {
    (picture.width().min(picture.height()) as f32 / LINES).clamp(3.0, 8.0)
}

/// Every number in a picture. The time grows with the picture and has an end; no clock is asked.
pub fn read(picture: Picture) -> Vec<Hit> {
    let mut search = Search::new(picture);
    while search.step() {}
    search.hits()
}
