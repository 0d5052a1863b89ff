//! Locked files, made and opened by code that is not ours: the promise that nobody needs this site to read their own.
//!
//! `fixtures/copies/locked-v1.ringfence` was made by the first version's format with the passphrase below. It is never
//! written again. The encryption here is RustCrypto's; the Python script in `docs` stands on OpenSSL; the site's own lock
//! is the browser's, and is tested in one.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use domain::copy;
use domain::import::unreadable::Unreadable;
use domain::import::{self, Import};
use domain::locked::{Header, LARGEST, LockedFile};
use domain::passphrase::Passphrase;
use domain::word_list::WordList;
use sha2::Sha256;
use tests::given::family;
use tests::notation::Json;
use tests::source::root;

/// Opens `locked-v1.ringfence`, for ever.
const PASSPHRASE: &str = "cosy otter maps élan zoo";
const SALT: [u8; 16] = *b"0123456789abcdef";
const IV: [u8; 12] = *b"ringfence-iv";

fn golden(name: &str) -> String {
    let path = root().join("tests/fixtures/copies").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What docs/formats.md says of the key, once more.
fn key(passphrase: &str, rounds: u32, salt: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), salt, rounds, &mut key);
    key
}

/// What docs/formats.md says of the additional data, once more.
fn additional(rounds: u32) -> String {
    let (salt, iv) = (BASE64_STANDARD.encode(SALT), BASE64_STANDARD.encode(IV));
    ["ringfence-locked", "1", "PBKDF2-HMAC-SHA-256", &rounds.to_string(), "AES-256-GCM", &salt, &iv].join("\n")
}

/// The key of the passphrase at the fewest rounds: without optimising, it takes seconds to make.
static LEAST_KEY: LazyLock<[u8; 32]> = LazyLock::new(|| key(PASSPHRASE, Header::LEAST_ROUNDS, &SALT));

/// The family's copy, locked by RustCrypto, its parts in another order than ours.
fn family_locked() -> String {
    let rounds = Header::LEAST_ROUNDS;
    let (plain, additional) = (golden("copy-v1.json"), additional(rounds));
    let payload = Payload { msg: plain.as_bytes(), aad: additional.as_bytes() };
    let payload =
        Aes256Gcm::new(&Key::<Aes256Gcm>::from(*LEAST_KEY)).encrypt(&Nonce::from(IV), payload).expect("it locks");
    let parts = serde_json::json!({
        "format": "ringfence-locked", "version": 1, "kdf": "PBKDF2-HMAC-SHA-256", "rounds": rounds, "cipher": "AES-256-GCM",
        "salt": BASE64_STANDARD.encode(SALT), "iv": BASE64_STANDARD.encode(IV), "payload": BASE64_STANDARD.encode(payload),
    });
    parts.to_string()
}

/// Opens what the domain read of a file, with a key at hand.
fn unlock(file: &LockedFile, key: [u8; 32]) -> Option<String> {
    let (header, additional) = (file.header(), file.header().additional_data());
    let payload = Payload { msg: file.payload(), aad: &additional };
    let plain = Aes256Gcm::new(&Key::<Aes256Gcm>::from(key)).decrypt(&Nonce::from(*header.iv()), payload).ok()?;
    String::from_utf8(plain).ok()
}

fn open(text: impl AsRef<[u8]>) -> Result<LockedFile, Unreadable> {
    let outcome = LockedFile::open::<Json>(text.as_ref());
    if outcome != Err(Unreadable::NotLocked) {
        assert_eq!(import::read::<Json>(text.as_ref()), outcome.clone().map(Import::Locked));
    }
    outcome
}

/// Runs the script that people get, under the Python that set-up chose.
fn script(file: &str, passphrase: &str) -> Output {
    let python = std::env::var("RINGFENCE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python).args(["-c", "import cryptography"]).output();
    assert!(
        has.is_ok_and(|output| output.status.success()),
        "{python} cannot import `cryptography`, and without it nobody knows whether locked files open without this site. \
         Install Debian's python3-cryptography, or `pip install cryptography`; RINGFENCE_PYTHON names another Python."
    );
    let path = std::env::temp_dir().join(format!("ringfence-{}-{:?}", std::process::id(), std::thread::current().id()));
    fs::write(&path, file).expect("a folder for what is temporary");
    let mut script = Command::new(&python);
    script.arg(root().join("docs/open-locked-file.py")).arg(&path);
    let mut running = script
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .env("PYTHONUTF8", "1")
        .spawn()
        .expect("Python runs");
    running.stdin.take().expect("a pipe").write_all(passphrase.as_bytes()).expect("it listens");
    let output = running.wait_with_output().expect("it ends");
    fs::remove_file(&path).expect("it was written");
    output
}

#[test]
fn the_first_version_opens_for_ever() {
    let file = open(golden("locked-v1.ringfence")).expect("it is a locked file of ours");
    assert_eq!(file.header().rounds(), Header::ROUNDS);
    let plain = unlock(&file, key(PASSPHRASE, Header::ROUNDS, file.header().salt())).expect("the passphrase opens it");
    assert_eq!(plain, golden("copy-v1.json"));
    assert_eq!(copy::open::<Json>(plain.as_bytes()).map(|copy| copy.record), Ok(family()));
    // And it is written as it was.
    assert_eq!(file.save::<Json>().as_deref(), Some(golden("locked-v1.ringfence").as_str()));
}

#[test]
fn the_python_script_opens_the_first_version() {
    let output = script(&golden("locked-v1.ringfence"), &format!("{PASSPHRASE}\n"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), golden("copy-v1.json"));
}

#[test]
fn the_python_script_opens_what_this_site_writes_and_nothing_else() {
    // Written through the domain, as the browser does, with OpenSSL opening what RustCrypto locked.
    let header = *open(family_locked()).expect("it is sound").header();
    let additional = header.additional_data();
    let payload = Payload { msg: "Zoë’s 📦".as_bytes(), aad: &additional };
    let payload =
        Aes256Gcm::new(&Key::<Aes256Gcm>::from(*LEAST_KEY)).encrypt(&Nonce::from(IV), payload).expect("it locks");
    let ours = LockedFile::new(header, payload).and_then(|file| file.save::<Json>()).expect("a file");
    // Slips of a keyboard, and an "é" of two signs, as some keyboards make it.
    for typed in [PASSPHRASE, " cosy  otter maps\u{a0}élan zoo\t", "cosy otter maps e\u{301}lan zoo\r\n"] {
        let output = script(&ours, typed);
        assert_eq!(String::from_utf8_lossy(&output.stdout), "Zoë’s 📦", "{typed:?}: {output:?}");
    }
    let marked = format!("\u{feff}{ours}");
    assert_eq!(script(&marked, PASSPHRASE).stdout, "Zoë’s 📦".as_bytes());
    let wrong = "The passphrase is wrong, or the file is damaged. You can try again as often as you like.\n";
    for (file, typed) in [
        (ours.clone(), "Cosy otter maps élan zoo"),
        (ours.replacen("\"rounds\":100000", "\"rounds\":100001", 1), PASSPHRASE),
        (ours.replacen(&BASE64_STANDARD.encode(IV), &BASE64_STANDARD.encode(b"another-iv!!"), 1), PASSPHRASE),
    ] {
        let output = script(&file, typed);
        assert!(!output.status.success() && output.stdout.is_empty(), "{output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), wrong);
    }
    let hostile = ours.replacen("\"rounds\":100000", "\"rounds\":1000000000", 1);
    let output = script(&hostile, PASSPHRASE);
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("This file asks for"), "{output:?}");
}

#[test]
fn row_39_nothing_asks_for_too_much_work() {
    let ours = family_locked();
    assert!(open(&ours).is_ok());
    let rounds = Unreadable::Rounds { least: 100_000, most: 5_000_000 };
    let hostile = [
        "4294967296",
        "1000000000",
        "4294967295",
        "5000001",
        "99999",
        "1",
        "0",
        "-1",
        "-600000",
        "600000.0",
        "6e5",
        "\"600000\"",
        "null",
        "true",
        "[600000]",
        "{}",
        "18446744073709551616",
    ];
    for asked in hostile {
        let file = ours.replacen("\"rounds\":100000", &format!("\"rounds\":{asked}"), 1);
        assert_ne!(file, ours);
        assert_eq!(open(file), Err(rounds), "{asked}");
    }
    for asked in ["100000", "5000000"] {
        assert!(open(ours.replacen("\"rounds\":100000", &format!("\"rounds\":{asked}"), 1)).is_ok(), "{asked}");
    }
    let (salt, iv) = (BASE64_STANDARD.encode(SALT), BASE64_STANDARD.encode(IV));
    let long = BASE64_STANDARD.encode(vec![7; 100_000]);
    let table = [
        ("PBKDF2-HMAC-SHA-256", "argon2id", Unreadable::Method("kdf")),
        ("PBKDF2-HMAC-SHA-256", "PBKDF2-HMAC-SHA-1", Unreadable::Method("kdf")),
        ("AES-256-GCM", "AES-256-CBC", Unreadable::Method("cipher")),
        ("\"version\":1", "\"version\":2", Unreadable::Newer),
        ("\"version\":1", "\"memory\":4294967296,\"version\":1", Unreadable::NameUnknown),
        ("\"version\":1", "\"version\":1,\"version\":1", Unreadable::NameTwice),
        (salt.as_str(), &salt[4..], Unreadable::Wrong("salt")),
        (salt.as_str(), "", Unreadable::Wrong("salt")),
        (salt.as_str(), long.as_str(), Unreadable::Wrong("salt")),
        (salt.as_str(), "MDEyMzQ1Njc4OWFiY2RlZh==", Unreadable::Wrong("salt")),
        (iv.as_str(), salt.as_str(), Unreadable::Wrong("iv")),
        (iv.as_str(), &iv[4..], Unreadable::Wrong("iv")),
        ("\"payload\":\"", "\"payload\":\"!", Unreadable::Wrong("payload")),
        ("ringfence-locked", "ringfence-copy", Unreadable::NotLocked),
        ("ringfence-locked", "another-locked", Unreadable::NotLocked),
    ];
    for (from, to, expected) in table {
        assert!(ours.contains(from), "{from}");
        assert_eq!(open(ours.replacen(from, to, 1)), Err(expected), "{from} as {to}");
    }
    let of = |bytes: usize| {
        let payload = BASE64_STANDARD.encode(vec![7; bytes]);
        let mut parts: serde_json::Value = serde_json::from_str(&ours).expect("JSON");
        parts["payload"] = payload.into();
        open(parts.to_string()).map(|file| file.payload().len())
    };
    assert_eq!(of(16), Err(Unreadable::Wrong("payload")), "a seal round nothing");
    assert_eq!(of(copy::LARGEST + 16), Ok(copy::LARGEST + 16));
    assert_eq!(of(copy::LARGEST + 17), Err(Unreadable::Wrong("payload")));
    assert_eq!(of(2 * copy::LARGEST), Err(Unreadable::TooLarge { most: LARGEST }));
}

#[test]
fn row_40_a_changed_file_is_never_opened() {
    let ours = family_locked();
    let plain = golden("copy-v1.json");
    // The strongest case: the right key, whatever the file says of salt and rounds.
    let key = *LEAST_KEY;
    assert_eq!(open(&ours).ok().and_then(|file| unlock(&file, key)), Some(plain.clone()));
    for place in 0..ours.len() {
        let mut bytes = ours.clone().into_bytes();
        bytes[place] ^= 1 << (place % 8);
        if let Some(opened) = open(&bytes).ok().and_then(|file| unlock(&file, key)) {
            assert_eq!(opened, plain, "byte {place}");
        }
        assert!(open(&ours.as_bytes()[..place]).is_err(), "cut at byte {place}");
    }
    let file = open(&ours).expect("it is sound");
    let wrong = self::key("cosy otter maps elan zoo", Header::LEAST_ROUNDS, &SALT);
    for _ in 0..5 {
        assert_eq!(unlock(&file, wrong), None, "no number of tries changes anything");
    }
    assert!(unlock(&file, key).is_some());
    let swapped = LockedFile::new(Header::new(SALT, IV), file.payload().to_vec()).expect("a possible length");
    assert_eq!(unlock(&swapped, key), None, "another file's header");
    let cut = LockedFile::new(*file.header(), file.payload()[1..].to_vec()).expect("a possible length");
    assert_eq!(unlock(&cut, key), None, "a byte less");
    assert_eq!(copy::open::<Json>(ours.as_bytes()), Err(Unreadable::Locked), "a page can ask for the passphrase");
}

#[test]
fn five_words_from_the_list_that_ships_are_strong() {
    let list = fs::read_to_string(root().join("public/words/en.txt")).expect("the list of words");
    let list = WordList::parse(&list).expect("every word is plain and there once");
    assert!(list.bits() >= 60.0, "{list:?}: {} bits", list.bits());
    let random: Vec<u8> = (0..WordList::BYTES).map(|place| u8::try_from(place * 37 % 256).expect("a byte")).collect();
    let drawn = list.draw(&random).expect("enough chance");
    assert_eq!(drawn.as_str().split(' ').count(), 5);
    assert!(Passphrase::chosen(drawn.as_str()) == Ok(drawn));
    let licence = fs::read_to_string(root().join("public/words/LICENCE.txt")).expect("whose words they are");
    for said in ["Electronic Frontier Foundation", "Creative Commons Attribution 3.0", &list.size().to_string()] {
        assert!(licence.replace(',', "").contains(said), "{said}");
    }
}

#[test]
fn the_page_that_opens_files_runs_its_own_script_and_asks_nobody() {
    use sha2::Digest as _;
    let page = fs::read_to_string(root().join("public/open/open-ringfence-file.html")).expect("the page");
    let between = |from: &str, to: &str| {
        let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no {from}"));
        rest.split_once(to).unwrap_or_else(|| panic!("no {to}")).0.to_owned()
    };
    let policy = between("Content-Security-Policy\" content=\"", "\">");
    for (tag, directive) in [("script", "script-src"), ("style", "style-src")] {
        let text = between(&format!("<{tag}>"), &format!("</{tag}>"));
        let digest = BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
        assert!(policy.contains(&format!("{directive} 'sha256-{digest}'")), "{tag} changed: its digest is {digest}");
        assert_eq!(page.matches(&format!("<{tag}")).count(), 1, "one {tag}");
    }
    assert!(policy.starts_with("default-src 'none';") && policy.contains("form-action 'none'"), "{policy}");
    for reaching in ["://", "src=", "href=", "innerHTML", "style=", "onclick", "fetch(", "localStorage"] {
        assert!(!page.contains(reaching), "{reaching}");
    }
    // The same words of the format that the domain writes.
    let locked = golden("locked-v1.ringfence");
    for part in ["ringfence-locked", "PBKDF2-HMAC-SHA-256", "AES-256-GCM"] {
        assert!(locked.contains(part) && page.contains(part), "{part}");
    }
}
