//! Where the device is, asked only when the domain asks; and which area an address or the pointer names.
//!
//! The position goes to the domain and nowhere else.

use domain::atlas::Turn;
use domain::event::Event;
use domain::place::AreaCode;
use domain::whereabouts::{Fix, NoFix};
use leptos::web_sys;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::page::document;

/// How long a device may look for itself, in milliseconds.
const PATIENCE: u32 = 15_000;

/// Asks the device where it is.
pub(crate) async fn locate() -> Result<Fix, NoFix> {
    let navigator = web_sys::window().ok_or(NoFix::Missing)?.navigator();
    let geolocation = navigator.geolocation().map_err(|_| NoFix::Missing)?;
    // Where a browser has none, it gives `undefined`.
    if JsValue::from(geolocation.clone()).is_undefined() {
        return Err(NoFix::Missing);
    }
    let options = web_sys::PositionOptions::new();
    options.set_timeout(PATIENCE);
    options.set_enable_high_accuracy(true);
    let asked = js_sys::Promise::new(&mut |found, failed| {
        let _ = geolocation.get_current_position_with_error_callback_and_options(&found, Some(&failed), &options);
    });
    match JsFuture::from(asked).await {
        Ok(position) => {
            let position: web_sys::Position = position.unchecked_into();
            let at = position.coords();
            Fix::new(at.longitude(), at.latitude(), at.accuracy()).ok_or(NoFix::Unavailable)
        }
        Err(why) => Err(match why.unchecked_into::<web_sys::PositionError>().code() {
            web_sys::PositionError::PERMISSION_DENIED => NoFix::Refused,
            web_sys::PositionError::TIMEOUT => NoFix::Slow,
            _ => NoFix::Unavailable,
        }),
    }
}

/// Tells which area the address names, now and whenever it changes, and which one the pointer or the focus comes to.
pub(crate) fn listen(tell: impl Fn(Event) + Clone + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let name = {
        let (window, tell) = (window.clone(), tell.clone());
        move || {
            let fragment = window.location().hash().unwrap_or_default();
            if let Some(code) = fragment.strip_prefix('#').filter(|code| !code.is_empty()) {
                tell(Event::AreaNamed(code.to_owned()));
            }
        }
    };
    let named = Closure::<dyn Fn()>::new(name);
    let _ = window.add_event_listener_with_callback("hashchange", named.as_ref().unchecked_ref());
    // The first view of an island must equal its prerendered HTML: the address is read after all have woken.
    let _ = window.set_timeout_with_callback(named.as_ref().unchecked_ref());
    named.forget();
    let last = std::cell::Cell::new(None);
    let pointed = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let code = target.and_then(|target| target.closest("[data-area]").ok()??.get_attribute("data-area"));
        let code: Option<AreaCode> = code.and_then(|code| code.parse().ok());
        if code.is_some() && last.replace(code) != code {
            tell(Event::Atlas(Turn::Pointed(code)));
        }
    });
    for come in ["pointerover", "focusin"] {
        let _ = document.add_event_listener_with_callback(come, pointed.as_ref().unchecked_ref());
    }
    pointed.forget();
}
