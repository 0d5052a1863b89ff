//! The clipboard and the share sheet, where the browser lets a page use them.

use domain::event::Refused;
use leptos::web_sys;
#[cfg(any(feature = "copies", feature = "area"))]
use wasm_bindgen::JsCast as _;
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

/// Hands a text to the device's own share sheet. `Ok(false)`: it was closed without sharing.
#[cfg(any(feature = "copies", feature = "area"))]
pub(crate) async fn share(text: &str) -> Result<bool, Refused> {
    let navigator = web_sys::window().ok_or(Refused)?.navigator();
    // Many desktop browsers have no share sheet.
    if !js_sys::Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function()) {
        return Err(Refused);
    }
    let data = web_sys::ShareData::new();
    data.set_text(text);
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => Ok(true),
        Err(why) if why.dyn_ref::<web_sys::DomException>().is_some_and(|why| why.name() == "AbortError") => Ok(false),
        Err(_) => Err(Refused),
    }
}
