//! Journeys with a store that is silent or slow: what the page says while nobody knows yet.
//!
//! Nothing is called kept, and nothing is called empty, before the store said so.

use domain::effect::Effect;
use domain::event::Event;
use domain::form::Field;
use domain::phone::PhoneId;
use domain::record::Record;
use domain::session::Session;
use domain::store::{Store, StoreError};
use tests::journey::{Journey, given};

const GOOD: &str = "35-209900-176148-1";

fn offer() -> Event {
    Event::PhoneOffered { anyway: false }
}

fn kept(session: &Session) -> Vec<PhoneId> {
    session.record.phones().map(|(id, _)| id).collect()
}

#[test]
fn a_change_that_takes_long_is_said_to_be_not_kept_until_the_store_answers() {
    let page = given().typed(Field::Number, GOOD).when(offer());
    let change = page.asked().clone();
    let mut record = Record::default();
    record.apply(change.clone()).expect("there is room");
    let delayed = || {
        let page = given().typed(Field::Number, GOOD).when(offer()).when(Event::KeepDelayed).then([]);
        page.and(|page| {
            assert_eq!(page.store, Store::Delayed);
            assert!(page.record.is_empty(), "nothing is kept until the store said so");
            assert_eq!(page.form.text(Field::Number), GOOD, "what was typed can be copied by hand");
        })
    };
    delayed().when(Event::Kept(change.clone(), Ok(record))).and(|page| {
        assert_eq!((&page.store, kept(page)), (&Store::Kept, vec![PhoneId::FIRST]));
        assert!(page.form.is_blank());
    });
    delayed().when(Event::Kept(change, Err(StoreError::Failed))).and(|page| {
        assert_eq!((&page.store, kept(page)), (&Store::Refused(StoreError::Failed), vec![PhoneId::FIRST]));
    });
    // One who asks again is heard again.
    delayed().when(offer()).and(|page| assert_eq!(page.store, Store::Keeping));
}

#[test]
fn nothing_is_known_of_the_store_before_it_answers() {
    let page = Journey::default();
    page.when(Event::Returned).and(|page| assert_eq!(page.store, Store::Waiting)).and_the_store_answers().and(|page| {
        assert_eq!((&page.store, kept(page)), (&Store::Kept, vec![]));
    });
}

#[test]
fn a_text_to_copy_by_hand_is_selected() {
    given().when(Event::SelectAsked("by-hand")).then([Effect::Select("by-hand")]);
}
