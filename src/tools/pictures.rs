//! `tools pictures`: how many numbers the picture reader finds, condition by condition.
//!
//! The figures are only as good as the pictures: these are drawn, not photographed. They tell what got worse since
//! yesterday, and whether a wrong number is ever believed.

pub mod label;
pub mod photograph;

use barcode::{Certainty, read};
use fastrand::Rng;
use serde::Serialize;

use self::label::{Label, Layout};
use self::photograph::Condition;
use crate::{Outcome, lines};

/// What became of the numbers of some labels.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Tally {
    /// Numbers that were there.
    pub numbers: u32,
    /// Of these, found and agreed on.
    pub agreed: u32,
    /// Of these, found but to be compared by the person.
    pub once: u32,
    /// Numbers that were not there and were agreed on. One is too many.
    pub wrong_agreed: u32,
    /// Numbers that were not there and were offered for comparison.
    pub wrong_once: u32,
}

/// One line of the study.
#[derive(Debug, Serialize)]
pub struct Row {
    /// What was hard.
    pub name: String,
    /// Is it what a calm person's photograph looks like?
    pub clean: bool,
    /// What became of the numbers.
    #[serde(flatten)]
    pub tally: Tally,
}

#[derive(Serialize)]
struct Study {
    labels: u32,
    clean: Half,
    hard: Half,
    conditions: Vec<Row>,
}

#[derive(Serialize)]
struct Half {
    rate: f64,
    #[serde(flatten)]
    tally: Tally,
}

/// A calm person's photograph: thin bars of three pixels, straight, nearly sharp.
pub const CALM: Condition = Condition { bar: 3.0, turn: 0.0, blur: 0.3, glare: 0, contrast: 0.8, noise: 4.0 };

/// Every condition: its name, whether it belongs to the clean half, and what it is.
///
/// Clean: bars of two pixels or more, any turn, blur up to 0.4 of a bar, at least half of the contrast, at most one patch
/// of glare. Hard: what lies beyond; a blur of half a bar leaves a third of the contrast between bars of two pixels.
pub fn conditions() -> Vec<(String, bool, Condition)> {
    let mut found = Vec::new();
    let mut add = |name: String, clean: bool, condition: Condition| found.push((name, clean, condition));
    for bar in [2.0, 2.5, 3.0, 4.0, 6.0] {
        add(format!("bar {bar} px"), true, Condition { bar, ..CALM });
    }
    for turn in [3.0, 6.0, 10.0, 15.0, 22.0, 30.0, 90.0, 180.0] {
        add(format!("turn {turn}"), true, Condition { turn, ..CALM });
        add(format!("turn {turn}, bar 2.5 px, blur 0.4"), true, Condition { turn, bar: 2.5, blur: 0.4, ..CALM });
        add(format!("turn {turn}, bar 2 px, blur 0.5"), false, Condition { turn, bar: 2.0, blur: 0.5, ..CALM });
    }
    add("contrast 0.5".into(), true, Condition { contrast: 0.5, ..CALM });
    add("one glare".into(), true, Condition { glare: 1, turn: 4.0, ..CALM });
    add("noise 16".into(), true, Condition { noise: 16.0, ..CALM });
    for bar in [1.2, 1.5, 1.75] {
        add(format!("bar {bar} px"), false, Condition { bar, ..CALM });
        add(format!("bar {bar} px, turn 17"), false, Condition { bar, turn: 17.0, ..CALM });
    }
    for blur in [0.7, 0.85, 1.0] {
        add(format!("blur {blur}"), false, Condition { blur, ..CALM });
        add(format!("blur {blur}, turn 25"), false, Condition { blur, turn: 25.0, ..CALM });
    }
    for contrast in [0.3, 0.2, 0.1] {
        add(format!("contrast {contrast}"), false, Condition { contrast, ..CALM });
    }
    for glare in [3, 6] {
        add(format!("{glare} glares, turn 8"), false, Condition { glare, turn: 8.0, ..CALM });
    }
    add("noise 50".into(), false, Condition { noise: 50.0, turn: 5.0, ..CALM });
    let worst = Condition { bar: 1.8, turn: 13.0, blur: 0.6, glare: 2, contrast: 0.4, noise: 14.0 };
    add("all at once".into(), false, worst);
    found
}

impl Tally {
    /// Photographs one label and reads it.
    pub fn of(layout: Layout, condition: &Condition, seed: u64) -> Option<Self> {
        let mut chance = Rng::with_seed(seed);
        let label = Label::draw(layout, &mut chance)?;
        let picture = condition.photograph(&label, &mut chance).ok()?;
        let mut tally = Self { numbers: u32::try_from(label.imeis.len()).ok()?, ..Self::default() };
        for hit in read(picture) {
            let place = match (label.imeis.contains(&hit.imei), hit.certainty) {
                (true, Certainty::Agreed) => &mut tally.agreed,
                (true, Certainty::SeenOnce) => &mut tally.once,
                (false, Certainty::Agreed) => &mut tally.wrong_agreed,
                (false, Certainty::SeenOnce) => &mut tally.wrong_once,
            };
            *place += 1;
        }
        Some(tally)
    }

    /// The share of the numbers that were agreed on.
    pub fn rate(&self) -> f64 {
        f64::from(self.agreed) / f64::from(self.numbers.max(1))
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            numbers: self.numbers + other.numbers,
            agreed: self.agreed + other.agreed,
            once: self.once + other.once,
            wrong_agreed: self.wrong_agreed + other.wrong_agreed,
            wrong_once: self.wrong_once + other.wrong_once,
        }
    }
}

/// Reads `each` labels of every layout under every condition.
pub fn study(each: u64) -> Vec<Row> {
    let rows = conditions().into_iter().zip(1_u64..);
    rows.map(|((name, clean, condition), number)| {
        let pictures = Layout::ALL.into_iter().flat_map(|layout| (0..each).map(move |label| (layout, label)));
        let tallies = pictures.filter_map(|(layout, label)| Tally::of(layout, &condition, number * 10_000 + label));
        Row { name, clean, tally: tallies.fold(Tally::default(), Tally::and) }
    })
    .collect()
}

/// Prints the study as one JSON object. The one argument is how many labels of each layout: 4 if it is missing.
pub fn run(arguments: &[String]) -> Outcome {
    let usage = "usage: tools pictures [LABELS]";
    let each: u64 = match arguments {
        [] => 4,
        [count] => count.parse().map_err(|_| usage.to_owned())?,
        _ => return Err(usage.to_owned()),
    };
    let conditions = study(each);
    let half = |clean: bool| {
        let rows = conditions.iter().filter(|row| row.clean == clean);
        let tally = rows.fold(Tally::default(), |sum, row| sum.and(row.tally));
        Half { rate: tally.rate(), tally }
    };
    let pictures = conditions.len() * Layout::ALL.len();
    let labels =
        u32::try_from(pictures).map_err(|_| usage.to_owned())?.saturating_mul(u32::try_from(each).unwrap_or(u32::MAX));
    let study = Study { labels, clean: half(true), hard: half(false), conditions };
    lines::print_one(serde_json::to_string(&study).map_err(|error| error.to_string())?)
}
