//! Journeys through a copy that is brought back: read, unlocked, looked at, taken in, undone. No file does harm on the way.
//!
//! The browser's part is answered by hand: what it reads goes through the domain's own gates, as in `src/browser`.

use std::collections::BTreeMap;
use std::fs;

use content::{folder, survey};
use domain::change::Change;
use domain::copy::{self, Copy};
use domain::copying::Opening;
use domain::detail::Detail;
use domain::effect::{Document, Effect};
use domain::event::Event;
use domain::import::unreadable::Unreadable;
use domain::import::{self, Import};
use domain::language::Language;
use domain::locked::{Header, LockError, LockedFile};
use domain::merge::{self, Preview};
use domain::passphrase::Passphrase;
use domain::record::{ChangeError, Record};
use domain::session::Session;
use domain::slip;
use domain::store::{Store, StoreError};
use serde::Deserialize;
use tests::given::{family, phone, record};
use tests::journey::{Journey, given};
use tests::notation::Json;
use tests::source::root;

const HERE: &str = "356938035643809";
const FIELD: &str = "copy-file";

fn golden(name: &str) -> String {
    let path = root().join("tests/fixtures/copies").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What the browser answers to a file or a text with these bytes.
fn read(text: &str) -> Event {
    let outcome =
        if slip::is_slip(text) { slip::read(text).map(Import::Copy) } else { import::read::<Json>(text.as_bytes()) };
    Event::Imported(outcome)
}

/// A copy of a record, as the site saves it.
fn saved(record: &Record) -> String {
    copy::save::<Json>(record, "2026-10-04".parse().expect("a day")).expect("JSON writes it")
}

fn kept(name: &str) -> Change {
    Change::Add(phone(&[HERE], &[(Detail::Nickname, name)]))
}

/// A page that keeps one phone which is in no copy.
fn given_a_phone() -> Journey {
    given().when(Event::Loaded(Ok(record([kept("mine")])))).and(|page| assert_eq!(page.record.phones().count(), 1))
}

fn picked(journey: Journey, text: &str) -> Journey {
    let working = journey.when(Event::FilePicked(FIELD)).then([Effect::ReadFile(FIELD)]);
    let working = working.and(|page| assert_eq!(page.copying.opening, Opening::Working));
    working.when(read(text)).then([Effect::Focus("opened")])
}

fn opened(page: &Session) -> &Copy {
    match &page.copying.opening {
        Opening::Open(copy) => copy,
        other => panic!("no copy is open: {other:?}"),
    }
}

fn unreadable(page: &Session) -> Unreadable {
    match &page.copying.opening {
        Opening::Unreadable(why) => *why,
        other => panic!("it is readable: {other:?}"),
    }
}

/// The store takes the change in, beside what it holds by then.
fn the_store_takes_it(journey: Journey, mut holds: Record) -> Journey {
    let change = journey.asked().clone();
    // Before a copy is taken in, the page looks once more at what is kept.
    let journey = if journey.looks() { journey.when(Event::Loaded(Ok(holds.clone()))) } else { journey };
    let outcome = holds.apply(change.clone()).map(|()| holds).map_err(StoreError::Change);
    journey.when(Event::Kept(change, outcome))
}

#[test]
fn a_copy_is_looked_at_before_it_changes_anything_and_can_go_again() {
    let before = record([kept("mine")]);
    let open = picked(given_a_phone(), &golden("copy-v1.json")).and(|page| {
        let copy = opened(page);
        assert_eq!(copy.made, "2026-11-22".parse().ok());
        let seen = merge::preview(&page.record, &copy.record);
        assert_eq!(seen, Preview { phones: 2, new: 2, ticks: 3, total: 3, ..Preview::default() });
        assert_eq!((&page.record, page.copying.before.is_none()), (&before, true), "nothing is changed yet");
    });
    let taken = the_store_takes_it(open.when(Event::MergeAsked), before.clone()).and(|page| {
        assert_eq!((page.record.phones().count(), &page.copying.opening), (3, &Opening::Taken));
        assert_eq!(page.store, Store::Kept);
    });
    let merged = taken.session().record.clone();
    the_store_takes_it(taken.when(Event::TakingUndone), merged).and(|page| {
        let phones = |record: &Record| record.phones().map(|(_, phone)| phone.clone()).collect::<Vec<_>>();
        assert_eq!(phones(&page.record), phones(&before));
        assert_eq!((&page.copying.opening, &page.copying.before), (&Opening::Closed, &None), "it is not undone twice");
    });
}

#[test]
fn a_new_device_gets_all_of_a_copy_and_a_second_time_nothing() {
    let open = picked(given(), &golden("copy-v1.json"));
    let taken = the_store_takes_it(open.when(Event::MergeAsked), Record::default());
    taken.and(|page| assert_eq!(page.record, family()));
    let again = given().when(Event::Loaded(Ok(family())));
    picked(again, &golden("copy-v1.json")).and(|page| {
        assert!(merge::preview(&page.record, &opened(page).record).is_all_here());
    });
}

#[test]
fn replacing_takes_the_place_of_everything_and_can_be_undone() {
    let before = record([kept("mine")]);
    let open = picked(given_a_phone(), &golden("copy-v1.json"));
    let taken = the_store_takes_it(open.when(Event::ReplaceAsked), before.clone());
    let taken = taken.and(|page| assert_eq!((page.record.phones().count(), page.record.ticks(&family())), (2, true)));
    let replaced = taken.session().record.clone();
    the_store_takes_it(taken.when(Event::TakingUndone), replaced).and(|page| {
        let phones: Vec<_> = page.record.phones().collect();
        assert_eq!(phones, before.phones().collect::<Vec<_>>(), "each at its own place");
    });
}

#[test]
fn a_copy_that_was_put_away_changes_nothing_any_more() {
    picked(given_a_phone(), &golden("copy-v1.json"))
        .when(Event::CopyClosed)
        .and(|page| assert_eq!(page.copying.opening, Opening::Closed))
        .when(Event::MergeAsked)
        .then([])
        .when(Event::ReplaceAsked)
        .then([])
        .when(Event::TakingUndone)
        .then([])
        .and(|page| assert_eq!(page.record, record([kept("mine")])));
}

#[test]
fn a_lock_is_tried_as_often_as_it_takes() {
    let file = LockedFile::open::<Json>(golden("locked-v1.ringfence").as_bytes()).expect("a locked file");
    let mut locked = picked(given(), &golden("locked-v1.ringfence"));
    for wrong in ["cosy otter", "Cosy Otter Maps Élan Zoo", "x"] {
        let words = Passphrase::typed(wrong).expect("something was typed");
        locked = locked
            .when(Event::UnlockAsked(words.clone()))
            .then([Effect::Unlock(file.clone(), words.clone())])
            // A second press while the browser works asks for nothing.
            .when(Event::UnlockAsked(words))
            .then([])
            .when(Event::Unlocked(Err(LockError::WrongOrDamaged)))
            .then([Effect::Focus("opened")])
            .and(|page| {
                let again = Opening::Locked(file.clone(), Some(LockError::WrongOrDamaged));
                assert_eq!(page.copying.opening, again, "it is still at hand");
            });
    }
    let right = Passphrase::typed("cosy otter maps élan zoo").expect("something was typed");
    let inside = copy::open::<Json>(golden("copy-v1.json").as_bytes());
    locked
        .when(Event::UnlockAsked(right.clone()))
        .then([Effect::Unlock(file, right)])
        .when(Event::Unlocked(Ok(inside)))
        .and(|page| assert_eq!((&opened(page).record, page.unlocking.is_none()), (&family(), true)));
}

#[test]
fn what_was_inside_the_lock_may_still_be_no_copy() {
    let words = Passphrase::typed("x").expect("something was typed");
    picked(given_a_phone(), &golden("locked-v1.ringfence"))
        .when(Event::UnlockAsked(words))
        .when(Event::Unlocked(Ok(copy::open::<Json>(golden("locked-v1.ringfence").as_bytes()))))
        .and(|page| assert_eq!(unreadable(page), Unreadable::Locked))
        .when(Event::MergeAsked)
        .then([]);
}

#[test]
fn what_is_no_copy_is_named_and_leaves_all_as_it_was() {
    let locked = golden("locked-v1.ringfence");
    let plain = golden("copy-v1.json");
    let (least, most) = (Header::LEAST_ROUNDS, Header::MOST_ROUNDS);
    let rounds = |number: &str| locked.replace("\"rounds\":600000", &format!("\"rounds\":{number}"));
    let table = [
        (" \n".to_owned(), Unreadable::Empty),
        ("hello".to_owned(), Unreadable::NotOurs),
        ("https://ringfence.example/?imei=352099001761481".to_owned(), Unreadable::NotOurs),
        ("BEGIN:VCARD\nVERSION:3.0\nTEL:999\nEND:VCARD".to_owned(), Unreadable::NotOurs),
        ("{\"format\":\"bitwarden\",\"encrypted\":true}".to_owned(), Unreadable::NotOurs),
        ("[".repeat(100_000), Unreadable::TooDeep),
        (plain[..300].to_owned(), Unreadable::CutShort),
        (plain.replace("EE", "O2"), Unreadable::Damaged),
        (plain.replace("\"version\":1", "\"version\":2"), Unreadable::Newer),
        (plain.replacen('{', "{\"__proto__\":{\"polluted\":1},", 1), Unreadable::NameUnknown),
        (plain.replacen('{', "{\"version\":1,", 1), Unreadable::NameTwice),
        (" ".repeat(import::LARGEST + 1), Unreadable::TooLarge { most: import::LARGEST }),
        (rounds("1000000000"), Unreadable::Rounds { least, most }),
        (rounds("4294967296"), Unreadable::Rounds { least, most }),
        (rounds("1"), Unreadable::Rounds { least, most }),
        (locked.replace("AES-256-GCM", "none"), Unreadable::Method("cipher")),
        ("RINGFENCE 1\nimei 352099001761481\ncheck 00000000".to_owned(), Unreadable::Damaged),
        ("RINGFENCE 2\nimei 352099001761481\ncheck 00000000".to_owned(), Unreadable::Newer),
    ];
    for (text, why) in table {
        let shown: String = text.chars().take(60).collect();
        picked(given_a_phone(), &text)
            .and(|page| assert_eq!(unreadable(page), why, "{shown}"))
            .when(Event::MergeAsked)
            .then([])
            .and(|page| assert_eq!(page.record, record([kept("mine")]), "{shown}"));
    }
}

#[test]
fn every_reason_has_its_sentence() {
    #[derive(Deserialize)]
    struct Page {
        open: Island,
    }
    #[derive(Deserialize)]
    struct Island {
        unreadable: BTreeMap<String, String>,
    }
    let content = survey(folder(), Language::RELEASED).0;
    let page: Page = content.words(Language::English).page("open").expect("the words of the page");
    let reasons = [
        Unreadable::Empty,
        Unreadable::TooLarge { most: 1 },
        Unreadable::Utf16,
        Unreadable::NotText,
        Unreadable::NotOurs,
        Unreadable::CutShort,
        Unreadable::Malformed,
        Unreadable::TooDeep,
        Unreadable::Newer,
        Unreadable::Locked,
        Unreadable::NotLocked,
        Unreadable::NameTwice,
        Unreadable::NameUnknown,
        Unreadable::Missing("made"),
        Unreadable::Wrong("made"),
        Unreadable::Method("kdf"),
        Unreadable::Rounds { least: 1, most: 2 },
        Unreadable::Damaged,
        Unreadable::TooManyPhones { most: 50, found: 51 },
        Unreadable::BrokenRule,
        Unreadable::NoCode,
        Unreadable::NoReader,
    ];
    let mut names: Vec<&str> = reasons.iter().map(|reason| reason.slug()).collect();
    names.sort_unstable();
    // Each kind has a sentence of its own, and no sentence is left over.
    assert_eq!(page.open.unreadable.keys().map(String::as_str).collect::<Vec<_>>(), names);
    let sentences: std::collections::BTreeSet<&String> = page.open.unreadable.values().collect();
    assert_eq!(sentences.len(), names.len());
}

#[test]
fn a_scanned_slip_brings_one_phone() {
    let lent = phone(&[HERE], &[(Detail::Nickname, "Zoë’s blue phone")]);
    let text = slip::write(&lent).text;
    let document = Document(text.clone());
    given().when(Event::TextOffered(document.clone())).then([Effect::ReadText(document)]).when(read(&text)).and(
        |page| {
            let copy = opened(page);
            assert_eq!(copy.record.phones().map(|(_, phone)| phone).collect::<Vec<_>>(), [&lent]);
            assert_eq!(merge::preview(&page.record, &copy.record).new, 1);
        },
    );
}

#[test]
fn what_another_page_kept_meanwhile_stays_when_a_copy_is_added() {
    let open = picked(given_a_phone(), &golden("copy-v1.json")).when(Event::MergeAsked);
    let mut elsewhere = record([kept("mine")]);
    elsewhere.apply(Change::Add(phone(&["868932036356090"], &[]))).expect("there is room");
    the_store_takes_it(open, elsewhere.clone()).and(|page| {
        assert_eq!((page.record.phones().count(), page.record.ticks(&family())), (4, true));
        for (place, phone) in elsewhere.phones() {
            assert_eq!(page.record.phone(place), Some(phone));
        }
    });
}

#[test]
fn a_store_that_has_no_room_any_more_says_so_and_the_copy_stays_open() {
    let open = picked(given_a_phone(), &golden("copy-v1.json")).when(Event::MergeAsked);
    let full = record((0..50).map(|last| Change::Add(phone(&[&format!("99000000{last:06}")], &[]))));
    the_store_takes_it(open, full).and(|page| {
        assert_eq!(page.store, Store::Refused(StoreError::Change(ChangeError::TooManyPhones)));
        assert_eq!(opened(page).record, family());
    });
}

#[test]
fn a_store_that_keeps_nothing_still_shows_the_phones() {
    picked(given_a_phone(), &golden("copy-v1.json"))
        .when(Event::MergeAsked)
        .and_the_store_refuses(StoreError::Full)
        .and(|page| {
            assert_eq!(page.store, Store::Refused(StoreError::Full));
            assert_eq!((page.record.phones().count(), &page.copying.opening), (3, &Opening::Taken));
        });
}

#[test]
fn what_looks_like_a_script_is_kept_as_the_text_it_is() {
    let words = [
        "<img src=x onerror=hit()>",
        "\"><svg onload=hit()>",
        "javascript:hit()",
        "${hit()}{{hit()}}",
        "<script>hit()</script>",
        "\u{202e}<b>enohp</b>",
    ];
    // The site's own tests in a browser show the same file: see `tests/browser/site/open.rs`.
    let hostile = fs::read_to_string(root().join("tests/fixtures/hostile/scripts.json")).expect("the hostile copy");
    let open = picked(given(), &hostile);
    let taken = the_store_takes_it(open.when(Event::MergeAsked), Record::default());
    let again = saved(&taken.session().record);
    for record in [&taken.session().record, &copy::open::<Json>(again.as_bytes()).expect("a copy").record] {
        let phones: Vec<_> = record.phones().map(|(_, phone)| phone).collect();
        assert_eq!(phones.len(), words.len());
        for (phone, words) in phones.into_iter().zip(words) {
            for detail in Detail::ALL {
                assert_eq!(phone.detail(*detail), words, "{detail}, letter for letter");
            }
        }
    }
}

/// Whether a record has the ticks of another.
trait Ticks {
    fn ticks(&self, other: &Record) -> bool;
}

impl Ticks for Record {
    fn ticks(&self, other: &Record) -> bool {
        merge::preview(self, other).ticks == 0
    }
}

#[test]
fn what_was_refused_and_undone_is_not_asked_for_again() {
    let refused = picked(given_a_phone(), &golden("copy-v1.json"))
        .when(Event::MergeAsked)
        .and_the_store_refuses(StoreError::Full);
    let undo = refused.when(Event::TakingUndone);
    let after = the_store_takes_it(undo, record([kept("mine")]));
    after.then([Effect::Focus("opened")]).and(|page| assert_eq!(page.record.phones().count(), 1));
}

#[test]
fn undo_keeps_what_another_page_kept_before_the_copy_was_taken_in() {
    let open = picked(given_a_phone(), &golden("copy-v1.json")).when(Event::MergeAsked);
    let mut elsewhere = record([kept("mine")]);
    elsewhere.apply(Change::Add(phone(&["868932036356090"], &[]))).expect("there is room");
    let taken = the_store_takes_it(open, elsewhere);
    let now = taken.session().record.clone();
    the_store_takes_it(taken.when(Event::TakingUndone), now).and(|page| assert_eq!(page.record.phones().count(), 2));
}
