//! Whole journeys of the hour after a theft, without a browser: questions, steps, one report, texts to take away.
//!
//! Nothing of it is ever kept: the device may be borrowed.

use domain::draft::Draft;
use domain::effect::{Document, Effect, File};
use domain::event::{Event, FetchError, Refused};
use domain::incident::{self, Answer, Refusal};
use domain::language::Language;
use domain::plan::When;
use domain::session::Handed;
use domain::triage::{Answers, Kind, Make, Place, Safe, State};
use tests::journey::given;

#[test]
fn triage_moves_the_steps_and_locking_comes_first() {
    let answers = Answers { make: Make::Iphone, state: State::Locked, kind: Kind::Stolen, ..Answers::default() };
    let page = given().when(Event::Gathered(Ok(()))).when(Event::Answered(answers)).and(|page| {
        let plan = page.plan();
        let first = plan.steps().first().map(|step| (step.id.to_string(), step.when));
        assert_eq!(first, Some(("lock-iphone".to_owned(), When::Now)));
        let told = |field| page.draft.incident().answer(field).cloned();
        assert_eq!(told(incident::Field::What), Some(Answer::Kind(Kind::Stolen)), "nothing is asked twice");
        assert_eq!(told(incident::Field::State), Some(Answer::State(State::Locked)));
        assert_eq!(told(incident::Field::Place), None);
    });
    let places = page.session().plan().steps().iter().map(|step| (step.id.clone(), step.when.slug())).collect();
    let page = page.then([Effect::Arrange(places)]);
    let danger = Answers { safe: Safe::No, ..answers };
    page.when(Event::Answered(danger)).and(|page| {
        let plan = page.plan();
        assert_eq!(plan.steps().first().map(|step| step.id.as_str()), Some("call-999"));
        assert!(plan.steps().iter().skip(1).all(|step| step.when != When::Now), "everything else waits");
    });
}

#[test]
fn no_step_moves_before_all_steps_are_in_the_page() {
    let answers = Answers { safe: Safe::No, ..Answers::default() };
    given().when(Event::Answered(answers)).then([]);
}

#[test]
fn what_was_told_in_the_report_outlives_an_answer_taken_back() {
    let street = Answers { place: Place::Street, ..Answers::default() };
    given()
        .when(Event::Answered(street))
        .when(Event::Told(incident::Field::Place, "rail".to_owned()))
        .when(Event::Answered(Answers::default()))
        .and(|page| {
            let told = page.draft.incident().answer(incident::Field::Place);
            assert_eq!(told, Some(&Answer::Place(Place::Rail)));
        });
}

#[test]
fn an_answer_taken_back_leaves_the_report_too() {
    let robbed = Answers { kind: Kind::Robbed, place: Place::Bus, ..Answers::default() };
    given().when(Event::Answered(robbed)).when(Event::Answered(Answers::default())).and(|page| {
        assert_eq!(page.draft.incident().answer(incident::Field::What), None);
        assert_eq!(page.draft.incident().answer(incident::Field::Place), None);
    });
}

#[test]
fn what_the_report_was_told_is_not_undone_by_another_answer() {
    let told = Event::Told(incident::Field::What, Kind::Robbed.slug().to_owned());
    let answers = Answers { make: Make::Pixel, ..Answers::default() };
    given().when(told).when(Event::Answered(answers)).and(|page| {
        assert_eq!(page.draft.incident().kind(), Kind::Robbed, "triage did not ask about this anew");
    });
}

#[test]
fn a_report_keeps_what_fits_and_says_why_the_rest_does_not() {
    use incident::Field::{From, Imei, Where};
    given()
        .when(Event::Told(Where, "Oxford Street".to_owned()))
        .when(Event::Told(Imei, "352099001761481".to_owned()))
        .when(Event::Told(From, "2026-11-22T17:50".to_owned()))
        .then([])
        .and(|page| {
            let draft = &page.draft;
            assert!(draft.incident().answer(Where).is_some() && draft.incident().phone_answer(0, Imei).is_some());
            assert_eq!((draft.refusal(Where), draft.refusal(From)), (None, None));
        })
        .when(Event::Told(From, "yesterday".to_owned()))
        .and(|page| {
            assert_eq!(page.draft.refusal(From), Some(Refusal::NotAMoment));
            let kept = page.draft.incident().answer(From).map(ToString::to_string);
            assert_eq!(kept.as_deref(), Some("2026-11-22T17:50"), "the last one that fitted stands");
        })
        .when(Event::Told(From, "2026-11-22".to_owned()))
        .and(|page| assert_eq!(page.draft.refusal(From), None))
        .when(Event::ReportCleared)
        .and(|page| assert_eq!(page.draft, Draft::default()));
}

#[test]
fn the_words_of_the_report_are_fetched_once_and_again_after_a_failure() {
    let file = File::Report(Language::English);
    let open = || Event::ReportOpened(Language::English);
    given()
        .when(open())
        .then([Effect::ReadClock, Effect::Fetch(file)])
        .when(open())
        .then([])
        .when(Event::Fetched(file, Err(FetchError::Unreachable)))
        .then([])
        .when(open())
        .then([Effect::ReadClock, Effect::Fetch(file)])
        .when(Event::Fetched(file, Ok(b"{}".to_vec())))
        .then([])
        .and(|page| assert_eq!(page.templates.here().map(Vec::as_slice), Some(b"{}".as_slice())))
        .when(open())
        .then([]);
}

#[test]
fn a_text_is_taken_away_or_can_be_selected() {
    let text = || Document("Dear bank".to_owned());
    given()
        .when(Event::CopyAsked(text()))
        .then([Effect::Copy(text())])
        .and(|page| assert_eq!(page.handed, None, "nothing is copied until the browser said so"))
        .when(Event::Copied(Err(Refused)))
        .and(|page| assert_eq!(page.handed, Some(Handed::Refused)))
        .when(Event::SaveAsked("report.txt", text()))
        .then([Effect::Save { name: "report.txt", text: text() }])
        .when(Event::Saved(Ok(())))
        .and(|page| assert_eq!(page.handed, Some(Handed::Saved)))
        .when(Event::CopyAsked(text()))
        .when(Event::Copied(Ok(())))
        .and(|page| assert_eq!(page.handed, Some(Handed::Copied)))
        .when(Event::Told(incident::Field::Where, "here".to_owned()))
        .and(|page| assert_eq!(page.handed, None, "the copy is of an older text now"))
        .when(Event::PrintAsked(None))
        .then([Effect::Print]);
}
