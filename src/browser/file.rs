//! A file that a person picked in a field of the page.
//!
//! Its size is known before it is read; its name and kind are not asked.

use domain::import::unreadable::Unreadable;
use domain::import::{self, Import};
use domain::slip;
use leptos::web_sys;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use super::json::Json;

/// The file that is picked in the field of this id.
pub(crate) fn picked(field: &str) -> Option<web_sys::File> {
    let field = super::page::document()?.get_element_by_id(field)?;
    field.dyn_into::<web_sys::HtmlInputElement>().ok()?.files()?.get(0)
}

#[cfg(feature = "copies")]
/// Reads a copy from the file that is picked there.
pub(crate) async fn import(field: &str) -> Result<Import, Unreadable> {
    let file = picked(field).ok_or(Unreadable::Empty)?;
    #[expect(clippy::cast_precision_loss, reason = "a limit of two megabytes")]
    if file.size() > import::LARGEST as f64 {
        return Err(Unreadable::TooLarge { most: import::LARGEST });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable::NotText)?;
    offered(&js_sys::Uint8Array::new(&buffer).to_vec())
}

#[cfg(feature = "copies")]
/// Reads a copy from these bytes: a file of ours, or the slip of one phone.
pub(crate) fn offered(bytes: &[u8]) -> Result<Import, Unreadable> {
    match std::str::from_utf8(bytes) {
        Ok(text) if slip::is_slip(text) => slip::read(text).map(Import::Copy),
        _ => import::read::<Json>(bytes),
    }
}
