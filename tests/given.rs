//! Records to test with: one with everything in it, and any that a person could make.
//!
//! What is kept is made as the site makes it, by changes, so that no test stands on a record that cannot be.

use domain::change::Change;
use domain::choice::Choice;
use domain::detail::{Detail, MedicalId};
use domain::kept_number::KeptNumber;
use domain::phone::Phone;
use domain::platform::Platform;
use domain::record::Record;
use domain::step::StepId;
use domain::tick::Tick;
use proptest::prelude::*;

/// A number as it is kept.
///
/// # Panics
/// When it is none.
pub fn number(digits: &str) -> KeptNumber {
    digits.parse().unwrap_or_else(|error| panic!("{digits}: {error}"))
}

/// A phone with these numbers and these lines.
///
/// # Panics
/// When no phone can have them.
pub fn phone(numbers: &[&str], lines: &[(Detail, &str)]) -> Phone {
    let numbers = numbers.iter().map(|digits| number(digits)).collect();
    let phone = Phone::default().with_numbers(numbers).expect("at most four numbers");
    lines.iter().fold(phone, |phone, (detail, words)| phone.with(*detail, words).expect("a line that holds it"))
}

/// The record after these changes; what it refuses is left out.
pub fn record(changes: impl IntoIterator<Item = Change>) -> Record {
    let mut record = Record::default();
    for change in changes {
        let _ = record.apply(change);
    }
    record
}

/// Two phones and three ticks, with every kind of letter that travels badly.
pub fn family() -> Record {
    let mut blue = phone(
        &["352099001761481", "490154203237518"],
        &[
            (Detail::Nickname, "Zoë’s blue phone"),
            (Detail::Model, "iPhone 15 Pro"),
            (Detail::Colour, "blue"),
            (Detail::Capacity, "256 GB"),
            (Detail::Network, "EE"),
            (Detail::Serial, "F2LXJ7QPQ1"),
            (Detail::Eid, "8904 9032 1234 5123 4512 3456 7890 1235"),
            (Detail::Policy, "P-0001/ü"),
            (Detail::Notes, "Scratch on the back.\nReceipt: \"shoe box\" \\ top shelf 📦"),
        ],
    );
    blue.platform = Some(Platform::Iphone);
    blue.medical_id = Some(MedicalId::Done);
    let mut old = phone(&["35209900?761482"], &[]);
    old.platform = Some(Platform::OtherAndroid);
    record([
        Change::Add(blue),
        Change::Add(old),
        Change::Mark(StepId::new("iphone-find-my"), Some(Tick::Done)),
        Change::Mark(StepId::new("iphone-sim-pin"), Some(Tick::NotNow)),
        Change::Mark(StepId::new("other-android-remote-lock"), Some(Tick::NotOnMyPhone)),
    ])
}

/// Any phone. Numbers come from a small stock, so that two phones often share some.
///
/// # Panics
/// When a gate of the domain became narrower than what is made here.
pub fn any_phone() -> impl Strategy<Value = Phone> {
    let stock = [
        "352099001761481",
        "352099001761482",
        "35209900176148",
        "3520990017614823",
        "490154203237518",
        "49015420323751",
        "35209900?761482",
        "356938035643809",
        "868932036356090",
        "990000862471854",
    ];
    let numbers = prop::collection::vec(prop::sample::select(stock.map(number).to_vec()), 0..=4);
    let lines = prop::collection::vec((prop::sample::select(Detail::ALL), "[ab]|.{0,40}"), 0..4);
    let platform = prop::option::of(prop::sample::select(Platform::ALL));
    let medical_id = prop::option::of(prop::sample::select(MedicalId::ALL));
    (numbers, lines, platform, medical_id).prop_map(|(numbers, lines, platform, medical_id)| {
        let phone = Phone::default().with_numbers(numbers).expect("at most four");
        let told = |phone: Phone, (detail, words): (Detail, String)| phone.with(detail, &words).expect("short enough");
        let mut phone = lines.into_iter().fold(phone, told);
        phone.platform = platform;
        phone.medical_id = medical_id;
        phone
    })
}

/// Any record of at most so many phones.
///
/// # Panics
/// When a gate of the domain became narrower than what is made here.
pub fn any_record(most: usize) -> impl Strategy<Value = Record> {
    let step = "[a-f](-[a-f])?".prop_map(|name| name.parse::<StepId>().expect("a step's name"));
    let ticks = prop::collection::vec((step, prop::sample::select(Tick::ALL)), 0..4);
    let chosen = prop::collection::vec(any_choice(), 0..4);
    (prop::collection::vec(any_phone(), 0..=most), ticks, chosen).prop_map(|(phones, ticks, chosen)| {
        let ticks = ticks.into_iter().map(|(step, tick)| Change::Mark(step, Some(tick)));
        let chosen = chosen.into_iter().map(|choice| Change::Choose(choice, true));
        record(phones.into_iter().map(Change::Add).chain(ticks).chain(chosen))
    })
}

/// Any guide that can be chosen.
pub fn any_choice() -> impl Strategy<Value = Choice> {
    prop::sample::select(Choice::all().collect::<Vec<_>>())
}
