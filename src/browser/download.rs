//! Saving a text as a file, without asking any server.

use domain::event::Refused;
use leptos::web_sys;
use wasm_bindgen::{JsCast as _, JsValue};

/// How long the browser may take to read a text that is saved, in milliseconds.
const FORGET: u32 = 60_000;

/// Offers a text as a download.
pub(crate) fn save(name: &str, text: &str) -> Result<(), Refused> {
    try_save(name, text).map_err(|_| Refused)
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let document = super::page::document().ok_or(JsValue::NULL)?;
    let settings = web_sys::BlobPropertyBag::new();
    // A phone's calendar opens only what says that it is for one.
    let kind =
        if name.rsplit('.').next() == Some("ics") { "text/calendar;charset=utf-8" } else { "text/plain;charset=utf-8" };
    settings.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &settings)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(|_| JsValue::NULL)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers read the text only after the press was handled.
    let forget = move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    };
    gloo::timers::callback::Timeout::new(FORGET, forget).forget();
    Ok(())
}
