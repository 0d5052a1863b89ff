//! What lies in the fixtures of saved records, written with today's types.
//!
//! The files are never written again; here stands what they must mean for ever.

use domain::away::{Away, Way};
use domain::change::Change;
use domain::detail::{Detail, MedicalId};
use domain::phone::PhoneId;
use domain::platform::Platform;
use domain::record::Record;
use domain::saved::Opened;
use domain::step::StepId;
use domain::tick::Tick;

use crate::given::{family, phone, record};

/// The guides that could be chosen when the third version was released.
pub const GUIDES_OF_THE_THIRD: [&str; 24] = [
    "apple",
    "authenticator",
    "bank",
    "email",
    "google",
    "honor",
    "huawei",
    "iphone",
    "meta",
    "microsoft",
    "motorola",
    "network",
    "nothing",
    "oneplus",
    "oppo",
    "other-android",
    "passwords",
    "pixel",
    "realme",
    "samsung",
    "samsung-account",
    "simple",
    "whatsapp",
    "xiaomi",
];

/// What the first version kept.
pub fn kept_by_the_first() -> Opened {
    let mut blue = phone(
        &["352099001761481", "490154203237518"],
        &[
            (Detail::Nickname, "Zoë’s blue phone"),
            (Detail::Model, "iPhone 15 Pro"),
            (Detail::Colour, "blue"),
            (Detail::Network, "EE"),
            (Detail::Serial, "F2LXJ7QPQ1"),
            (Detail::Notes, "Scratch on the back.\nReceipt: \"shoe box\" \\ top shelf"),
        ],
    );
    blue.platform = Some(Platform::Iphone);
    let mut old = phone(&["35209900?761482"], &[]);
    old.platform = Some(Platform::OtherAndroid);
    let record = record([
        Change::Add(blue),
        Change::Add(old),
        Change::Mark(StepId::new("iphone-find-my"), Some(Tick::Done)),
        Change::Mark(StepId::new("iphone-sim-pin"), Some(Tick::NotNow)),
        Change::Mark(StepId::new("other-android-remote-lock"), Some(Tick::NotOnMyPhone)),
    ]);
    Opened { record, revision: 41 }
}

/// What the second version kept: every line filled, a place that is never given again, copies that left.
pub fn kept_by_the_second() -> Opened {
    let lines = Detail::ALL.iter().map(|detail| (*detail, format!("the {detail} – “größe” ৪")));
    let lines: Vec<(Detail, String)> =
        lines.chain([(Detail::Eid, "89049032123451234512345678901235".to_owned())]).collect();
    let lines: Vec<(Detail, &str)> = lines.iter().map(|(detail, words)| (*detail, words.as_str())).collect();
    let mut full = phone(&["352099001761481"], &lines);
    (full.platform, full.medical_id) = (Some(Platform::Samsung), Some(MedicalId::Done));
    let mut bare = phone(&["49015420323751"], &[]);
    bare.medical_id = Some(MedicalId::NotYet);
    let two = [Change::Add(full), Change::Add(bare)];
    let both = record(two.clone());
    let third = PhoneId::FIRST.next().and_then(PhoneId::next);
    let record = record(two.into_iter().chain([
        Change::Away(Away::of(&both, Way::Printed, "2026-11-23".parse().ok())),
        Change::Add(phone(&["356938035643809"], &[])),
        Change::Remove(third.unwrap_or_default()),
        Change::Mark(StepId::new("samsung-find-hub"), Some(Tick::Done)),
        Change::Away(Away::of(&both, Way::Declined, None)),
    ]));
    Opened { record, revision: 7 }
}

/// What the third version kept: the same, and every guide that it knew in the plan.
pub fn kept_by_the_third() -> Opened {
    Opened { record: with_the_guides_of_the_third(kept_by_the_second().record), revision: 8 }
}

/// The family's phones and ticks, with every guide of the third version in the plan.
pub fn family_with_a_plan() -> Record {
    with_the_guides_of_the_third(family())
}

fn with_the_guides_of_the_third(mut record: Record) -> Record {
    for choice in GUIDES_OF_THE_THIRD.iter().filter_map(|name| name.parse().ok()) {
        let _ = record.apply(Change::Choose(choice, true));
    }
    record
}
