//! What a page puts on paper and into codes, read back: the text of a printed document, and the text in a drawn code.
//!
//! Both are read by packages that know nothing of this site.

use lopdf::Document;
use rxing::BarcodeFormat;
use serde::Deserialize;

use crate::trouble::{Outcome, Trouble};

/// A picture of a part of a page, in shades of grey from 0, black, row by row.
#[derive(Debug, Deserialize)]
pub(crate) struct Grey {
    width: u32,
    height: u32,
    luma: Vec<u8>,
}

/// Makes a picture of a PNG file, in Base64. A picture from a blob is none that the page fetches.
pub(crate) const GREY: &str = "const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const luma = Array.from({ length: width * height }, (_, pixel) => {
        const [red, green, blue] = data.subarray(pixel * 4, pixel * 4 + 3);
        return Math.round(red * 0.299 + green * 0.587 + blue * 0.114);
    });
    tell({ width, height, luma });";

/// The text in the QR code of a picture.
pub(crate) fn code(picture: Grey) -> Outcome<String> {
    let Grey { width, height, luma } = picture;
    let read = rxing::helpers::detect_in_luma(luma, width, height, Some(BarcodeFormat::QR_CODE));
    let read = read.map_err(|why| Trouble::new(format!("no code was read from {width} × {height} pixels: {why}")))?;
    Ok(read.getText().to_owned())
}

/// How many sheets a printed document fills.
pub(crate) fn sheets(document: &[u8]) -> Outcome<usize> {
    Ok(open(document)?.get_pages().len())
}

/// All text of a printed document without its white space: each printed run of letters may stand alone.
pub(crate) fn text(document: &[u8]) -> Outcome<String> {
    let document = open(document)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).map_err(unreadable)?;
    Ok(text.split_whitespace().collect())
}

fn open(document: &[u8]) -> Outcome<Document> {
    Document::load_mem(document).map_err(unreadable)
}

#[expect(clippy::needless_pass_by_value, reason = "what `map_err` hands over")]
fn unreadable(why: lopdf::Error) -> Trouble {
    Trouble::new(format!("the printed document cannot be read: {why}"))
}
