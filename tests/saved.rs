//! Records that lie in somebody's browser: every format that ever shipped opens for ever, and damage is never believed.
//!
//! `fixtures/saved/record-v1.json` was written by the first version. It is never written again: a change that cannot open
//! it breaks the promise to everybody who kept a phone.

use std::fs;

use domain::change::Change;
use domain::kept_number::KeptNumber;
use domain::phone::{Phone, PhoneId};
use domain::platform::Platform;
use domain::record::Record;
use domain::saved::{FORMAT, Notation as _, Opened, Unopened, VERSION, open, seal};
use domain::step::StepId;
use domain::text::Text;
use domain::tick::Tick;
use proptest::prelude::*;
use tests::notation::Json;
use tests::source::root;

fn golden() -> String {
    let path = root().join("tests/fixtures/saved/record-v1.json");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn opened(text: &str) -> Opened {
    open::<Json>(text).expect("it was sealed by this site")
}

/// What the first version kept, written with today's types.
fn kept_by_the_first_version() -> Opened {
    let mut blue = Phone::default()
        .with_numbers(vec![number("352099001761481"), number("490154203237518")])
        .expect("a phone has up to four numbers");
    blue.nickname = text("Zoë’s blue phone");
    blue.platform = Some(Platform::Iphone);
    blue.model = text("iPhone 15 Pro");
    blue.colour = text("blue");
    blue.network = text("EE");
    blue.serial = text("F2LXJ7QPQ1");
    blue.notes = text("Scratch on the back.\nReceipt: \"shoe box\" \\ top shelf");
    let mut old = Phone::default().with_numbers(vec![number("35209900?761482")]).expect("one number");
    old.platform = Some(Platform::OtherAndroid);
    let mut record = Record::default();
    let changes = [
        Change::Add(blue),
        Change::Add(old),
        Change::Mark(StepId::new("iphone-find-my"), Some(Tick::Done)),
        Change::Mark(StepId::new("iphone-sim-pin"), Some(Tick::NotNow)),
        Change::Mark(StepId::new("other-android-remote-lock"), Some(Tick::NotOnMyPhone)),
    ];
    for change in changes {
        record.apply(change).expect("the record allows it");
    }
    Opened { record, revision: 41 }
}

fn number(digits: &str) -> KeptNumber {
    digits.parse().expect("a number to keep")
}

fn text<const LONGEST: usize>(words: &str) -> Text<LONGEST> {
    words.try_into().expect("short enough")
}

#[test]
fn the_first_version_opens_field_by_field() {
    let Opened { record, revision } = opened(&golden());
    assert_eq!(revision, 41);
    let phones: Vec<(String, &Phone)> = record.phones().map(|(id, phone)| (id.to_string(), phone)).collect();
    let [(first, blue), (second, old)] = phones.as_slice() else { panic!("two phones") };
    assert_eq!((first.as_str(), second.as_str()), ("1", "2"));

    let [one, two] = blue.numbers() else { panic!("two numbers") };
    assert_eq!((one.as_str(), one.checked().is_some()), ("352099001761481", true));
    assert_eq!((two.as_str(), two.checked().is_some()), ("490154203237518", true));
    assert_eq!(blue.nickname.as_str(), "Zoë’s blue phone");
    assert_eq!(blue.platform, Some(Platform::Iphone));
    assert_eq!(blue.model.as_str(), "iPhone 15 Pro");
    assert_eq!(blue.colour.as_str(), "blue");
    assert_eq!(blue.network.as_str(), "EE");
    assert_eq!(blue.serial.as_str(), "F2LXJ7QPQ1");
    assert_eq!(blue.notes.as_str(), "Scratch on the back.\nReceipt: \"shoe box\" \\ top shelf");

    let [doubtful] = old.numbers() else { panic!("one number") };
    assert_eq!((doubtful.as_str(), doubtful.checked()), ("35209900?761482", None));
    assert_eq!(old.platform, Some(Platform::OtherAndroid));
    let open = [&old.nickname, &old.model, &old.network].map(Text::as_str);
    assert_eq!((open, old.colour.as_str(), old.serial.as_str(), old.notes.as_str()), ([""; 3], "", "", ""));

    for (step, tick) in [
        ("iphone-find-my", Some(Tick::Done)),
        ("iphone-sim-pin", Some(Tick::NotNow)),
        ("other-android-remote-lock", Some(Tick::NotOnMyPhone)),
        ("iphone-hide-previews", None),
    ] {
        assert_eq!(record.tick(&step.parse().expect("a step's name")), tick, "{step}");
    }
}

#[test]
fn the_first_version_is_what_it_was() {
    assert_eq!(opened(&golden()), kept_by_the_first_version());
    if VERSION == 1 {
        let sealed = seal::<Json>(&kept_by_the_first_version()).expect("JSON writes it");
        assert_eq!(sealed, golden(), "what is written changed: raise VERSION and keep the old file beside the new one");
    }
}

#[test]
fn a_newer_version_is_left_alone() {
    let ours = golden();
    for (label, version) in [("\"v\":2", 2), ("\"v\":4294967295", u32::MAX)] {
        let newer = ours.replacen("\"v\":1", label, 1);
        assert_eq!(open::<Json>(&newer), Err(Unopened::Newer { version }));
    }
    let unlike = format!("{{\"format\":\"{FORMAT}\",\"v\":9,\"boxes\":[{{}}]}}");
    assert_eq!(open::<Json>(&unlike), Err(Unopened::Newer { version: 9 }), "whatever else a newer one says");
}

#[test]
fn what_is_not_ours_is_not_taken_for_empty() {
    let ours = golden();
    let broken = [
        String::new(),
        "null".into(),
        "{}".into(),
        "[]".into(),
        "<!DOCTYPE html>".into(),
        "{\"phones\":{},\"ticks\":{}}".into(),
        ours.replacen(FORMAT, "somebody-else", 1),
        ours.replacen("\"v\":1", "\"v\":0", 1),
        ours.replacen("\"v\":1", "\"v\":-1", 1),
        ours.replacen("\"v\":1", "\"v\":4294967296", 1),
        ours.replacen("\"rev\"", "\"more\":0,\"rev\"", 1),
        format!("{ours}{ours}"),
        format!("[{ours}]"),
    ];
    for text in broken {
        assert_eq!(open::<Json>(&text), Err(Unopened::Damaged), "{text}");
    }
}

/// A well-sealed envelope round a body that breaks a rule of the record.
fn sealed_badly(from: &str, to: &str) -> String {
    let body = Json::write(&kept_by_the_first_version().record).expect("JSON writes it");
    assert!(body.contains(from), "{from} is not in {body}");
    let body = body.replace(from, to);
    let sum = crc32(body.as_bytes());
    serde_json::json!({ "format": FORMAT, "v": 1, "rev": 41, "sum": sum, "body": body }).to_string()
}

/// CRC-32 once more, so that the seal is checked by other code than its own.
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

#[test]
fn a_good_seal_does_not_open_what_no_gate_lets_in() {
    assert_eq!(
        open::<Json>(&sealed_badly("\"EE\"", "\"O2\"")).map(|opened| opened.revision),
        Ok(41),
        "the seal is good"
    );
    let long = format!("\"{}\"", "x".repeat(61));
    for (from, to) in [
        ("352099001761481", "35209900176"),
        ("\"EE\"", long.as_str()),
        ("\"done\"", "\"perhaps\""),
        ("\"iphone\"", "\"windows-phone\""),
        ("iphone-find-my", "iPhone Find My"),
        ("\"colour\"", "\"color\""),
        ("\"phones\"", "\"telephones\""),
    ] {
        assert_eq!(open::<Json>(&sealed_badly(from, to)), Err(Unopened::Damaged), "{to}");
    }
}

/// Text that is not the record is never opened as something else than the record.
fn harmless(text: &str, kept: &Opened, what: &str) {
    match open::<Json>(text) {
        // Only the count of changes lies outside the checksum, and a space between two names of JSON says nothing.
        Ok(opened) => assert_eq!(opened.record, kept.record, "{what}"),
        Err(Unopened::Newer { version }) => assert!(version > VERSION, "{what}"),
        Err(Unopened::Damaged) => {}
    }
}

#[test]
fn a_flipped_or_missing_byte_is_never_believed() {
    let ours = golden();
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

fn phone() -> impl Strategy<Value = Phone> {
    let numbers = prop::collection::vec("[0-9]{14,16}", 1..=4);
    let platform = prop::option::of(prop::sample::select(Platform::ALL));
    (numbers, platform, prop::array::uniform4(".{0,40}"), ".{0,500}").prop_map(|(numbers, platform, texts, notes)| {
        let numbers = numbers.iter().map(|digits| number(digits)).collect();
        let mut phone = Phone::default().with_numbers(numbers).expect("at most four");
        phone.platform = platform;
        phone.nickname = text(&texts[0]);
        phone.model = text(&texts[1]);
        phone.colour = text(&texts[2]);
        phone.serial = text(&texts[3]);
        phone.notes = text(&notes);
        phone
    })
}

fn change() -> impl Strategy<Value = Change> {
    let step = "[a-z]([a-z0-9]|-[a-z0-9]){0,20}".prop_map(|name| name.parse::<StepId>().expect("a step's name"));
    let id = (1_u32..6).prop_map(|id| id.to_string().parse::<PhoneId>().expect("a place"));
    prop_oneof![
        phone().prop_map(Change::Add),
        (id.clone(), phone()).prop_map(|(id, phone)| Change::Edit(id, phone)),
        id.prop_map(Change::Remove),
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
        let kept = Opened { record, revision };
        let sealed = seal::<Json>(&kept).expect("JSON writes it");
        prop_assert_eq!(open::<Json>(&sealed), Ok(kept));
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        prop_assert_eq!(open::<Json>(&text), Err(Unopened::Damaged));
    }
}
