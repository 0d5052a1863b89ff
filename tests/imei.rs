//! The number reader against the shared vectors, and against any text at all.
//!
//! The vectors say what people really paste; the properties say what must never happen.

use std::path::PathBuf;

use domain::imei::Imei;
use domain::kept_number::KeptNumber;
use domain::reading::{Outcome, Reading, read};
use domain::repair::Garbled;
use proptest::prelude::*;
use tests::checksum::luhn_sum;
use tests::vector::unescape;

fn rows(file: &str) -> Vec<csv::StringRecord> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/imei").join(file);
    let mut reader = csv::Reader::from_path(path).expect("a fixture");
    reader.records().map(|row| row.expect("a row")).collect()
}

fn shown(reading: &Reading) -> [String; 4] {
    [reading.kind().to_string(), reading.outcome().to_string(), reading.normalised(), reading.reason().to_string()]
}

#[test]
fn every_vector_is_read_as_it_says() {
    let rows = rows("vectors.csv");
    assert_eq!(rows.len(), 257);
    let mut wrong = Vec::new();
    for row in &rows {
        let expected: Vec<&str> = row.iter().skip(1).collect();
        let found = shown(&read(&unescape(&row[0])));
        if found.as_slice() != expected {
            wrong.push(format!("{:?}: {found:?}, not {expected:?}", &row[0]));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn every_repair_is_found() {
    for row in rows("repairs.csv") {
        let garbled: Garbled = row[0].parse().expect("a number that fails");
        let swaps: Vec<String> = garbled.swap_repairs().map(|(_, imei)| imei.to_string()).collect();
        assert_eq!(swaps.join(";"), row[1], "{}", &row[0]);
        assert_eq!(garbled.digit_repairs().iter().collect::<String>(), row[2], "{}", &row[0]);
        assert!(garbled.repairs(&[]).iter().any(|repair| repair.number.as_str() == &row[3]), "{}", &row[0]);
    }
}

#[test]
fn every_placeholder_is_named_and_none_is_an_imei() {
    for row in rows("placeholders.csv") {
        assert_eq!(shown(&read(&row[0])), ["imei", "false", "", "placeholder"], "{}", &row[0]);
        assert!(row[0].parse::<Imei>().is_err());
        assert_eq!(luhn_sum(row[0].as_bytes()).is_multiple_of(10).to_string(), row[1], "{}", &row[0]);
    }
}

/// Screens and boxes as they are pasted: the text, the numbers offered, and whether all is checked.
const SCREENS: &[(&str, &str, &str)] = &[
    (
        "About\nIMEI\n35 209900 176148 1\nIMEI2\n49 015420 323751 8\nEID\n89001012012341234012345678901224\nICCID\n\
         8965880812100011146\nMEID\n35209900176148\nSerial Number\nF2LLD0ABCDEF\niOS Version 17.5.1",
        "352099001761481;490154203237518",
        "true",
    ),
    (
        "IMEI (slot 1)\n352099001761481 / 01\nIMEI (slot 2)\n490154203237518 / 01",
        "352099001761481;490154203237518",
        "true",
    ),
    ("IMEI1 IMEI2\n352099001761481 490154203237518", "352099001761481;490154203237518", "true"),
    ("IMEI1352099001761481", "352099001761481", "true"),
    ("352099001761481IMEI2:490154203237518", "352099001761481;490154203237518", "true"),
    ("IMEI：352099001761481和IMEI2：490154203237518", "352099001761481;490154203237518", "true"),
    ("*#06#\n1. 352099001761481\n2. 490154203237518", "352099001761481;490154203237518", "true"),
    ("• 352099001761481\n• 490154203237518", "352099001761481;490154203237518", "true"),
    ("*352099001761481*", "352099001761481", "true"),
    ("Is it 352099001761481?", "352099001761481", "true"),
    ("+44 7700 900123 352099001761481", "352099001761481", "true"),
    ("iPhone 15 352099001761481", "352099001761481", "true"),
    ("R58N12ABCDE 352099001761481", "352099001761481", "true"),
    ("2024-05-01 10:22 352099001761481", "352099001761481", "true"),
    ("20240501102233 352099001761481", "352099001761481", "true"),
    ("IMEI 3 5 2 0 9 9 0 0 1 7 6 1 4 8 1", "352099001761481", "true"),
    ("IMEI 2 35 209900 176148 1", "352099001761481", "true"),
    ("SVN 05 352099001761481", "352099001761481", "true"),
    ("IMEI SV: 35 209900 176148 23", "352099001761481", "unchecked"),
    ("IMEI1: 352099001761481 IMEI2: 49015420323751", "352099001761481;490154203237518", "unchecked"),
    ("35209900176148, 49015420323751", "352099001761481;490154203237518", "unchecked"),
    ("352099001761481, 490154203237518, 352099001761481 3520990017614823", "352099001761481;490154203237518", "true"),
    ("352099001761481-490154203237518", "352099001761481;490154203237518", "true"),
    ("352099001761482 01712345678", "", "false"),
    ("352,099,001,761,482", "", "false"),
    ("11,948,003,388,128", "", "false"),
    ("IMSI: 352099001761481", "", "false"),
    ("+352099001761481", "", "false"),
    ("①352099001761481", "", "false"),
    ("Bad 35209900176", "", "false"),
];

#[test]
fn whole_screens_are_read() {
    for (text, numbers, outcome) in SCREENS {
        let [_, valid, normalised, _] = shown(&read(text));
        assert_eq!((normalised.as_str(), valid.as_str()), (*numbers, *outcome), "{text}");
    }
}

#[test]
fn each_identifier_lands_in_its_own_field() {
    let reading = read(SCREENS[0].0);
    let neighbours = format!("{:?}", reading.neighbours());
    assert_eq!(neighbours, "[Eid(Eid(..)), Iccid(Iccid(..)), Serial(Serial(..))]");
    let slots: Vec<Option<u8>> = reading.numbers().iter().map(domain::reading::Found::slot).collect();
    assert_eq!(slots, [None, Some(2)]);
}

#[test]
fn no_digit_shows_in_debug() {
    for (text, ..) in SCREENS {
        let shown = format!("{:?}", read(text).numbers());
        assert!(!shown.contains("3520") && !shown.contains("4901"), "{shown}");
    }
}

#[test]
fn a_number_being_typed_is_counted_and_never_checked_early() {
    let whole = "35 209900 176148 1";
    for (end, _) in whole.char_indices().skip(1) {
        let reading = read(&whole[..end]);
        assert_ne!(reading.outcome(), Outcome::Checked, "{}", &whole[..end]);
        assert_eq!(reading.digits(), whole[..end].bytes().filter(u8::is_ascii_digit).count());
    }
}

/// A checked IMEI's fifteen digits.
fn imei() -> impl Strategy<Value = String> {
    let body = proptest::sample::select(vec!["35", "86", "01", "99", "49", "52"]);
    (body, "[0-9]{12}").prop_filter_map("no placeholder", |(body, rest)| {
        let fourteen = format!("{body}{rest}");
        (0..10).map(|digit| format!("{fourteen}{digit}")).find(|number| number.parse::<Imei>().is_ok())
    })
}

/// Text without digits, letters that look like digits, or marks that join, hide or question digits.
fn chatter() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        proptest::sample::select("acdehkmnprtuvwy \n,;:()[]\"!<>@&é的আب".chars().collect::<Vec<_>>()),
        0..30,
    )
    .prop_map(|characters| characters.into_iter().collect())
}

/// Anything that occurs around numbers, thick with digits and separators.
fn soup() -> impl Strategy<Value = String> {
    let signs = "0123456789012345678935499 -./_,'\n\t+?*#:()xXOIlSBFaEIMEIsvn৩٣３²\u{200B}\u{2066}é的"
        .chars()
        .collect::<Vec<_>>();
    proptest::collection::vec(proptest::sample::select(signs), 0..80).prop_map(|signs| signs.into_iter().collect())
}

/// The digits of a text in order, as ASCII.
fn digits_of(text: &str) -> String {
    text.chars().filter_map(domain::digit::value).map(|digit| char::from(b'0' + digit)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let reading = read(&text);
        prop_assert_eq!(read(&text), reading);
    }

    #[test]
    fn whatever_is_offered_passes_and_was_there(text in soup()) {
        let reading = read(&text);
        for found in reading.numbers() {
            if let Some(imei) = found.suggestion() {
                prop_assert!(luhn_sum(imei.as_str().as_bytes()).is_multiple_of(10));
            }
            if found.outcome() == Outcome::Checked {
                let number = found.suggestion().expect("a checked number").to_string();
                prop_assert!(digits_of(&text).contains(&number), "{} in {:?}", number, text);
            }
        }
    }

    #[test]
    fn printing_and_parsing_changes_nothing(number in imei(), typed in "[0-9]{14,16}|[0-9]{7}\\?[0-9]{7}") {
        let imei: Imei = number.parse().expect("a checked number");
        prop_assert_eq!(imei.to_string(), number.clone());
        prop_assert_eq!(imei.groups().concat(), number.clone());
        prop_assert_eq!(read(&imei.groups().join("-")).normalised(), number);
        let kept: KeptNumber = typed.parse().expect("a number to keep");
        prop_assert_eq!(kept.to_string(), typed.clone());
        let text = serde_json::to_string(&kept).expect("text");
        prop_assert_eq!(serde_json::from_str::<KeptNumber>(&text).expect("the same"), kept);
    }

    #[test]
    fn each_wrong_digit_is_refused(number in imei()) {
        for place in 0..15 {
            for digit in b'0'..=b'9' {
                let mut changed = number.clone().into_bytes();
                if changed[place] != digit {
                    changed[place] = digit;
                    let changed = String::from_utf8(changed).expect("digits");
                    prop_assert!(changed.parse::<Imei>().is_err());
                    prop_assert_ne!(read(&changed).outcome(), Outcome::Checked);
                }
            }
        }
    }

    #[test]
    fn words_around_a_number_change_nothing(number in imei(), before in chatter(), behind in chatter()) {
        let text = format!("{before} {number} {behind}");
        let [kind, valid, normalised, _] = shown(&read(&text));
        prop_assert_eq!([kind.as_str(), valid.as_str(), normalised.as_str()], ["imei", "true", number.as_str()]);
    }

    #[test]
    fn words_around_a_wrong_number_never_make_it_good(number in imei(), step in 1_u8..10, before in chatter(), behind in chatter()) {
        let mut wrong = number.into_bytes();
        let last = wrong.last_mut().expect("fifteen digits");
        *last = b'0' + (*last - b'0' + step) % 10;
        let wrong = String::from_utf8(wrong).expect("digits");
        prop_assert_ne!(read(&format!("{before}{wrong}{behind}")).outcome(), Outcome::Checked);
    }

    #[test]
    fn no_window_is_found_in_a_longer_run(number in imei(), before in "[0-9]{0,20}", behind in "[0-9]{1,20}") {
        let run = format!("{before}{number}{behind}");
        // Seventeen digits are a number and its software version; that is no window.
        prop_assume!(run.len() != 17);
        for found in read(&run).numbers() {
            prop_assert_ne!(found.outcome(), Outcome::Checked, "{}", run);
        }
    }

    #[test]
    fn digits_of_any_script_read_the_same(number in imei(), zero in proptest::sample::select(vec!['٠', '۰', '०', '০', '๐', '０', '𝟎'])) {
        let written: String = number.bytes().filter_map(|digit| char::from_u32(u32::from(zero) + u32::from(digit - b'0'))).collect();
        prop_assert_eq!(read(&written).normalised(), number);
    }
}
