//! A copy that only its passphrase opens, as a file: what stands outside the lock, and what is inside.
//!
//! A small text and not raw bytes, so that mail, notes and chat programs carry it whole, and so that whoever finds it
//! years later can read in it how it was locked. Deriving the key and opening the lock are the browser's; the limits
//! are set here, before any of that work begins. docs/formats.md describes the file for other programs.

use std::fmt;

use serde::Serialize;

use crate::base64;
use crate::copy;
use crate::import::envelope::{self, Envelope};
use crate::import::unreadable::Unreadable;
use crate::saved::Notation;

/// What a locked file says first.
pub const FORMAT: &str = "ringfence-locked";
/// The version of the file round the lock. Every older one opens for ever: see `tests/fixtures/copies`.
pub const VERSION: u32 = 1;
/// The most bytes of a locked file: the largest copy and its seal in Base64, and some room for the names.
pub const LARGEST: usize = LARGEST_PAYLOAD.div_ceil(3) * 4 + 1024;
/// How the key is made from the passphrase: RFC 8018, section 5.2.
const KDF: &str = "PBKDF2-HMAC-SHA-256";
/// How the copy is locked: NIST SP 800-38D, a key of 256 bits, a seal of 128.
const CIPHER: &str = "AES-256-GCM";
/// The bytes that AES-GCM adds: its seal, which finds every change.
const SEAL: usize = 16;
const LARGEST_PAYLOAD: usize = copy::LARGEST + SEAL;

/// What stands outside the lock and is protected by its seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    rounds: u32,
    salt: [u8; 16],
    iv: [u8; 12],
}

/// A locked file. `Debug` shows how much is inside.
#[derive(Clone, PartialEq, Eq)]
pub struct LockedFile {
    header: Header,
    payload: Vec<u8>,
}

/// Why a lock did not close or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockError {
    /// This browser does no cryptography here: the address is not `https`, or the browser is very old.
    NoCrypto,
    /// The passphrase is wrong, or the file is damaged: nobody can tell which. Trying again is always possible.
    WrongOrDamaged,
    /// The browser failed at something it can do.
    Failed,
}

/// A locked file as it is written, its parts in this order.
#[derive(Serialize)]
struct Parts<'a> {
    format: &'a str,
    version: u32,
    kdf: &'a str,
    rounds: u32,
    cipher: &'a str,
    salt: &'a str,
    iv: &'a str,
    payload: &'a str,
}

/// The names of [`Parts`].
const NAMES: [&str; 8] = [envelope::FORMAT, "version", "kdf", "rounds", "cipher", "salt", "iv", "payload"];

impl Header {
    /// Rounds for a new file: OWASP's Password Storage Cheat Sheet for PBKDF2-HMAC-SHA-256, as of August 2026.
    pub const ROUNDS: u32 = 600_000;
    /// The fewest rounds a file may ask for: fewer make guessing cheap.
    pub const LEAST_ROUNDS: u32 = 100_000;
    /// The most rounds a file may ask for: more would keep a phone busy for minutes.
    pub const MOST_ROUNDS: u32 = 5_000_000;

    /// The header of a new file. Both runs of bytes are fresh random ones for every file: never use one twice.
    pub const fn new(salt: [u8; 16], iv: [u8; 12]) -> Self {
        Self { rounds: Self::ROUNDS, salt, iv }
    }

    /// How often PBKDF2 goes round.
    pub const fn rounds(&self) -> u32 {
        self.rounds
    }

    /// What makes the same passphrase another key in every file.
    pub const fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// AES-GCM's number used once.
    pub const fn iv(&self) -> &[u8; 12] {
        &self.iv
    }

    /// The bytes that AES-GCM seals together with the payload: all other parts of the file in order, as text, with a line
    /// feed between two. A header from another file, or a changed one, then opens nothing.
    pub fn additional_data(&self) -> Vec<u8> {
        let Self { rounds, salt, iv } = self;
        let (salt, iv) = (base64::encode(salt), base64::encode(iv));
        format!("{FORMAT}\n{VERSION}\n{KDF}\n{rounds}\n{CIPHER}\n{salt}\n{iv}").into_bytes()
    }
}

impl LockedFile {
    /// A file of a header and what AES-GCM made under it, its seal at the end; `None` when that has no possible length.
    pub fn new(header: Header, payload: Vec<u8>) -> Option<Self> {
        (SEAL + 1..=LARGEST_PAYLOAD).contains(&payload.len()).then_some(Self { header, payload })
    }

    /// What stands outside the lock.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// What AES-GCM made of the copy, with its seal at the end.
    pub fn payload(&self) -> &[u8] {
        &self.payload
    }

    /// Reads a locked file. Every number it asks for is within bounds afterwards.
    pub fn open<N: Notation>(bytes: &[u8]) -> Result<Self, Unreadable> {
        let envelope = Envelope::read::<N>(bytes, LARGEST, &[FORMAT])?;
        if envelope.format()? == FORMAT { Self::from_envelope(&envelope) } else { Err(Unreadable::NotLocked) }
    }

    pub(crate) fn from_envelope(envelope: &Envelope) -> Result<Self, Unreadable> {
        envelope.version("version", VERSION)?;
        envelope.has_only(&NAMES)?;
        for (part, known) in [("kdf", KDF), ("cipher", CIPHER)] {
            if envelope.text(part)? != known {
                return Err(Unreadable::Method(part));
            }
        }
        let (least, most) = (Header::LEAST_ROUNDS, Header::MOST_ROUNDS);
        let rounds = envelope.whole("rounds").ok().filter(|rounds| (least..=most).contains(rounds));
        let rounds = rounds.ok_or(Unreadable::Rounds { least, most })?;
        let header = Header { rounds, salt: exactly(envelope, "salt")?, iv: exactly(envelope, "iv")? };
        let payload = base64::decode(envelope.text("payload")?);
        payload.and_then(|payload| Self::new(header, payload)).ok_or(Unreadable::Wrong("payload"))
    }

    /// The text of the file; `None` only where the notation fails.
    pub fn save<N: Notation>(&self) -> Option<String> {
        N::write(&Parts {
            format: FORMAT,
            version: VERSION,
            kdf: KDF,
            rounds: self.header.rounds,
            cipher: CIPHER,
            salt: &base64::encode(&self.header.salt),
            iv: &base64::encode(&self.header.iv),
            payload: &base64::encode(&self.payload),
        })
    }
}

/// A part of exactly so many bytes.
fn exactly<const LENGTH: usize>(envelope: &Envelope, name: &'static str) -> Result<[u8; LENGTH], Unreadable> {
    let text = envelope.text(name)?;
    base64::decode(text).and_then(|bytes| bytes.try_into().ok()).ok_or(Unreadable::Wrong(name))
}

impl fmt::Debug for LockedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LockedFile({} bytes)", self.payload.len())
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoCrypto => "no cryptography",
            Self::WrongOrDamaged => "wrong passphrase or damaged file",
            Self::Failed => "the browser failed",
        })
    }
}
