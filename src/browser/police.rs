//! The one door to another host: data.police.uk, asked only when a person pressed the button that names it.
//!
//! No cookie, no referrer and no cache go with a question, and no redirect is followed. What an answer means, `domain`
//! says; here its JSON is read by the browser, and of each entry only what counting needs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::newer::query::Request;
use domain::newer::reply::{Body, Entry, MOST_ENTRIES, Refusal, Reply};
use domain::newer::{News, Task};
use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Reflect, SyntaxError};
use leptos::web_sys::{
    self, AbortController, AbortSignal, Headers, RequestCache, RequestCredentials, RequestInit, RequestRedirect,
    Response,
};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::kept_months;

/// How long one answer may take until it is whole, in milliseconds.
const PATIENCE: u32 = 15_000;
/// No list of `MOST_ENTRIES` is longer than so many bytes.
const MOST_BYTES: u32 = 16 << 20;

thread_local! {
    /// Breaks off each question that is under way.
    static UNDER_WAY: RefCell<Vec<AbortController>> = const { RefCell::new(Vec::new()) };
}

/// Does one part of the question.
pub(crate) async fn perform(task: Task) -> Option<News> {
    match task {
        Task::Recall(place) => Some(News::Recalled(place, kept_months::load(place).await)),
        Task::Ask(call, request) => Some(News::Replied(call, ask(&request).await)),
        Task::Wait(call, milliseconds) => {
            TimeoutFuture::new(milliseconds).await;
            Some(News::Waited(call))
        }
        Task::Keep(place, months) => {
            kept_months::save(place, &months).await;
            None
        }
        Task::Stop => {
            UNDER_WAY.take().iter().for_each(AbortController::abort);
            None
        }
    }
}

async fn ask(request: &Request) -> Result<Reply, Refusal> {
    let controller = AbortController::new().map_err(|_| Refusal::Unreachable)?;
    let late = Rc::new(Cell::new(false));
    let timeout = {
        let (controller, late) = (controller.clone(), Rc::clone(&late));
        Timeout::new(PATIENCE, move || {
            late.set(true);
            controller.abort();
        })
    };
    UNDER_WAY.with_borrow_mut(|all| all.push(controller.clone()));
    let reply = reply(request, &controller.signal()).await;
    UNDER_WAY.with_borrow_mut(|all| all.retain(|one| *one != controller));
    drop(timeout);
    // What is left of an answer that nobody reads is not waited for.
    controller.abort();
    reply.map_err(|_| if late.get() { Refusal::Slow } else { Refusal::Unreachable })
}

async fn reply(request: &Request, signal: &AbortSignal) -> Result<Reply, JsValue> {
    let init = RequestInit::new();
    init.set_signal(Some(signal));
    init.set_credentials(RequestCredentials::Omit);
    init.set_redirect(RequestRedirect::Error);
    init.set_cache(RequestCache::NoStore);
    init.set_referrer("");
    if let Some(form) = request.form() {
        // A form needs no leave beforehand, as other kinds of body would.
        let headers = Headers::new()?;
        headers.set("Content-Type", "application/x-www-form-urlencoded")?;
        init.set_method("POST");
        init.set_headers(&headers);
        init.set_body(&form.into());
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let answer: Response =
        JsFuture::from(window.fetch_with_str_and_init(request.address(), &init)).await?.dyn_into()?;
    let number = |name: &str| answer.headers().get(name).ok().flatten().and_then(|text| text.parse::<u32>().ok());
    let length = number("Content-Length").unwrap_or_default();
    let body = if answer.status() == 200 && length <= MOST_BYTES { body(&answer).await? } else { Body::Other };
    Ok(Reply { status: answer.status(), retry_after: number("Retry-After"), body })
}

/// An answer that breaks off is an error of its connection; one that came whole and is no JSON is another thing.
async fn body(answer: &Response) -> Result<Body, JsValue> {
    let value = match JsFuture::from(answer.json()?).await {
        Ok(value) => value,
        Err(why) if why.is_instance_of::<SyntaxError>() => return Ok(Body::Other),
        Err(why) => return Err(why),
    };
    let Some(list) = value.dyn_ref::<Array>() else {
        let date = text(&value, "date");
        return Ok(if date.is_empty() { Body::Other } else { Body::Date(date) });
    };
    if list.length() as usize > MOST_ENTRIES {
        return Ok(Body::Long);
    }
    Ok(Body::List(list.iter().map(|entry| self::entry(&entry)).collect()))
}

fn entry(value: &JsValue) -> Entry {
    Entry {
        category: text(value, "category"),
        month: text(value, "month"),
        persistent_id: text(value, "persistent_id"),
        id: text(value, "id"),
    }
}

/// One field as text; a whole number is its digits, and anything else is nothing.
fn text(value: &JsValue, name: &str) -> String {
    let Ok(field) = Reflect::get(value, &name.into()) else { return String::new() };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` stops at the limits of u64")]
    let number = || field.as_f64().map(|number| (number as u64).to_string());
    field.as_string().or_else(number).unwrap_or_default()
}
