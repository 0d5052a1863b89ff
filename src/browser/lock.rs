//! Locking a copy with a passphrase, and opening it again, by the browser's own WebCrypto.
//!
//! Chance, the key and the lock come from the browser and never leave it; which bytes are locked how, and within which
//! limits, `domain::locked` says.

use domain::locked::{Header, LockError, LockedFile};
use domain::passphrase::Passphrase;
use js_sys::{Array, JsString, Uint8Array};
use leptos::web_sys::{self, AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

const CIPHER: &str = "AES-GCM";
const KDF: &str = "PBKDF2";
const HASH: &str = "SHA-256";
const KEY_BITS: u32 = 256;

/// Locks these bytes under a salt and a number that were never used before.
pub(crate) async fn lock(plain: &[u8], passphrase: &Passphrase) -> Result<LockedFile, LockError> {
    let subtle = subtle()?;
    let header = Header::new(random()?, random()?);
    let key = key(&subtle, &header, passphrase, "encrypt").await?;
    let sealing = subtle.encrypt_with_object_and_u8_array(&settings(&header), &key, plain);
    let payload = bytes(sealing).await.map_err(|_| LockError::Failed)?;
    LockedFile::new(header, payload).ok_or(LockError::Failed)
}

/// The bytes inside a locked file. A wrong passphrase, a damaged file and another file's header are told alike: AES-GCM
/// cannot tell them apart, and neither could anybody who guesses.
pub(crate) async fn unlock(file: &LockedFile, passphrase: &Passphrase) -> Result<Vec<u8>, LockError> {
    let subtle = subtle()?;
    let key = key(&subtle, file.header(), passphrase, "decrypt").await?;
    let opening = subtle.decrypt_with_object_and_u8_array(&settings(file.header()), &key, file.payload());
    bytes(opening).await.map_err(|_| LockError::WrongOrDamaged)
}

/// Bytes that nobody can foresee.
pub(crate) fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], LockError> {
    let mut bytes = [0; LENGTH];
    crypto()?.get_random_values_with_u8_array(&mut bytes).map_err(|_| LockError::NoCrypto)?;
    Ok(bytes)
}

fn crypto() -> Result<Crypto, LockError> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.filter(|crypto| !crypto.is_undefined()).ok_or(LockError::NoCrypto)
}

/// Browsers leave it out where a page came over plain `http`.
fn subtle() -> Result<SubtleCrypto, LockError> {
    Some(crypto()?.subtle()).filter(|subtle| !subtle.is_undefined()).ok_or(LockError::NoCrypto)
}

/// The key that a passphrase makes under this header, good for one thing only and never shown.
async fn key(
    subtle: &SubtleCrypto,
    header: &Header,
    passphrase: &Passphrase,
    usage: &str,
) -> Result<CryptoKey, LockError> {
    // One form for every keyboard: "é" may be one sign or two.
    let typed = String::from(JsString::from(passphrase.as_str()).normalize("NFC"));
    let secret = Uint8Array::from(typed.as_bytes());
    let may = |what: &str| Array::of1(&what.into());
    let secret = subtle.import_key_with_str("raw", &secret, KDF, false, &may("deriveKey"));
    let secret: CryptoKey = value(secret).await.and_then(JsValue::dyn_into).map_err(|_| LockError::Failed)?;
    let salt = Uint8Array::from(header.salt().as_slice());
    let deriving = subtle.derive_key_with_object_and_object(
        &Pbkdf2Params::new_with_str(KDF, HASH, header.rounds(), &salt),
        &secret,
        &AesDerivedKeyParams::new(CIPHER, KEY_BITS),
        false,
        &may(usage),
    );
    value(deriving).await.and_then(JsValue::dyn_into).map_err(|_| LockError::Failed)
}

fn settings(header: &Header) -> AesGcmParams {
    let settings = AesGcmParams::new_with_u8_array(CIPHER, &Uint8Array::from(header.iv().as_slice()));
    settings.set_additional_data_u8_array(&Uint8Array::from(header.additional_data().as_slice()));
    settings
}

async fn value(promise: Result<js_sys::Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

async fn bytes(promise: Result<js_sys::Promise, JsValue>) -> Result<Vec<u8>, JsValue> {
    value(promise).await.map(|buffer| Uint8Array::new(&buffer).to_vec())
}
