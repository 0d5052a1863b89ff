//! Write it once: from one draft, every report has what its reader asks for, and nobody is asked twice.

use std::collections::HashSet;

use domain::clock::Clock;
use domain::incident::{Act, Answer, Deed, Field, Incident, Part, Refusal, Shape};
use domain::language::Language;
use domain::report::{Open, Recipient, Says, missing, open, report};
use domain::triage::{Answers, Kind, Make, Place, State};

/// A typed answer that fits the field and can be told apart from all others.
fn typed(field: Field) -> String {
    match field.shape() {
        Shape::Moment => "2026-11-22T18:05".to_owned(),
        Shape::YesNo => "yes".to_owned(),
        Shape::Kind => Kind::Robbed.slug().to_owned(),
        Shape::State => State::Unlocked.slug().to_owned(),
        Shape::Place => Place::Rail.slug().to_owned(),
        Shape::Words(_) => format!("needle-{field}"),
        Shape::Log => String::new(),
    }
}

fn filled() -> Incident {
    let mut incident = Incident::default();
    for field in Field::ALL.iter().copied() {
        if field.is_about_the_phone() {
            incident.write_phone(0, field, &typed(field)).expect("it fits");
        } else if field.shape() != Shape::Log {
            incident.write(field, &typed(field)).expect("it fits");
        }
    }
    incident.record(deed(Act::BankTold, "2026-11-22T18:40")).expect("there is room");
    incident.record(deed(Act::Locked, "2026-11-22T18:20")).expect("there is room");
    incident
}

fn deed(act: Act, at: &str) -> Deed {
    Deed {
        act,
        at: at.parse().expect("a real moment"),
        clock: Clock::Uk,
        whom: "needle-whom".try_into().expect("short"),
        note: "needle-note".try_into().expect("short"),
        place: "needle-place".try_into().expect("short"),
        accuracy: "needle-accuracy".try_into().expect("short"),
    }
}

#[test]
fn a_filled_draft_leaves_nobody_anything_to_ask() {
    let incident = filled();
    for recipient in Recipient::ALL.iter().copied() {
        assert_eq!(missing(&incident, recipient), [], "{recipient}");
        let told: HashSet<Field> = report(&incident, recipient).iter().map(|line| line.field).collect();
        let wanted: HashSet<Field> = recipient.asks().iter().copied().collect();
        assert_eq!(told, wanted, "{recipient}");
    }
}

#[test]
fn the_order_is_the_one_they_ask_in() {
    let incident = filled();
    for recipient in Recipient::ALL.iter().copied() {
        let mut order: Vec<Field> = report(&incident, recipient).iter().map(|line| line.field).collect();
        order.dedup();
        assert_eq!(order, recipient.asks(), "{recipient}");
    }
}

#[test]
fn nothing_is_asked_twice_and_nothing_is_required_unasked() {
    for recipient in Recipient::ALL.iter().copied() {
        let asked: HashSet<Field> = recipient.asks().iter().copied().collect();
        assert_eq!(asked.len(), recipient.asks().len(), "{recipient}");
        assert!(recipient.requires().iter().all(|field| asked.contains(field)), "{recipient}");
    }
    let useful: HashSet<Field> = Recipient::ALL.iter().flat_map(|recipient| recipient.asks()).copied().collect();
    assert_eq!(useful.len(), Field::ALL.len(), "a field that nobody asks for");
}

#[test]
fn an_empty_draft_names_exactly_what_is_required() {
    for recipient in Recipient::ALL.iter().copied() {
        assert_eq!(missing(&Incident::default(), recipient), recipient.requires(), "{recipient}");
        assert_eq!(report(&Incident::default(), recipient), [], "{recipient}");
    }
}

#[test]
fn every_field_is_asked_in_one_part_and_the_parts_follow_each_other() {
    let fields: Vec<Field> = Part::ALL.iter().flat_map(|part| part.fields()).copied().collect();
    let different: HashSet<Field> = fields.iter().copied().collect();
    assert_eq!((fields.len(), different.len()), (Field::ALL.len(), Field::ALL.len()));
    for part in Part::ALL.iter().copied() {
        assert!(part.fields().iter().all(|field| Part::of(*field) == part), "{part}");
        assert!(part.fields().len() <= 9, "{part} is a wall");
        let asked: Vec<Field> = part.asked(Kind::Lost).collect();
        assert!(!asked.is_empty() && !asked.iter().any(|field| field.needs_a_thief()), "{part}");
    }
    let there: Vec<Part> = std::iter::successors(Some(Part::default()), |part| part.next()).collect();
    assert_eq!(there, Part::ALL);
    let back: Vec<Part> = std::iter::successors(Part::ALL.last().copied(), |part| part.back()).collect();
    assert!(back.iter().rev().eq(Part::ALL));
    let phone = |part: Part| part.fields().iter().all(|field| field.is_about_the_phone());
    assert_eq!(Part::ALL.iter().copied().filter(|part| phone(*part)).collect::<Vec<_>>(), [Part::Phone]);
}

#[test]
fn what_is_open_is_listed_once_with_everybody_who_requires_it() {
    for incident in [Incident::default(), Incident::from_triage(&Answers { kind: Kind::Lost, ..Answers::default() })] {
        let listed = open(&incident);
        for recipient in Recipient::ALL.iter().copied() {
            let asked: HashSet<Field> =
                listed.iter().filter(|open| open.by.contains(&recipient)).map(|open| open.field).collect();
            assert_eq!(asked, missing(&incident, recipient).into_iter().collect(), "{recipient}");
        }
        let fields: HashSet<Field> = listed.iter().map(|open| open.field).collect();
        assert_eq!(fields.len(), listed.len());
        assert!(listed.iter().all(|open| !open.by.is_empty()));
    }
    assert_eq!(open(&filled()), []);
    let mut incident = filled();
    incident.write(Field::Policy, "").expect("opening a field is allowed");
    assert_eq!(open(&incident), [Open { field: Field::Policy, by: vec![Recipient::Insurer] }]);
}

#[test]
fn a_time_is_never_told_without_its_clock() {
    let mut incident = Incident::default();
    incident.set_clock("+02:00".parse().expect("a clock"));
    let clock = |incident: &Incident| {
        let lines = report(incident, Recipient::Police);
        lines.iter().find(|line| line.field == Field::TimeZone).map(|line| match line.says {
            Says::Clock(clock) => clock.to_string(),
            Says::Answer(answer) => answer.to_string(),
            Says::Deed(_) => String::new(),
        })
    };
    assert_eq!(clock(&incident), None, "no time, no clock");
    incident.write(Field::From, "2026-11-22T18:05").expect("a moment");
    assert_eq!(clock(&incident).as_deref(), Some("+02:00"), "the clock of the device, where no other is named");
    incident.write(Field::TimeZone, "Madrid time").expect("words");
    assert_eq!(clock(&incident).as_deref(), Some("Madrid time"));
    incident.write(Field::From, "").expect("opening a field is allowed");
    incident.write(Field::TimeZone, "").expect("opening a field is allowed");
    incident.record(deed(Act::Locked, "2026-11-22T18:20")).expect("there is room");
    assert_eq!(clock(&incident).as_deref(), Some("+02:00"), "the log has times too");
}

#[test]
fn the_last_place_on_the_map_becomes_a_line_of_the_log_once_it_has_a_time() {
    let mut incident = Incident::default();
    incident.write(Field::SeenAt, "12 Lamb Street").expect("words");
    incident.write(Field::SeenSource, "iCloud").expect("words");
    incident.write(Field::SeenAccuracy, "50 m").expect("words");
    assert_eq!(incident.sighting(), None);
    incident.write(Field::SeenWhen, "2026-11-22T18:40").expect("a moment");
    let deed = incident.sighting().expect("a place and a time");
    let told = [deed.place.as_str(), deed.accuracy.as_str(), deed.note.as_str(), deed.act.slug()];
    assert_eq!(told, ["12 Lamb Street", "50 m", "iCloud", "located"]);
    assert_eq!(deed.at.to_string(), "2026-11-22T18:40");
    incident.write(Field::SeenAt, "").expect("opening a field is allowed");
    assert_eq!(incident.sighting(), None, "a time without a place is no sighting");
}

#[test]
fn the_network_never_needs_the_imei() {
    assert!(!Recipient::Network.requires().contains(&Field::Imei));
    assert!(Recipient::Network.asks().contains(&Field::Imei), "but it is told when known");
}

#[test]
fn a_lost_phone_has_no_thief_and_no_crime_reference() {
    let mut incident = filled();
    incident.write(Field::What, "lost").expect("a choice");
    for recipient in Recipient::ALL.iter().copied() {
        let told = report(&incident, recipient);
        assert!(told.iter().all(|line| !line.field.needs_a_thief()), "{recipient}");
    }
    let lost = Incident::from_triage(&Answers { kind: Kind::Lost, ..Answers::default() });
    assert!(!missing(&lost, Recipient::Insurer).contains(&Field::PoliceReference));
    assert!(!missing(&lost, Recipient::Police).contains(&Field::Force));
    assert!(missing(&Incident::default(), Recipient::Insurer).contains(&Field::PoliceReference));
}

#[test]
fn triage_is_not_asked_again() {
    let answers = Answers { kind: Kind::Robbed, state: State::PasscodeSeen, place: Place::Bus, ..Answers::default() };
    let incident = Incident::from_triage(&answers);
    assert_eq!(incident.kind(), Kind::Robbed);
    assert_eq!(incident.answer(Field::State), Some(&Answer::State(State::PasscodeSeen)));
    assert_eq!(incident.answer(Field::Place), Some(&Answer::Place(Place::Bus)));
    let made = Incident::from_triage(&Answers { make: Make::Pixel, ..Answers::default() });
    assert_eq!(made.phone_answer(0, Field::Make).map(ToString::to_string).as_deref(), Some("Google"));
    assert_eq!(Incident::from_triage(&Answers::default()), Incident::default());
}

#[test]
fn two_phones_are_told_one_after_the_other() {
    let mut incident = Incident::default();
    for (phone, make) in ["Apple", "Samsung"].into_iter().enumerate() {
        incident.write_phone(phone, Field::Make, make).expect("it fits");
        incident.write_phone(phone, Field::Colour, "blue").expect("it fits");
    }
    let lines: Vec<(Field, Option<usize>)> =
        report(&incident, Recipient::Police).iter().map(|line| (line.field, line.phone)).collect();
    assert_eq!(
        lines,
        [(Field::Make, Some(0)), (Field::Colour, Some(0)), (Field::Make, Some(1)), (Field::Colour, Some(1))]
    );
    assert!(!missing(&incident, Recipient::Police).contains(&Field::Make));
    incident.write_phone(1, Field::Make, " ").expect("opening a field is allowed");
    assert!(missing(&incident, Recipient::Police).contains(&Field::Make), "one of the two lacks it");
}

#[test]
fn the_log_stands_in_the_order_of_time() {
    let incident = filled();
    let acts: Vec<Act> = report(&incident, Recipient::Evidence)
        .iter()
        .filter_map(|line| if let Says::Deed(deed) = line.says { Some(deed.act) } else { None })
        .collect();
    assert_eq!(acts, [Act::Locked, Act::BankTold]);
}

#[test]
fn what_does_not_fit_is_refused_and_the_draft_stays() {
    let mut incident = filled();
    let before = incident.clone();
    let long = "x".repeat(61);
    for (field, typed, why) in [
        (Field::Policy, long.as_str(), Refusal::TooLong { longest: 60, found: 61 }),
        (Field::From, "yesterday", Refusal::NotAMoment),
        (Field::From, "2026-02-30", Refusal::NotAMoment),
        (Field::Force, "maybe", Refusal::NotAChoice),
        (Field::What, "Stolen", Refusal::NotAChoice),
        (Field::Make, "Apple", Refusal::WrongPlace),
        (Field::Done, "rang the bank", Refusal::WrongPlace),
    ] {
        assert_eq!(incident.write(field, typed), Err(why), "{field}");
    }
    assert_eq!(incident.write_phone(0, Field::Where, "here"), Err(Refusal::WrongPlace));
    assert_eq!(incident.write_phone(2, Field::Make, "Apple"), Err(Refusal::NoRoom));
    assert_eq!(incident, before);
}

#[test]
fn lengths_are_counted_in_characters_to_the_last_one() {
    let mut incident = Incident::default();
    for field in Field::ALL.iter().copied() {
        let Shape::Words(longest) = field.shape() else { continue };
        let mut write = |text: &str| {
            if field.is_about_the_phone() { incident.write_phone(0, field, text) } else { incident.write(field, text) }
        };
        assert_eq!(write(&"é".repeat(longest)), Ok(()), "{field}");
        assert_eq!(write(&"é".repeat(longest + 1)), Err(Refusal::TooLong { longest, found: longest + 1 }), "{field}");
    }
}

#[test]
fn phones_and_log_have_an_end() {
    let mut incident = Incident::default();
    for phone in 0..Incident::MOST_PHONES {
        assert_eq!(incident.write_phone(phone, Field::Make, "Apple"), Ok(()));
    }
    assert_eq!(incident.write_phone(Incident::MOST_PHONES, Field::Make, "Apple"), Err(Refusal::NoRoom));
    for minute in 0..Incident::MOST_DEEDS {
        assert_eq!(incident.record(deed(Act::Other, &format!("2026-11-22T18:{minute:02}"))), Ok(()));
    }
    assert_eq!(incident.record(deed(Act::Other, "2026-11-22T18:00")), Ok(()), "the very same line is written once");
    assert_eq!(incident.log().len(), Incident::MOST_DEEDS);
    assert_eq!(incident.record(deed(Act::Other, "2026-11-22")), Err(Refusal::NoRoom));
    assert_eq!(incident.add_phone(), Err(Refusal::NoRoom));
    incident.remove_phone(0);
    incident.strike(0);
    assert_eq!((incident.phones(), incident.log().len()), (Incident::MOST_PHONES - 1, Incident::MOST_DEEDS - 1));
}

#[test]
fn a_stored_draft_comes_back_through_the_gate() {
    let mut incident = filled();
    incident.write_phone(1, Field::Make, "").expect("a phone of which nothing is known");
    incident.set_clock("-03:30".parse().expect("a clock"));
    let text = serde_json::to_string(&incident).expect("a draft is plain values");
    assert_eq!(serde_json::from_str::<Incident>(&text).expect("it was just written"), incident);
    for broken in [
        r#"{"event":{"from":"soon"}}"#,
        r#"{"event":{"make":"Apple"}}"#,
        r#"{"event":{"shoe_size":"42"}}"#,
        r#"{"phones":[{},{},{},{},{},{},{}]}"#,
        r#"{"log":[{"act":"locked","at":"2026-13-01"}]}"#,
        r#"{"clock":"London"}"#,
        r#"{"events":{}}"#,
    ] {
        assert!(serde_json::from_str::<Incident>(broken).is_err(), "{broken}");
    }
}

#[test]
fn debug_tells_nothing_that_was_typed() {
    let incident = filled();
    let reports: Vec<_> = Recipient::ALL.iter().map(|recipient| report(&incident, *recipient)).collect();
    let shown = format!("{incident:?} {reports:?} {:?}", incident.log());
    for secret in ["needle", "2026", "18:05", "Robbed", "robbed"] {
        assert!(!shown.contains(secret), "{secret}");
    }
}

#[test]
fn everything_a_report_can_hold_has_its_words() {
    let content = content::load().expect("the content is sound");
    let page: serde_json::Value = content.words(Language::English).page("report").expect("the page is written");
    let said = |path: &[&str]| {
        let text = path.iter().try_fold(&page, |value, key| value.get(key)).and_then(serde_json::Value::as_str);
        assert!(text.is_some_and(|text| !text.is_empty()), "{path:?}");
    };
    for field in Field::ALL {
        for key in ["label", "ask", "missing"] {
            said(&["field", field.slug(), key]);
        }
    }
    for recipient in Recipient::ALL {
        for key in ["title", "use", "opening", "closing"] {
            said(&["recipient", recipient.slug(), key]);
        }
    }
    for act in Act::ALL {
        said(&["act", act.slug()]);
    }
    for part in Part::ALL {
        said(&["part", part.slug()]);
    }
    for (list, known) in [
        ("part", Part::ALL.len()),
        ("field", Field::ALL.len()),
        ("recipient", Recipient::ALL.len()),
        ("act", Act::ALL.len()),
    ] {
        assert_eq!(page[list].as_object().map(serde_json::Map::len), Some(known), "words that nothing uses: {list}");
    }
}
