//! How long nobody touched the page: keys, presses, the wheel. Movement alone is no touch, and neither is what scripts do.
//!
//! The clock on the wall is read, not a timer: a device that slept was not touched either.

use std::cell::Cell;
use std::ops::Range;

use leptos::web_sys;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use super::page::document;

/// What counts as a touch. A screen reader's press is a `click` alone.
const TOUCHES: [&str; 6] = ["keydown", "pointerdown", "touchmove", "wheel", "input", "click"];
/// How often the time is looked at, in milliseconds.
const OFTEN: u32 = 1_000;

thread_local! {
    /// When the page was touched last, in milliseconds since 1970.
    static TOUCHED: Cell<f64> = Cell::new(js_sys::Date::now());
}

/// Begins to listen.
pub(crate) fn listen() {
    let Some(document) = document() else { return };
    let touched = Closure::<dyn Fn(web_sys::Event)>::new(|_| TOUCHED.set(js_sys::Date::now()));
    for touch in TOUCHES {
        let _ = document.add_event_listener_with_callback_and_bool(touch, touched.as_ref().unchecked_ref(), true);
    }
    // It listens as long as the page lives.
    touched.forget();
}

/// Waits until the seconds without a touch lie outside the range, and tells them.
pub(crate) async fn outside(range: Range<u32>) -> u32 {
    loop {
        let seconds = untouched();
        if !range.contains(&seconds) {
            return seconds;
        }
        gloo::timers::future::TimeoutFuture::new(OFTEN).await;
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole seconds; what does not fit is long enough"
)]
fn untouched() -> u32 {
    let now = js_sys::Date::now();
    // A clock that was put back begins again.
    if now < TOUCHED.get() {
        TOUCHED.set(now);
    }
    ((now - TOUCHED.get()) / 1_000.0) as u32
}
