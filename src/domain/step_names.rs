//! The names under which a person may have answered one step: the one it has, and those it had.
//!
//! A step that takes the place of another takes over its answer. What lies in the store stays as it was written: an old
//! name is looked up, never rewritten, so that no version of the site can lose a tick of another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::record::Record;
use crate::step::StepId;
use crate::tick::Tick;

/// A step's present name and its former ones. Written as words with one space between them, the present name first.
///
/// ```
/// use domain::step_names::StepNames;
/// let names: StepNames = "iphone-find-my iphone-find-me".parse()?;
/// assert_eq!(names.now().as_str(), "iphone-find-my");
/// # Ok::<(), domain::step_names::BadStepNames>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StepNames {
    now: StepId,
    former: Vec<StepId>,
}

/// Not one or more different names of steps with one space between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadStepNames;

impl StepNames {
    /// A name with the names before it, the latest first. A name that comes again is dropped.
    pub fn new(now: StepId, former: impl IntoIterator<Item = StepId>) -> Self {
        let mut names = Self { now, former: Vec::new() };
        for name in former {
            if !names.all().any(|known| *known == name) {
                names.former.push(name);
            }
        }
        names
    }

    /// The present name: every new answer is kept under it.
    pub const fn now(&self) -> &StepId {
        &self.now
    }

    /// Every name, the present one first, then the latest.
    pub fn all(&self) -> impl Iterator<Item = &StepId> {
        std::iter::once(&self.now).chain(&self.former)
    }

    /// What was said of the step: under its present name or, failing that, under the latest former one.
    pub fn tick(&self, record: &Record) -> Option<Tick> {
        self.all().find_map(|name| record.tick(name))
    }
}

impl From<StepId> for StepNames {
    /// A step that has always had this name.
    fn from(now: StepId) -> Self {
        Self { now, former: Vec::new() }
    }
}

impl fmt::Display for StepNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.now.fmt(f)?;
        self.former.iter().try_for_each(|name| write!(f, " {name}"))
    }
}

impl FromStr for StepNames {
    type Err = BadStepNames;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut words = text.split(' ').map(str::parse);
        let now = words.next().and_then(Result::ok).ok_or(BadStepNames)?;
        let mut names = Self::from(now);
        for name in words {
            let name = name.map_err(|_| BadStepNames)?;
            if names.all().any(|known| *known == name) {
                return Err(BadStepNames);
            }
            names.former.push(name);
        }
        Ok(names)
    }
}

impl TryFrom<String> for StepNames {
    type Error = BadStepNames;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<StepNames> for String {
    fn from(names: StepNames) -> Self {
        names.to_string()
    }
}

impl fmt::Display for BadStepNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the names of a step")
    }
}

#[cfg(test)]
mod tests {
    use super::{BadStepNames, StepNames};
    use crate::change::Change;
    use crate::record::Record;
    use crate::step::StepId;
    use crate::tick::Tick;

    const NOW: StepId = StepId::new("iphone-find-my");
    const LATER: StepId = StepId::new("iphone-find-me");
    const FIRST: StepId = StepId::new("iphone-locate");

    fn names() -> StepNames {
        StepNames::new(NOW, [LATER, FIRST])
    }

    fn record(ticks: &[(StepId, Tick)]) -> Record {
        let mut record = Record::default();
        for (step, tick) in ticks {
            record.apply(Change::Mark(step.clone(), Some(*tick))).expect("a tick always fits");
        }
        record
    }

    #[test]
    fn an_answer_under_any_name_counts_and_the_latest_name_wins() {
        use Tick::{Done, NotNow, NotOnMyPhone};
        for (ticks, expected) in [
            (&[][..], None),
            (&[(NOW, Done)][..], Some(Done)),
            (&[(LATER, Done)], Some(Done)),
            (&[(FIRST, NotOnMyPhone)], Some(NotOnMyPhone)),
            (&[(FIRST, Done), (LATER, NotNow)], Some(NotNow)),
            (&[(FIRST, Done), (LATER, Done), (NOW, NotNow)], Some(NotNow)),
            (&[(StepId::new("iphone-sim-pin"), Done)], None),
        ] {
            assert_eq!(names().tick(&record(ticks)), expected, "{ticks:?}");
        }
    }

    #[test]
    fn a_new_answer_takes_nothing_away() {
        let mut record = record(&[(FIRST, Tick::Done), (LATER, Tick::NotNow)]);
        let answer = Change::Mark(names().now().clone(), Some(Tick::NotOnMyPhone));
        record.apply(answer).expect("a tick always fits");
        assert_eq!(names().tick(&record), Some(Tick::NotOnMyPhone));
        assert_eq!((record.tick(&FIRST), record.tick(&LATER)), (Some(Tick::Done), Some(Tick::NotNow)));
    }

    #[test]
    fn names_are_written_as_words_and_read_back() {
        for names in [StepNames::from(NOW), names()] {
            assert_eq!(names.to_string().parse(), Ok(names));
        }
        assert_eq!(StepNames::new(NOW, [LATER, NOW, LATER]).to_string(), "iphone-find-my iphone-find-me");
        for bad in ["", " ", "a ", " a", "a  b", "a A", "a a", "a b a", "a,b"] {
            assert_eq!(bad.parse::<StepNames>(), Err(BadStepNames), "{bad:?}");
        }
    }
}
