//! Whole journeys to the figures of an area, on the tables that ship.
//!
//! The tables are fetched whole, once, and only when somebody asks: whoever serves them learns nothing of the question.

use std::fs;

use domain::effect::{Effect, File};
use domain::enquiry::{Answer, Reason};
use domain::event::{Event, FetchError};
use domain::lookup::TableError;
use domain::session::Session;
use domain::table::Damage;
use tests::journey::{Journey, given};
use tests::source::root;

const WESTMINSTER: &str = "SW1A 2AA";
const CITY: &str = "EC2V 7HH";

fn bytes(file: File) -> Vec<u8> {
    let address = file.address();
    let path = root().join("public").join(address.trim_start_matches('/'));
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn arrives(file: File) -> Event {
    Event::Fetched(file, Ok(bytes(file)))
}

fn fails(file: File) -> Event {
    Event::Fetched(file, Err(FetchError::Unreachable))
}

fn typed(text: &str) -> Event {
    Event::AreaTyped(text.to_owned())
}

fn fetch(file: File) -> [Effect; 1] {
    [Effect::Fetch(file)]
}

/// The name of the area in the answer, and of the borough round it.
fn named(session: &Session) -> Option<(String, String)> {
    let (Answer::Area(id) | Answer::Outcode(_, id)) = session.lookup.answer()? else { return None };
    let area = session.lookup.area(id)?;
    let around = session.lookup.borough_of(&area)?;
    Some((area.name.to_string(), around.name.to_string()))
}

fn unknown(session: &Session) -> Option<Reason> {
    match session.lookup.answer()? {
        Answer::Unknown(reason) => Some(reason),
        Answer::Area(_) | Answer::Outcode(..) | Answer::NeedsPostcodes => None,
    }
}

fn with_areas() -> Journey {
    given().when(typed("w")).then(fetch(File::Areas)).when(arrives(File::Areas)).then([])
}

fn with_both() -> Journey {
    with_areas().when(typed(CITY)).then(fetch(File::Postcodes)).when(arrives(File::Postcodes)).then([]).when(typed(""))
}

#[test]
fn typing_fetches_the_areas_once() {
    given()
        .when(typed("w"))
        .then(fetch(File::Areas))
        .when(typed("we"))
        .then([])
        .when(arrives(File::Areas))
        .then([])
        .when(typed("westm"))
        .then([])
        .and(|page| {
            let first = page.lookup.suggestions().into_iter().next().map(|(_, name, _)| name);
            assert_eq!(first.as_deref(), Some("Westminster"));
            assert_eq!(page.lookup.answer(), None, "nothing is answered unasked");
        });
}

#[test]
fn a_postcode_fetches_the_postcodes_after_the_areas() {
    given()
        .when(typed(WESTMINSTER))
        .then(fetch(File::Areas))
        .when(Event::AreaAsked)
        .then([])
        .and(|page| assert!(page.lookup.is_waiting()))
        .when(arrives(File::Areas))
        .then(fetch(File::Postcodes))
        .and(|page| assert!(page.lookup.is_waiting(), "half the tables answer no postcode"))
        .when(arrives(File::Postcodes))
        .then(fetch(File::WardMonths))
        .and(|page| {
            assert!(!page.lookup.is_waiting());
            let (ward, borough) = named(page).expect("an answer");
            assert_eq!(borough, "Westminster");
            assert_ne!(ward, "Westminster", "a postcode is answered by its ward");
        });
}

#[test]
fn one_word_and_one_postcode_answer_at_once_when_the_tables_are_here() {
    let table = [
        ("Westminster", Some(("Westminster", "Westminster"))),
        ("city of london", Some(("City of London", "City of London"))),
        (CITY, Some(("City of London", "City of London"))),
        ("E09000033", Some(("Westminster", "Westminster"))),
        ("EC2V", Some(("City of London", "City of London"))),
    ];
    for (text, expected) in table {
        with_both().when(typed(text)).then([]).when(Event::AreaAsked).then(fetch(File::BoroughMonths)).and(|page| {
            let found = named(page);
            let found = found.as_ref().map(|(area, around)| (area.as_str(), around.as_str()));
            assert_eq!(found, expected, "{text}");
        });
    }
}

#[test]
fn what_is_no_place_gets_a_reason() {
    let table = [
        ("", Reason::Empty),
        ("Unknown", Reason::NotAPlace),
        ("qqqq", Reason::NotUnderstood),
        ("E05999999", Reason::NoSuchCode),
        ("M1 1AE", Reason::OutsideLondon),
        ("SW1A 9ZZ", Reason::NoSuchPostcode),
    ];
    for (text, reason) in table {
        with_both()
            .when(typed(text))
            .when(Event::AreaAsked)
            .and(|page| assert_eq!(unknown(page), Some(reason), "{text}"));
    }
}

#[test]
fn a_suggestion_is_chosen() {
    let page = with_areas().when(typed("westm"));
    let (id, name, _) = page.session().lookup.suggestions().into_iter().next().expect("a suggestion");
    page.when(Event::AreaChosen(id)).then(fetch(File::BoroughMonths)).and(|page| {
        assert_eq!((page.lookup.answer(), page.lookup.typed()), (Some(Answer::Area(id)), name.as_str()));
        assert!(page.lookup.suggestions().is_empty() && !page.lookup.is_waiting());
    });
}

#[test]
fn typing_on_takes_the_answer_away() {
    with_areas()
        .when(typed("Camden"))
        .when(Event::AreaAsked)
        .and(|page| assert!(named(page).is_some()))
        .when(typed("Camde"))
        .and(|page| assert_eq!(page.lookup.answer(), None));
}

#[test]
fn a_table_that_does_not_arrive_is_said_and_asked_for_again() {
    for error in [FetchError::Unreachable, FetchError::Missing] {
        given()
            .when(typed("Camden"))
            .when(Event::AreaAsked)
            .when(Event::Fetched(File::Areas, Err(error)))
            .then([])
            .and(|page| {
                assert_eq!(page.lookup.trouble(), Some(TableError::Fetch(error)));
                assert_eq!(page.lookup.answer(), None);
                assert_eq!(page.lookup.typed(), "Camden", "what was typed stays");
            })
            .when(Event::AreaAsked)
            .then(fetch(File::Areas))
            .and(|page| assert_eq!(page.lookup.trouble(), None))
            .when(arrives(File::Areas))
            .and(|page| assert!(named(page).is_some(), "the question is still open, and is answered"));
    }
}

#[test]
fn a_damaged_table_shows_no_figure() {
    let mut damaged = bytes(File::Areas);
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let short = bytes(File::Areas)[..100].to_vec();
    for (bytes, damage) in
        [(damaged, Damage::Checksum), (short, Damage::Checksum), (b"<!DOCTYPE html>".to_vec(), Damage::OtherKind)]
    {
        given()
            .when(typed("Camden"))
            .when(Event::AreaAsked)
            .when(Event::Fetched(File::Areas, Ok(bytes)))
            .then([])
            .and(|page| {
                assert_eq!(page.lookup.trouble(), Some(TableError::Damaged(damage)));
                assert_eq!(page.lookup.answer(), None);
            })
            .when(Event::AreaAsked)
            .then(fetch(File::Areas))
            .when(arrives(File::Areas))
            .and(|page| assert!(named(page).is_some()));
    }
}

#[test]
fn without_the_postcodes_names_still_answer() {
    with_areas()
        .when(typed(WESTMINSTER))
        .then(fetch(File::Postcodes))
        .when(Event::AreaAsked)
        .then([])
        .when(fails(File::Postcodes))
        .then([])
        .and(|page| assert_eq!(page.lookup.trouble(), Some(TableError::Fetch(FetchError::Unreachable))))
        .when(Event::AreaAsked)
        .then(fetch(File::Postcodes))
        .when(fails(File::Postcodes))
        .when(typed("Camden"))
        .then([])
        .when(Event::AreaAsked)
        .then(fetch(File::BoroughMonths))
        .and(|page| {
            assert!(named(page).is_some());
            assert_eq!(page.lookup.trouble(), None, "what is missing is not needed now");
        });
}

#[test]
fn postcodes_of_another_list_of_areas_are_not_believed() {
    let mut other = bytes(File::Postcodes);
    // The edition is the first number after four letters and a checksum; the checksum is made to fit.
    other[8] ^= 1;
    let sum = domain::table::checksum(&other[8..]).to_le_bytes();
    other[4..8].copy_from_slice(&sum);
    with_areas().when(typed(WESTMINSTER)).when(Event::AreaAsked).when(Event::Fetched(File::Postcodes, Ok(other))).and(
        |page| {
            assert_eq!(page.lookup.trouble(), Some(TableError::Damaged(Damage::OtherEdition)));
            assert_eq!(page.lookup.answer(), None);
        },
    );
}

#[test]
fn a_late_table_does_not_answer_a_question_that_changed() {
    given()
        .when(typed(WESTMINSTER))
        .when(Event::AreaAsked)
        .when(typed("Camd"))
        .when(arrives(File::Areas))
        .then([])
        .and(|page| {
            assert_eq!(page.lookup.answer(), None, "the question was taken back by typing on");
            assert!(!page.lookup.is_waiting());
        });
}
