//! The months since our tables end, asked of data.police.uk for one place when a person presses the button that says so.
//!
//! They are shown beside our figures and never go into them: positions there are moved to a nearby point, robberies of
//! businesses are counted too, and the same months of the year before are asked for, so that like stands beside like.

pub mod kept;
pub mod query;
pub mod reply;
mod round;

pub use round::{Call, MOST_CALLS, MOST_MISSES, MOST_MONTHS, MOST_TRIES};

use self::kept::{Count, Kept};
use self::query::{Query, Request};
use self::reply::{Refusal, Reply, Told};
use self::round::Round;
use crate::gazetteer::AreaId;
use crate::outline::Position;
use crate::period::Month;
use crate::place::{AreaCode, BoroughCode};

/// The id of the button that asks.
pub const BUTTON: &str = "newer-ask";

/// What the browser is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Look for months of this place that were counted before: `News::Recalled`.
    Recall(AreaCode),
    /// Ask this: `News::Replied`.
    Ask(Call, Request),
    /// Wait so many milliseconds: `News::Waited`.
    Wait(Call, u32),
    /// Keep the months of this place that are counted now.
    Keep(AreaCode, Vec<Kept>),
    /// Break off whatever is being asked.
    Stop,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The button for this place was pressed.
    Asked(AreaId),
    /// The button that stops was pressed.
    Stopped,
    /// These months of this place were counted before.
    Recalled(AreaCode, Vec<Kept>),
    /// An answer came, or none.
    Replied(Call, Result<Reply, Refusal>),
    /// A pause is over.
    Waited(Call),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every month is there.
    Done,
    /// Some months or all of them are missing, for these reasons.
    Missing(Vec<Refusal>),
    /// No month newer than ours is out yet.
    NothingNewer,
    /// The person stopped it.
    Stopped,
    /// The outline of the place is not to be had, so nobody was asked.
    NoOutline,
}

/// One month since our tables end, and the same month a year earlier; what is not known is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The month.
    pub month: Month,
    /// What was recorded in it.
    pub now: Option<Count>,
    /// What was recorded twelve months before.
    pub before: Option<Count>,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
enum Stage {
    /// Nobody asked.
    #[default]
    Idle,
    /// The outline is on its way.
    Outline,
    /// The months that were counted before are looked for.
    Recall,
    /// The newest month is asked for.
    Newest,
    /// The months are asked for.
    Months(Round),
    /// It is over.
    Over(Outcome),
}

/// A place, and the last month that our tables have of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    id: AreaId,
    code: AreaCode,
    last: Month,
}

/// What is known of newer months.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Newer {
    /// Counted up whenever a round begins or is stopped.
    round: u32,
    place: Option<Place>,
    outline: Vec<Position>,
    stage: Stage,
    newest: Option<Month>,
    known: Vec<(AreaCode, Kept)>,
}

impl Newer {
    /// Whether a place can be asked about: wards, and the City as one. A borough's outline would ask for too much.
    pub fn is_offered(code: AreaCode) -> bool {
        matches!(code, AreaCode::Ward(_)) || code == AreaCode::Borough(BoroughCode::CITY)
    }

    /// The place of the round that runs, or ran last.
    pub fn about(&self) -> Option<AreaId> {
        self.place.map(|place| place.id)
    }

    /// A round runs.
    pub const fn is_running(&self) -> bool {
        !matches!(self.stage, Stage::Idle | Stage::Over(_))
    }

    /// How many questions are settled, and how many there are; none before that is known.
    pub fn progress(&self) -> Option<(u16, u16)> {
        if let Stage::Months(round) = &self.stage { Some(round.progress()) } else { None }
    }

    /// What came of the last round.
    pub const fn outcome(&self) -> Option<&Outcome> {
        if let Stage::Over(outcome) = &self.stage { Some(outcome) } else { None }
    }

    /// Every month since our tables end, oldest first.
    pub fn rows(&self) -> Vec<Row> {
        let Some(place) = self.place else { return Vec::new() };
        let count = |month| self.kept(place.code, month).map(|kept| kept.count);
        let row = |month: Month| Row { month, now: count(month), before: count(month.before(12)) };
        self.span(place).into_iter().map(row).collect()
    }

    /// Takes a place that was asked about; what ran before is broken off.
    pub fn begin(&mut self, id: AreaId, code: AreaCode, last: Month) -> Vec<Task> {
        let running = self.is_running();
        if !Self::is_offered(code) || (running && self.about() == Some(id)) {
            return Vec::new();
        }
        self.round = self.round.wrapping_add(1);
        self.place = Some(Place { id, code, last });
        self.newest = None;
        self.stage = Stage::Outline;
        if running { vec![Task::Stop] } else { Vec::new() }
    }

    /// Takes the outline of the place; an empty one is none.
    pub fn outlined(&mut self, outline: Vec<Position>) -> Vec<Task> {
        let (Some(place), Stage::Outline) = (self.place, &self.stage) else { return Vec::new() };
        if outline.is_empty() {
            self.stage = Stage::Over(Outcome::NoOutline);
            return Vec::new();
        }
        self.outline = outline;
        self.stage = Stage::Recall;
        vec![Task::Recall(place.code)]
    }

    /// The place whose outline is waited for.
    pub fn wants_outline(&self) -> Option<AreaId> {
        if matches!(self.stage, Stage::Outline) { self.about() } else { None }
    }

    /// Takes the months that were counted before.
    pub fn recalled(&mut self, code: AreaCode, months: Vec<Kept>) -> Vec<Task> {
        if !matches!(self.stage, Stage::Recall) || self.place.is_none_or(|place| place.code != code) {
            return Vec::new();
        }
        for month in months {
            if self.kept(code, month.month).is_none_or(|known| known.newest < month.newest) {
                self.know(code, month);
            }
        }
        self.stage = Stage::Newest;
        vec![self.ask(Query::Newest, 0)]
    }

    /// Takes an answer.
    pub fn replied(&mut self, call: Call, outcome: &Result<Reply, Refusal>) -> Vec<Task> {
        if call.round != self.round {
            return Vec::new();
        }
        let told = outcome.as_ref().map_err(|refusal| *refusal).and_then(|reply| reply.told(call.query));
        if told == Err(Refusal::Busy) {
            let wanted = outcome.as_ref().ok().and_then(|reply| reply.retry_after);
            if let Some((call, pause)) = call.again(wanted) {
                return vec![Task::Wait(call, pause)];
            }
        }
        match (&mut self.stage, call.query, told) {
            (Stage::Newest, Query::Newest, Ok(Told::Newest(newest))) => self.start(newest),
            (Stage::Newest, Query::Newest, Err(refusal)) => {
                // What was counted before can still be shown.
                let counted = self.known.iter().filter(|(code, _)| self.place.is_some_and(|place| place.code == *code));
                self.newest = counted.map(|(_, kept)| kept.newest).max();
                self.end(Outcome::Missing(vec![refusal]))
            }
            (Stage::Months(round), Query::Offences(offence, month), Ok(Told::Count(count))) => {
                let kept = round.counted(offence, month, count);
                if let (Some(kept), Some(place)) = (kept, self.place) {
                    self.know(place.code, kept);
                }
                self.go_on()
            }
            (Stage::Months(round), Query::Offences(_, month), Err(refusal)) => {
                round.refused(month, refusal);
                self.go_on()
            }
            _ => Vec::new(),
        }
    }

    /// A pause is over: the question is asked once more.
    pub fn waited(&mut self, call: Call) -> Vec<Task> {
        if call.round != self.round || !self.is_running() {
            return Vec::new();
        }
        if let Stage::Months(round) = &mut self.stage {
            round.repeat();
        }
        vec![self.ask(call.query, call.tries)]
    }

    /// The person stops it: what is there stays.
    pub fn stop(&mut self) -> Vec<Task> {
        if !self.is_running() {
            return Vec::new();
        }
        self.round = self.round.wrapping_add(1);
        let mut tasks = vec![Task::Stop];
        tasks.extend(self.end(Outcome::Stopped));
        tasks
    }

    fn start(&mut self, newest: Month) -> Vec<Task> {
        let Some(place) = self.place else { return Vec::new() };
        self.newest = Some(newest);
        let span = self.span(place);
        if span.is_empty() {
            return self.end(Outcome::NothingNewer);
        }
        let mut wanted = Vec::new();
        for month in span.iter().flat_map(|month| [*month, month.before(12)]) {
            let stands = self.kept(place.code, month).is_some_and(|kept| kept.stands(newest));
            if !stands && !wanted.contains(&month) {
                wanted.push(month);
            }
        }
        self.stage = Stage::Months(Round::new(newest, &wanted));
        self.go_on()
    }

    /// Asks what may be asked now, or ends the round.
    fn go_on(&mut self) -> Vec<Task> {
        let mut tasks = Vec::new();
        while let Stage::Months(round) = &mut self.stage
            && let Some(query) = round.next()
        {
            tasks.push(self.ask(query, 0));
        }
        if let Stage::Months(round) = &self.stage
            && round.is_over()
        {
            let refusals = round.refusals.clone();
            let outcome = if refusals.is_empty() { Outcome::Done } else { Outcome::Missing(refusals) };
            tasks.extend(self.end(outcome));
        }
        tasks
    }

    /// What was counted is kept, whatever came of the rest.
    fn end(&mut self, outcome: Outcome) -> Vec<Task> {
        let counted = matches!(self.stage, Stage::Months(_));
        self.stage = Stage::Over(outcome);
        let Some(place) = self.place.filter(|_| counted) else { return Vec::new() };
        let months = self.known.iter().filter(|(code, _)| *code == place.code).map(|(_, kept)| *kept).collect();
        vec![Task::Keep(place.code, months)]
    }

    fn ask(&self, query: Query, tries: u8) -> Task {
        Task::Ask(Call { round: self.round, query, tries }, query.request(&self.outline))
    }

    /// The months after our last one, oldest first.
    fn span(&self, place: Place) -> Vec<Month> {
        let Some(newest) = self.newest else { return Vec::new() };
        let first = place.last.number().saturating_add(1).max((newest.number() + 1).saturating_sub(MOST_MONTHS));
        (first..=newest.number()).filter_map(Month::from_number).collect()
    }

    fn kept(&self, code: AreaCode, month: Month) -> Option<&Kept> {
        self.known.iter().find(|(known, kept)| *known == code && kept.month == month).map(|(_, kept)| kept)
    }

    fn know(&mut self, code: AreaCode, kept: Kept) {
        self.known.retain(|(known, old)| *known != code || old.month != kept.month);
        self.known.push((code, kept));
    }
}
