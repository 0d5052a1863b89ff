//! What is asked of data.police.uk, and what is believed of its answers.
//!
//! Its oddities are those that people reported: facts/area.md, section 6.

use std::fs;

use domain::effect::File;
use domain::gazetteer::Gazetteer;
use domain::newer::kept;
use domain::newer::query::{LONGEST_ADDRESS, Offence, Query};
use domain::newer::reply::{Body, Entry, Refusal, Reply, Told};
use domain::outline::Outlines;
use domain::period::Month;
use tests::source::root;

fn month(text: &str) -> Month {
    text.parse().expect(text)
}

fn table(file: File) -> Vec<u8> {
    fs::read(root().join("public").join(file.address().trim_start_matches('/'))).expect("a table that ships")
}

#[test]
fn each_answer_is_believed_only_if_it_is_about_what_was_asked() {
    let september = month("2026-09");
    let query = Query::Offences(Offence::Theft, september);
    let entry = |category: &str, month: &str, persistent_id: &str, id: &str| Entry {
        category: category.to_owned(),
        month: month.to_owned(),
        persistent_id: persistent_id.to_owned(),
        id: id.to_owned(),
    };
    let theft = |persistent_id, id| entry(Offence::Theft.slug(), "2026-09", persistent_id, id);
    let cases = [
        ("an empty list", 200, Body::List(Vec::new()), Ok(0)),
        ("two", 200, Body::List(vec![theft("", "1"), theft("", "2")]), Ok(2)),
        ("one twice, by its number", 200, Body::List(vec![theft("", "1"), theft("", "1")]), Ok(1)),
        ("one twice, by its name", 200, Body::List(vec![theft("a", "1"), theft("a", "2")]), Ok(1)),
        ("without a name", 200, Body::List(vec![theft("", ""), theft("", "")]), Ok(2)),
        (
            "another month",
            200,
            Body::List(vec![theft("", "1"), entry(Offence::Theft.slug(), "2026-08", "", "2")]),
            Err(Refusal::Unreadable),
        ),
        ("another kind", 200, Body::List(vec![entry("robbery", "2026-09", "", "1")]), Err(Refusal::Unreadable)),
        ("something else in the list", 200, Body::List(vec![Entry::default()]), Err(Refusal::Unreadable)),
        ("more than there can be", 200, Body::Long, Err(Refusal::Unreadable)),
        ("a page", 200, Body::Other, Err(Refusal::Unreadable)),
        ("the answer to another question", 200, Body::Date("2026-09-01".to_owned()), Err(Refusal::Unreadable)),
        ("a bad question", 400, Body::Other, Err(Refusal::NotHeld)),
        ("nothing there", 404, Body::Other, Err(Refusal::NotHeld)),
        ("too many questions", 429, Body::Other, Err(Refusal::Busy)),
        ("a month that is too old", 500, Body::Other, Err(Refusal::NotHeld)),
        ("more than 10,000", 503, Body::Other, Err(Refusal::Busy)),
    ];
    for (name, status, body, expected) in cases {
        let reply = Reply { status, retry_after: None, body };
        assert_eq!(reply.told(query), expected.map(Told::Count), "{name}");
    }
    for (date, expected) in [
        ("2026-09-01", Ok(Told::Newest(september))),
        ("2026-13-01", Err(Refusal::Unreadable)),
        ("", Err(Refusal::Unreadable)),
        ("2026-é", Err(Refusal::Unreadable)),
    ] {
        let reply = Reply { status: 200, retry_after: None, body: Body::Date(date.to_owned()) };
        assert_eq!(reply.told(Query::Newest), expected, "{date}");
    }
}

#[test]
fn every_ward_and_the_city_can_be_asked_about_in_one_address() {
    let gazetteer = Gazetteer::parse(&table(File::Areas)).expect("the areas");
    let outlines = Outlines::parse(&table(File::WardOutlines), &gazetteer).expect("the outlines");
    let query = Query::Offences(Offence::Theft, month("2026-09"));
    let mut longest = 0;
    for id in outlines.areas() {
        let corners = outlines.largest(id).expect("every area that is drawn has a largest part");
        assert!(corners.len() >= 3 && corners.first() != corners.last(), "{id:?}");
        let request = query.request(&corners);
        longest = longest.max(request.address().len());
        assert_eq!(request.form(), None, "{id:?}");
    }
    assert_eq!(outlines.areas().count(), 680);
    assert!((400..=LONGEST_ADDRESS).contains(&longest), "{longest}");

    let corners: Vec<(i32, i32)> = (0..400).map(|step| (5_150_000 + step, -7 - step)).collect();
    let request = query.request(&corners);
    assert!(request.address().ends_with("/theft-from-the-person"), "{}", request.address());
    let form = request.form().expect("too long for an address");
    assert!(form.starts_with("date=2026-09&poly=51.50000,-0.00007:51.50001,-0.00008:"), "{form}");
}

#[test]
fn kept_months_read_back_and_what_is_damaged_is_asked_for_again() {
    let months = kept::read("2025-03 0 1 2026-09\n2026-03 12 3 2026-09\n");
    assert_eq!((months.len(), kept::read(&kept::write(&months))), (2, months));
    let text = "2026-03 12 3 2026-09\n2026-04 12\n2026-05 x 3 2026-09\n2026-06 1 2 2026-05\n2026-07 1 2 2026-09 4\n";
    assert_eq!(kept::read(text).len(), 1);
}
