//! A file that a person picked in a field of the page.
//!
//! Its size is known before it is read; its name and kind are not asked.

use leptos::web_sys;
use wasm_bindgen::JsCast as _;

/// The file that is picked in the field of this id; the field is empty afterwards.
pub(crate) fn picked(field: &str) -> Option<web_sys::File> {
    let field = super::page::document()?.get_element_by_id(field)?;
    let field = field.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    let file = field.files()?.get(0);
    // So that choosing the same file again is a change again.
    field.set_value("");
    file
}
