//! From counts and people to figures: the model of `domain::estimate`, fitted and rounded.
//!
//! Wards are drawn towards London, boroughs stand on their own count: see `docs/areas.md` for why.

use domain::area::{Area, Expected, Figures, Rate, RateEstimate, Robberies};
use domain::estimate::{Movement, Observation, Posterior, Prior};
use domain::gazetteer::Series;
use domain::period::Period;
use domain::place::AreaCode;
use domain::risk::{Counts as Years, Level, Levels, Trend};

use super::failure::Failure;
use super::places::Place;
use super::statistics::Statrs;

/// An area with its counts, before the model.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its code.
    pub code: AreaCode,
    /// Everything that is not a count.
    pub place: Place,
    /// Thefts from the person.
    pub thefts: u32,
    /// Robberies.
    pub robberies: u32,
    /// Both in the year before, if counted.
    pub before: Option<u32>,
}

impl Subject {
    fn total(&self) -> u32 {
        self.thefts + self.robberies
    }

    /// The total among people on a working day.
    pub fn by_workday(&self) -> Observation {
        Observation { count: self.total(), people: self.place.workday.get() }
    }

    /// The total among people on a working day or residents, whichever are more.
    fn by_most(&self) -> Observation {
        Observation { count: self.total(), people: self.place.workday.get().max(self.place.residents) }
    }
}

/// What a set of areas is compared with.
#[derive(Clone, Copy, Debug)]
pub struct London {
    by_workday: f64,
    by_most: f64,
    years: Option<Years>,
}

impl London {
    /// All these areas together; `before` is their total in the year before, if counted.
    pub fn of(subjects: &[Subject]) -> Self {
        let rate = |seen: fn(&Subject) -> Observation| {
            let sum = |part: fn(Observation) -> u32| subjects.iter().map(|one| f64::from(part(seen(one)))).sum::<f64>();
            sum(|one| one.count) / sum(|one| one.people)
        };
        let earlier = subjects.iter().map(|one| one.before).sum::<Option<u32>>();
        let later = subjects.iter().map(Subject::total).sum();
        Self {
            by_workday: rate(Subject::by_workday),
            by_most: rate(Subject::by_most),
            years: earlier.map(|earlier| Years { earlier, later }),
        }
    }

    /// The rate by workday people.
    pub fn rate(&self) -> Rate {
        per_million(self.by_workday)
    }

    /// The same rates, with no year before to compare a change with.
    #[must_use]
    pub fn without_change(self) -> Self {
        Self { years: None, ..self }
    }
}

/// Both ways of counting people, each with its own prior.
#[derive(Clone, Copy, Debug)]
pub struct Priors {
    by_workday: Prior,
    by_most: Prior,
}

impl Priors {
    /// Each area stands on its own count.
    pub const FLAT: Self = Self { by_workday: Prior::Flat, by_most: Prior::Flat };

    /// What these areas say together.
    pub fn of(subjects: &[Subject]) -> Self {
        let fit =
            |seen: fn(&Subject) -> Observation| Prior::fit(&subjects.iter().map(seen).collect::<Vec<_>>(), &Statrs);
        Self { by_workday: fit(Subject::by_workday), by_most: fit(Subject::by_most) }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` stops at the limits of u32")]
fn per_million(rate: f64) -> Rate {
    Rate::per_million((rate * 1e6).round() as u32)
}

/// The figures of one area.
pub fn area(
    subject: Subject,
    source: usize,
    series: &Series,
    london: &London,
    priors: &Priors,
    movement: Movement,
) -> Result<Area, Failure> {
    let code = subject.code;
    let known = |prior: Prior, seen| {
        prior
            .update(seen, movement.own)
            .ok_or_else(|| Failure::Check("every area has people and a rate", code.to_string()))
    };
    let posterior = known(priors.by_workday, subject.by_workday())?;
    let by_most = known(priors.by_most, subject.by_most())?;
    let levels = |one: &Posterior, reference| Levels::likely(&one.shares(&Level::LIMITS, reference, &Statrs));
    let (low, high) = posterior.interval(&Statrs);
    let (expected_low, expected_high) = posterior.next_year(subject.place.workday.get(), movement.next, &Statrs);
    let in_order = || Failure::Check("ranges are in order", code.to_string());
    let years = |earlier| Years { earlier, later: subject.total() };
    let trend = subject.before.zip(london.years);
    let figures = Figures {
        period: series.period,
        thefts: subject.thefts,
        robberies: robberies(subject.robberies, series.all_robberies),
        before: subject.before,
        residents: subject.place.residents,
        workday: subject.place.workday,
        hectares: subject.place.hectares,
        rate: RateEstimate::new(per_million(low), per_million(posterior.mean()), per_million(high))
            .ok_or_else(in_order)?,
        london: series.london,
        expected: Expected::new(expected_low, expected_high).ok_or_else(in_order)?,
        levels: levels(&posterior, london.by_workday),
        levels_by_most_people: levels(&by_most, london.by_most),
        trend: trend.and_then(|(before, all)| Trend::of(years(before), all, earlier(series.period), movement.own)),
        cautions: subject.place.cautions,
    };
    Ok(Area { code, name: subject.place.name.into(), borough: subject.place.borough, source, figures })
}

fn robberies(count: u32, all: bool) -> Robberies {
    if all { Robberies::All(count) } else { Robberies::Personal(count) }
}

fn earlier(period: Period) -> Period {
    period.preceding()
}
