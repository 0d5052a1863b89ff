//! Files of this site that a page asks for when it needs them.

#[cfg(any(feature = "stolen", feature = "area", feature = "copies"))]
use domain::effect::File;
use domain::event::FetchError;
use leptos::web_sys;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// The bytes of one file of this site.
#[cfg(any(feature = "stolen", feature = "area", feature = "copies"))]
pub(crate) async fn bytes(file: File) -> Result<Vec<u8>, FetchError> {
    let answer = answer(&file.address()).await?;
    let buffer = answer.array_buffer().map_err(|_| FetchError::Unreachable)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| FetchError::Unreachable)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The text of one page of this site.
#[cfg(any(feature = "stolen", feature = "secure"))]
pub(crate) async fn text(address: &str) -> Result<String, FetchError> {
    let answer = answer(address).await?;
    let text = answer.text().map_err(|_| FetchError::Unreachable)?;
    let text = JsFuture::from(text).await.map_err(|_| FetchError::Unreachable)?;
    text.as_string().ok_or(FetchError::Unreachable)
}

async fn answer(address: &str) -> Result<web_sys::Response, FetchError> {
    let window = web_sys::window().ok_or(FetchError::Unreachable)?;
    let answer = JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| FetchError::Unreachable)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| FetchError::Unreachable)?;
    if !answer.ok() {
        return Err(FetchError::Missing);
    }
    Ok(answer)
}
