//! Two pages that change the same phone: neither loses its work, and where both changed one line, the person says.
//!
//! The other page stands for any: a tab that was forgotten, or a second window.

use domain::change::Change;
use domain::detail::{Detail, MedicalId};
use domain::effect::Effect;
use domain::event::Event;
use domain::form::{Fault, Field};
use domain::phone::{Phone, PhoneId};
use domain::platform::Platform;
use domain::record::{ChangeError, Record};
use domain::session::Session;
use domain::store::{Store, StoreError};
use tests::given::any_phone;
use tests::journey::{Journey, given};

use proptest::prelude::*;

const GOOD: &str = "352099001761481";
const OTHER: &str = "490154203237518";
const COLOUR: Field = Field::Of(Detail::Colour);
const NETWORK: Field = Field::Of(Detail::Network);

fn offer() -> Event {
    Event::PhoneOffered { anyway: false }
}

fn line(record: &Record, field: Field) -> String {
    record.phone(PhoneId::FIRST).map(|phone| field.says(phone)).unwrap_or_default()
}

/// One blue phone with EE, and its form open.
fn given_an_open_form() -> Journey {
    let form = given().typed(Field::Number, GOOD).typed(NETWORK, "EE").typed(COLOUR, "blue");
    form.when(offer()).and_the_store_answers().when(Event::EditAsked(PhoneId::FIRST))
}

/// The other page writes something in these lines.
fn elsewhere(journey: Journey, lines: &[(Detail, &str)]) -> Journey {
    let kept = journey.kept();
    let before = kept.phone(PhoneId::FIRST).expect("the phone").clone();
    let write = |phone: Phone, (line, words): &(Detail, &str)| phone.with(*line, words).expect("short enough");
    let after = lines.iter().fold(before.clone(), write);
    journey.meanwhile(Change::Amend(PhoneId::FIRST, Box::new(before), after))
}

/// This page changed the network and the capacity, the other one the network and the colour; the store refused.
fn given_a_clash() -> Journey {
    let typed = given_an_open_form().typed(NETWORK, "Three").typed(Field::Of(Detail::Capacity), "128 GB");
    elsewhere(typed, &[(Detail::Network, "O2"), (Detail::Colour, "red")])
        .when(offer())
        .and_the_store_answers()
        .then([Effect::Load, Effect::Focus("clash")])
        .and_the_store_answers()
        .then([])
}

fn seen(page: &Session) -> Vec<(Field, String, String)> {
    page.clashes().into_iter().map(|clash| (clash.field, clash.kept, clash.typed)).collect()
}

#[test]
fn different_lines_are_both_kept_and_nobody_is_asked() {
    elsewhere(given_an_open_form().typed(COLOUR, "black"), &[(Detail::Network, "O2")])
        .when(offer())
        .and_the_store_answers()
        .then([])
        .and(|page| {
            assert_eq!((line(&page.record, COLOUR), line(&page.record, NETWORK)), ("black".into(), "O2".into()));
            assert!(page.form.is_blank(), "it is done with");
        });
}

#[test]
fn the_same_new_value_on_both_pages_is_no_clash() {
    let journey = elsewhere(given_an_open_form().typed(NETWORK, "O2"), &[(Detail::Network, "O2")]);
    journey.when(offer()).and_the_store_answers().then([]).and(|page| {
        assert_eq!((line(&page.record, NETWORK), page.form.is_blank()), ("O2".into(), true));
    });
    // A button pressed twice asks twice.
    let twice = given_an_open_form().typed(NETWORK, "O2").when(offer());
    let (change, mut kept) = (twice.asked().clone(), twice.kept());
    assert_eq!([kept.apply(change.clone()), kept.apply(change)], [Ok(()), Ok(())]);
}

#[test]
fn one_line_changed_on_both_pages_is_shown_with_both_values_and_nothing_is_written() {
    given_a_clash().and(|page| {
        assert_eq!(page.form.fault, Some(Fault::ChangedMeanwhile));
        assert_eq!(seen(page), [(NETWORK, "O2".into(), "Three".into())], "the colour was changed on one page only");
        let typed = [NETWORK, Field::Of(Detail::Capacity)].map(|field| page.form.text(field));
        assert_eq!(typed, ["Three", "128 GB"], "all that was typed stands in the form");
        assert_eq!(line(&page.record, NETWORK), "O2");
    });
}

#[test]
fn either_answer_settles_the_line_and_keeps_all_else_of_both() {
    for (mine, network) in [(true, "Three"), (false, "O2")] {
        given_a_clash().when(Event::Reconciled { mine }).and_the_store_answers().then([]).and(|page| {
            let lines = [NETWORK, COLOUR, Field::Of(Detail::Capacity), Field::Number];
            assert_eq!(lines.map(|field| line(&page.record, field)), [network, "red", "128 GB", GOOD], "{mine}");
            assert!(page.form.is_blank() && page.form.editing.is_none(), "it is done with");
            assert_eq!(page.store, Store::Kept);
        });
    }
}

#[test]
fn an_answer_that_comes_too_late_is_asked_for_again() {
    let later = elsewhere(given_a_clash(), &[(Detail::Network, "giffgaff")]);
    later
        .when(Event::Reconciled { mine: true })
        .and_the_store_answers()
        .and_the_store_answers()
        .and(|page| assert_eq!(seen(page), [(NETWORK, "giffgaff".into(), "Three".into())]))
        .when(Event::Reconciled { mine: false })
        .and_the_store_answers()
        .and(|page| {
            let lines = [NETWORK, Field::Of(Detail::Capacity)].map(|field| line(&page.record, field));
            assert_eq!(lines, ["giffgaff", "128 GB"]);
        });
}

#[test]
fn whoever_goes_on_typing_is_asked_when_they_offer_it_again() {
    given_a_clash()
        .typed(NETWORK, "Lebara")
        .and(|page| assert_eq!(page.form.fault, None, "what was typed since was not refused"))
        .when(offer())
        .and_the_store_answers()
        .and_the_store_answers()
        .and(|page| assert_eq!(seen(page), [(NETWORK, "O2".into(), "Lebara".into())]))
        .typed(NETWORK, "O2")
        .when(offer())
        .and_the_store_answers()
        .and(|page| assert_eq!((line(&page.record, COLOUR), page.form.is_blank()), ("red".into(), true)));
}

#[test]
fn numbers_and_answers_clash_like_any_line() {
    let before = given_an_open_form().kept().phone(PhoneId::FIRST).expect("the phone").clone();
    let two = |more: &str| before.clone().with_numbers([GOOD, more].map(|text| text.parse().expect("good")).to_vec());
    let mut after = two(OTHER).expect("two numbers");
    (after.platform, after.medical_id) = (Some(Platform::Pixel), Some(MedicalId::Done));
    let typed = given_an_open_form()
        .typed(Field::Number, &format!("{GOOD} 356938035643809"))
        .typed(Field::Platform, "samsung")
        .typed(Field::MedicalId, "not-yet");
    let clash = typed
        .meanwhile(Change::Amend(PhoneId::FIRST, Box::new(before.clone()), after.clone()))
        .when(offer())
        .and_the_store_answers()
        .and_the_store_answers()
        .and(|page| {
            let both = |kept: &str, typed: &str| (format!("{GOOD}\n{kept}"), format!("{GOOD}\n{typed}"));
            let (kept, typed) = both(OTHER, "356938035643809");
            let lines = [
                (Field::Number, kept, typed),
                (Field::Platform, "pixel".into(), "samsung".into()),
                (Field::MedicalId, "done".into(), "not-yet".into()),
            ];
            assert_eq!(seen(page), lines);
            assert!(!format!("{:?}", page.clashes()).contains(GOOD), "no number in what a log would show");
        });
    clash.when(Event::Reconciled { mine: false }).and_the_store_answers().and(|page| {
        assert_eq!(page.record.phone(PhoneId::FIRST), Some(&after));
    });
}

#[test]
fn a_page_that_is_closed_in_the_middle_leaves_the_other_pages_work() {
    let closed = given_a_clash();
    let lines = [NETWORK, COLOUR, Field::Number].map(|field| line(&closed.kept(), field));
    assert_eq!(lines, ["O2", "red", GOOD]);
    assert_eq!(closed.kept().phones().count(), 1);
}

#[test]
fn a_phone_that_is_gone_by_now_can_be_kept_as_a_new_one() {
    given_a_clash()
        .meanwhile(Change::Remove(PhoneId::FIRST))
        .when(Event::Reconciled { mine: true })
        .and_the_store_answers()
        .and(|page| {
            assert_eq!(page.store, Store::Refused(StoreError::Change(ChangeError::NoSuchPhone)));
            assert_eq!((page.form.text(NETWORK), page.form.editing), ("Three", None));
        })
        .when(Event::Returned)
        .and_the_store_answers()
        .when(offer())
        .and_the_store_answers()
        .and(|page| {
            assert_eq!(page.record.phones().map(|(_, phone)| NETWORK.says(phone)).next(), Some("Three".into()));
        });
}

#[test]
fn a_page_does_not_clash_with_itself() {
    let busy = given_an_open_form().typed(NETWORK, "O2").when(offer());
    let change = busy.asked().clone();
    // More is typed before the store answers.
    let kept = busy.typed(NETWORK, "Three").meanwhile(change.clone());
    let outcome = Ok(kept.kept());
    kept.when(Event::Kept(change, outcome))
        .and(|page| assert_eq!(page.form.text(NETWORK), "Three", "it is not done with"))
        .when(offer())
        .and_the_store_answers()
        .then([])
        .and(|page| assert_eq!((line(&page.record, NETWORK), page.form.is_blank()), ("Three".into(), true)));
}

#[test]
fn a_change_that_waited_for_the_store_comes_back_into_the_form_when_it_clashes() {
    let waiting = || {
        let refused = given_an_open_form().typed(NETWORK, "Three").when(offer());
        refused
            .and_the_store_refuses(StoreError::Full)
            .and(|page| assert!(page.form.is_blank(), "it shows in the list"))
    };
    // The form is free: it is shown at once.
    elsewhere(waiting(), &[(Detail::Network, "O2")])
        .when(Event::Returned)
        .and_the_store_answers()
        .and_the_store_answers()
        .and_the_store_answers()
        .and(|page| assert_eq!(seen(page), [(NETWORK, "O2".into(), "Three".into())]));
    // Another phone is being typed: it waits until that is done.
    elsewhere(waiting().typed(Field::Number, OTHER), &[(Detail::Network, "O2")])
        .when(Event::Returned)
        .and_the_store_answers()
        .and_the_store_answers()
        .then([Effect::Load])
        .and(|page| assert_eq!((page.form.text(Field::Number), seen(page)), (OTHER, Vec::new())))
        .and_the_store_answers()
        .when(offer())
        .and_the_store_answers()
        .and(|page| assert_eq!(seen(page), [(NETWORK, "O2".into(), "Three".into())]))
        .when(Event::Reconciled { mine: true })
        .and_the_store_answers()
        .and(|page| assert_eq!((line(&page.record, NETWORK), page.record.phones().count()), ("Three".into(), 2)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_that_a_page_changed_is_ever_lost_unasked(from in any_phone(), here in any_phone(), there in any_phone()) {
        let mut record = Record::default();
        prop_assert_eq!(record.apply(Change::Add(from.clone())), Ok(()));
        let amend = |to: &Phone| Change::Amend(PhoneId::FIRST, Box::new(from.clone()), to.clone());
        prop_assert_eq!(record.apply(amend(&there)), Ok(()), "nobody was there before");
        let before = record.clone();
        match record.apply(amend(&here)) {
            Ok(()) => for field in Field::all() {
                let [from, here, there] = [&from, &here, &there].map(|phone| field.says(phone));
                prop_assert!(here == from || there == from || here == there, "both changed it, and nobody was asked");
                let wanted = if here == from { there } else { here };
                prop_assert_eq!(line(&record, field), wanted);
            },
            Err(error) => {
                prop_assert_eq!(error, ChangeError::ChangedMeanwhile);
                prop_assert_eq!(record, before, "nothing is half done");
            }
        }
    }
}
