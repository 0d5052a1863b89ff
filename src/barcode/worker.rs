//! The search as the worker's script sees it: numbers and short words in and out, nothing else.
//!
//! One look a call: between looks the script tells the page how far it is and what was found, so a look that dies takes
//! nothing with it.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::hit::{Certainty, Hit};
use crate::picture::{BadPicture, Picture};
use crate::search::Search;

/// A search of one picture.
#[wasm_bindgen(js_name = Search)]
pub struct Searching {
    search: Search,
    hits: Vec<Hit>,
}

#[wasm_bindgen(js_class = Search)]
impl Searching {
    /// Begins with a canvas's pixels (four bytes each) or greys (one byte each).
    ///
    /// # Errors
    /// `small`, `large` or `length`, as [`BadPicture`] says.
    #[wasm_bindgen(constructor)]
    pub fn new(pixels: &[u8], width: usize, height: usize) -> Result<Self, js_sys::JsString> {
        let grey = width.checked_mul(height) == Some(pixels.len());
        let picture = if grey {
            Picture::from_luma(pixels.to_vec(), width, height)
        } else {
            Picture::from_rgba(pixels, width, height)
        };
        let word = |bad| match bad {
            BadPicture::Small => "small",
            BadPicture::Large => "large",
            BadPicture::Length => "length",
        };
        let picture = picture.map_err(|bad| js_sys::JsString::from(word(bad)))?;
        Ok(Self { search: Search::new(picture), hits: Vec::new() })
    }

    /// Looks once more; `false` when that was the last time.
    pub fn step(&mut self) -> bool {
        let more = self.search.step();
        self.hits = self.search.hits();
        more
    }

    /// Looks done.
    #[wasm_bindgen(getter)]
    pub fn done(&self) -> usize {
        self.search.progress().0
    }

    /// Looks that there will be at most.
    #[wasm_bindgen(getter)]
    pub fn most(&self) -> usize {
        self.search.progress().1
    }

    /// How many numbers were found.
    #[wasm_bindgen(getter)]
    pub fn found(&self) -> usize {
        self.hits.len()
    }

    /// The slip of a phone, as another device shows it; empty when there is none.
    #[wasm_bindgen(getter)]
    pub fn slip(&self) -> String {
        self.search.slip().unwrap_or_default().to_owned()
    }

    /// The fifteen digits of a number, by its place; empty past the last.
    pub fn number(&self, place: usize) -> String {
        self.hits.get(place).map(|hit| hit.imei.as_str().to_owned()).unwrap_or_default()
    }

    /// The code it stood in, as the browsers' Barcode Detection API names it.
    pub fn symbology(&self, place: usize) -> String {
        self.hits.get(place).map(|hit| hit.symbology.name().to_owned()).unwrap_or_default()
    }

    /// Did two independent reads agree?
    pub fn agreed(&self, place: usize) -> bool {
        self.hits.get(place).is_some_and(|hit| hit.certainty == Certainty::Agreed)
    }
}
