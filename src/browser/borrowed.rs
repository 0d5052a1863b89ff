//! The fact that a device is borrowed, on its way from page to page: in the fragment of a link, nowhere else.
//!
//! A page that was reached so keeps nothing, and hands the fact on with its own links.

use std::cell::Cell;

use domain::device::{BORROWED, Departure};
use leptos::web_sys::{self, HtmlAnchorElement};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use super::page::document;

/// What a person does to a link before the browser follows it.
const PRESSES: [&str; 3] = ["click", "auxclick", "contextmenu"];

thread_local! {
    /// Whether this page was reached from one on a borrowed device.
    static REACHED: Cell<bool> = const { Cell::new(false) };
}

/// Was this page reached from one on a borrowed device?
pub(crate) fn is_borrowed() -> bool {
    REACHED.get()
}

/// Reads the fact from the address, and keeps it there when a link within the page takes its place: a page that is loaded
/// again has to know.
pub(crate) fn listen() {
    let Some(window) = web_sys::window() else { return };
    let fact = format!("#{BORROWED}");
    if window.location().hash().is_ok_and(|hash| hash == fact) {
        REACHED.set(true);
        let moved = Closure::<dyn Fn()>::new(move || {
            if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
                let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&fact));
            }
        });
        let _ = window.add_event_listener_with_callback("hashchange", moved.as_ref().unchecked_ref());
        moved.forget();
    }
}

/// Asks how to leave whenever a link is about to be followed.
pub(crate) fn on_departure(decide: impl Fn() -> Departure + 'static) {
    let Some(document) = document() else { return };
    let pressed = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok()?);
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
            prepare(&link, decide());
        }
    });
    for press in PRESSES {
        let _ = document.add_event_listener_with_callback_and_bool(press, pressed.as_ref().unchecked_ref(), true);
    }
    pressed.forget();
}

/// Gives a link that leads off the page its tab and its fragment.
fn prepare(link: &HtmlAnchorElement, departure: Departure) {
    let stays = link.get_attribute("href").is_some_and(|address| address.starts_with('#'));
    // `_self` marks the way out; a call, a mail and a file to save leave the page where it is.
    if stays || link.target() == "_self" || !link.protocol().starts_with("http") {
        return;
    }
    link.set_target(if departure.new_tab { "_blank" } else { "" });
    let ours = web_sys::window().and_then(|window| window.location().origin().ok()) == Some(link.origin());
    let marked = link.hash().strip_prefix('#') == Some(BORROWED);
    if ours && departure.borrowed && link.hash().is_empty() {
        link.set_hash(BORROWED);
    } else if ours && marked && !departure.borrowed {
        link.set_hash("");
    }
}
