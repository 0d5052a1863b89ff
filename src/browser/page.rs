//! The page itself: its words, its focus, its printer, its clock.

#[cfg(feature = "stolen")]
use domain::clock::Clock;
use domain::event::Now;
use leptos::web_sys;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use crate::parts::said::Said;

/// The id of the data block that carries the words of this page's islands.
const WORDS: &str = "words";
/// How the keys of such addresses end.
const ADDRESS: &str = ".address";

/// The words of this page's islands, from the data block the prerender wrote into it.
pub(crate) fn words() -> Said {
    document()
        .and_then(|document| document.get_element_by_id(WORDS)?.text_content())
        .and_then(|json| serde_json::from_str(&json).ok())
        .map(with_origin)
        .unwrap_or_default()
}

/// An address that is to be read on paper or by another device needs the host it came from.
fn with_origin(mut said: Said) -> Said {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    for (key, address) in &mut said {
        if key.ends_with(ADDRESS) && address.starts_with('/') {
            address.insert_str(0, &origin);
        }
    }
    said
}

/// The local date and time, as the person's own clock shows it.
pub(crate) fn now() -> Now {
    let date = js_sys::Date::new_0();
    Now {
        year: i32::try_from(date.get_full_year()).unwrap_or_default(),
        month: u8::try_from(date.get_month() + 1).unwrap_or(1),
        day: u8::try_from(date.get_date()).unwrap_or(1),
        hour: u8::try_from(date.get_hours()).unwrap_or_default(),
        minute: u8::try_from(date.get_minutes()).unwrap_or_default(),
    }
}

/// The clock of this device: the name of its zone, as far as the browser tells it, and how far it is from UTC now.
#[cfg(feature = "stolen")]
pub(crate) fn clock() -> Clock {
    let told = js_sys::Intl::DateTimeFormat::default().resolved_options();
    let zone = js_sys::Reflect::get(&told, &"timeZone".into()).ok().and_then(|zone| zone.as_string());
    let ahead = -js_sys::Date::new_0().get_timezone_offset();
    #[expect(clippy::cast_possible_truncation, reason = "minutes of less than a day")]
    let ahead = ahead as i16;
    Clock::of(&zone.unwrap_or_default(), ahead).unwrap_or_default()
}

/// Calls back when the page comes back from the browser's memory, as after Back: another page may have written since.
pub(crate) fn on_return(tell: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let heard = Closure::<dyn Fn(web_sys::PageTransitionEvent)>::new(move |event: web_sys::PageTransitionEvent| {
        if event.persisted() {
            tell();
        }
    });
    let _ = window.add_event_listener_with_callback("pageshow", heard.as_ref().unchecked_ref());
    // It listens as long as the page lives.
    heard.forget();
}

/// Opens the print dialogue, once the page shows what is to be printed. A browser without one does nothing.
pub(crate) async fn print() {
    gloo::timers::future::TimeoutFuture::new(0).await;
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Waits as long as a person who types may think between two digits.
pub(crate) async fn pause() {
    gloo::timers::future::TimeoutFuture::new(1_500).await;
}

/// Moves the focus to an element of this page, once it is there. What is folded away is unfolded first.
pub(crate) async fn focus(id: &str) {
    gloo::timers::future::TimeoutFuture::new(0).await;
    let element = document().and_then(|document| document.get_element_by_id(id)?.dyn_into().ok());
    if let Some(element) = element {
        let element: web_sys::HtmlElement = element;
        if let Ok(Some(folded)) = element.closest("details") {
            let _ = folded.set_attribute("open", "");
        }
        let _ = element.focus();
    }
}

/// Selects the whole text of a field, once it is there and not folded away. Who has gone on meanwhile is not fetched back.
#[cfg(any(feature = "record", feature = "copies"))]
pub(crate) async fn select(id: &str) {
    gloo::timers::future::TimeoutFuture::new(0).await;
    let Some(document) = document() else { return };
    let field = document.get_element_by_id(id).and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let Some(field) = field else { return };
    let Ok(Some(fold)) = field.closest("details[open]") else { return };
    // In the field, on the head of its fold, or nowhere: some browsers give a pressed head no focus.
    let here = document.active_element().is_none_or(|now| fold.contains(Some(&now)) || now.contains(Some(&fold)));
    if here {
        let _ = field.focus();
        field.select();
    }
}

/// Wakes the islands inside an element that came into the page after it woke: the page's script knows them by name.
#[cfg(feature = "secure")]
pub(crate) fn wake(element: &web_sys::Element) {
    let waker = js_sys::Reflect::get(&js_sys::global(), &"wakeIslands".into());
    if let Some(waker) = waker.ok().and_then(|waker| waker.dyn_into::<js_sys::Function>().ok()) {
        // What does not wake stays plain text: the guide's own page still takes answers.
        let _ = waker.call1(&wasm_bindgen::JsValue::NULL, element);
    }
}

pub(crate) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
