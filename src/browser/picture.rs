//! Phones' numbers from a picture that somebody chose or took, read on the device.
//!
//! The browser's own `BarcodeDetector` where there is one, because it costs nothing; else, or when it sees nothing, the
//! worker that `src/barcode` becomes. The picture is drawn on a canvas that no page shows, and goes nowhere else.

use domain::imei::Imei;
use domain::picture::{self, PictureError, Sighting};
use domain::slip;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::web_sys;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The longest side that is looked at, in pixels: a label that fills a quarter of it is still sharp.
const LONGEST: f64 = 2000.0;
/// Larger files are not opened, in bytes: no phone's photograph is as large.
const LARGEST_FILE: f64 = 64.0 * 1024.0 * 1024.0;
/// The second look of the detector, so that two reads can agree.
const SMALLER: f64 = 0.7;
/// What the page's script calls the function that starts the worker (`src/publish/boot.rs`).
const START: &str = "startReader";
/// What the detector looks for, by the names of the Barcode Detection API.
const FORMATS: [&str; 4] = ["code_128", "code_39", "data_matrix", "qr_code"];
/// Those of them that are bars.
const LINEAR: [&str; 2] = ["code_128", "code_39"];

/// What is in a picture. A bundle asks for one or the other.
#[cfg_attr(not(all(feature = "record", feature = "copies")), expect(dead_code, reason = "read by the other bundle"))]
struct Found {
    sightings: Vec<Sighting>,
    slip: Option<String>,
}

/// The numbers in the picture that was picked in a field. `told` hears how far the worker is, in looks done and looks there
/// will be at most. An empty answer: nothing was found.
#[cfg(feature = "record")]
pub(crate) async fn numbers(field: &str, told: impl FnMut(u32, u32) + 'static) -> Result<Vec<Sighting>, PictureError> {
    Ok(read(field, told).await?.sightings)
}

/// The slip of a phone in the picture that was picked in a field.
#[cfg(feature = "copies")]
pub(crate) async fn slip(field: &str) -> Result<Option<String>, PictureError> {
    Ok(read(field, |_, _| {}).await?.slip)
}

async fn read(field: &str, told: impl FnMut(u32, u32) + 'static) -> Result<Found, PictureError> {
    let picture = super::file::picked(field).ok_or(PictureError::NotAPicture)?;
    if picture.size() > LARGEST_FILE {
        return Err(PictureError::TooLarge);
    }
    let bitmap = open(&picture).await.map_err(|_| PictureError::NotAPicture)?;
    let full = draw(&bitmap, LONGEST).map_err(|_| PictureError::NotAPicture)?;
    if let Some(detector) = detector().await {
        let seen = detected(&detector, &full).await;
        if !seen.is_empty() {
            let again = match draw(&bitmap, LONGEST * SMALLER) {
                Ok(smaller) => detected(&detector, &smaller).await,
                Err(_) => Vec::new(),
            };
            return Ok(found(&seen, &again));
        }
    }
    let message = pixels(&full).map_err(|_| PictureError::NotAPicture)?;
    let worker = Running(start().await.map_err(|_| PictureError::Unavailable)?);
    ask(&worker.0, &message, told).await
}

/// What the texts of two looks say.
fn found(seen: &[(String, bool)], again: &[(String, bool)]) -> Found {
    let numbers = |texts: &[(String, bool)]| {
        let mut once: Vec<Imei> = Vec::new();
        for imei in texts.iter().flat_map(|(text, in_bars)| picture::numbers(text, *in_bars)) {
            if !once.contains(&imei) {
                once.push(imei);
            }
        }
        once
    };
    let second = numbers(again);
    let sighting = |imei: Imei| Sighting { imei, agreed: second.contains(&imei) };
    Found {
        sightings: numbers(seen).into_iter().map(sighting).collect(),
        slip: seen.iter().map(|(text, _)| text).find(|text| slip::read(text).is_ok()).cloned(),
    }
}

/// The worker, started by the page's script: it alone may name a worker's address to the browser.
async fn start() -> Result<web_sys::Worker, JsValue> {
    let start: Function = Reflect::get(&js_sys::global(), &START.into())?.dyn_into()?;
    JsFuture::from(Promise::resolve(&start.call0(&JsValue::UNDEFINED)?)).await?.dyn_into()
}

/// A worker that ends when nobody waits for it any more.
struct Running(web_sys::Worker);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

async fn open(picture: &web_sys::Blob) -> Result<web_sys::ImageBitmap, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.create_image_bitmap_with_blob(picture)?).await?.dyn_into()
}

/// The picture on a canvas of its own, its longer side at most `longest` pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a side between one pixel and two thousand"
)]
fn draw(bitmap: &web_sys::ImageBitmap, longest: f64) -> Result<web_sys::HtmlCanvasElement, JsValue> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (longest / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let document = super::page::document().ok_or(JsValue::NULL)?;
    let canvas: web_sys::HtmlCanvasElement =
        document.create_element("canvas")?.dyn_into().map_err(|_| JsValue::NULL)?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    context(&canvas)?.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

fn context(canvas: &web_sys::HtmlCanvasElement) -> Result<web_sys::CanvasRenderingContext2d, JsValue> {
    canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into().map_err(|_| JsValue::NULL)
}

/// What the worker is sent: `{ pixels, width, height }`.
fn pixels(canvas: &web_sys::HtmlCanvasElement) -> Result<Object, JsValue> {
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let image = context(canvas)?.get_image_data(0.0, 0.0, width, height)?;
    let pixels = Uint8Array::from(image.data().0.as_slice());
    let message = Object::new();
    Reflect::set(&message, &"pixels".into(), &pixels.buffer())?;
    Reflect::set(&message, &"width".into(), &width.into())?;
    Reflect::set(&message, &"height".into(), &height.into())?;
    Ok(message)
}

/// The browser's own detector, if it knows the code of nearly every box.
async fn detector() -> Option<JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &"BarcodeDetector".into()).ok()?.dyn_into().ok()?;
    let supported = called(&class, "getSupportedFormats", &JsValue::UNDEFINED).await.ok()?;
    let supported: Array = supported.dyn_into().ok()?;
    let wanted: Array =
        FORMATS.iter().map(|format| JsValue::from_str(format)).filter(|format| supported.includes(format, 0)).collect();
    if !wanted.includes(&FORMATS[0].into(), 0) {
        return None;
    }
    let settings = Object::new();
    Reflect::set(&settings, &"formats".into(), &wanted).ok()?;
    Reflect::construct(&class, &Array::of1(&settings)).ok()
}

/// The texts that the detector sees, each with whether it stood in bars.
async fn detected(detector: &JsValue, canvas: &web_sys::HtmlCanvasElement) -> Vec<(String, bool)> {
    let Ok(codes) = called(detector, "detect", canvas).await else { return Vec::new() };
    let in_bars = |code: &JsValue| text(code, "format").is_some_and(|format| LINEAR.contains(&format.as_str()));
    let codes = Array::from(&codes);
    codes.iter().filter_map(|code| Some((text(&code, "rawValue")?, in_bars(&code)))).collect()
}

async fn ask(
    worker: &web_sys::Worker,
    message: &Object,
    told: impl FnMut(u32, u32) + 'static,
) -> Result<Found, PictureError> {
    let mut hear: Option<Closure<dyn FnMut(web_sys::MessageEvent)>> = None;
    let mut fail: Option<Closure<dyn FnMut(JsValue)>> = None;
    // A promise calls back once, and only then is there somebody to answer.
    let mut told = Some(told);
    let answer = Promise::new(&mut |resolve, reject| {
        let Some(mut told) = told.take() else { return };
        hear = Some(Closure::new(move |event: web_sys::MessageEvent| {
            let data = event.data();
            match text(&data, "kind").as_deref() {
                Some("looking") => told(count(&data, "done"), count(&data, "most")),
                Some("done" | "failed") => drop(resolve.call1(&JsValue::NULL, &data)),
                _ => {}
            }
        }));
        fail = Some(Closure::new(move |_| drop(reject.call0(&JsValue::NULL))));
    });
    worker.set_onmessage(hear.as_ref().map(|hear| hear.as_ref().unchecked_ref()));
    worker.set_onerror(fail.as_ref().map(|fail| fail.as_ref().unchecked_ref()));
    worker.post_message(message).map_err(|_| PictureError::Unavailable)?;
    let answer = JsFuture::from(answer).await.map_err(|_| PictureError::Unavailable)?;
    match text(&answer, "why").as_deref() {
        None => Ok(Found { sightings: sights(&answer), slip: text(&answer, "slip").filter(|slip| !slip.is_empty()) }),
        Some("small" | "large" | "length") => Err(PictureError::TooLarge),
        Some(_) => Err(PictureError::Unavailable),
    }
}

fn sights(answer: &JsValue) -> Vec<Sighting> {
    let hits = Reflect::get(answer, &"hits".into()).map(|hits| Array::from(&hits)).unwrap_or_default();
    let sight = |hit: JsValue| {
        let agreed = Reflect::get(&hit, &"agreed".into()).is_ok_and(|agreed| agreed.is_truthy());
        Some(Sighting { imei: text(&hit, "number")?.parse().ok()?, agreed })
    };
    hits.iter().filter_map(sight).collect()
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of looks, below a thousand")]
fn count(object: &JsValue, name: &str) -> u32 {
    Reflect::get(object, &name.into()).ok().and_then(|count| count.as_f64()).unwrap_or_default() as u32
}

/// What a method that answers later answers.
async fn called(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    JsFuture::from(Promise::resolve(&method.call1(object, argument)?)).await
}
