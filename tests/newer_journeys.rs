//! The question about newer months, on the outlines that ship, with every oddity the service is known for.
//!
//! The service here is a function; `tests/browser/site/newer_months.rs` has one that listens.

use std::collections::VecDeque;
use std::fs;

use domain::effect::{Effect, File};
use domain::enquiry::Answer;
use domain::event::{Event, FetchError};
use domain::gazetteer::AreaId;
use domain::newer::kept::{Count, Kept};
use domain::newer::query::{Offence, Query};
use domain::newer::reply::{Body, Entry, Refusal, Reply};
use domain::newer::{BUTTON, Call, MOST_CALLS, MOST_MISSES, MOST_MONTHS, MOST_TRIES, News, Outcome, Row, Task};
use domain::period::Month;
use domain::session::{Session, update};
use domain::store::StoreError;
use tests::source::root;

const WARD: &str = "Abbey Road";

type Answered = Result<Reply, Refusal>;

fn month(text: &str) -> Month {
    text.parse().expect(text)
}

#[expect(clippy::unnecessary_wraps, reason = "services that refuse answer beside it")]
fn reply(status: u16, body: Body) -> Answered {
    Ok(Reply { status, retry_after: None, body })
}

/// A list as the service sends it: `count` offences, each with a number of its own.
fn list(offence: Offence, month: Month, count: u32) -> Body {
    let entry = |number: u32| Entry {
        category: offence.slug().to_owned(),
        month: month.to_string(),
        persistent_id: String::new(),
        id: number.to_string(),
    };
    Body::List((0..count).map(entry).collect())
}

/// A service that has every month to September 2026: three thefts and one robbery in each.
fn sound(query: Query) -> Answered {
    match query {
        Query::Newest => reply(200, Body::Date("2026-09-01".to_owned())),
        Query::Offences(Offence::Theft, month) => reply(200, list(Offence::Theft, month, 3)),
        Query::Offences(Offence::Robbery, month) => reply(200, list(Offence::Robbery, month, 1)),
    }
}

/// A page, the service it asks, and what lies in the store.
struct Page {
    session: Session,
    asked: Vec<(Call, String)>,
    pauses: Vec<u32>,
    kept: Vec<Kept>,
    most_at_once: usize,
}

impl Page {
    fn open() -> Self {
        let mut session = Session::default();
        update(&mut session, Event::AreaTyped(WARD.to_owned()));
        update(&mut session, arrives(File::Areas));
        update(&mut session, Event::AreaAsked);
        Self { session, asked: Vec::new(), pauses: Vec::new(), kept: Vec::new(), most_at_once: 0 }
    }

    fn ask(&mut self) -> Vec<Effect> {
        let place = self.place();
        update(&mut self.session, Event::Newer(News::Asked(place)))
    }

    fn place(&self) -> AreaId {
        let Some(Answer::Area(id)) = self.session.lookup.answer() else { panic!("no place was found") };
        id
    }

    /// Presses the button, and lets the service answer until it is over.
    fn press(&mut self, service: impl Fn(Query) -> Answered) {
        let effects = self.ask();
        self.run(effects, service);
    }

    fn run(&mut self, effects: Vec<Effect>, service: impl Fn(Query) -> Answered) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            let event = match effect {
                Effect::Fetch(file) => Some(arrives(file)),
                Effect::Newer(Task::Recall(code)) => Some(Event::Newer(News::Recalled(code, self.kept.clone()))),
                Effect::Newer(Task::Ask(call, request)) => {
                    self.asked.push((call, request.address().to_owned()));
                    Some(Event::Newer(News::Replied(call, service(call.query))))
                }
                Effect::Newer(Task::Wait(call, pause)) => {
                    self.pauses.push(pause);
                    Some(Event::Newer(News::Waited(call)))
                }
                Effect::Newer(Task::Keep(_, months)) => {
                    self.kept = months;
                    None
                }
                Effect::Newer(Task::Stop) | Effect::Focus(_) => None,
                other => panic!("{other:?}"),
            };
            waiting.extend(event.map(|event| update(&mut self.session, event)).unwrap_or_default());
            let under_way = waiting.iter().filter(|effect| matches!(effect, Effect::Newer(Task::Ask(..)))).count();
            self.most_at_once = self.most_at_once.max(under_way);
        }
    }

    fn rows(&self) -> Vec<Row> {
        self.session.newer.rows()
    }

    fn outcome(&self) -> &Outcome {
        self.session.newer.outcome().expect("it is over")
    }
}

fn arrives(file: File) -> Event {
    let path = root().join("public").join(file.address().trim_start_matches('/'));
    Event::Fetched(file, Ok(fs::read(&path).expect("a table that ships")))
}

fn refused(refusals: &[Refusal]) -> Outcome {
    Outcome::Missing(refusals.to_vec())
}

#[test]
fn every_month_since_ours_is_asked_for_with_the_same_month_of_the_year_before() {
    let mut page = Page::open();
    let before = page.session.lookup.area(page.place());
    page.press(sound);
    let (last, newest) = (month("2026-02"), month("2026-09"));
    assert_eq!(page.session.lookup.area(page.place()).map(|area| area.figures.period.to()), Some(last));
    assert_eq!(page.outcome(), &Outcome::Done);
    let count = Some(Count { thefts: 3, robberies: 1 });
    let expected = (1..=7).map(|ahead| Row { month: last.after(ahead), now: count, before: count });
    assert_eq!(page.rows(), expected.collect::<Vec<_>>());
    assert_eq!(page.asked.len(), 1 + 7 * 2 * 2);
    assert!(page.most_at_once <= 2, "{} at once", page.most_at_once);
    assert_eq!(page.kept.len(), 14);
    assert!(page.kept.iter().all(|kept| kept.newest == newest));
    assert_eq!(page.session.lookup.area(page.place()), before, "our own figures stay as they were");
}

#[test]
fn the_service_hears_of_an_outline_and_a_month_and_of_nothing_else() {
    let mut page = Page::open();
    assert!(!page.session.newer.is_running(), "nothing is asked before the press");
    page.press(sound);
    let mut addresses = page.asked.iter().map(|(_, address)| address.as_str());
    assert_eq!(addresses.next(), Some("https://data.police.uk/api/crime-last-updated"));
    for address in addresses {
        let (path, query) = address.split_once('?').expect("a question");
        assert!(
            Offence::ALL
                .iter()
                .any(|offence| path == ["https://data.police.uk/api/crimes-street/", offence.slug()].concat())
        );
        let (date, outline) = query.strip_prefix("date=").and_then(|rest| rest.split_once("&poly=")).expect(query);
        assert!(date.parse::<Month>().is_ok(), "{date}");
        for corner in outline.split(':') {
            let (latitude, longitude) = corner.split_once(',').expect(corner);
            for degrees in [latitude, longitude] {
                assert_eq!(degrees.split_once('.').map(|(_, decimals)| decimals.len()), Some(5), "{corner}");
            }
            let near = |degrees: &str, middle: f64| (degrees.parse::<f64>().expect(degrees) - middle).abs() < 0.03;
            assert!(near(latitude, 51.534) && near(longitude, -0.178), "{corner} is not in {WARD}");
        }
    }
}

#[test]
fn what_was_counted_is_not_asked_for_twice() {
    let mut page = Page::open();
    page.press(sound);
    let first = page.asked.len();
    page.press(sound);
    assert_eq!(page.asked.len(), first + 1, "only whether there is a newer month");
    assert_eq!(page.outcome(), &Outcome::Done);

    // Another visit, on which the store remembers; a month later the newest of then was still filling up.
    let mut again = Page { kept: page.kept, ..Page::open() };
    again.press(|query| match query {
        Query::Newest => reply(200, Body::Date("2026-10-01".to_owned())),
        other @ Query::Offences(..) => sound(other),
    });
    let months: Vec<String> = again
        .asked
        .iter()
        .filter_map(|(call, _)| match call.query {
            Query::Newest => None,
            Query::Offences(_, month) => Some(month.to_string()),
        })
        .collect();
    assert_eq!(months, ["2026-09", "2026-09", "2026-10", "2026-10", "2025-10", "2025-10"]);
    assert_eq!(again.rows().len(), 8);
}

#[test]
fn a_busy_service_is_given_time_and_then_left_alone() {
    let busy = |retry_after| {
        move |query| match query {
            Query::Offences(Offence::Theft, month) if month == self::month("2026-03") => {
                Ok(Reply { status: 429, retry_after, body: Body::Other })
            }
            other => sound(other),
        }
    };
    for (retry_after, pauses) in [(None, vec![1_000, 2_000]), (Some(5), vec![5_000, 5_000]), (Some(31), vec![])] {
        let mut page = Page::open();
        page.press(busy(retry_after));
        assert_eq!(page.pauses, pauses, "{retry_after:?}");
        assert_eq!(page.outcome(), &refused(&[Refusal::Busy]));
        let (missing, known): (Vec<Row>, Vec<Row>) = page.rows().into_iter().partition(|row| row.now.is_none());
        assert_eq!((missing.len(), known.len()), (1, 6), "the other months stand");
        assert!(missing.iter().all(|row| row.before.is_some()));
    }
    let mut page = Page::open();
    page.press(|query| if query == Query::Newest { reply(503, Body::Other) } else { sound(query) });
    assert_eq!((page.asked.len(), page.outcome()), (usize::from(MOST_TRIES), &refused(&[Refusal::Busy])));
}

#[test]
fn months_that_are_no_longer_held_leave_the_others_standing() {
    let mut page = Page::open();
    page.press(|query| match query {
        Query::Offences(_, old) if old < month("2026-01") => reply(500, Body::Other),
        other => sound(other),
    });
    assert_eq!(page.outcome(), &refused(&[Refusal::NotHeld]));
    assert!(page.rows().iter().all(|row| row.now.is_some() && row.before.is_none()));
    let old = |call: &Call| matches!(call.query, Query::Offences(_, old) if old < month("2026-01"));
    let asked = page.asked.iter().filter(|(call, _)| old(call)).count();
    assert!(asked <= 7 * 2, "{asked}");
    assert_eq!(page.kept.len(), 7, "what was counted is kept");
}

#[test]
fn without_a_connection_what_was_counted_before_is_shown() {
    let offline = |_| Err(Refusal::Unreachable);
    let mut page = Page::open();
    page.press(offline);
    assert_eq!((page.outcome(), page.rows().len(), page.asked.len()), (&refused(&[Refusal::Unreachable]), 0, 1));
    assert!(page.kept.is_empty());
    page.press(sound);
    page.press(offline);
    assert_eq!((page.outcome(), page.rows().len()), (&refused(&[Refusal::Unreachable]), 7));
}

#[test]
fn a_connection_that_breaks_is_not_tried_for_ever() {
    for refusal in [Refusal::Unreachable, Refusal::Slow] {
        let mut page = Page::open();
        page.press(|query| if query == Query::Newest { sound(query) } else { Err(refusal) });
        assert_eq!(page.outcome(), &refused(&[refusal]));
        // The one beside the last may be under way already.
        let most = 1 + usize::from(MOST_MISSES) + 1;
        assert!(page.asked.len() <= most, "{}", page.asked.len());
    }
}

#[test]
fn there_is_a_limit_to_all_questions_together() {
    let mut page = Page::open();
    page.press(|query| match query {
        Query::Newest => reply(200, Body::Date("2255-12-01".to_owned())),
        // Every second question is answered only at the third time.
        Query::Offences(Offence::Theft, _) => reply(429, Body::Other),
        other @ Query::Offences(..) => sound(other),
    });
    assert_eq!(page.rows().len(), MOST_MONTHS as usize);
    assert!(page.asked.len() <= usize::from(MOST_CALLS) + 5, "{}", page.asked.len());
    assert_eq!(page.outcome(), &refused(&[Refusal::Busy]));
}

#[test]
fn nothing_newer_asks_nothing_about_the_place() {
    for newest in ["2026-02-01", "2025-11-01"] {
        let mut page = Page::open();
        page.press(|_| reply(200, Body::Date(newest.to_owned())));
        assert_eq!((page.outcome(), page.asked.len()), (&Outcome::NothingNewer, 1), "{newest}");
    }
}

#[test]
fn who_stops_keeps_what_arrived_and_hears_no_late_answer() {
    let mut page = Page::open();
    page.press(sound);
    let kept = std::mem::take(&mut page.kept);
    let mut page = Page { kept: kept.into_iter().take(3).collect(), ..Page::open() };
    let mut effects = page.ask();
    assert_eq!(effects, [Effect::Fetch(File::WardOutlines)]);
    effects = update(&mut page.session, arrives(File::WardOutlines));
    let [Effect::Newer(Task::Recall(code))] = effects[..] else { panic!("{effects:?}") };
    effects = update(&mut page.session, Event::Newer(News::Recalled(code, page.kept.clone())));
    let [Effect::Newer(Task::Ask(call, _))] = effects[..] else { panic!("{effects:?}") };
    assert_eq!(page.ask(), [], "a second press changes nothing");
    effects = update(&mut page.session, Event::Newer(News::Replied(call, sound(call.query))));
    assert_eq!(effects.len(), 2);
    let stopped = update(&mut page.session, Event::Newer(News::Stopped));
    assert!(matches!(stopped[..], [Effect::Newer(Task::Stop), Effect::Newer(Task::Keep(..)), Effect::Focus(BUTTON)]));
    let rows = page.rows();
    assert!(rows.iter().any(|row| row.now.is_some()) && rows.iter().any(|row| row.now.is_none()));
    page.run(effects, sound);
    assert_eq!((page.outcome(), page.rows()), (&Outcome::Stopped, rows), "late answers change nothing");
    assert_eq!(update(&mut page.session, Event::Newer(News::Stopped)), []);
}

#[test]
fn another_place_breaks_off_the_first() {
    let mut page = Page::open();
    page.press(sound);
    let effects = page.ask();
    update(&mut page.session, Event::AreaTyped("EC2V 7HH".to_owned()));
    update(&mut page.session, arrives(File::Postcodes));
    update(&mut page.session, Event::AreaAsked);
    let city = page.place();
    let second = update(&mut page.session, Event::Newer(News::Asked(city)));
    assert_eq!(second.first(), Some(&Effect::Newer(Task::Stop)));
    page.run(effects, |_| panic!("the first place is not asked about any more"));
    page.kept = Vec::new();
    page.run(second, sound);
    assert_eq!((page.session.newer.about(), page.outcome()), (Some(city), &Outcome::Done));
    // The City's own figures end earlier.
    assert_eq!(page.rows().first().map(|row| row.month), Some(month("2026-01")));
}

#[test]
fn a_borough_is_not_asked_about_and_without_an_outline_nobody_is() {
    let mut page = Page::open();
    update(&mut page.session, Event::AreaTyped("Camden".to_owned()));
    update(&mut page.session, Event::AreaAsked);
    page.press(sound);
    assert!(page.asked.is_empty() && page.session.newer.about().is_none());

    let mut page = Page::open();
    page.ask();
    let lost = Event::Fetched(File::WardOutlines, Err(FetchError::Unreachable));
    assert_eq!(update(&mut page.session, lost), []);
    assert_eq!(page.outcome(), &Outcome::NoOutline);
    page.press(sound);
    assert_eq!(page.outcome(), &Outcome::Done, "the next press fetches it again");
}

#[test]
fn what_is_deleted_is_forgotten() {
    let mut page = Page::open();
    page.press(sound);
    update(&mut page.session, Event::Erased(Err(StoreError::Failed)));
    assert!(!page.rows().is_empty());
    update(&mut page.session, Event::Erased(Ok(())));
    assert!(page.rows().is_empty());
}
