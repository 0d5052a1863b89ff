//! Records that lie in somebody's browser: every format that ever shipped opens for ever, and damage is never believed.
//!
//! `fixtures/saved/record-v1.json` was written by the first version, `record-v2.json` by the second, `record-v3.json` by the
//! third. They are never written again: a change that cannot open them breaks the promise to everybody who kept a phone.

use std::fs;

use domain::away::{Away, Way};
use domain::change::Change;
use domain::choice::Choice;
use domain::detail::{Detail, MedicalId};
use domain::guide::GuideId;
use domain::kept_number::KeptNumber;
use domain::phone::{Phone, PhoneId};
use domain::platform::Platform;
use domain::record::Record;
use domain::saved::{FORMAT, Opened, Unopened, VERSION, open, phones, seal, version};
use domain::step::StepId;
use domain::tick::Tick;
use proptest::prelude::*;
use serde_json::{Value, json};
use tests::checksum::crc32;
use tests::given::any_choice;
use tests::notation::Json;
use tests::released::{GUIDES_OF_THE_THIRD, kept_by_the_first, kept_by_the_second, kept_by_the_third};
use tests::source::root;

fn golden(version: u32) -> String {
    let path = root().join(format!("tests/fixtures/saved/record-v{version}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn opened(text: &str) -> Opened {
    open::<Json>(text).expect("it was sealed by this site")
}

fn with_changes(changes: impl IntoIterator<Item = Change>) -> Record {
    let mut record = Record::default();
    for change in changes {
        record.apply(change).expect("the record allows it");
    }
    record
}

fn number(digits: &str) -> KeptNumber {
    digits.parse().expect("a number to keep")
}

#[test]
fn the_first_version_opens_field_by_field() {
    let Opened { record, revision } = opened(&golden(1));
    assert_eq!((revision, version::<Json>(&golden(1))), (41, Some(1)));
    let phones: Vec<(String, &Phone)> = record.phones().map(|(id, phone)| (id.to_string(), phone)).collect();
    let [(first, blue), (second, old)] = phones.as_slice() else { panic!("two phones") };
    assert_eq!((first.as_str(), second.as_str()), ("1", "2"));

    let [one, two] = blue.numbers() else { panic!("two numbers") };
    assert_eq!((one.as_str(), one.checked().is_some()), ("352099001761481", true));
    assert_eq!((two.as_str(), two.checked().is_some()), ("490154203237518", true));
    assert_eq!((blue.platform, blue.medical_id), (Some(Platform::Iphone), None), "nobody said anything is not “no”");
    let lines = [
        (Detail::Nickname, "Zoë’s blue phone"),
        (Detail::Model, "iPhone 15 Pro"),
        (Detail::Colour, "blue"),
        (Detail::Network, "EE"),
        (Detail::Serial, "F2LXJ7QPQ1"),
        (Detail::Notes, "Scratch on the back.\nReceipt: \"shoe box\" \\ top shelf"),
    ];
    for detail in Detail::ALL {
        let line = lines.iter().find(|(known, _)| known == detail).map_or("", |(_, text)| text);
        assert_eq!((blue.detail(*detail), old.detail(*detail)), (line, ""), "{detail}");
    }

    let [doubtful] = old.numbers() else { panic!("one number") };
    assert_eq!((doubtful.as_str(), doubtful.checked()), ("35209900?761482", None));
    assert_eq!(old.platform, Some(Platform::OtherAndroid));

    for (step, tick) in [
        ("iphone-find-my", Some(Tick::Done)),
        ("iphone-sim-pin", Some(Tick::NotNow)),
        ("other-android-remote-lock", Some(Tick::NotOnMyPhone)),
        ("iphone-hide-previews", None),
    ] {
        assert_eq!(record.tick(&step.parse().expect("a step's name")), tick, "{step}");
    }
    assert_eq!((record.away(), record.only_here(), record.steps_done()), (&[][..], 2, 1), "no copy is claimed");
}

#[test]
fn every_released_version_is_what_it_was() {
    assert_eq!(opened(&golden(1)), kept_by_the_first());
    assert_eq!(opened(&golden(2)), kept_by_the_second());
    assert_eq!(opened(&golden(3)), kept_by_the_third());
    let Opened { record, revision } = kept_by_the_third();
    assert_eq!(
        (VERSION, seal::<Json>(&record, revision).expect("JSON writes it")),
        (3, golden(3)),
        "what is written changed: raise VERSION and keep the old file beside the new one"
    );
}

#[test]
fn a_guide_that_was_added_since_raises_the_version() {
    let mut now: Vec<&str> = Choice::all().map(Choice::slug).collect();
    now.sort_unstable();
    now.retain(|name| !GUIDES_OF_THE_THIRD.contains(name));
    assert_eq!((VERSION, now), (3, Vec::new()), "an older page would leave it out of the plan: raise VERSION");
}

#[test]
fn an_older_record_becomes_one_of_this_version_with_nothing_lost() {
    let Opened { mut record, revision } = opened(&golden(1));
    let third = Phone::default().with_numbers(vec![number("356938035643809")]).expect("one number");
    record.apply(Change::Add(third)).expect("there is room");
    let sealed = seal::<Json>(&record, revision + 1).expect("JSON writes it");
    assert_eq!(version::<Json>(&sealed), Some(VERSION));
    let Opened { record, revision } = opened(&sealed);
    let ids: Vec<String> = record.phones().map(|(id, _)| id.to_string()).collect();
    assert_eq!((ids.join(" ").as_str(), revision), ("1 2 3", 42));
}

#[test]
fn a_place_stays_taken_when_its_phone_is_gone() {
    let Opened { mut record, .. } = opened(&golden(2));
    assert_eq!(record.phones().count(), 2, "the third went");
    let again = Phone::default().with_numbers(vec![number("356938035643809")]).expect("one number");
    record.apply(Change::Add(again)).expect("there is room");
    assert_eq!(record.phones().map(|(id, _)| id.to_string()).last().as_deref(), Some("4"));
}

#[test]
fn a_newer_version_is_left_alone() {
    let ours = golden(3);
    for (label, version) in [("\"v\":4", 4), ("\"v\":4294967295", u32::MAX)] {
        let newer = ours.replacen("\"v\":3", label, 1);
        assert_eq!(open::<Json>(&newer), Err(Unopened::Newer { version }));
    }
    let unlike = format!("{{\"format\":\"{FORMAT}\",\"v\":9,\"boxes\":[{{}}]}}");
    assert_eq!(open::<Json>(&unlike), Err(Unopened::Newer { version: 9 }), "whatever else a newer one says");
}

#[test]
fn what_is_not_ours_is_not_taken_for_empty() {
    let mut broken: Vec<String> =
        ["", "null", "{}", "[]", "<!DOCTYPE html>", "{\"phones\":{},\"ticks\":{}}"].map(str::to_owned).to_vec();
    let labelled = [1, 2, 3].map(|version| (golden(version), format!("\"v\":{version}")));
    for (ours, label) in &labelled {
        broken.extend([
            ours.replacen(FORMAT, "somebody-else", 1),
            ours.replacen(label, "\"v\":0", 1),
            ours.replacen(label, "\"v\":-1", 1),
            ours.replacen(label, "\"v\":4294967296", 1),
            ours.replacen("\"sum\"", "\"more\":0,\"sum\"", 1),
            format!("{ours}{ours}"),
            format!("[{ours}]"),
        ]);
        // Each version is read by its own rules: none passes for another.
        let others = labelled.iter().filter(|(_, other)| other != label);
        broken.extend(others.map(|(_, other)| ours.replacen(label, other, 1)));
    }
    broken.push(golden(1).replacen("\"rev\":41,", "", 1));
    broken.push(golden(2).replacen("\"sum\"", "\"rev\":41,\"sum\"", 1));
    for text in broken {
        assert_eq!(open::<Json>(&text), Err(Unopened::Damaged), "{text}");
    }
}

/// A well-sealed envelope round a changed body.
fn sealed_badly(version: u32, change: impl FnOnce(&mut Value)) -> String {
    let mut envelope: Value = serde_json::from_str(&golden(version)).expect("JSON");
    let mut body: Value = serde_json::from_str(envelope["body"].as_str().expect("a body")).expect("JSON");
    change(&mut body);
    let body = body.to_string();
    envelope["sum"] = json!(crc32(body.as_bytes()));
    envelope["body"] = json!(body);
    envelope.to_string()
}

type Breach = (&'static str, fn(&mut Value));

#[test]
fn a_good_seal_does_not_open_what_no_gate_lets_in() {
    for version in [1, 2, 3] {
        assert!(open::<Json>(&sealed_badly(version, |body| body["phones"]["1"]["network"] = json!("O2"))).is_ok());
        let breaches: &[Breach] = &[
            ("a short number", |body| body["phones"]["1"]["numbers"] = json!(["35209900176"])),
            ("too many numbers", |body| {
                let numbers: Vec<String> = (0..5).map(|last| format!("3520990017614{last}")).collect();
                body["phones"]["1"]["numbers"] = json!(numbers);
            }),
            ("a long line", |body| body["phones"]["1"]["network"] = json!("x".repeat(61))),
            ("a line that is no text", |body| body["phones"]["1"]["network"] = json!(7)),
            ("an unknown line", |body| body["phones"]["1"]["color"] = json!("blue")),
            ("an unknown make", |body| body["phones"]["1"]["platform"] = json!("windows-phone")),
            ("an unknown tick", |body| body["ticks"]["iphone-find-my"] = json!("perhaps")),
            ("no step's name", |body| body["ticks"]["iPhone Find My"] = json!("done")),
            ("a place that is no number", |body| body["phones"]["one"] = json!({})),
            ("a phone that is a list", |body| body["phones"]["1"] = json!([])),
            ("something unknown", |body| body["telephones"] = json!({})),
            ("no phones", |body| drop(body.as_object_mut().expect("a table").remove("phones"))),
            ("no ticks", |body| drop(body.as_object_mut().expect("a table").remove("ticks"))),
        ];
        for (breach, change) in breaches {
            assert_eq!(open::<Json>(&sealed_badly(version, change)), Err(Unopened::Damaged), "{version}: {breach}");
        }
    }
    let of_the_first: &[Breach] = &[
        ("a line it did not know", |body| body["phones"]["1"]["eid"] = json!("8904")),
        ("an answer it did not know", |body| body["phones"]["1"]["medical-id"] = json!("done")),
        ("a count inside", |body| body["rev"] = json!(41)),
        ("copies", |body| body["away"] = json!([])),
        ("chosen guides", |body| body["chosen"] = json!([])),
    ];
    let since_the_second: &[Breach] = &[
        ("no count", |body| drop(body.as_object_mut().expect("a table").remove("rev"))),
        ("no next place", |body| drop(body.as_object_mut().expect("a table").remove("next"))),
        ("no copies", |body| drop(body.as_object_mut().expect("a table").remove("away"))),
        ("a next place that is taken", |body| body["next"] = json!(2)),
        ("an answer that is open", |body| body["phones"]["1"]["medical-id"] = json!(null)),
        ("an unknown way", |body| body["away"][0]["way"] = json!("by-pigeon")),
        ("one way twice", |body| body["away"][1]["way"] = body["away"][0]["way"].clone()),
        ("a place never given", |body| body["away"][0]["phones"] = json!([9])),
        ("a place twice", |body| body["away"][0]["phones"] = json!([1, 1])),
        ("no such day", |body| body["away"][0]["on"] = json!("2026-02-30")),
        ("51 phones", |body| {
            body["next"] = json!(99);
            body["phones"] = (1..=51).map(|id: u32| (id.to_string(), json!({ "numbers": [] }))).collect();
        }),
    ];
    let of_the_second: &[Breach] = &[("chosen guides", |body| body["chosen"] = json!([]))];
    let of_the_third: &[Breach] = &[
        ("no chosen guides", |body| drop(body.as_object_mut().expect("a table").remove("chosen"))),
        ("a guide twice", |body| body["chosen"] = json!(["iphone", "iphone"])),
        ("a guide that is no text", |body| body["chosen"] = json!([7])),
        ("no guide's name", |body| body["chosen"] = json!(["My iPhone"])),
        ("a guide that is empty", |body| body["chosen"] = json!([""])),
        ("a table of guides", |body| body["chosen"] = json!({ "iphone": true })),
    ];
    let own_rules =
        [(1, of_the_first), (2, since_the_second), (2, of_the_second), (3, since_the_second), (3, of_the_third)];
    for (version, breaches) in own_rules {
        for (breach, change) in breaches {
            assert_eq!(open::<Json>(&sealed_badly(version, change)), Err(Unopened::Damaged), "{version}: {breach}");
        }
    }
}

#[test]
fn a_guide_that_was_taken_away_since_costs_nobody_a_phone() {
    let chosen = |names: Value| {
        let Opened { record, .. } = opened(&sealed_badly(3, |body| body["chosen"] = names));
        assert_eq!(record.phones().count(), 2);
        let chosen: Vec<&str> = record.chosen().map(Choice::slug).collect();
        assert_eq!(record.is_chosen(GuideId::Platform(Platform::Samsung)), chosen.contains(&"samsung"));
        chosen.join(" ")
    };
    assert_eq!(chosen(json!(["samsung", "windows-phone", "bank"])), "samsung bank");
    // A topic is a guide, and never was one to choose.
    assert_eq!(chosen(json!(["stolen", "bank"])), "bank");
    assert_eq!(chosen(json!([])), "");
}

#[test]
fn a_guide_is_chosen_until_it_is_left_out() {
    let [iphone, bank]: [Choice; 2] = ["iphone", "bank"].map(|name| name.parse().expect("a guide to choose"));
    let twice = with_changes([Change::Choose(bank, true), Change::Choose(iphone, true), Change::Choose(bank, true)]);
    assert!(!twice.is_empty(), "a plan is something kept");
    assert_eq!(twice.chosen().collect::<Vec<_>>(), [iphone, bank]);
    let mut none = twice;
    for choice in [iphone, bank, bank] {
        none.apply(Change::Choose(choice, false)).expect("nothing against it");
    }
    assert_eq!(none, Record::default());
}

/// Text that is not the record is never opened as something else than the record.
fn harmless(text: &str, kept: &Opened, what: &str) {
    match open::<Json>(text) {
        // In the first version the count of changes lies outside the checksum; a space between two names of JSON says
        // nothing.
        Ok(opened) => assert_eq!(opened.record, kept.record, "{what}"),
        Err(Unopened::Newer { version }) => assert!(version > VERSION, "{what}"),
        Err(Unopened::Damaged) => {}
    }
}

#[test]
fn a_flipped_or_missing_byte_is_never_believed() {
    for version in [1, 2, 3] {
        let ours = golden(version);
        let kept = opened(&ours);
        for place in 0..ours.len() {
            for bit in 0..8 {
                let mut bytes = ours.clone().into_bytes();
                bytes[place] ^= 1 << bit;
                harmless(&String::from_utf8_lossy(&bytes), &kept, &format!("bit {bit} of byte {place}"));
            }
            let mut bytes = ours.clone().into_bytes();
            bytes.remove(place);
            harmless(&String::from_utf8_lossy(&bytes), &kept, &format!("without byte {place}"));
            let cut = String::from_utf8_lossy(&ours.as_bytes()[..place]).into_owned();
            assert_eq!(open::<Json>(&cut), Err(Unopened::Damaged), "cut at byte {place}");
        }
    }
}

fn phone() -> impl Strategy<Value = Phone> {
    let numbers = prop::collection::vec("[0-9]{14,16}", 1..=4);
    let platform = prop::option::of(prop::sample::select(Platform::ALL));
    let medical_id = prop::option::of(prop::sample::select(MedicalId::ALL));
    let details = prop::collection::vec((prop::sample::select(Detail::ALL), ".{0,40}"), 0..8);
    (numbers, platform, medical_id, details).prop_map(|(numbers, platform, medical_id, details)| {
        let numbers = numbers.iter().map(|digits| number(digits)).collect();
        let mut phone = Phone::default().with_numbers(numbers).expect("at most four");
        (phone.platform, phone.medical_id) = (platform, medical_id);
        details.iter().fold(phone, |phone, (detail, text)| phone.with(*detail, text).expect("short enough"))
    })
}

fn change() -> impl Strategy<Value = Change> {
    let step = "[a-z]([a-z0-9]|-[a-z0-9]){0,20}".prop_map(|name| name.parse::<StepId>().expect("a step's name"));
    let id = (1_u32..6).prop_map(|id| id.to_string().parse::<PhoneId>().expect("a place"));
    // A copy names phones of the page it was made on, which the record may not have any more.
    let copied = (prop::collection::vec(phone(), 0..4), prop::sample::select(Way::ALL), any::<bool>());
    let copied = copied.prop_map(|(phones, way, dated)| {
        let record = with_changes(phones.into_iter().map(Change::Add));
        Change::Away(Away::of(&record, way, dated.then(|| "2026-11-22".parse().expect("a day"))))
    });
    prop_oneof![
        phone().prop_map(Change::Add),
        (id.clone(), phone(), phone()).prop_map(|(id, from, to)| Change::Amend(id, Box::new(from), to)),
        id.clone().prop_map(Change::Remove),
        (id, phone()).prop_map(|(id, phone)| Change::Restore(id, phone)),
        copied,
        (any_choice(), any::<bool>()).prop_map(|(choice, wanted)| Change::Choose(choice, wanted)),
        (step, prop::option::of(prop::sample::select(Tick::ALL))).prop_map(|(step, tick)| Change::Mark(step, tick)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_kept_opens_again(changes in prop::collection::vec(change(), 0..12), revision: u64) {
        let mut record = Record::default();
        for change in changes {
            // A change that the record refuses leaves it as it was.
            let _ = record.apply(change);
        }
        let sealed = seal::<Json>(&record, revision).expect("JSON writes it");
        prop_assert_eq!(open::<Json>(&sealed), Ok(Opened { record, revision }));
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        prop_assert_eq!(open::<Json>(&text), Err(Unopened::Damaged));
    }
}

#[test]
fn the_phones_alone_are_those_of_the_whole_record_in_every_version() {
    for released in 1..=VERSION {
        let text = golden(released);
        let whole: Vec<Phone> = opened(&text).record.phones().map(|(_, phone)| phone.clone()).collect();
        assert_eq!(phones::<Json>(&text), Ok(whole), "version {released}");
    }
}

#[test]
fn phones_alone_are_not_read_out_of_damage_either() {
    assert_eq!(
        phones::<Json>(&golden(VERSION).replacen("352099001761481", "352099001761499", 1)),
        Err(Unopened::Damaged)
    );
    assert_eq!(phones::<Json>("[]"), Err(Unopened::Damaged));
    let newer = json!({ "format": FORMAT, "v": VERSION + 1, "new": true }).to_string();
    assert_eq!(phones::<Json>(&newer), Err(Unopened::Newer { version: VERSION + 1 }));
}
