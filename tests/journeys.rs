//! Whole journeys through the record, without a browser: a number is found, kept, changed, removed, refused.
//!
//! Each is told from the person's side: what they did, what the page asked the world for, what they then see.

use domain::change::Change;
use domain::choice::Choice;
use domain::detail::Detail;
use domain::effect::Effect;
use domain::event::Event;
use domain::form::{Fault, Field};
use domain::incident;
use domain::phone::{Phone, PhoneId};
use domain::record::{ChangeError, Record};
use domain::session::Session;
use domain::step::StepId;
use domain::store::{Store, StoreError};
use domain::text::TextError;
use domain::tick::Tick;
use tests::journey::{Journey, given};

const GOOD: &str = "35-209900-176148-1";
const OTHER: &str = "490154203237518";
const GARBLED: &str = "352099001761482";
const NICKNAME: Field = Field::Of(Detail::Nickname);
const COLOUR: Field = Field::Of(Detail::Colour);
const NETWORK: Field = Field::Of(Detail::Network);

fn offer() -> Event {
    Event::PhoneOffered { anyway: false }
}

fn phone(number: &str) -> Phone {
    let numbers = vec![number.parse().expect("a number to keep")];
    Phone::default().with_numbers(numbers).expect("one number")
}

/// The phone of [`given_one_phone`].
fn blue() -> Phone {
    phone("352099001761481").with(Detail::Nickname, "Blue").expect("short")
}

fn second() -> PhoneId {
    PhoneId::FIRST.next().expect("a second place")
}

fn kept(session: &Session) -> Vec<PhoneId> {
    session.record.phones().map(|(id, _)| id).collect()
}

/// A record with one phone, nicknamed Blue.
fn given_one_phone() -> Journey {
    given().typed(Field::Number, GOOD).typed(NICKNAME, "Blue").when(offer()).and_the_store_answers()
}

#[test]
fn a_number_found_before_the_theft_is_kept() {
    let expected = blue();
    given()
        .typed(Field::Number, GOOD)
        .typed(NICKNAME, "Blue")
        .when(offer())
        .then([Effect::Keep(Change::Add(expected.clone()))])
        .and(|page| {
            assert_eq!(page.store, Store::Keeping, "nothing is kept until the store said so");
            assert!(page.record.is_empty());
            assert_eq!(page.form.text(Field::Number), GOOD, "what was typed stays until then");
        })
        .and_the_store_answers()
        .then([])
        .and(|page| {
            assert!(page.form.is_blank());
            assert_eq!(page.store, Store::Kept);
            assert_eq!(page.record.phone(PhoneId::FIRST), Some(&expected));
        });
}

#[test]
fn nothing_that_is_no_number_is_kept() {
    for typed in ["", "my phone", "8944110068901234567"] {
        given()
            .typed(Field::Number, typed)
            .when(Event::PhoneOffered { anyway: true })
            .then([Effect::Focus("number")])
            .and(|page| {
                assert_eq!(page.form.fault, Some(Fault::NoNumber));
                assert_eq!(page.form.text(Field::Number), typed);
            })
            .typed(Field::Number, "3")
            .and(|page| assert_eq!(page.form.fault, None, "typing on takes the complaint away"));
    }
}

#[test]
fn an_unproved_number_is_kept_only_with_a_yes_and_stays_marked() {
    given()
        .typed(Field::Number, GARBLED)
        .when(offer())
        .then([Effect::Focus("number")])
        .and(|page| assert_eq!(page.form.fault, Some(Fault::Unproved)))
        .when(Event::PhoneOffered { anyway: true })
        .and_the_store_answers()
        .and(|page| {
            let phone = page.record.phone(PhoneId::FIRST).expect("kept anyway");
            assert_eq!(phone.numbers().len(), 1);
            assert!(phone.numbers()[0].checked().is_none(), "the mark stays");
            assert_eq!(phone.numbers()[0].as_str(), GARBLED, "nothing is corrected in silence");
        });
}

#[test]
fn a_text_that_is_too_long_stays_with_its_reason() {
    let long = "x".repeat(61);
    given().typed(Field::Number, GOOD).typed(NICKNAME, &long).when(offer()).then([Effect::Focus("nickname")]).and(
        |page| {
            let fault = Fault::TooLong(NICKNAME, TextError::TooLong { longest: 60, found: 61 });
            assert_eq!(page.form.fault, Some(fault));
            assert_eq!(page.form.text(NICKNAME), long);
        },
    );
}

#[test]
fn a_store_that_refuses_loses_nothing() {
    let errors = [
        StoreError::Blocked,
        StoreError::Full,
        StoreError::Newer,
        StoreError::Damaged { text: "{".to_owned() },
        StoreError::Failed,
    ];
    for error in errors {
        given()
            .typed(Field::Number, GOOD)
            .when(offer())
            .and_the_store_refuses(error.clone())
            .then([])
            .and(|page| {
                assert_eq!(page.store, Store::Refused(error.clone()), "the notice stands");
                assert_eq!(page.record.phone(PhoneId::FIRST), Some(&phone("352099001761481")), "{error:?}");
            })
            .when(Event::Marked(StepId::new("iphone-find-my"), Some(Tick::Done)))
            .and_the_store_refuses(error.clone())
            .and(|page| {
                assert_eq!(page.record.tick(&StepId::new("iphone-find-my")), Some(Tick::Done));
                assert_eq!(kept(page), [PhoneId::FIRST], "what was there before is still there: {error:?}");
            });
    }
}

#[test]
fn what_was_refused_is_kept_as_soon_as_the_store_keeps_again() {
    let step = StepId::new("iphone-find-my");
    let page = given().typed(Field::Number, GOOD).when(offer());
    let refused = page.asked().clone();
    page.and_the_store_refuses(StoreError::Full)
        .when(Event::Marked(step.clone(), Some(Tick::Done)))
        .and_the_store_answers()
        .then([Effect::Keep(refused.clone())])
        .and(|page| assert_eq!(page.store, Store::Keeping, "the notice goes only when all is kept"))
        .and_the_store_answers()
        .then([])
        .and(|page| {
            assert_eq!(page.store, Store::Kept);
            assert_eq!((kept(page), page.record.tick(&step)), (vec![PhoneId::FIRST], Some(Tick::Done)));
        });
    // A store that is still full is asked once, not for ever.
    given()
        .typed(Field::Number, GOOD)
        .when(offer())
        .and_the_store_refuses(StoreError::Full)
        .when(Event::Returned)
        .and_the_store_answers()
        .then([Effect::Keep(refused)])
        .and_the_store_refuses(StoreError::Full)
        .then([])
        .and(|page| {
            assert_eq!((kept(page), &page.store), (vec![PhoneId::FIRST], &Store::Refused(StoreError::Full)));
        });
}

#[test]
fn what_lies_in_the_store_and_does_not_open_is_said() {
    for error in [StoreError::Blocked, StoreError::Newer, StoreError::Damaged { text: "{".to_owned() }] {
        given().when(Event::Returned).then([Effect::Load]).when(Event::Loaded(Err(error.clone()))).and(|page| {
            assert_eq!(page.store, Store::Refused(error));
            assert!(page.record.is_empty());
        });
    }
}

#[test]
fn a_page_that_comes_back_shows_what_another_page_kept() {
    let mut elsewhere = Record::default();
    elsewhere.apply(Change::Add(phone(OTHER))).expect("there is room");
    given_one_phone()
        .typed(Field::Number, "35209900")
        .when(Event::Returned)
        .then([Effect::Load])
        .when(Event::Loaded(Ok(elsewhere.clone())))
        .and(|page| {
            assert_eq!(page.record, elsewhere);
            assert_eq!(page.form.text(Field::Number), "35209900", "what is being typed stays");
        });
}

#[test]
fn the_same_phone_is_not_kept_twice_without_a_word() {
    // A network's print-out ends in 0 where the box has a check digit.
    for again in ["352099001761481", "352099001761480"] {
        given_one_phone()
            .typed(Field::Number, again)
            .typed(COLOUR, "blue")
            .when(Event::PhoneOffered { anyway: true })
            .then([Effect::Focus("number")])
            .and(|page| {
                assert_eq!(page.form.fault, Some(Fault::KeptAlready));
                assert_eq!(kept(page), [PhoneId::FIRST]);
            })
            .when(Event::PhoneOffered { anyway: true })
            .and(|page| assert_eq!(page.store, Store::Keeping))
            .and_the_store_answers()
            .and(|page| {
                assert_eq!(kept(page), [PhoneId::FIRST], "changed, not doubled");
                assert_eq!(page.record.phone(PhoneId::FIRST).map(|phone| phone.detail(Detail::Colour)), Some("blue"));
            });
    }
}

#[test]
fn a_kept_phone_is_changed_in_its_place() {
    given_one_phone()
        .when(Event::EditAsked(PhoneId::FIRST))
        .then([Effect::Focus("number")])
        .and(|page| assert_eq!(page.form.text(NICKNAME), "Blue"))
        .typed(NETWORK, "EE")
        .when(offer())
        .and_the_store_answers()
        .and(|page| {
            let phone = page.record.phone(PhoneId::FIRST).expect("still there");
            assert_eq!((phone.detail(Detail::Nickname), phone.detail(Detail::Network)), ("Blue", "EE"));
            assert!(page.form.is_blank() && page.form.editing.is_none());
        })
        .when(Event::EditAsked(PhoneId::FIRST))
        .when(Event::FormCleared)
        .and(|page| assert!(page.form.is_blank() && page.form.editing.is_none()))
        .when(Event::EditAsked(second()))
        .then([]);
}

#[test]
fn a_phone_that_another_page_removed_is_not_changed() {
    given_one_phone()
        .when(Event::EditAsked(PhoneId::FIRST))
        .typed(NETWORK, "EE")
        .when(offer())
        .and_the_store_refuses(StoreError::Change(ChangeError::NoSuchPhone))
        .and(|page| {
            assert_eq!(page.store, Store::Refused(StoreError::Change(ChangeError::NoSuchPhone)));
            assert_eq!(page.form.text(NETWORK), "EE", "what was typed stays");
        });
}

#[test]
fn a_removed_phone_comes_back_to_its_place() {
    given_one_phone()
        .when(Event::RemovalAsked(PhoneId::FIRST))
        .then([Effect::Keep(Change::Remove(PhoneId::FIRST))])
        .and_the_store_answers()
        .and(|page| {
            assert_eq!(kept(page), []);
            assert_eq!(page.removed, [(PhoneId::FIRST, blue())]);
        })
        .when(Event::RemovalUndone)
        .then([Effect::Keep(Change::Restore(PhoneId::FIRST, blue()))])
        .and_the_store_answers()
        .and(|page| assert_eq!(page.record.phones().collect::<Vec<_>>(), [(PhoneId::FIRST, &blue())]))
        .when(Event::RemovalUndone)
        .then([]);
}

#[test]
fn what_is_typed_while_the_store_works_stays() {
    let page = given().typed(Field::Number, GOOD).when(offer());
    let change = page.asked().clone();
    let mut record = Record::default();
    record.apply(change.clone()).expect("there is room");
    page.typed(Field::Number, OTHER)
        .when(Event::Kept(change, Ok(record)))
        .and(|page| assert_eq!(page.form.text(Field::Number), OTHER, "the next number, typed before the answer came"));
}

#[test]
fn a_button_pressed_twice_keeps_one_phone() {
    // Both presses reach the store before it answers the first.
    let page = given().typed(Field::Number, GOOD).when(offer());
    let mut record = Record::default();
    record.apply(page.asked().clone()).expect("there is room");
    let page = page.when(offer());
    record.apply(page.asked().clone()).expect("there is room");
    assert_eq!(record.phones().count(), 1, "the very same phone is kept once");
}

#[test]
fn fifty_phones_are_a_full_record() {
    let mut full = Record::default();
    for last in 0..Record::MOST_PHONES {
        let number = format!("352099001{last:05}");
        full.apply(Change::Add(phone(&number))).expect("there is room");
    }
    assert_eq!(full.apply(Change::Add(phone(OTHER))), Err(ChangeError::TooManyPhones));
    let refused = StoreError::Change(ChangeError::TooManyPhones);
    given()
        .when(Event::Loaded(Ok(full)))
        .typed(Field::Number, OTHER)
        .when(offer())
        .and_the_store_refuses(refused.clone())
        .and(|page| {
            assert_eq!(page.store, Store::Refused(refused));
            assert_eq!(page.record.phones().count(), Record::MOST_PHONES);
            assert_eq!(page.form.text(Field::Number), OTHER, "what was typed stays");
        })
        // The same in a browser that keeps nothing.
        .when(offer())
        .and_the_store_refuses(StoreError::Blocked)
        .and(|page| {
            assert_eq!(page.record.phones().count(), Record::MOST_PHONES);
            assert_eq!(page.form.text(Field::Number), OTHER);
        });
}

#[test]
fn ticks_come_and_go() {
    let step = StepId::new("iphone-find-my");
    given()
        .when(Event::Marked(step.clone(), Some(Tick::Done)))
        .then([Effect::Keep(Change::Mark(step.clone(), Some(Tick::Done)))])
        .and_the_store_answers()
        .and(|page| assert_eq!(page.record.tick(&step), Some(Tick::Done)))
        .when(Event::Marked(step.clone(), Some(Tick::NotOnMyPhone)))
        .and_the_store_answers()
        .and(|page| assert_eq!(page.record.tick(&step), Some(Tick::NotOnMyPhone)))
        .when(Event::Marked(step.clone(), None))
        .and_the_store_answers()
        .and(|page| assert!(page.record.is_empty()));
}

#[test]
fn guides_come_into_the_plan_and_go() {
    let iphone: Choice = "iphone".parse().expect("a guide to choose");
    given()
        .when(Event::Chosen(iphone, true))
        .then([Effect::Keep(Change::Choose(iphone, true))])
        .and_the_store_refuses(StoreError::Full)
        .and(|page| assert!(page.record.is_chosen(iphone.guide()), "not kept yet, and still on the page"))
        .when(Event::Returned)
        .and_the_store_answers()
        .then([Effect::Keep(Change::Choose(iphone, true))])
        .and_the_store_answers()
        .and(|page| assert_eq!((page.record.is_chosen(iphone.guide()), &page.store), (true, &Store::Kept)))
        .when(Event::Chosen(iphone, false))
        .and_the_store_answers()
        .and(|page| assert!(page.record.is_empty()));
}

#[test]
fn erasing_leaves_nothing() {
    let page = given_one_phone()
        .when(Event::RemovalAsked(PhoneId::FIRST))
        .and_the_store_answers()
        .typed(Field::Number, OTHER)
        .when(Event::Told(incident::Field::Where, "Oxford Street".to_owned()))
        .when(Event::AreaTyped("SW1A 2AA".to_owned()))
        .when(Event::EraseAsked)
        .then([Effect::Erase])
        .and(|page| {
            assert_eq!(page.form.text(Field::Number), OTHER, "not before the store said so");
            assert_eq!(page.store, Store::Keeping, "nothing is erased until the store said so");
        });
    let now = page.session().now;
    page.and_the_store_answers().and(|page| {
        assert_eq!(*page, Session { now, store: Store::Kept, ..Session::default() });
    });
    given_one_phone()
        .when(Event::EraseAsked)
        .when(Event::Erased(Err(StoreError::Failed)))
        .and(|page| assert_eq!((kept(page), &page.store), (vec![PhoneId::FIRST], &Store::Refused(StoreError::Failed))));
}
