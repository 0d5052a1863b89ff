//! The rules of the stolen walk, held against every combination of triage answers.
//!
//! A shaken person sees exactly one of these plans, so a rule that fails for one combination fails for somebody.

use std::collections::HashSet;
use std::sync::LazyLock;

use domain::plan::{Need, Plan, Planned, Reason, When, plan, steps};
use domain::step::StepId;
use domain::triage::{Answers, Item, Kind, Make, Place, Safe, State};

/// Every combination with its plan, made once for all tests.
static ALL: LazyLock<Vec<(Answers, Plan)>> =
    LazyLock::new(|| Answers::every().map(|answers| (answers, plan(&answers))).collect());

/// Runs a check on the plan of every combination.
fn for_every(check: impl Fn(&Answers, &Plan)) {
    ALL.iter().for_each(|(answers, plan)| check(answers, plan));
}

/// The same, without the plans that say "ring 999" and nothing else.
fn for_every_calm(check: impl Fn(&Answers, &Plan)) {
    for_every(|answers, plan| {
        if answers.safe != Safe::No {
            check(answers, plan);
        }
    });
}

fn place(plan: &Plan, id: &StepId) -> Option<usize> {
    plan.steps().iter().position(|step| step.id == *id)
}

fn first_of(plan: &Plan, what: &str) -> Option<usize> {
    plan.steps().iter().position(|step| step.id.as_str().starts_with(what))
}

fn before(plan: &Plan, earlier: &str, later: &str) -> bool {
    match (first_of(plan, earlier), first_of(plan, later)) {
        (Some(earlier), Some(later)) => earlier < later,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

fn urgent(step: &Planned) -> bool {
    matches!(step.when, When::Now | When::Soon)
}

#[test]
fn at_most_seven_steps_come_before_what_can_wait() {
    for_every(|answers, plan| {
        let wait = plan.steps().iter().position(|step| !urgent(step)).unwrap_or(usize::MAX);
        assert!(wait <= 7, "{wait} {answers:?}");
        assert!(plan.steps().is_sorted_by_key(|step| step.when), "now, soon, later, not: {answers:?}");
    });
}

#[test]
fn nobody_is_sent_for_a_code_in_the_first_three_steps() {
    for_every(|answers, plan| {
        for step in plan.steps().iter().take(3) {
            assert!(!step.needs.contains(&Need::CodeOnStolenPhone), "{} {answers:?}", step.id);
        }
    });
}

#[test]
fn no_step_is_asked_for_twice_and_every_step_has_a_name_in_the_list() {
    for_every(|answers, plan| {
        let ids: HashSet<&StepId> = plan.steps().iter().map(|step| &step.id).collect();
        assert_eq!(ids.len(), plan.steps().len(), "{answers:?}");
        assert!(ids.iter().all(|id| steps::ALL.contains(id)), "{answers:?}");
        assert!(plan.steps().iter().all(|step| !step.needs.is_empty()), "{answers:?}");
    });
    let reached: HashSet<&StepId> = ALL.iter().flat_map(|(_, plan)| plan.steps()).map(|step| &step.id).collect();
    assert!(steps::ALL.iter().all(|id| reached.contains(id)), "a step that no answer leads to");
}

#[test]
fn in_danger_the_emergency_call_stands_alone() {
    for_every(|answers, plan| {
        let first = &plan.steps()[0];
        if answers.safe == Safe::No {
            assert_eq!((&first.id, first.when), (&steps::CALL_999, When::Now), "{answers:?}");
            assert!(plan.steps()[1..].iter().all(|step| step.when == When::Later), "{answers:?}");
        } else {
            assert_eq!(place(plan, &steps::CALL_999), None, "{answers:?}");
        }
    });
}

#[test]
fn locking_comes_first() {
    for_every(|answers, plan| {
        let lock = usize::from(answers.safe == Safe::No);
        let wanted = match answers.make {
            Make::Iphone | Make::Unknown => &steps::LOCK_IPHONE,
            Make::Pixel | Make::Samsung | Make::OtherAndroid => &steps::LOCK_ANDROID_NUMBER,
            Make::Huawei => &steps::LOCK_HUAWEI,
            // It cannot be locked from elsewhere: barring it is the nearest thing.
            Make::Simple => &steps::NETWORK_BAR,
        };
        assert_eq!(place(plan, wanted), Some(lock), "{answers:?}");
    });
}

#[test]
fn an_unknown_make_is_offered_both_locks() {
    for_every_calm(|answers, plan| {
        if answers.make == Make::Unknown {
            assert_eq!(plan.steps()[0].id, steps::LOCK_IPHONE, "{answers:?}");
            assert_eq!(plan.steps()[1].id, steps::LOCK_ANDROID_NUMBER, "{answers:?}");
        }
    });
}

#[test]
fn android_locks_by_number_before_any_sign_in() {
    for_every(|answers, plan| {
        if matches!(answers.make, Make::Pixel | Make::Samsung | Make::OtherAndroid) {
            let number = place(plan, &steps::LOCK_ANDROID_NUMBER);
            let sign_in = plan.steps().iter().position(|step| {
                step.needs.contains(&Need::AccountPassword) || step.needs.contains(&Need::AnotherDevice)
            });
            assert!(number < sign_in, "{answers:?}");
        }
    });
}

#[test]
fn an_open_phone_puts_bank_and_email_before_looking_for_it() {
    for_every(|answers, plan| {
        if matches!(answers.state, State::Unlocked | State::PasscodeSeen) {
            assert!(before(plan, "bank-", "find-"), "{answers:?}");
            assert!(before(plan, "email-", "find-"), "{answers:?}");
            if answers.make != Make::Simple {
                assert!(before(plan, "bank-", "network-"), "{answers:?}");
            }
        }
    });
}

#[test]
fn a_seen_passcode_changes_the_password_of_the_phones_account() {
    for_every_calm(|answers, plan| {
        let wanted = answers.state == State::PasscodeSeen && answers.make != Make::Simple;
        let step = plan.steps().iter().find(|step| step.id == steps::ACCOUNTS_PHONE_PASSWORD);
        assert_eq!(step.is_some_and(urgent), wanted, "{answers:?}");
    });
}

#[test]
fn the_words_fit_what_happened() {
    for_every(|answers, plan| {
        let robbery = first_of(plan, "police-robbery-").is_some();
        let lost = place(plan, &steps::POLICE_LOST).is_some();
        assert_eq!(robbery, answers.kind == Kind::Robbed, "{answers:?}");
        assert_eq!(lost, answers.kind == Kind::Lost, "{answers:?}");
    });
}

#[test]
fn force_brings_the_police_into_the_first_minutes() {
    for_every_calm(|answers, plan| {
        if answers.kind == Kind::Robbed {
            let step = plan.due(When::Now).find(|step| step.id.as_str().starts_with("police-robbery-"));
            assert!(step.is_some(), "{answers:?}");
        }
    });
}

#[test]
fn the_place_decides_which_police() {
    const FORCES: [(Place, StepId); 9] = [
        (Place::Unknown, steps::POLICE_ANY),
        (Place::Street, steps::POLICE_LONDON),
        (Place::Bus, steps::POLICE_LONDON),
        (Place::Rail, steps::POLICE_RAIL),
        (Place::CityOfLondon, steps::POLICE_CITY_OF_LONDON),
        (Place::ElsewhereEnglandWales, steps::POLICE_ENGLAND_WALES),
        (Place::Scotland, steps::POLICE_SCOTLAND),
        (Place::NorthernIreland, steps::POLICE_NORTHERN_IRELAND),
        (Place::Abroad, steps::POLICE_ABROAD),
    ];
    for_every(|answers, plan| {
        for (where_, force) in FORCES {
            let shared = where_ == Place::Bus || where_ == Place::Street;
            if where_ == answers.place {
                assert!(place(plan, &force).is_some(), "{force} {answers:?}");
            } else if !shared {
                assert!(place(plan, &force).is_none(), "{force} {answers:?}");
            }
        }
    });
}

#[test]
fn an_unknown_imei_is_never_a_dead_end() {
    for_every(|answers, plan| {
        for step in plan.steps() {
            assert!(!step.needs.contains(&Need::Imei), "{} {answers:?}", step.id);
        }
        for id in [steps::NETWORK_BAR, steps::REGISTER_IMMOBILISE, steps::REGISTER_FIND_IMEI] {
            assert!(place(plan, &id).is_some(), "{id} {answers:?}");
        }
    });
}

#[test]
fn a_simple_phone_gets_no_step_that_needs_its_account() {
    for_every(|answers, plan| {
        if answers.make == Make::Simple {
            assert_eq!(first_of(plan, "lock-"), None, "{answers:?}");
            assert_eq!(first_of(plan, "find-"), None, "{answers:?}");
            assert_eq!(place(plan, &steps::DO_NOT_REMOVE), None, "{answers:?}");
        } else {
            assert!(first_of(plan, "find-").is_some(), "{answers:?}");
        }
    });
}

#[test]
fn what_not_to_do_is_always_there() {
    for_every(|answers, plan| {
        let warnings: Vec<&Planned> =
            plan.steps().iter().filter(|step| step.id.as_str().starts_with("do-not-")).collect();
        let due = if answers.safe == Safe::No { When::Later } else { When::Not };
        assert!(warnings.iter().all(|step| step.when == due), "{answers:?}");
        assert_eq!(plan.due(When::Not).count(), if due == When::Not { warnings.len() } else { 0 }, "{answers:?}");
        for id in [steps::DO_NOT_CHASE, steps::DO_NOT_ANSWER] {
            assert!(place(plan, &id).is_some(), "{id} {answers:?}");
        }
        assert_eq!(place(plan, &steps::DO_NOT_REMOVE).is_some(), answers.make != Make::Simple, "{answers:?}");
    });
}

#[test]
fn network_bank_email_and_police_are_urgent_for_everybody() {
    for_every_calm(|answers, plan| {
        for what in ["network-", "bank-", "email-"] {
            assert!(
                plan.steps().iter().any(|step| urgent(step) && step.id.as_str().starts_with(what)),
                "{what} {answers:?}"
            );
        }
        let told = plan.steps().iter().any(|step| urgent(step) && step.id.as_str().starts_with("police-"));
        // Losing a phone is no crime: then the police may make room.
        assert!(told || answers.kind == Kind::Lost, "{answers:?}");
    });
}

#[test]
fn a_need_at_hand_is_named_only_when_it_is_at_hand() {
    for_every(|answers, plan| {
        for (need, item) in [(Need::AnotherDevice, Item::AnotherDevice), (Need::BankCard, Item::BankCard)] {
            let named = plan.steps().iter().any(|step| step.needs.contains(&need));
            assert!(!named || answers.at_hand.has(item), "{need} {answers:?}");
        }
    });
}

#[test]
fn something_at_hand_never_leaves_more_codes_to_fetch() {
    let codes = |plan: &Plan| plan.steps().iter().filter(|step| step.needs.contains(&Need::CodeOnStolenPhone)).count();
    for_every(|answers, poorer| {
        for item in Item::ALL.iter().copied() {
            let richer = Answers { at_hand: answers.at_hand.with(item, true), ..*answers };
            assert!(codes(&plan(&richer)) <= codes(poorer), "{item} {answers:?}");
        }
    });
}

#[test]
fn a_changed_order_says_why() {
    let reasons = |answers: Answers| plan(&answers).reasons();
    assert!(reasons(Answers { safe: Safe::No, ..Answers::default() }).contains(&Reason::Danger));
    assert!(reasons(Answers { state: State::Unlocked, ..Answers::default() }).contains(&Reason::PhoneOpen));
    assert!(reasons(Answers { state: State::PasscodeSeen, ..Answers::default() }).contains(&Reason::PasscodeSeen));
    assert!(reasons(Answers { kind: Kind::Robbed, ..Answers::default() }).contains(&Reason::Robbed));
    assert!(reasons(Answers { kind: Kind::Lost, ..Answers::default() }).contains(&Reason::Lost));
    assert!(reasons(Answers { make: Make::Simple, ..Answers::default() }).contains(&Reason::NoRemoteLock));
    assert!(reasons(Answers { place: Place::Rail, ..Answers::default() }).contains(&Reason::Place));
    let with = |item| Answers { make: Make::Iphone, at_hand: [item].into_iter().collect(), ..Answers::default() };
    assert_eq!(reasons(with(Item::AnotherDevice)), [Reason::SignedInDevice]);
    assert_eq!(reasons(with(Item::SecondNumber)), [], "the usual order needs no reason");
}

#[test]
fn the_plan_without_answers() {
    let plan = plan(&Answers::default());
    let urgent: Vec<&str> = plan.steps().iter().filter(|step| urgent(step)).map(|step| step.id.as_str()).collect();
    assert_eq!(
        urgent,
        [
            "lock-iphone",
            "lock-android-number",
            "network-bar",
            "bank-159",
            "network-replace-sim",
            "email-sign-out",
            "police-any"
        ]
    );
}
