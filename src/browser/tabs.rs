//! Other tabs of this site: told when something was kept or deleted, and heard when they did.
//!
//! Nothing is sent but the fact: whoever hears it looks at the store.

use leptos::web_sys;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// The name of the channel. Every tab of this site listens to it, and nobody else can.
const CHANNEL: &str = "ringfence";

thread_local! {
    /// One for the page: a tab does not hear itself.
    static OURS: Option<web_sys::BroadcastChannel> = web_sys::BroadcastChannel::new(CHANNEL).ok();
}

/// Tells the other tabs that the store holds something else now.
pub(crate) fn tell() {
    OURS.with(|channel| channel.as_ref().map(|channel| channel.post_message(&true.into())));
}

/// Calls back when another tab told so. A browser without such channels never does; its pages look when they come back.
pub(crate) fn on_change(heard: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn()>::new(heard);
    OURS.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
    });
    // It listens as long as the page lives.
    heard.forget();
}
