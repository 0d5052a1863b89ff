//! The plan of the Secure walk: what comes first, what moves, and what it says a thief can still do.
//!
//! A plan that jumps about under a person's finger, or calls a harm closed that is not, is worse than a list.

use domain::asset::Asset;
use domain::choice::Choice;
use domain::coach::{Catalogue, Facts, List, State, Tally};
use domain::effect::Effect;
use domain::event::{Event, FetchError};
use domain::harm::Harm;
use domain::language::Language::English;
use domain::platform::Platform;
use domain::record::Record;
use domain::step::StepId;
use domain::step_names::StepNames;
use domain::tick::Tick;
use tests::given::record;
use tests::journey::{Journey, given};

use domain::account::Account;
use domain::change::Change;

const PHONE: Choice = Choice::Platform(Platform::Iphone);
const EMAIL: Choice = Choice::Account(Account::Email);

fn step(name: &str) -> StepId {
    name.parse().unwrap_or_else(|_| panic!("{name} is no step's name"))
}

fn facts(names: &str, weight: u8, minutes: u8, harm: Harm) -> Facts {
    let names: StepNames = names.parse().unwrap_or_else(|_| panic!("{names} are no names"));
    Facts::new(names, weight.try_into().expect("a weight"), minutes, harm)
}

/// Five steps of a phone and two of an account, none of them in the order of the plan.
fn catalogue() -> Catalogue {
    Catalogue::new(vec![
        (
            PHONE,
            vec![
                facts("iphone-slow", 5, 9, Harm::PasscodeSeen),
                facts("iphone-small", 2, 1, Harm::Return),
                facts("iphone-find iphone-locate", 5, 2, Harm::Resale),
                facts("iphone-parts", 3, 1, Harm::Resale),
                facts("iphone-lock", 4, 1, Harm::PasscodeSeen),
            ],
        ),
        (EMAIL, vec![facts("email-factor", 5, 2, Harm::Lockout), facts("email-old", 4, 3, Harm::Lockout)]),
    ])
}

fn person(choices: &[Choice], ticks: &[(&str, Tick)]) -> Record {
    let choices = choices.iter().map(|choice| Change::Choose(*choice, true));
    record(choices.chain(ticks.iter().map(|(name, tick)| Change::Mark(step(name), Some(*tick)))))
}

fn names<'a>(steps: impl IntoIterator<Item = &'a StepId>) -> Vec<&'a str> {
    steps.into_iter().map(StepId::as_str).collect()
}

#[test]
fn what_saves_most_comes_first_and_then_what_is_quickest() {
    let order = |choices: &[Choice]| {
        let person = person(choices, &[]);
        catalogue().chosen(&person).into_iter().map(|facts| facts.id().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(order(&[]), [""; 0]);
    assert_eq!(order(&[PHONE]), ["iphone-find", "iphone-slow", "iphone-lock", "iphone-parts", "iphone-small"]);
    assert_eq!(
        order(&[EMAIL, PHONE]),
        ["iphone-find", "email-factor", "iphone-slow", "iphone-lock", "email-old", "iphone-parts", "iphone-small"]
    );
}

#[test]
fn one_thing_in_two_guides_is_shown_once_and_answered_once() {
    let twins = Catalogue::new(vec![
        (PHONE, vec![facts("iphone-contact email-contact", 4, 3, Harm::Lockout)]),
        (EMAIL, vec![facts("email-contact iphone-contact", 4, 5, Harm::Lockout)]),
    ]);
    let shown = |choices: &[Choice], ticks: &[(&str, Tick)]| names(&twins.next(&person(choices, ticks))).join(" ");
    assert_eq!(shown(&[PHONE], &[]), "iphone-contact");
    assert_eq!(shown(&[PHONE, EMAIL], &[]), "email-contact");
    assert_eq!(shown(&[PHONE, EMAIL], &[("iphone-contact", Tick::Done)]), "");
    assert_eq!(shown(&[PHONE], &[("email-contact", Tick::Done)]), "");
}

#[test]
fn three_unanswered_steps_are_next() {
    let next = |ticks: &[(&str, Tick)]| {
        let next = catalogue().next(&person(&[PHONE], ticks));
        names(&next).join(" ")
    };
    assert_eq!(next(&[]), "iphone-find iphone-slow iphone-lock");
    assert_eq!(next(&[("iphone-slow", Tick::NotNow)]), "iphone-find iphone-lock iphone-parts");
    assert_eq!(next(&[("iphone-locate", Tick::Done)]), "iphone-slow iphone-lock iphone-parts", "under its former name");
    let all = ["iphone-find", "iphone-slow", "iphone-lock", "iphone-parts", "iphone-small"];
    assert_eq!(next(&all.map(|name| (name, Tick::NotNow))), "");
}

#[test]
fn every_answer_has_its_list_and_what_is_shown_stays() {
    let person = person(
        &[PHONE],
        &[("iphone-find", Tick::Done), ("iphone-lock", Tick::NotOnMyPhone), ("iphone-small", Tick::NotNow)],
    );
    let list = |shown: &[&str], name: &str| {
        let shown: Vec<StepId> = shown.iter().map(|name| step(name)).collect();
        let places = catalogue().places(&person, &shown);
        assert_eq!(places.len(), 5, "no step is lost");
        places.into_iter().find(|(id, _)| id.as_str() == name).map(|(_, list)| list)
    };
    assert_eq!(list(&[], "iphone-find"), Some(List::Done));
    assert_eq!(list(&["iphone-find"], "iphone-find"), Some(List::First), "answered while it was shown");
    assert_eq!(list(&[], "iphone-slow"), Some(List::Rest));
    assert_eq!(list(&[], "iphone-lock"), Some(List::Absent));
    assert_eq!(list(&[], "iphone-small"), Some(List::Aside));
    assert_eq!(list(&[], "email-factor"), None, "not chosen");
}

#[test]
fn the_tally_leaves_out_what_the_phone_does_not_have() {
    let person = person(
        &[PHONE],
        &[("iphone-find", Tick::Done), ("iphone-lock", Tick::NotOnMyPhone), ("iphone-small", Tick::NotNow)],
    );
    let expected = Tally { done: 1, put_off: 1, open: 2, minutes: 10 };
    assert_eq!(catalogue().tally(&person), expected);
}

#[test]
fn a_harm_is_closed_only_when_every_step_that_matters_is_done() {
    use Tick::{Done, NotNow, NotOnMyPhone};
    let state = |ticks: &[(&str, Tick)], harm: Harm| {
        let harms = catalogue().harms(&person(&[PHONE], ticks));
        harms.into_iter().find(|(known, _)| *known == harm).map(|(_, state)| state)
    };
    for (ticks, harm, expected) in [
        (&[][..], Harm::PasscodeSeen, Some(State::Open)),
        (&[("iphone-slow", Done)][..], Harm::PasscodeSeen, Some(State::Open)),
        (&[("iphone-slow", Done), ("iphone-lock", NotNow)], Harm::PasscodeSeen, Some(State::Open)),
        (&[("iphone-slow", Done), ("iphone-lock", Done)], Harm::PasscodeSeen, Some(State::Closed)),
        (&[("iphone-slow", Done), ("iphone-lock", NotOnMyPhone)], Harm::PasscodeSeen, Some(State::Closed)),
        (&[("iphone-slow", NotOnMyPhone), ("iphone-lock", NotOnMyPhone)], Harm::PasscodeSeen, Some(State::Unavailable)),
        // The step of weight 3 beside one of weight 5 decides nothing; alone, the light one decides.
        (&[("iphone-find", Done)], Harm::Resale, Some(State::Closed)),
        (&[("iphone-parts", Done)], Harm::Resale, Some(State::Open)),
        (&[("iphone-small", Done)], Harm::Return, Some(State::Closed)),
        (&[], Harm::Lockout, None),
    ] {
        assert_eq!(state(ticks, harm), expected, "{ticks:?} {harm}");
    }
}

fn plan() -> Journey {
    given().when(Event::PlanWoken(English, catalogue()))
}

fn choose(plan: Journey, choice: Choice) -> Journey {
    plan.when(Event::Chosen(choice, true)).then([Effect::Keep(Change::Choose(choice, true))]).and_the_store_answers()
}

fn laid(places: &[(&str, &'static str)]) -> Effect {
    Effect::Arrange(places.iter().map(|(name, list)| (step(name), *list)).collect())
}

const FRESH: [(&str, &str); 5] = [
    ("iphone-find", "first"),
    ("iphone-slow", "first"),
    ("iphone-lock", "first"),
    ("iphone-parts", "rest"),
    ("iphone-small", "rest"),
];

#[test]
fn choosing_a_phone_brings_its_steps_once_and_lays_them() {
    let plan = choose(plan().then([laid(&[])]), PHONE).then([Effect::Bring(PHONE, English), laid(&FRESH)]);
    let plan = plan.when(Event::GuideBrought(PHONE, Ok(()))).then([laid(&FRESH)]);
    // Another guide is brought; the first one is here already.
    let plan = choose(plan, EMAIL).and(|page| {
        assert_eq!(names(&page.coaching.shown), ["iphone-find", "email-factor", "iphone-slow"]);
        assert_eq!(page.coaching.guides.get(&EMAIL), Some(&Asset::Coming));
    });
    plan.when(Event::Chosen(PHONE, false)).and_the_store_answers().and(|page| {
        assert_eq!(names(&page.coaching.shown), ["email-factor", "email-old"]);
    });
}

#[test]
fn an_answer_moves_nothing_and_the_next_three_come_when_they_are_asked_for() {
    let mark = |page: Journey, name: &str| {
        page.when(Event::Marked(step(name), Some(Tick::Done))).and_the_store_answers().then([])
    };
    let page = mark(mark(mark(choose(plan(), PHONE), "iphone-find"), "iphone-slow"), "iphone-lock");
    let next = [
        ("iphone-find", "done"),
        ("iphone-slow", "done"),
        ("iphone-lock", "done"),
        ("iphone-parts", "first"),
        ("iphone-small", "first"),
    ];
    page.when(Event::NextAsked).then([laid(&next), Effect::Focus("plan")]);
}

#[test]
fn a_choice_of_last_week_is_there_whichever_wakes_first() {
    let kept = person(&[PHONE], &[("iphone-find", Tick::Done)]);
    let places = [
        ("iphone-find", "done"),
        ("iphone-slow", "first"),
        ("iphone-lock", "first"),
        ("iphone-parts", "first"),
        ("iphone-small", "rest"),
    ];
    let asked = [Effect::Bring(PHONE, English), laid(&places)];
    plan().when(Event::Loaded(Ok(kept.clone()))).then(asked.clone());
    given().when(Event::Loaded(Ok(kept))).then([]).when(Event::PlanWoken(English, catalogue())).then(asked);
}

#[test]
fn a_guide_that_did_not_arrive_is_asked_for_again() {
    let page = choose(plan(), PHONE).when(Event::GuideBrought(PHONE, Err(FetchError::Unreachable)));
    let page = page.and(|page| assert!(page.coaching.has_failed()));
    let page = page.when(Event::GuidesAskedAgain).then([Effect::Bring(PHONE, English), laid(&FRESH)]);
    page.when(Event::GuideBrought(PHONE, Ok(()))).and(|page| assert!(!page.coaching.has_failed()));
}

#[test]
fn a_page_without_a_plan_lays_nothing() {
    choose(given(), PHONE).then([]).when(Event::NextAsked).then([Effect::Focus("plan")]);
}
