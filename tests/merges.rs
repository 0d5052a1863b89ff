//! A copy brought back into a record: nothing that stands here is lost, and the page says before what will happen.

use domain::change::Change;
use domain::detail::{Detail, MedicalId};
use domain::merge::{DoesNotFit, Preview, merge, preview};
use domain::phone::Phone;
use domain::platform::Platform;
use domain::record::Record;
use domain::step::StepId;
use domain::tick::Tick;
use proptest::prelude::*;
use tests::given::{any_record, family, phone, record};

const ONE: &str = "352099001761481";
const TWO: &str = "490154203237518";

fn phones(record: &Record) -> Vec<Phone> {
    record.phones().map(|(_, phone)| phone.clone()).collect()
}

fn of(phones: &[Phone]) -> Record {
    record(phones.iter().cloned().map(Change::Add))
}

#[test]
fn each_meeting_of_two_phones_ends_as_it_should() {
    let named = |numbers: &[&str], name: &str| phone(numbers, &[(Detail::Nickname, name)]);
    let other = ["356938035643809", "868932036356090", "990000862471854"];
    let full = [ONE, other[0], other[1], other[2]];
    // What stands here, what the copy has, what comes of it, and how the copy's phone is counted.
    let (new, same, differing) = ([1, 0, 0], [0, 1, 0], [0, 0, 1]);
    let table = [
        ("another phone", phone(&[ONE], &[]), phone(&[TWO], &[]), vec![phone(&[ONE], &[]), phone(&[TWO], &[])], new),
        ("the very same", named(&[ONE], "a"), named(&[ONE], "a"), vec![named(&[ONE], "a")], same),
        ("the copy says less", named(&[ONE, TWO], "a"), phone(&[ONE], &[]), vec![named(&[ONE, TWO], "a")], same),
        ("the copy says more", phone(&[ONE], &[]), named(&[ONE, TWO], "a"), vec![named(&[ONE, TWO], "a")], differing),
        ("other words", named(&[ONE], "a"), named(&[ONE], "b"), vec![named(&[ONE], "a")], differing),
        ("a network's print-out", phone(&[ONE], &[]), phone(&["352099001761480"], &[]), vec![phone(&[ONE], &[])], same),
        ("a doubt cleared", phone(&["35209900176148"], &[]), phone(&[ONE], &[]), vec![phone(&[ONE], &[])], differing),
        ("no numbers, same words", named(&[], "a"), named(&[], "a"), vec![named(&[], "a")], same),
        ("no numbers, other words", named(&[], "a"), named(&[], "b"), vec![named(&[], "a"), named(&[], "b")], new),
        ("one has no number", named(&[ONE], "a"), named(&[], "a"), vec![named(&[ONE], "a"), named(&[], "a")], new),
        (
            "more numbers than one phone has",
            phone(&full, &[]),
            phone(&[ONE, TWO], &[]),
            vec![phone(&full, &[]), phone(&[ONE, TWO], &[])],
            new,
        ),
    ];
    for (what, here, theirs, expected, count) in table {
        let (here, copy) = (of(&[here]), of(&[theirs]));
        let seen = preview(&here, &copy);
        assert_eq!((seen.phones, [seen.new, seen.same, seen.differing]), (1, count), "{what}");
        let merged = merge(&here, &copy).expect("it fits");
        assert_eq!(phones(&merged), expected, "{what}");
        assert_eq!((seen.total, merge(&merged, &copy)), (expected.len(), Ok(merged)), "{what}");
    }
}

#[test]
fn every_detail_is_taken_over_and_none_is_written_over() {
    let every = |words: &str| {
        let lines: Vec<(Detail, &str)> = Detail::ALL.iter().map(|detail| (*detail, words)).collect();
        phone(&[ONE], &lines)
    };
    let mut full = every("mine");
    full.platform = Some(Platform::Pixel);
    full.medical_id = Some(MedicalId::Done);
    let mut other = every("theirs");
    other.platform = Some(Platform::Iphone);
    other.medical_id = Some(MedicalId::NotYet);
    let bare = phone(&[ONE], &[]);
    for (here, copy) in [(&bare, &full), (&full, &bare), (&full, &other)] {
        let merged = merge(&of(std::slice::from_ref(here)), &of(std::slice::from_ref(copy)));
        assert_eq!(merged.map(|merged| phones(&merged)), Ok(vec![full.clone()]));
    }
}

#[test]
fn ticks_are_added_and_never_changed() {
    let [done, later, both] = [StepId::new("a-done"), StepId::new("b-later"), StepId::new("c-both")];
    let here = record([Change::Mark(both.clone(), Some(Tick::Done))]);
    let copy = record([
        Change::Mark(done.clone(), Some(Tick::Done)),
        Change::Mark(later.clone(), Some(Tick::NotNow)),
        Change::Mark(both.clone(), Some(Tick::NotNow)),
    ]);
    assert_eq!(preview(&here, &copy), Preview { ticks: 2, ..Preview::default() });
    let merged = merge(&here, &copy).expect("it fits");
    let ticks = [done, later, both].map(|step| merged.tick(&step));
    assert_eq!(ticks, [Some(Tick::Done), Some(Tick::NotNow), Some(Tick::Done)]);
    assert!(preview(&merged, &record([])).is_all_here());
}

#[test]
fn guides_are_added_to_the_plan_and_none_is_left_out_of_it() {
    let chose = |names: &[&str]| {
        record(names.iter().map(|name| Change::Choose(name.parse().expect("a guide to choose"), true)))
    };
    let (here, copy) = (chose(&["iphone", "bank"]), chose(&["samsung", "bank", "email"]));
    let seen = preview(&here, &copy);
    assert_eq!((seen, seen.is_all_here()), (Preview { chosen: 2, ..Preview::default() }, false));
    let merged = merge(&here, &copy).expect("it fits");
    assert_eq!(merged, chose(&["iphone", "samsung", "bank", "email"]));
    assert!(preview(&merged, &copy).is_all_here());
    let mut replaced = here;
    replaced.apply(Change::Replace(Box::new(copy.clone()))).expect("a copy replaces everything");
    assert_eq!(replaced, copy);
}

#[test]
fn a_fifty_first_phone_does_not_fit_and_nothing_is_half_done() {
    let many = |from: usize, count: usize| {
        let numbers = (from..from + count).map(|number| format!("99000000{number:06}"));
        of(&numbers.map(|number| phone(&[&number], &[])).collect::<Vec<_>>())
    };
    let (here, copy) = (many(0, 50), many(49, 2));
    let seen = preview(&here, &copy);
    assert_eq!((seen.new, seen.same, seen.total, seen.fits()), (1, 1, 51, false));
    assert_eq!(merge(&here, &copy), Err(DoesNotFit { most: 50, total: 51 }));
    assert!(merge(&many(0, 49), &many(49, 1)).is_ok_and(|merged| merged.phones().count() == 50));
}

#[test]
fn the_first_copy_on_a_new_device_brings_all_of_it() {
    let merged = merge(&Record::default(), &family()).expect("it fits");
    assert_eq!(merged, family());
    assert!(preview(&merged, &family()).is_all_here());
}

/// Every number of the one means the same phone as some number of the other, and is still proved if it was.
fn holds(all: &Record, some: &Record) -> bool {
    let here: Vec<_> = all.phones().flat_map(|(_, phone)| phone.numbers().to_vec()).collect();
    some.phones().flat_map(|(_, phone)| phone.numbers()).all(|number| {
        here.iter().any(|kept| kept.same_phone(number) && (kept.checked().is_some() || number.checked().is_none()))
    })
}

/// Every line that one phone had is in it still.
fn keeps(before: &Phone, after: &Phone) -> bool {
    let lines =
        Detail::ALL.iter().all(|line| before.detail(*line).is_empty() || before.detail(*line) == after.detail(*line));
    let choices = (before.platform.is_none() || before.platform == after.platform)
        && (before.medical_id.is_none() || before.medical_id == after.medical_id);
    lines && choices
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_merge_loses_nothing_and_is_done_once(here in any_record(6), copy in any_record(6)) {
        let seen = preview(&here, &copy);
        let merged = merge(&here, &copy).expect("twelve phones fit");
        prop_assert!(holds(&merged, &here) && holds(&merged, &copy));
        prop_assert!([&here, &copy].iter().all(|one| one.chosen().all(|choice| merged.is_chosen(choice.guide()))));
        for (place, before) in here.phones() {
            prop_assert!(merged.phone(place).is_some_and(|after| keeps(before, after)));
        }
        prop_assert_eq!(seen.new + seen.same + seen.differing, seen.phones);
        prop_assert_eq!((seen.phones, seen.total), (copy.phones().count(), merged.phones().count()));
        prop_assert_eq!(merge(&merged, &copy), Ok(merged.clone()));
        prop_assert_eq!(preview(&merged, &copy).new, 0);
        prop_assert_eq!(merge(&here, &here), Ok(here.clone()));
        prop_assert_eq!(merge(&here, &Record::default()), Ok(here.clone()));
        if seen.is_all_here() {
            prop_assert_eq!(merged, here);
        }
    }
}
