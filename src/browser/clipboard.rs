//! The clipboard, where the browser lets a page write to it.

use domain::event::Refused;
use leptos::web_sys;
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard.
pub(crate) async fn copy(text: &str) -> Result<(), Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    let clipboard = window.navigator().clipboard();
    // Where a page may not use it, the browser gives `undefined` instead of a clipboard.
    if wasm_bindgen::JsValue::from(clipboard.clone()).is_undefined() {
        return Err(Refused);
    }
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ()).map_err(|_| Refused)
}
