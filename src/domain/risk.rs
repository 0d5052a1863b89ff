//! The level of an area: how its rate compares with London's, in words and with its doubt.
//!
//! Five steps, and one or two of them: a level that is not likely enough is shown with its neighbour.

use std::fmt;

use crate::period::{Month, Period};

/// How an area's rate compares with London's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Under a third of London's rate.
    MuchLower,
    /// A third to two thirds.
    Lower,
    /// Within a third of London's rate, on either side.
    Average,
    /// A third more, up to three times as much.
    Higher,
    /// More than three times London's rate.
    MuchHigher,
}

/// One level, or two neighbouring ones, lower first.
///
/// ```
/// use domain::risk::{Level, Levels};
/// assert_eq!(Levels::likely(&[0.02, 0.9, 0.08, 0.0, 0.0]), Levels::one(Level::Lower));
/// assert_eq!(Levels::likely(&[0.0, 0.3, 0.7, 0.0, 0.0]).second(), Some(Level::Average));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Levels {
    first: Level,
    wide: bool,
}

/// What a year's change means beside London's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trend {
    /// Fell clearly faster (or rose clearly slower) than London.
    FasterDown,
    /// No change that could be told from London's and from chance.
    LikeLondon,
    /// Rose clearly faster (or fell clearly slower) than London.
    FasterUp,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 5] = [Self::MuchLower, Self::Lower, Self::Average, Self::Higher, Self::MuchHigher];
    /// Where one level ends and the next begins, as multiples of London's rate.
    pub const LIMITS: [f64; 4] = [0.33, 0.67, 1.33, 3.0];

    /// The stable name, used by scripts and for the words.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::MuchLower => "much_lower",
            Self::Lower => "lower",
            Self::Average => "average",
            Self::Higher => "higher",
            Self::MuchHigher => "much_higher",
        }
    }

    const fn next(self) -> Option<Self> {
        match self {
            Self::MuchLower => Some(Self::Lower),
            Self::Lower => Some(Self::Average),
            Self::Average => Some(Self::Higher),
            Self::Higher => Some(Self::MuchHigher),
            Self::MuchHigher => None,
        }
    }
}

impl Levels {
    /// How likely a level must be to stand alone.
    pub const ALONE: f64 = 0.8;

    /// One level alone.
    pub const fn one(level: Level) -> Self {
        Self { first: level, wide: false }
    }

    /// This level and the next higher one; none above the highest.
    pub fn with_next(level: Level) -> Option<Self> {
        level.next().map(|_| Self { first: level, wide: true })
    }

    /// The most probable level, with the more probable of its neighbours when it is not likely enough alone.
    /// `shares` are the probabilities of the five levels, lowest first.
    pub fn likely(shares: &[f64; 5]) -> Self {
        let mut best = (Level::MuchLower, f64::NEG_INFINITY);
        for (level, share) in Level::ALL.into_iter().zip(*shares) {
            if share > best.1 {
                best = (level, share);
            }
        }
        let (level, share) = best;
        if share >= Self::ALONE {
            return Self::one(level);
        }
        let share_of = |wanted: Level| {
            Level::ALL.into_iter().zip(*shares).find(|(known, _)| *known == wanted).map_or(0.0, |(_, share)| share)
        };
        let below = Level::ALL.into_iter().find(|lower| lower.next() == Some(level));
        let above = level.next();
        match (below, above) {
            (Some(below), Some(above)) if share_of(below) > share_of(above) => Self { first: below, wide: true },
            (Some(below), None) => Self { first: below, wide: true },
            _ => Self { first: level, wide: true },
        }
    }

    /// The only or the lower level.
    pub const fn first(self) -> Level {
        self.first
    }

    /// The higher level, when there are two.
    pub const fn second(self) -> Option<Level> {
        if self.wide { self.first.next() } else { None }
    }

    /// Both levels in order.
    pub fn iter(self) -> impl Iterator<Item = Level> {
        std::iter::once(self.first).chain(self.second())
    }

    /// A number for the derived tables: 0 to 4 for one level, 5 to 8 for two.
    pub fn number(self) -> u32 {
        let first = self.first as u32;
        if self.wide { first + 5 } else { first }
    }

    /// The levels with this number; none above 8.
    pub fn from_number(number: u32) -> Option<Self> {
        let level = |at: u32| Level::ALL.into_iter().nth(usize::try_from(at).ok()?);
        if number < 5 { level(number).map(Self::one) } else { Self::with_next(level(number - 5)?) }
    }
}

impl Trend {
    /// Every trend, in the order of the derived tables' numbers.
    pub const ALL: [Self; 3] = [Self::FasterDown, Self::LikeLondon, Self::FasterUp];
    /// How many standard errors a change must differ from London's: 95% on both sides.
    pub const CLEAR: f64 = 1.96;

    /// Compares the change of an area's yearly count with London's, on the log scale. `sigma` is how much a true
    /// rate moves from year to year (standard deviation of its logarithm).
    ///
    /// Nothing when the earlier period begins before [`Month::CONNECT`]: the way of counting changed there.
    pub fn of(counts: Counts, london: Counts, earlier: Period, sigma: f64) -> Option<Self> {
        if earlier.from() < Month::CONNECT || london.earlier == 0 || london.later == 0 {
            return None;
        }
        let (before, after) = (f64::from(counts.earlier) + 0.5, f64::from(counts.later) + 0.5);
        let beside_london = (after / before).ln() - (f64::from(london.later) / f64::from(london.earlier)).ln();
        let z = beside_london / (before.recip() + after.recip() + 2.0 * sigma * sigma).sqrt();
        Some(if z > Self::CLEAR {
            Self::FasterUp
        } else if z < -Self::CLEAR {
            Self::FasterDown
        } else {
            Self::LikeLondon
        })
    }

    /// The stable name, used by scripts and for the words.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::FasterDown => "faster_down",
            Self::LikeLondon => "like_london",
            Self::FasterUp => "faster_up",
        }
    }
}

/// Counts of two periods of the same length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Offences in the earlier period.
    pub earlier: u32,
    /// Offences in the later period.
    pub later: u32,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl fmt::Display for Trend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_stands_alone_only_when_it_is_likely() {
        for (shares, first, second) in [
            ([0.8, 0.2, 0.0, 0.0, 0.0], Level::MuchLower, None),
            ([0.79, 0.21, 0.0, 0.0, 0.0], Level::MuchLower, Some(Level::Lower)),
            ([0.0, 0.25, 0.5, 0.25, 0.0], Level::Average, Some(Level::Higher)),
            ([0.0, 0.26, 0.5, 0.24, 0.0], Level::Lower, Some(Level::Average)),
            ([0.0, 0.0, 0.0, 0.4, 0.6], Level::Higher, Some(Level::MuchHigher)),
            ([0.0, 0.0, 0.0, 0.1, 0.9], Level::MuchHigher, None),
        ] {
            let levels = Levels::likely(&shares);
            assert_eq!((levels.first(), levels.second()), (first, second), "{shares:?}");
        }
    }

    #[test]
    fn levels_have_nine_numbers() {
        for number in 0..9 {
            assert_eq!(Levels::from_number(number).map(Levels::number), Some(number));
        }
        assert_eq!(Levels::from_number(9), None);
    }

    /// z by hand: ln(99.5/200.5) − ln(0.84) = −0.5263; √(1/200.5 + 1/99.5 + 2 × 0.18²) = 0.2826; z = −1.86.
    #[test]
    fn a_trend_speaks_only_when_it_is_clear() {
        let london = Counts { earlier: 100_000, later: 84_000 };
        let year = Period::year_to(Month::CONNECT.after(11));
        let of = |earlier, later| Trend::of(Counts { earlier, later }, london, year, 0.18);
        assert_eq!(of(200, 99), Some(Trend::LikeLondon));
        assert_eq!(of(200, 90), Some(Trend::FasterDown));
        assert_eq!(of(200, 300), Some(Trend::FasterUp));
        assert_eq!(of(0, 0), Some(Trend::LikeLondon));
        assert_eq!(of(2, 6), Some(Trend::LikeLondon));
        let across = Period::year_to(Month::CONNECT.after(10));
        assert_eq!(Trend::of(Counts { earlier: 200, later: 900 }, london, across, 0.18), None);
    }
}
