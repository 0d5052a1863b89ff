//! What people put in never shows in `Debug`: a log, a panic or a bug report tells nobody's number, address or words.
//!
//! Held against values made at run time, because a derive on one field deep inside is enough to tell everything.

use std::fmt::Debug;

use domain::away::Way;
use domain::change::Change;
use domain::detail::Detail;
use domain::effect::{Document, Effect, File};
use domain::eid::Eid;
use domain::event::Event;
use domain::form::{Field, Form};
use domain::iccid::Iccid;
use domain::imei::Imei;
use domain::incident;
use domain::kept_number::KeptNumber;
use domain::language::Language;
use domain::meid::Meid;
use domain::phone::Phone;
use domain::postcode::{Postcode, Typed};
use domain::reading;
use domain::record::Record;
use domain::saved::Opened;
use domain::serial::Serial;
use domain::session::{Session, update};
use domain::store::{Store, StoreError};
use domain::text::Text;

const IMEI: &str = "352099001761481";
const WORDS: &str = "Needle";
const POSTCODE: &str = "SW1A 2AA";

/// Neither the value nor any telling piece of it shows.
#[track_caller]
fn hides(value: &dyn Debug, secrets: &[&str]) {
    let shown = format!("{value:?} {value:#?}");
    let bare = shown.to_lowercase().replace([' ', ',', '\n'], "");
    // A text shown as a list of bytes hides nothing.
    let bytes = |secret: &str| secret.bytes().map(|byte| byte.to_string()).collect::<String>();
    for secret in secrets {
        let plain = secret.to_lowercase().replace(' ', "");
        assert!(!bare.contains(&plain) && !bare.contains(&bytes(secret)), "{secret} shows in {shown}");
    }
}

fn parsed<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("not good: {text}"))
}

fn phone() -> Phone {
    let phone = Phone::default().with_numbers(vec![parsed(IMEI), parsed("35209900176149")]).expect("two numbers");
    let described = Detail::ALL.iter().try_fold(phone, |phone, detail| phone.with(*detail, WORDS));
    described.and_then(|phone| phone.with(Detail::Serial, "R58N12ABCDE")).expect("short")
}

fn record() -> Record {
    let mut record = Record::default();
    record.apply(Change::Add(phone())).expect("there is room");
    record
}

const ALL: [&str; 7] = [IMEI, "20990017", "35209900176149", WORDS, POSTCODE, "sw1a", "R58N12ABCDE"];

#[test]
#[should_panic(expected = "shows in")]
fn a_telling_debug_is_found() {
    hides(&WORDS, &[WORDS]);
}

#[test]
#[should_panic(expected = "shows in")]
fn a_debug_of_bytes_is_found() {
    hides(&WORDS.as_bytes(), &[WORDS]);
}

#[test]
fn numbers_hide() {
    hides(&parsed::<Imei>(IMEI), &[IMEI, "209900", "176148"]);
    hides(&parsed::<Imei>(IMEI).masked(), &["176148"]);
    for number in [IMEI, "35209900176148", "35209900?761481", "352099001761482"] {
        hides(&parsed::<KeptNumber>(number), &[number, "9001"]);
        hides(&reading::read(number), &[number, "209900", "176148"]);
    }
    hides(&parsed::<Eid>("89049032123451234512345678901235"), &["4903212", "89049032123451234512345678901235"]);
    hides(&parsed::<Iccid>("8965880812100011146"), &["880812", "8965880812100011146"]);
    hides(&parsed::<Meid>("AF0123450ABCDE"), &["012345", "AF0123450ABCDE"]);
    hides(&parsed::<Serial>("R58N12ABCDE"), &["58N12", "R58N12ABCDE"]);
}

#[test]
fn words_and_places_hide() {
    hides(&Text::<20>::try_from(WORDS).expect("short"), &[WORDS]);
    hides(&Document(WORDS.to_owned()), &[WORDS]);
    hides(&parsed::<Postcode>(POSTCODE), &[POSTCODE, "SW1A", "2AA"]);
    hides(&parsed::<Typed>(POSTCODE), &[POSTCODE, "SW1A", "2AA"]);
    hides(&parsed::<Typed>("SW1A"), &["SW1A"]);
    hides(&StoreError::Damaged { text: WORDS.to_owned() }, &[WORDS]);
}

#[test]
fn records_hide() {
    hides(&phone(), &ALL);
    hides(&record(), &ALL);
    hides(&Opened { record: record(), revision: 7 }, &ALL);
    let mut form = Form::default();
    for field in Field::all() {
        form.write(field, format!("{IMEI} {WORDS}"));
    }
    hides(&form, &ALL);
}

/// Everything that can carry what a person put in.
fn events() -> Vec<Event> {
    let mut events = vec![
        Event::Loaded(Ok(record())),
        Event::Loaded(Err(StoreError::Damaged { text: WORDS.to_owned() })),
        Event::Kept(Change::Add(phone()), Err(StoreError::Full)),
        Event::EditAsked(domain::phone::PhoneId::FIRST),
        Event::CopyAsked(Document(WORDS.to_owned())),
        Event::SaveAsked("report.txt", Document(WORDS.to_owned())),
        Event::AreaTyped(POSTCODE.to_owned()),
        Event::AreaAsked,
        Event::Fetched(File::Report(Language::English), Ok(WORDS.as_bytes().to_vec())),
        Event::RemovalAsked(domain::phone::PhoneId::FIRST),
        Event::Kept(Change::Remove(domain::phone::PhoneId::FIRST), Ok(Record::default())),
        Event::RemovalUndone,
    ];
    events.extend(Field::all().map(|field| Event::FormTyped(field, format!("{IMEI} {WORDS}"))));
    events.push(Event::SuggestionTaken(parsed(IMEI)));
    events.push(Event::WayChosen(Way::PasswordManager, Document(WORDS.to_owned())));
    events.extend(incident::Field::ALL.iter().map(|field| Event::Told(*field, WORDS.to_owned())));
    events.push(Event::Loaded(Ok(record())));
    events
}

#[test]
fn events_effects_and_the_session_hide() {
    for effect in [
        Effect::Keep(Change::Add(phone())),
        Effect::Copy(Document(WORDS.to_owned())),
        Effect::Save { name: "report.txt", text: Document(WORDS.to_owned()) },
    ] {
        hides(&effect, &ALL);
    }
    let mut session =
        Session { store: Store::Refused(StoreError::Damaged { text: WORDS.to_owned() }), ..Session::default() };
    hides(&session, &ALL);
    for event in events() {
        hides(&event, &ALL);
        hides(&update(&mut session, event), &ALL);
        hides(&session, &ALL);
    }
    assert!(session.draft.incident().answer(incident::Field::Where).is_some(), "the session holds what was told");
    assert!(!session.record.is_empty() && !session.removed.is_empty(), "and what was kept");
}
