//! The plan of the Secure walk: which steps of the chosen guides come first, and what a thief can still do.
//!
//! The order is plain: what saves most comes first, and of two steps that save as much the quicker one. Words, menu paths
//! and sources are content; this knows names, weights and minutes.

use serde::{Deserialize, Serialize};

use crate::choice::Choice;
use crate::closed::closed_list;
use crate::harm::Harm;
use crate::record::Record;
use crate::step::StepId;
use crate::step_names::StepNames;
use crate::tick::Tick;
use crate::weight::Weight;

/// What the plan knows of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Facts {
    names: StepNames,
    weight: Weight,
    minutes: u8,
    harm: Harm,
}

/// The facts as they travel in a page: hundreds of them, so without the names of their fields.
type Written = (StepNames, Weight, u8, Harm);

impl From<Written> for Facts {
    fn from((names, weight, minutes, harm): Written) -> Self {
        Self { names, weight, minutes, harm }
    }
}

impl From<Facts> for Written {
    fn from(facts: Facts) -> Self {
        (facts.names, facts.weight, facts.minutes, facts.harm)
    }
}

impl Facts {
    /// The facts of a step: its names, how much it saves, how many minutes it takes, what it prevents.
    pub const fn new(names: StepNames, weight: Weight, minutes: u8, harm: Harm) -> Self {
        Self { names, weight, minutes, harm }
    }

    /// The step's present name.
    pub const fn id(&self) -> &StepId {
        self.names.now()
    }

    /// How many minutes it takes.
    pub const fn minutes(&self) -> u8 {
        self.minutes
    }

    fn tick(&self, record: &Record) -> Option<Tick> {
        self.names.tick(record)
    }
}

/// The steps of every guide that can be chosen, each guide's in the order of its page.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Catalogue(Vec<(Choice, Vec<Facts>)>);

closed_list! {
    /// The lists of the plan's page, in their order; the names stand in the page.
    List {
        /// What to do now.
        First = "first",
        /// What comes after it.
        Rest = "rest",
        /// What the person put off.
        Aside = "aside",
        /// What is done.
        Done = "done",
        /// What this phone does not have.
        Absent = "absent",
    }
}

closed_list! {
    /// Whether a harm can still happen, as far as the steps of this site know.
    State {
        /// A step that matters is still to be done.
        Open = "open",
        /// Every step that matters is done.
        Closed = "closed",
        /// This phone has none of the settings that matter.
        Unavailable = "unavailable",
    }
}

impl Catalogue {
    /// How many steps are shown at a time: as many as somebody does before the kettle boils.
    pub const AT_A_TIME: usize = 3;

    /// The steps of these guides.
    pub const fn new(guides: Vec<(Choice, Vec<Facts>)>) -> Self {
        Self(guides)
    }

    /// The steps of the chosen guides: what saves most first, then what is quickest, then as the pages have them.
    pub fn chosen(&self, record: &Record) -> Vec<&Facts> {
        let chosen = self.0.iter().filter(|(choice, _)| record.is_chosen(choice.guide()));
        let all: Vec<&Facts> = chosen.flat_map(|(_, steps)| steps).collect();
        let mut steps: Vec<&Facts> = Vec::new();
        // Each is put in after those that come before it: a sort would weigh more in the wasm than all of the plan.
        for (place, step) in all.iter().enumerate() {
            // A phone's step and its account's may be one thing: that of the account, which stands later, is shown.
            if all.iter().skip(place + 1).any(|later| step.names.all().any(|name| name == later.id())) {
                continue;
            }
            let before = steps.partition_point(|before| (before.weight, step.minutes) >= (step.weight, before.minutes));
            steps.insert(before, step);
        }
        steps
    }

    /// The next steps to show: unanswered ones, the best first.
    pub fn next(&self, record: &Record) -> Vec<StepId> {
        let open = self.chosen(record).into_iter().filter(|step| step.tick(record).is_none());
        open.take(Self::AT_A_TIME).map(|step| step.id().clone()).collect()
    }

    /// Whether every one of these steps has an answer.
    pub fn are_answered(&self, record: &Record, steps: &[StepId]) -> bool {
        let answered = |step: &&Facts| steps.contains(step.id()) && step.tick(record).is_some();
        self.chosen(record).iter().filter(|step| answered(step)).count() == steps.len()
    }

    /// Every step of the chosen guides in its list; what is shown now stays in the first list when it is answered.
    pub fn places(&self, record: &Record, shown: &[StepId]) -> Vec<(StepId, List)> {
        let list = |step: &Facts| match step.tick(record) {
            _ if shown.contains(step.id()) => List::First,
            None => List::Rest,
            Some(Tick::Done) => List::Done,
            Some(Tick::NotNow) => List::Aside,
            Some(Tick::NotOnMyPhone) => List::Absent,
        };
        self.chosen(record).into_iter().map(|step| (step.id().clone(), list(step))).collect()
    }

    /// How far the person is.
    pub fn tally(&self, record: &Record) -> Tally {
        let mut tally = Tally::default();
        for step in self.chosen(record) {
            match step.tick(record) {
                Some(Tick::Done) => tally.done += 1,
                Some(Tick::NotOnMyPhone) => {}
                Some(Tick::NotNow) => tally.put_off += 1,
                None => {
                    tally.open += 1;
                    tally.minutes += u32::from(step.minutes());
                }
            }
        }
        tally
    }

    /// What can still happen, and what no longer can: one line for each harm that the chosen guides know, in the order
    /// of [`Harm::ALL`].
    pub fn harms(&self, record: &Record) -> Vec<(Harm, State)> {
        let steps = self.chosen(record);
        let state = |harm: Harm| {
            let against = || steps.iter().filter(move |step| step.harm == harm);
            // The heaviest steps decide; where all are light, the heaviest of those.
            let least = against().map(|step| step.weight).max()?.min(Weight::KEY);
            let deciding = || against().filter(|step| step.weight >= least).map(|step| step.tick(record));
            let answered = deciding().all(|tick| matches!(tick, Some(Tick::Done | Tick::NotOnMyPhone)));
            let any_done = deciding().any(|tick| tick == Some(Tick::Done));
            Some(match (answered, any_done) {
                (false, _) => State::Open,
                (true, true) => State::Closed,
                (true, false) => State::Unavailable,
            })
        };
        Harm::ALL.iter().filter_map(|harm| Some((*harm, state(*harm)?))).collect()
    }
}

/// How far a person is with the steps of the chosen guides. Steps their phone does not have do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Steps done.
    pub done: usize,
    /// Steps put off.
    pub put_off: usize,
    /// Steps without an answer.
    pub open: usize,
    /// How many minutes those take together.
    pub minutes: u32,
}
