//! Writing the report, without a browser: parts, phones, numbers as people paste them, and the log of what was done.

use domain::clock::Clock;
use domain::detail::Detail;
use domain::device::Device;
use domain::drafting::Drafting;
use domain::effect::Effect;
use domain::entry;
use domain::event::{Event, Now};
use domain::incident::{Act, Field, Incident, Part, Refusal};
use domain::phone::Phone;
use domain::platform::Platform;
use domain::session::Session;
use domain::store::StoreError;
use domain::triage::{Answers, Kind, Make};
use tests::given;
use tests::journey::{Journey, given};

const NOW: Now = Now { year: 2026, month: 11, day: 22, hour: 18, minute: 20 };

fn told(field: Field, text: &str) -> Event {
    Event::Told(field, text.to_owned())
}

fn typed(field: entry::Field, text: &str) -> Event {
    Event::Drafted(Drafting::EntryTyped(field, text.to_owned()))
}

fn clock() -> Event {
    Event::ClockRead(NOW, Clock::Uk)
}

/// What is told of one phone.
fn of(session: &Session, phone: usize, field: Field) -> String {
    session.draft.incident().phone_answer(phone, field).map(ToString::to_string).unwrap_or_default()
}

#[test]
fn a_part_is_turned_to_and_hears_the_focus() {
    given()
        .and(|page| assert_eq!(page.draft.part(), Part::Happened))
        .when(Event::Drafted(Drafting::PartShown(Part::Scene)))
        .then([Effect::Focus(Part::Scene.heading())])
        .and(|page| assert_eq!(page.draft.part(), Part::Scene))
        .when(Event::Drafted(Drafting::FieldSought(Field::Policy)))
        .then([Effect::FocusField(Field::Policy)])
        .and(|page| assert_eq!(page.draft.part(), Part::Papers))
        .when(Event::Drafted(Drafting::FieldSought(Field::Done)))
        .then([Effect::Focus(Part::Log.heading())]);
}

#[test]
fn what_triage_knows_is_in_the_report_and_a_hand_is_not_overwritten() {
    let answers = |make| Answers { make, kind: Kind::Stolen, ..Answers::default() };
    given()
        .when(Event::Answered(answers(Make::Iphone)))
        .and(|page| assert_eq!(of(page, 0, Field::Make), "Apple"))
        .when(Event::Answered(answers(Make::Samsung)))
        .and(|page| assert_eq!(of(page, 0, Field::Make), "Samsung"))
        .when(told(Field::Make, "Samsung Galaxy"))
        .when(Event::Answered(answers(Make::Pixel)))
        .and(|page| assert_eq!(of(page, 0, Field::Make), "Samsung Galaxy", "told here by hand"));
    given().when(Event::Answered(answers(Make::Unknown))).and(|page| {
        assert_eq!(page.draft.incident().phones(), 0, "no phone starts from an open answer");
    });
}

#[test]
fn each_phone_is_told_by_itself() {
    let show = |phone| Event::Drafted(Drafting::PhoneShown(phone));
    given()
        .when(told(Field::Make, "Apple"))
        .when(Event::Drafted(Drafting::PhoneAdded))
        .then([Effect::Focus(Part::Phone.heading())])
        .and(|page| assert_eq!((page.draft.phone(), page.draft.phones()), (1, 2)))
        .when(told(Field::Make, "Samsung"))
        .when(told(Field::Colour, &"x".repeat(61)))
        .and(|page| assert_eq!(page.draft.refusal(Field::Colour), Some(Refusal::TooLong { longest: 60, found: 61 })))
        .when(show(0))
        .and(|page| {
            assert_eq!((of(page, 0, Field::Make), of(page, 1, Field::Make)), ("Apple".into(), "Samsung".into()));
            assert_eq!(page.draft.refusal(Field::Colour), None, "it was said of the other phone");
        })
        .when(show(7))
        .and(|page| assert_eq!(page.draft.phone(), 0, "there is no such phone"))
        .when(Event::Drafted(Drafting::FieldSought(Field::Make)))
        .and(|page| assert_eq!(page.draft.phone(), 0, "no phone lacks it"))
        .when(told(Field::Network, "EE"))
        .when(Event::Drafted(Drafting::FieldSought(Field::Network)))
        .and(|page| assert_eq!(page.draft.phone(), 1, "the one that lacks it"))
        .when(show(0))
        .when(Event::Drafted(Drafting::PhoneRemoved))
        .and(|page| {
            assert_eq!((page.draft.phone(), page.draft.phones()), (0, 1));
            assert_eq!(of(page, 0, Field::Make), "Samsung", "the later one moves up");
        })
        .when(Event::Drafted(Drafting::PhoneRemoved))
        .when(Event::Drafted(Drafting::PhoneRemoved))
        .and(|page| assert_eq!((page.draft.phone(), page.draft.phones(), page.draft.incident().phones()), (0, 1, 0)));
}

#[test]
fn a_first_phone_of_which_nothing_is_known_is_a_phone() {
    given()
        .when(Event::Drafted(Drafting::PhoneAdded))
        .when(told(Field::Make, "Nokia"))
        .and(|page| assert_eq!((page.draft.phones(), of(page, 1, Field::Make).as_str()), (2, "Nokia")));
    let mut page = given();
    for _ in 0..20 {
        page = page.when(Event::Drafted(Drafting::PhoneAdded));
    }
    page.and(|page| assert_eq!((page.draft.phones(), page.draft.phone()), (Incident::MOST_PHONES, 5)));
}

#[test]
fn a_number_is_understood_as_people_paste_it_and_never_lost() {
    let read = |text: &str| given().when(told(Field::Imei, text));
    let says = |page: &Journey, field| of(page.session(), 0, field);
    let table = [
        ("IMEI 35-209900-176148-1", "352099001761481"),
        ("my number is 352099001761481 (from the box)", "352099001761481"),
        ("৩৫২০৯৯০০১৭৬১৪৮১", "352099001761481"),
        ("35209900176148", "35209900176148"),
        ("352099001761482", "352099001761482"),
        ("352O99OO1761481", "352O99OO1761481"),
        ("on the box at home", "on the box at home"),
        ("", ""),
    ];
    for (typed, kept) in table {
        assert_eq!(says(&read(typed), Field::Imei), kept, "{typed}");
    }
    let page = "IMEI 352099001761481\nIMEI2 490154203237518\nSerial Number R58N12ABCDE";
    let both = read(page);
    let (imei, second, serial) = (Field::Imei, Field::SecondImei, Field::Serial);
    assert_eq!(
        [imei, second, serial].map(|field| says(&both, field)),
        ["352099001761481", "490154203237518", "R58N12ABCDE"]
    );
    let mine = given().when(told(serial, "MINE12345")).when(told(second, "unknown")).when(told(imei, page));
    assert_eq!([second, serial].map(|field| says(&mine, field)), ["unknown", "MINE12345"], "a hand is not overwritten");
    let long = "no digits in this text ".repeat(9);
    read(&long).and(|page| assert!(matches!(page.draft.refusal(imei), Some(Refusal::TooLong { .. }))));
}

#[test]
fn a_line_of_the_log_opens_with_the_present_time() {
    let offered = Event::Drafted(Drafting::EntryKept);
    given()
        .when(clock())
        .and(|page| assert_eq!(page.draft.entry(), None, "nobody asked for a line"))
        .when(Event::Drafted(Drafting::EntryOpened))
        .then([Effect::ReadClock, Effect::Focus("deed-act")])
        .when(clock())
        .and(|page| {
            assert_eq!(page.draft.entry().map(|entry| entry.text(entry::Field::At)), Some("2026-11-22T18:20"));
        })
        .when(offered.clone())
        .then([Effect::Focus("deed-act")])
        .and(|page| {
            let refusal = page.draft.entry().and_then(|entry| entry.refusal(entry::Field::Act));
            assert_eq!(refusal, Some(Refusal::NotAChoice));
        })
        .when(typed(entry::Field::Act, "bank_told"))
        .when(typed(entry::Field::Whom, "Ada, fraud desk"))
        .when(typed(entry::Field::At, "soon"))
        .when(offered.clone())
        .then([Effect::Focus("deed-at")])
        .when(Event::Drafted(Drafting::NowAsked))
        .then([Effect::ReadClock])
        .when(clock())
        .when(offered)
        .then([Effect::Focus(Part::Log.heading())])
        .and(|page| {
            let [deed] = page.draft.incident().log() else { panic!("one line") };
            assert_eq!((deed.act, deed.whom.as_str(), deed.clock), (Act::BankTold, "Ada, fraud desk", Clock::Uk));
            assert_eq!(page.draft.entry(), None);
        })
        .when(Event::Drafted(Drafting::Struck(0)))
        .and(|page| assert_eq!(page.draft.incident().log(), []));
}

#[test]
fn a_line_says_by_whose_clock_it_was_written() {
    let abroad: Clock = "+01:00".parse().expect("a clock");
    let note = "n".repeat(301);
    given()
        .when(Event::Drafted(Drafting::EntryOpened))
        .when(Event::ClockRead(NOW, abroad))
        .when(typed(entry::Field::Act, "locked"))
        .when(typed(entry::Field::Note, &note))
        .when(Event::Drafted(Drafting::EntryKept))
        .then([Effect::Focus("deed-note")])
        .when(typed(entry::Field::Note, &note[1..]))
        .when(Event::Drafted(Drafting::EntryKept))
        .when(clock())
        .and(|page| assert_eq!(page.draft.incident().log().first().map(|deed| deed.clock), Some(abroad)))
        .when(Event::Drafted(Drafting::EntryOpened))
        .when(Event::Drafted(Drafting::EntryClosed))
        .then([Effect::Focus(Part::Log.heading())])
        .and(|page| assert_eq!((page.draft.entry(), page.draft.incident().log().len()), (None, 1)));
}

#[test]
fn the_place_on_the_map_goes_into_the_log_without_being_typed_again() {
    let keep = || Event::Drafted(Drafting::SightingKept);
    given()
        .when(told(Field::SeenAt, "12 Lamb Street"))
        .when(keep())
        .and(|page| assert_eq!(page.draft.incident().log(), [], "a place without a time"))
        .when(told(Field::SeenWhen, "2026-11-22T18:40"))
        .when(keep())
        .when(keep())
        .when(told(Field::SeenAt, "Euston station"))
        .when(told(Field::SeenWhen, "2026-11-22T19:10"))
        .when(keep())
        .and(|page| {
            let places: Vec<&str> = page.draft.incident().log().iter().map(|deed| deed.place.as_str()).collect();
            assert_eq!(places, ["12 Lamb Street", "Euston station"]);
        });
}

#[test]
fn an_emptied_report_keeps_only_the_clock() {
    let abroad: Clock = "+01:00".parse().expect("a clock");
    given()
        .when(Event::ClockRead(NOW, abroad))
        .when(Event::Drafted(Drafting::PartShown(Part::Papers)))
        .when(told(Field::Policy, "P-1"))
        .when(Event::ReportCleared)
        .and(|page| {
            assert_eq!(page.draft.part(), Part::Happened);
            assert_eq!(page.draft.incident().answer(Field::Policy), None);
            assert_eq!(page.draft.incident().clock(), abroad);
        });
}

/// A page on a person's own device.
fn at_home() -> Journey {
    given().when(Event::DeviceTold(Device::Mine))
}

fn kept(numbers: &[&str]) -> Vec<Phone> {
    let phones = numbers.iter().map(|number| {
        let mut phone = given::phone(
            &[number],
            &[(Detail::Model, "iPhone 15"), (Detail::Telephone, "07700 900123"), (Detail::Policy, "P-1")],
        );
        phone.platform = Some(Platform::Iphone);
        phone
    });
    phones.collect()
}

#[test]
fn one_kept_phone_fills_what_is_still_open_and_nothing_else() {
    at_home()
        .when(told(Field::Model, "iPhone 16"))
        .when(Event::Drafted(Drafting::RecordAsked))
        .then([Effect::ReadPhones])
        .when(Event::PhonesRead(Ok(kept(&["352099001761481"]))))
        .and(|page| {
            assert_eq!(of(page, 0, Field::Imei), "352099001761481");
            assert_eq!(of(page, 0, Field::Make), "Apple");
            assert_eq!(of(page, 0, Field::Number), "07700 900123");
            assert_eq!(page.draft.text(Field::Policy), "P-1");
            assert_eq!(of(page, 0, Field::Model), "iPhone 16", "what was told here is newer");
            assert!(page.draft.is_filled());
        })
        .when(Event::ReportCleared)
        .and(|page| assert!(page.kept.is_idle() && !page.draft.is_filled()));
}

#[test]
fn of_several_kept_phones_the_person_says_which() {
    at_home()
        .when(Event::Drafted(Drafting::RecordAsked))
        .when(Event::PhonesRead(Ok(kept(&["352099001761481", "490154203237518"]))))
        .and(|page| assert_eq!(page.draft.text(Field::Imei), "", "nobody said which"))
        .when(Event::Drafted(Drafting::KeptChosen(2)))
        .and(|page| assert_eq!(page.draft.text(Field::Imei), "", "there is no third"))
        .when(Event::Drafted(Drafting::KeptChosen(1)))
        .and(|page| assert_eq!(page.draft.text(Field::Imei), "490154203237518"))
        .when(Event::Drafted(Drafting::PhoneAdded))
        .and(|page| assert!(!page.draft.is_filled(), "another phone is shown"))
        .when(Event::Drafted(Drafting::KeptChosen(0)))
        .and(|page| assert_eq!(of(page, 1, Field::Imei), "352099001761481"));
}

#[test]
fn a_record_is_looked_at_only_on_a_persons_own_device() {
    for device in [None, Some(Device::SomeoneElses), Some(Device::Public)] {
        let page = device.map_or_else(given, |device| given().when(Event::DeviceTold(device)));
        page.when(Event::Drafted(Drafting::RecordAsked)).then([]).and(|page| assert!(page.kept.is_idle()));
    }
}

#[test]
fn a_record_that_cannot_be_read_is_asked_for_again() {
    at_home()
        .when(Event::Drafted(Drafting::RecordAsked))
        .when(Event::PhonesRead(Err(StoreError::Blocked)))
        .and(|page| assert!(page.kept.is_wanted() && !page.draft.is_filled()))
        .when(Event::Drafted(Drafting::RecordAsked))
        .then([Effect::ReadPhones])
        .when(Event::PhonesRead(Ok(Vec::new())))
        .and(|page| assert!(page.kept.here().is_some() && !page.draft.is_filled()));
}
