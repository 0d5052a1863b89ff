//! Copies that people keep as files: every format that ever shipped opens for ever, and no file does harm.
//!
//! `fixtures/copies/copy-v1.json` was saved by the first version; `copy-v1-record-v3.json` is the same file round a record of
//! the third. They are never written again: a change that cannot open them breaks the promise to everybody who kept one.

use std::fs;

use domain::change::Change;
use domain::copy::{self, Copy, FORMAT, LARGEST};
use domain::detail::Detail;
use domain::import::unreadable::Unreadable;
use domain::import::{self, Import};
use domain::moment::Moment;
use domain::record::Record;
use domain::saved;
use proptest::prelude::*;
use tests::checksum::crc32;
use tests::envelope::copy_around as around;
use tests::given::{any_record, family, phone, record};
use tests::notation::Json;
use tests::released::family_with_a_plan;
use tests::source::root;

fn golden(name: &str) -> String {
    let path = root().join("tests/fixtures/copies").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn day(text: &str) -> Moment {
    text.parse().expect("a day")
}

fn made() -> Moment {
    day("2026-11-22")
}

fn saved() -> String {
    copy::save::<Json>(&family(), made()).expect("JSON writes it")
}

fn open(bytes: impl AsRef<[u8]>) -> Result<Copy, Unreadable> {
    let outcome = copy::open::<Json>(bytes.as_ref());
    // What a person picks is read by the other door, which must say the same of every copy.
    if !matches!(outcome, Err(Unreadable::Locked | Unreadable::TooLarge { .. })) {
        assert_eq!(import::read::<Json>(bytes.as_ref()), outcome.clone().map(Import::Copy));
    }
    outcome
}

fn refused(bytes: impl AsRef<[u8]>) -> Unreadable {
    open(bytes).expect_err("it is not to be opened")
}

/// The text of the family's record.
fn body() -> String {
    let parts: serde_json::Value = serde_json::from_str(&saved()).expect("a copy is JSON");
    parts["body"].as_str().expect("a text").to_owned()
}

#[test]
fn every_released_version_opens_with_everything_in_it() {
    let opened = open(golden("copy-v1.json")).expect("it was saved by this site");
    assert_eq!(opened, Copy { record: family(), made: Some(made()) });
    let opened = open(golden("copy-v1-record-v3.json")).expect("it was saved by this site");
    assert_eq!(opened, Copy { record: family_with_a_plan(), made: Some(made()) });
}

#[test]
fn this_version_is_what_it_was() {
    // Only the program's own version may differ from release to release, and with it the checksum.
    let without_app = |text: &str| {
        let mut parts: serde_json::Value = serde_json::from_str(text).expect("a copy is JSON");
        let parts = parts.as_object_mut().expect("a table");
        assert!(parts.remove("app").is_some_and(|app| app.as_str().is_some_and(|app| app.starts_with("Ringfence "))));
        assert!(parts.remove("checksum").is_some_and(|sum| sum.is_u64()));
        parts.clone()
    };
    let name = format!("copy-v{}-record-v{}.json", copy::VERSION, saved::VERSION);
    let now = copy::save::<Json>(&family_with_a_plan(), made()).expect("JSON writes it");
    let (now, then) = (without_app(&now), without_app(&golden(&name)));
    assert_eq!(now, then, "what is written changed: raise a VERSION and keep the old file beside a new one");
}

#[test]
fn a_stranger_can_read_it() {
    // As docs/formats.md tells: two texts, one inside the other, and a checksum over the parts.
    let parts: serde_json::Value = serde_json::from_str(&saved()).expect("a copy is JSON");
    let named = ["format", "version", "made", "app", "record", "body"].map(|name| &parts[name]);
    let lines = named.map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned));
    assert_eq!(parts["checksum"].as_u64(), Some(u64::from(crc32(lines.join("\n").as_bytes()))));
    let inside: serde_json::Value = serde_json::from_str(&lines[5]).expect("the body is JSON");
    assert_eq!(inside["phones"]["1"]["numbers"][0], "352099001761481");
    assert_eq!(inside["phones"]["1"]["nickname"], "Zoë’s blue phone");
}

#[test]
fn the_same_record_is_the_same_file() {
    let other = record(family().phones().map(|(_, phone)| Change::Add(phone.clone())));
    assert_eq!(saved(), saved());
    assert_ne!(copy::save::<Json>(&other, made()), Some(saved()), "another record is another file");
    // Read and saved again, it is the same to the byte.
    let again = open(saved()).expect("it opens").record;
    assert_eq!(copy::save::<Json>(&again, made()), Some(saved()));
}

#[test]
fn the_largest_record_is_small_enough() {
    // Quotation marks grow most: each is escaped twice.
    let lines: Vec<(Detail, String)> = Detail::ALL.iter().map(|line| (*line, "\"".repeat(line.longest()))).collect();
    let lines: Vec<(Detail, &str)> = lines.iter().map(|(line, words)| (*line, words.as_str())).collect();
    let phones = (0..50).map(|number| Change::Add(phone(&[&format!("99000000{number:06}")], &lines)));
    let full = record(phones);
    assert_eq!(full.phones().count(), Record::MOST_PHONES);
    let text = copy::save::<Json>(&full, made()).expect("small enough");
    assert!(text.len() < LARGEST / 2, "{} bytes", text.len());
    assert_eq!(open(text).map(|copy| copy.record), Ok(full));
}

#[test]
fn a_record_that_left_the_store_as_it_lay_opens_too() {
    let stored = saved::seal::<Json>(&family(), 41).expect("JSON writes it");
    assert_eq!(open(&stored), Ok(Copy { record: family(), made: None }));
    let first = fs::read_to_string(root().join("tests/fixtures/saved/record-v1.json")).expect("the first version");
    assert!(open(&first).is_ok_and(|copy| copy.record.phones().count() == 2));
    assert_eq!(refused(stored.replacen("\"v\":3", "\"v\":4", 1)), Unreadable::Newer);
    assert_eq!(refused(stored.replacen("EE", "O2", 1)), Unreadable::Damaged);
}

#[test]
fn row_33_size_is_looked_at_before_anything_else() {
    let too_large = Unreadable::TooLarge { most: LARGEST };
    let spaces = |length: usize| saved() + &" ".repeat(length - saved().len());
    assert!(open(spaces(LARGEST)).is_ok());
    assert_eq!(refused(spaces(LARGEST + 1)), too_large);
    assert_eq!(refused(vec![b'['; LARGEST + 1]), too_large, "whatever is in it");
    assert_eq!(
        import::read::<Json>(&vec![0; import::LARGEST + 1]),
        Err(Unreadable::TooLarge { most: import::LARGEST })
    );
    for empty in ["", " \r\n\t", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(refused(empty), Unreadable::Empty, "{empty:?}");
    }
}

#[test]
fn row_34_brackets_within_brackets_end_early() {
    for bomb in ["[".repeat(100_000), "{\"a\":".repeat(100_000), format!("{FORMAT}{}", "[{".repeat(50_000))] {
        assert_eq!(refused(&bomb), Unreadable::TooDeep);
        assert_eq!(refused(around("2026-11-22", saved::VERSION, &bomb)), Unreadable::TooDeep, "inside, too");
    }
    // Within quotation marks they are only signs.
    let text = phone(&[], &[(Detail::Notes, &"[{\"\\".repeat(100))]);
    let kept = record([Change::Add(text)]);
    assert_eq!(open(copy::save::<Json>(&kept, made()).expect("small")).map(|copy| copy.record), Ok(kept));
    // Were the look ahead ever left out, the reader behind it still gives up by itself.
    assert!(serde_json::from_str::<serde_json::Value>(&"[".repeat(100_000)).is_err_and(|error| !error.is_eof()));
}

#[test]
fn row_35_names_that_mean_something_elsewhere_are_unknown_names() {
    for name in ["__proto__", "constructor", "toString", "hasOwnProperty", "", "Format", "format\\u0000"] {
        let outside = saved().replacen("\"version\"", &format!("\"{name}\":{{}},\"version\""), 1);
        assert_eq!(refused(outside), Unreadable::NameUnknown, "{name}");
        let inside = body().replacen("{\"", &format!("{{\"{name}\":{{}},\""), 1);
        assert_eq!(refused(around("2026-11-22", saved::VERSION, &inside)), Unreadable::BrokenRule, "{name}");
    }
}

#[test]
fn row_36_what_is_odd_is_named() {
    let with = |from: &str, to: &str| {
        assert!(saved().contains(from), "{from}");
        refused(saved().replacen(from, to, 1))
    };
    let table = [
        ("\"version\":1", "\"version\":1,\"version\":1", Unreadable::NameTwice),
        ("\"version\":1", "\"version\":2", Unreadable::Newer),
        ("\"version\":1", "\"version\":4294967295", Unreadable::Newer),
        ("\"version\":1", "\"version\":0", Unreadable::Wrong("version")),
        ("\"version\":1", "\"version\":-1", Unreadable::Wrong("version")),
        ("\"version\":1", "\"version\":1.0", Unreadable::Wrong("version")),
        ("\"version\":1", "\"version\":\"1\"", Unreadable::Wrong("version")),
        ("\"version\":1", "\"version\":18446744073709551616", Unreadable::Wrong("version")),
        ("\"version\":1", "\"version\":1e999", Unreadable::Malformed),
        ("\"version\":1,", "", Unreadable::Missing("version")),
        ("\"record\":3", "\"record\":-1", Unreadable::Wrong("record")),
        ("\"made\":\"2026-11-22\"", "\"made\":20261122", Unreadable::Wrong("made")),
        ("\"made\":\"2026-11-22\"", "\"made\":\"2026-11-23\"", Unreadable::Damaged),
        ("\"body\":\"", "\"body\":\"\\ud800", Unreadable::Malformed),
        ("\"body\":\"", "\"body\":\"\\u0000", Unreadable::Damaged),
        ("blue phone", "blue fone", Unreadable::Damaged),
        (FORMAT, "someone-elses-copy", Unreadable::NotOurs),
        ("{", "[{", Unreadable::Malformed),
    ];
    for (from, to, expected) in table {
        assert_eq!(with(from, to), expected, "{to}");
    }
    assert_eq!(with(",\"body\"", ",\"bo"), Unreadable::Malformed);
    let half = &saved()[..saved().len() / 2];
    assert_eq!(refused(half), Unreadable::CutShort);
    let doubled = body().replacen("\"nickname\"", "\"nickname\":\"Ann\",\"nickname\"", 1);
    assert_eq!(refused(around("2026-11-22", saved::VERSION, &doubled)), Unreadable::NameTwice);
    assert_eq!(refused(around("2026-02-30", saved::VERSION, &body())), Unreadable::Wrong("made"));
    assert_eq!(refused(around("2026-11-22", saved::VERSION + 1, &body())), Unreadable::Newer);
    assert_eq!(refused(around("2026-11-22", 1, &body())), Unreadable::Wrong("record"), "none ever left like that");
    for (from, to) in [("352099001761481", "35209900176"), ("\"done\"", "\"maybe\""), ("\"1\":", "\"4294967295\":")] {
        let broken = body().replacen(from, to, 1);
        assert_eq!(refused(around("2026-11-22", saved::VERSION, &broken)), Unreadable::BrokenRule, "{to}");
    }
    assert!(open(around("2026-11-22", saved::VERSION, &body())).is_ok(), "the frame of these tests is sound");
}

#[test]
fn row_37_what_editors_and_mailers_do_to_a_text() {
    let family = Ok(family());
    let read = |bytes: &[u8]| open(bytes).map(|copy| copy.record);
    assert_eq!(read(format!("\u{feff}{}", saved()).as_bytes()), family, "a byte order mark");
    assert_eq!(read(saved().replacen(",\"version\"", ",\r\n\t\"version\"", 1).as_bytes()), family, "CRLF");
    assert_eq!(refused(saved().replacen(",\"version\"", ",\u{a0}\"version\"", 1)), Unreadable::Malformed, "NBSP");
    let units: Vec<u16> = saved().encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for utf16 in [&little, &big, &[&[0xff, 0xfe], &little[..]].concat(), &[&[0xfe, 0xff], &big[..]].concat()] {
        assert_eq!(refused(utf16), Unreadable::Utf16);
    }
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n"), Unreadable::NotText);
    assert_eq!(refused(b"%PDF-1.7"), Unreadable::NotOurs);
    for other in ["null", "[]", "{}", "12", "<!doctype html>", "{\"phones\":[]}", "{\"format\":7}", "Dear Sir", "{"] {
        assert_eq!(refused(other), Unreadable::NotOurs, "{other}");
    }
}

#[test]
fn row_38_many_things_are_too_many() {
    let phones = |count: usize| (1..=count).map(|place| format!("\"{place}\":{{\"numbers\":[]}}")).collect::<Vec<_>>();
    let body = |count: usize| {
        let phones = phones(count).join(",");
        format!("{{\"rev\":0,\"next\":9999,\"phones\":{{{phones}}},\"ticks\":{{}},\"away\":[],\"chosen\":[]}}")
    };
    let of = |count: usize| {
        open(around("2026-11-22", saved::VERSION, &body(count))).map(|copy| copy.record.phones().count())
    };
    assert_eq!(of(50), Ok(50));
    assert_eq!(of(51), Err(Unreadable::TooManyPhones { most: 50, found: 51 }));
    assert_eq!(of(9_000), Err(Unreadable::TooManyPhones { most: 50, found: 9_000 }));
    let too_large = Unreadable::TooLarge { most: LARGEST };
    assert_eq!(refused(around("2026-11-22", saved::VERSION, &body(1_000_000))), too_large);
    assert_eq!(refused(around("2026-11-22", saved::VERSION, &"x".repeat(10_000_000))), too_large);
    let long = body(1).replacen("\"numbers\":[]", &format!("\"nickname\":\"{}\"", "x".repeat(61)), 1);
    assert_eq!(refused(around("2026-11-22", saved::VERSION, &long)), Unreadable::BrokenRule);
}

#[test]
fn a_flipped_or_missing_byte_is_never_believed() {
    let ours = saved();
    let kept = open(&ours).expect("it opens");
    // A space between two names of JSON says nothing; everything else is found.
    let harmless = |bytes: &[u8], what: &str| {
        if let Ok(opened) = copy::open::<Json>(bytes) {
            assert_eq!(opened, kept, "{what}");
        }
    };
    for place in 0..ours.len() {
        for bit in 0..8 {
            let mut bytes = ours.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            harmless(&bytes, &format!("bit {bit} of byte {place}"));
        }
        let mut bytes = ours.clone().into_bytes();
        bytes.remove(place);
        harmless(&bytes, &format!("without byte {place}"));
        assert!(open(&ours.as_bytes()[..place]).is_err(), "cut at byte {place}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_saved_opens_again(kept in any_record(8), day in "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])") {
        let made: Moment = day.parse().expect("a day");
        let text = copy::save::<Json>(&kept, made).expect("small enough");
        prop_assert_eq!(open(&text), Ok(Copy { record: kept, made: Some(made) }));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        prop_assert!(open(&bytes).is_err());
    }

    #[test]
    fn no_text_makes_it_panic(text in "[\\[\\]{}\":,0-9eE.\\\\ a-z-]{0,80}", place in 0_usize..2000, length in 0_usize..40) {
        prop_assert!(open(&text).is_err());
        // Put into a sound file, it opens only where it changes nothing.
        let ours = saved();
        let place = ours.floor_char_boundary(place % ours.len());
        let end = ours.ceil_char_boundary((place + length).min(ours.len()));
        let spoilt = format!("{}{text}{}", &ours[..place], &ours[end..]);
        if let Ok(opened) = open(&spoilt) {
            prop_assert_eq!(opened, open(&ours).expect("it opens"));
        }
    }
}
