//! The way off a borrowed device: fields are emptied, the page is taken down, and the last page takes its place.

use domain::language::Language;
use domain::route::Route;
use leptos::web_sys::{self, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use super::page::document;

/// Empties every field of the page, also those whose text no part of the page has heard of yet.
pub(crate) fn clear() {
    let fields = document().and_then(|document| document.query_selector_all("input, textarea, select").ok());
    let Some(fields) = fields else { return };
    for field in (0..fields.length()).filter_map(|place| fields.item(place)) {
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            // The text of a choice is the name of its answer.
            if matches!(input.type_().as_str(), "radio" | "checkbox") {
                input.set_checked(false);
            } else {
                input.set_value("");
            }
        } else if let Some(text) = field.dyn_ref::<HtmlTextAreaElement>() {
            text.set_value("");
        } else if let Some(list) = field.dyn_ref::<HtmlSelectElement>() {
            list.set_value("");
        }
    }
}

/// Takes everything off the page at once, however long the next one takes, and puts that in its place in the history.
pub(crate) fn leave(language: Language) {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.replace_children_with_node_0();
    }
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&Route::Left.address(language));
    }
}

/// Calls back when the page is left, by whatever way. One that was taken down and is brought back by Back loads anew.
pub(crate) fn on_leaving(tell: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let left = Closure::<dyn Fn()>::new(tell);
    let _ = window.add_event_listener_with_callback("pagehide", left.as_ref().unchecked_ref());
    left.forget();
    let back = Closure::<dyn Fn()>::new(|| {
        let empty = document().and_then(|document| document.body()).is_some_and(|body| body.child_element_count() == 0);
        if let Some(window) = web_sys::window().filter(|_| empty) {
            let _ = window.location().reload();
        }
    });
    let _ = window.add_event_listener_with_callback("pageshow", back.as_ref().unchecked_ref());
    back.forget();
}
