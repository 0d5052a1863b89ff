//! Journeys through the form, the pending questions and the ways off the phone: nothing typed and nothing kept is lost.
//!
//! Each is told from the person's side: what they did, what the page asked the world for, what they then see.

use domain::away::{Away, Way};
use domain::change::Change;
use domain::detail::Detail;
use domain::effect::{Document, Effect};
use domain::event::{Event, Refused};
use domain::form::Field;
use domain::phone::{Phone, PhoneId};
use domain::record::{ChangeError, Record};
use domain::session::{Question, Session};
use domain::store::{Store, StoreError};
use tests::journey::{Journey, given};

const GOOD: &str = "35-209900-176148-1";
const OTHER: &str = "490154203237518";
const NETWORK: Field = Field::Of(Detail::Network);
const PAGE: &str = "IMEI 352099001761481\nSerial Number R58N12ABCDE\nEID 89049032123451234512345678901235";

fn offer() -> Event {
    Event::PhoneOffered { anyway: false }
}

fn second() -> PhoneId {
    PhoneId::FIRST.next().expect("a second place")
}

fn phone(number: &str) -> Phone {
    Phone::default().with_numbers(vec![number.parse().expect("a number to keep")]).expect("one number")
}

fn numbers(session: &Session) -> Vec<&str> {
    session
        .record
        .phones()
        .flat_map(|(_, phone)| phone.numbers())
        .map(domain::kept_number::KeptNumber::as_str)
        .collect()
}

fn given_two_phones() -> Journey {
    let one = given().typed(Field::Number, GOOD).when(offer()).and_the_store_answers();
    one.typed(Field::Number, OTHER).when(offer()).and_the_store_answers()
}

fn full() -> Record {
    let mut full = Record::default();
    for last in 0..Record::MOST_PHONES {
        full.apply(Change::Add(phone(&format!("352099001{last:05}")))).expect("there is room");
    }
    full
}

fn text() -> Document {
    Document("the phones".to_owned())
}

#[test]
fn a_whole_page_fills_the_fields_it_speaks_of_and_can_be_taken_back() {
    given()
        .typed(Field::Number, PAGE)
        .and(|page| assert_eq!(page.form.filled(), [Detail::Serial, Detail::Eid]))
        .when(Event::FillingTakenBack(Detail::Serial))
        .when(offer())
        .and_the_store_answers()
        .and(|page| {
            let phone = page.record.phone(PhoneId::FIRST).expect("kept");
            assert_eq!(phone.detail(Detail::Serial), "", "it was taken back");
            assert_eq!(Detail::Eid.agrees(phone.detail(Detail::Eid)), Some(true));
        });
}

#[test]
fn what_was_understood_is_said_aloud_only_after_a_pause() {
    given()
        .typed(Field::Number, "35209900")
        .then([Effect::Pause(1)])
        .typed(Field::Number, "352099001")
        .then([Effect::Pause(2)])
        .when(Event::Paused(1))
        .and(|page| assert!(!page.form.paused, "a key was pressed since"))
        .when(Event::Paused(2))
        .and(|page| assert!(page.form.paused))
        .typed(Field::Number, "3520990017")
        .and(|page| assert!(!page.form.paused, "quiet again while typing"));
}

#[test]
fn half_a_form_is_not_replaced_without_asking() {
    let asked =
        || given_two_phones().typed(Field::Number, "35693803").typed(NETWORK, "EE").when(Event::EditAsked(second()));
    asked().then([Effect::Focus("question")]).and(|page| {
        assert_eq!(page.question, Some(Question::Edit(second())));
        assert_eq!(page.form.text(Field::Number), "35693803");
    });
    // "Finish what I typed".
    asked().when(Event::Replied(false)).then([Effect::Focus("number")]).and(|page| {
        assert_eq!((page.question, page.form.text(NETWORK), page.form.editing), (None, "EE", None));
    });
    // "Change the other phone first": what was typed waits, whether that change is kept or given up.
    for done in [offer(), Event::FormCleared] {
        let other = asked().when(Event::Replied(true)).then([Effect::Focus("number")]).and(|page| {
            assert_eq!((page.form.editing, page.form.text(Field::Number)), (Some(second()), OTHER));
        });
        let keeps = done == offer();
        let after = other.typed(NETWORK, "Three").when(done);
        let after = if keeps { after.and_the_store_answers() } else { after };
        after.and(|page| {
            assert_eq!((page.form.text(Field::Number), page.form.text(NETWORK)), ("35693803", "EE"));
            assert_eq!(page.form.editing, None);
        });
    }
}

#[test]
fn a_form_that_nobody_touched_is_replaced_at_once() {
    given_two_phones()
        .when(Event::EditAsked(PhoneId::FIRST))
        .when(Event::EditAsked(second()))
        .and(|page| assert_eq!((page.question, page.form.editing), (None, Some(second()))))
        .typed(NETWORK, "EE")
        .when(Event::EditAsked(second()))
        .and(|page| assert_eq!((page.question, page.form.text(NETWORK)), (None, "EE"), "it is being changed already"))
        .when(Event::EditAsked(PhoneId::FIRST))
        .and(|page| assert_eq!(page.question, Some(Question::Edit(PhoneId::FIRST)), "half a change is half a form"));
}

#[test]
fn a_phone_that_waits_while_the_record_fills_up_is_kept_when_there_is_room() {
    let waits = StoreError::Change(ChangeError::TooManyPhones);
    let refused = given().typed(Field::Number, GOOD).when(offer()).and_the_store_refuses(StoreError::Full);
    // Another page filled the record meanwhile: the phone is tried again, and has no room.
    let retried = refused.when(Event::Loaded(Ok(full())));
    let change = retried.asked().clone();
    let mut roomy = full();
    roomy.apply(Change::Remove(PhoneId::FIRST)).expect("it is there");
    retried
        .and_the_store_refuses(waits.clone())
        .and(|page| {
            assert_eq!((page.waiting(), &page.store), (1, &Store::Refused(waits)));
            assert_eq!(page.record.phones().count(), Record::MOST_PHONES);
        })
        .when(Event::RemovalAsked(PhoneId::FIRST))
        .when(Event::Kept(Change::Remove(PhoneId::FIRST), Ok(roomy)))
        .then([Effect::Keep(change)]);
}

#[test]
fn a_phone_that_only_this_page_holds_never_changes_one_in_the_store() {
    let mut elsewhere = Record::default();
    elsewhere.apply(Change::Add(phone(OTHER))).expect("there is room");
    // The page gave it the first place; in the store that place is another phone's.
    let edited = given()
        .typed(Field::Number, GOOD)
        .when(offer())
        .and_the_store_refuses(StoreError::Failed)
        .when(Event::EditAsked(PhoneId::FIRST))
        .typed(NETWORK, "EE")
        .when(offer());
    let change = edited.asked().clone();
    assert!(matches!(&change, Change::Add(phone) if phone.detail(Detail::Network) == "EE"), "it is added as it is now");
    elsewhere.apply(change.clone()).expect("there is room");
    edited.when(Event::Kept(change, Ok(elsewhere))).then([]).and(|page| {
        assert_eq!(numbers(page), [OTHER, "352099001761481"]);
    });

    given()
        .typed(Field::Number, GOOD)
        .when(offer())
        .and_the_store_refuses(StoreError::Failed)
        .when(Event::RemovalAsked(PhoneId::FIRST))
        .then([])
        .and(|page| assert_eq!((page.record.phones().count(), page.unkept.len(), page.removed.len()), (0, 0, 1)));
}

#[test]
fn a_copy_counts_only_when_somebody_says_so() {
    let day = "2026-11-22".parse().ok();
    let mut kept = Record::default();
    for number in ["352099001761481", OTHER] {
        kept.apply(Change::Add(phone(number))).expect("there is room");
    }
    let made = "2026-11-22".parse().expect("a day");
    let ways = [
        (Way::Printed, Effect::Print, Event::Printed),
        (Way::PasswordManager, Effect::Copy(text()), Event::Copied(Ok(()))),
        (Way::PlainFile, Effect::SaveCopy(Box::new(kept), made), Event::Saved(Ok(()))),
        (Way::Shared, Effect::Share(text()), Event::Shared(Ok(true))),
    ];
    for (way, effect, answer) in ways {
        let asked =
            || given_two_phones().when(Event::WayChosen(way, text())).then([effect.clone()]).when(answer.clone());
        asked().and(|page| {
            assert_eq!(page.question, Some(Question::Left(way)), "no browser knows");
            assert_eq!((page.record.only_here(), page.record.steps_done()), (2, 1));
        });
        // The buttons of the question go, and the focus with them.
        let focus = Effect::Focus(way.slug());
        asked()
            .when(Event::Replied(false))
            .then([focus.clone()])
            .and(|page| {
                assert_eq!((page.question, page.copying.still_here), (None, Some(way)));
                assert_eq!(page.record.only_here(), 2);
            })
            .when(Event::WayChosen(way, text()))
            .and(|page| assert_eq!(page.copying.still_here, None, "tried again"));
        let left = asked().when(Event::Replied(true));
        let away = left.asked().clone();
        left.then([Effect::Keep(away), focus]).and_the_store_answers().and(|page| {
            assert_eq!((page.record.only_here(), page.record.steps_done(), page.record.is_declined()), (0, 2, false));
            let copies: Vec<_> = page.record.away().iter().map(|away| (away.way(), away.on())).collect();
            assert_eq!(copies, [(way, day)]);
            assert_eq!((page.question, page.copying.still_here), (None, None));
        });
    }
}

#[test]
fn what_the_browser_refused_is_not_asked_about() {
    given_two_phones()
        .when(Event::WayChosen(Way::PasswordManager, text()))
        .when(Event::Copied(Err(Refused)))
        .and(|page| {
            assert_eq!((page.question, page.leaving, page.record.only_here()), (None, None, 2));
            assert_eq!(page.refused, Some(Way::PasswordManager), "it is said beside the way that was refused");
        })
        // Another way makes it old.
        .when(Event::WayChosen(Way::Shared, text()))
        .and(|page| assert_eq!((page.refused, page.handed), (None, None)))
        .when(Event::Shared(Err(Refused)))
        .and(|page| assert_eq!((page.question, page.refused), (None, Some(Way::Shared))));
    // A text of another page's own is no copy of the record.
    given_two_phones()
        .when(Event::CopyAsked(text()))
        .when(Event::Copied(Ok(())))
        .and(|page| assert_eq!(page.question, None));
}

#[test]
fn a_share_menu_that_was_closed_again_needs_no_word() {
    given_two_phones()
        .when(Event::WayChosen(Way::Shared, text()))
        .when(Event::Shared(Ok(false)))
        .then([])
        .and(|page| assert_eq!((page.question, page.refused, page.leaving), (None, None, None)))
        // What comes of another text later is no answer to it.
        .when(Event::CopyAsked(text()))
        .when(Event::Copied(Ok(())))
        .and(|page| assert_eq!((page.question, page.record.only_here()), (None, 2)));
}

#[test]
fn an_answer_to_no_question_changes_nothing() {
    for yes in [true, false] {
        let page = given_two_phones();
        let before = page.session().clone();
        page.when(Event::Replied(yes)).then([]).and(|page| assert_eq!(*page, before));
    }
}

#[test]
fn a_copy_is_of_the_phones_that_were_in_it() {
    let printed = given_two_phones().when(Event::CopyLeft(Way::Printed)).and_the_store_answers();
    printed
        .when(Event::RemovalAsked(PhoneId::FIRST))
        .and_the_store_answers()
        .when(Event::RemovalUndone)
        .and_the_store_answers()
        .and(|page| assert_eq!(page.record.only_here(), 0, "it came back to its place, and the paper still has it"))
        .when(Event::EditAsked(second()))
        .typed(NETWORK, "EE")
        .when(offer())
        .and_the_store_answers()
        .and(|page| assert_eq!(page.record.only_here(), 0, "its number is the same"))
        .when(Event::EditAsked(second()))
        .typed(Field::Number, "356938035643809")
        .when(offer())
        .and_the_store_answers()
        .and(|page| assert_eq!(page.record.only_here(), 1, "no paper has the new number"))
        .when(Event::CopyLeft(Way::Declined))
        .and_the_store_answers()
        .and(|page| {
            assert!(page.record.is_declined());
            assert_eq!(page.record.steps_done(), Record::STEPS);
        });
}

#[test]
fn another_page_that_removed_a_phone_does_not_bring_it_back_by_a_copy() {
    let mut here = Record::default();
    here.apply(Change::Add(phone(OTHER))).expect("there is room");
    let copy = Away::of(&here, Way::Printed, None);
    let mut elsewhere = here.clone();
    elsewhere.apply(Change::Remove(PhoneId::FIRST)).expect("it is there");
    elsewhere.apply(Change::Add(phone("352099001761481"))).expect("there is room");
    elsewhere.apply(Change::Away(copy)).expect("nothing against it");
    assert_eq!((elsewhere.phones().count(), elsewhere.only_here()), (1, 1), "the paper does not have this phone");
}

#[test]
fn a_clock_that_is_wrong_keeps_the_copy_and_tells_no_day() {
    let now = domain::event::Now { year: 1970, month: 1, day: 1, hour: 0, minute: 0 };
    given_two_phones()
        .when(Event::Woken(now))
        .and_the_store_answers()
        .when(Event::CopyLeft(Way::Shared))
        .and_the_store_answers()
        .and(|page| {
            let copies: Vec<_> = page.record.away().iter().map(|away| (away.way(), away.on())).collect();
            assert_eq!((copies, page.record.only_here()), (vec![(Way::Shared, None)], 0));
        });
}

#[test]
fn two_removed_phones_both_come_back_newest_first() {
    given_two_phones()
        .when(Event::RemovalAsked(PhoneId::FIRST))
        .and_the_store_answers()
        .when(Event::RemovalAsked(second()))
        .and_the_store_answers()
        .and(|page| assert_eq!(numbers(page), [""; 0]))
        .when(Event::RemovalUndone)
        .and_the_store_answers()
        .and(|page| assert_eq!(numbers(page), [OTHER]))
        .typed(Field::Number, "356938")
        .when(Event::RemovalUndone)
        .and_the_store_answers()
        .and(|page| {
            assert_eq!(numbers(page), ["352099001761481", OTHER], "each at its old place");
            assert!(page.removed.is_empty());
            assert_eq!(page.form.text(Field::Number), "356938", "what is being typed stays");
        });
}

#[test]
fn a_phone_that_cannot_come_back_is_not_lost() {
    given_two_phones()
        .when(Event::RemovalAsked(second()))
        .and_the_store_answers()
        .when(Event::RemovalUndone)
        .and_the_store_refuses(StoreError::Change(ChangeError::TooManyPhones))
        .and(|page| {
            assert_eq!(page.removed, [(second(), phone(OTHER))], "it can be asked for again");
            assert_eq!(page.waiting(), 0, "and is not kept by itself later");
        });
}

#[test]
fn a_place_in_the_record_is_never_given_twice() {
    let last_gone = given_two_phones().when(Event::RemovalAsked(second())).and_the_store_answers();
    last_gone
        .typed(Field::Number, "356938035643809")
        .when(offer())
        .and_the_store_answers()
        .and(|page| assert_eq!(page.record.phones().map(|(id, _)| id).last(), second().next()))
        .when(Event::RemovalUndone)
        .and_the_store_answers()
        .and(|page| assert_eq!(numbers(page), ["352099001761481", OTHER, "356938035643809"]));
}
