//! Squares: QR codes and Data Matrix, found and read by `rxing` in a whole picture or a part of it.
//!
//! Both correct their own errors, so a read is seldom wrong; what is hard is finding them.

use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::datamatrix::DataMatrixReader;
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{Binarizer, BinaryBitmap, DecodeHints, Luma8Source, Reader};

use crate::hit::Symbology;
use crate::picture::Picture;

/// How black is told from white.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Threshold {
    /// One for each small square of the picture.
    Local,
    /// One for all of it.
    Global,
}

/// The texts of the squares that were found: all QR codes, and one Data Matrix at most.
pub(crate) fn read(picture: &Picture, threshold: Threshold) -> Vec<(Symbology, String)> {
    let (Ok(width), Ok(height)) = (u32::try_from(picture.width()), u32::try_from(picture.height())) else {
        return Vec::new();
    };
    let Ok(source) = Luma8Source::new_with_slice(picture.luma(), width, height) else { return Vec::new() };
    match threshold {
        Threshold::Local => both(&mut BinaryBitmap::new(HybridBinarizer::new(source))),
        Threshold::Global => both(&mut BinaryBitmap::new(GlobalHistogramBinarizer::new(source))),
    }
}

fn both<B: Binarizer>(bitmap: &mut BinaryBitmap<B>) -> Vec<(Symbology, String)> {
    let hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
    let squares = QrReader.decode_multiple_with_hints(bitmap, &hints).unwrap_or_default();
    let squares = squares.into_iter().take(MOST).map(|result| (Symbology::QrCode, result.getText().to_owned()));
    let small = DataMatrixReader.decode_with_hints(bitmap, &DecodeHints::default()).ok();
    squares.chain(small.map(|result| (Symbology::DataMatrix, result.getText().to_owned()))).collect()
}

/// QR codes that are read of one look at most.
const MOST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_and_noise_hold_nothing() {
        let noise = (0..200_u32 * 200).map(|place| (place.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        for luma in [vec![0; 40_000], vec![255; 40_000], noise] {
            let picture = Picture::from_luma(luma, 200, 200).expect("a picture");
            for threshold in [Threshold::Local, Threshold::Global] {
                assert!(read(&picture, threshold).is_empty());
            }
        }
    }
}
