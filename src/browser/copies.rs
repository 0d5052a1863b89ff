//! Copies of the record as files: made, locked, and opened again.
//!
//! What they say and how they are locked is the domain's; here are only the browser's own tools.

use domain::copy::{self, Copy};
use domain::effect::File;
use domain::event::{FetchError, Refused};
use domain::import::unreadable::Unreadable;
use domain::import::{self, Import};
use domain::language::Language;
use domain::locked::{LockError, LockedFile};
use domain::moment::Moment;
use domain::passphrase::Passphrase;
use domain::picture::PictureError;
use domain::record::Record;
use domain::slip;
use domain::word_list::WordList;
use wasm_bindgen_futures::JsFuture;

use super::json::Json;
use super::{download, fetch, file, lock, picture};

/// What the files are called: their names tell nothing of what is in them.
const PLAIN: &str = "ringfence-phones.json";
const LOCKED: &str = "ringfence-phones.ringfence";

/// Offers a file that anybody can read.
pub(crate) fn save(record: &Record, made: Moment) -> Result<(), Refused> {
    let text = copy::save::<Json>(record, made).ok_or(Refused)?;
    download::save(PLAIN, &text)
}

/// Offers a file that opens with this passphrase.
pub(crate) async fn save_locked(record: &Record, made: Moment, passphrase: &Passphrase) -> Result<(), LockError> {
    let text = copy::save::<Json>(record, made).ok_or(LockError::Failed)?;
    let file = lock::lock(text.as_bytes(), passphrase).await?;
    let text = file.save::<Json>().ok_or(LockError::Failed)?;
    download::save(LOCKED, &text).map_err(|_| LockError::Failed)
}

/// Reads a copy from the file that is picked there.
pub(crate) async fn import(field: &str) -> Result<Import, Unreadable> {
    let file = file::picked(field).ok_or(Unreadable::Empty)?;
    #[expect(clippy::cast_precision_loss, reason = "a limit of two megabytes")]
    if file.size() > import::LARGEST as f64 {
        return Err(Unreadable::TooLarge { most: import::LARGEST });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable::NotText)?;
    offered(&js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Reads a copy from these bytes: a file of ours, or the slip of one phone.
pub(crate) fn offered(bytes: &[u8]) -> Result<Import, Unreadable> {
    match std::str::from_utf8(bytes) {
        Ok(text) if slip::is_slip(text) => slip::read(text).map(Import::Copy),
        _ => import::read::<Json>(bytes),
    }
}

/// Reads the slip of a phone from a picture of another device's screen.
pub(crate) async fn code(field: &str) -> Result<Import, Unreadable> {
    match picture::slip(field).await {
        Ok(Some(slip)) => offered(slip.as_bytes()),
        Ok(None) | Err(PictureError::NotAPicture | PictureError::TooLarge) => Err(Unreadable::NoCode),
        Err(PictureError::Unavailable) => Err(Unreadable::NoReader),
    }
}

/// What is in a locked file.
pub(crate) async fn unlock(file: &LockedFile, passphrase: &Passphrase) -> Result<Result<Copy, Unreadable>, LockError> {
    let plain = lock::unlock(file, passphrase).await?;
    Ok(copy::open::<Json>(&plain))
}

/// Words drawn by chance from the list of this language.
pub(crate) async fn draw(language: Language) -> Result<Passphrase, FetchError> {
    let list = fetch::bytes(File::Words(language)).await?;
    let list =
        std::str::from_utf8(&list).ok().and_then(|list| WordList::parse(list).ok()).ok_or(FetchError::Missing)?;
    let chance: [u8; WordList::BYTES] = lock::random().map_err(|_| FetchError::Missing)?;
    list.draw(&chance).ok_or(FetchError::Missing)
}
