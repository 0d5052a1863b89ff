//! A phone's number that was found in a picture, and how far it may be believed.
//!
//! Decoders make numbers out of noise, and one in ten of those passes the check digit: one read is never enough.

use domain::imei::Imei;
use domain::picture;

/// The kinds of code that carry phones' numbers on boxes and screens. EAN and UPC never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symbology {
    /// Bars, ISO/IEC 15417: nearly every box.
    Code128,
    /// Bars, ISO/IEC 16388: older labels.
    Code39,
    /// Squares, ISO/IEC 16022: small labels and screens.
    DataMatrix,
    /// Squares, ISO/IEC 18004: screens.
    QrCode,
}

/// How far a number may be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Read once, or differently another time: the person has to compare it with the picture.
    SeenOnce,
    /// Two independent reads agree, and none contradicts.
    Agreed,
}

/// One number, once for each picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number.
    pub imei: Imei,
    /// The code that it stood in first.
    pub symbology: Symbology,
    /// How far it may be believed.
    pub certainty: Certainty,
}

impl Symbology {
    /// Its name in the browsers' Barcode Detection API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Code128 => "code_128",
            Self::Code39 => "code_39",
            Self::DataMatrix => "data_matrix",
            Self::QrCode => "qr_code",
        }
    }

    /// Bars, whose whole text is one identifier.
    const fn is_linear(self) -> bool {
        matches!(self, Self::Code128 | Self::Code39)
    }
}

/// The phones' numbers in the text of one code.
pub(crate) fn numbers(symbology: Symbology, text: &str) -> Vec<Imei> {
    picture::numbers(text, symbology.is_linear())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fifteen_digits_that_pass_count() {
        let rows = [
            (Symbology::Code128, "352099001761481", 1),
            (Symbology::Code39, "352099001761481", 1),
            (Symbology::Code128, "352099001761482", 0),
            (Symbology::Code128, "35209900176148", 0),
            (Symbology::Code128, "35209900176148123", 0),
            (Symbology::Code128, "352099001761481490154203237518", 0),
            (Symbology::Code128, "89001012012341234012345678901224", 0),
            (Symbology::Code128, "5012345678900", 0),
            (Symbology::QrCode, "IMEI:352099001761481;IMEI2:490154203237518", 2),
            (Symbology::DataMatrix, "IMEI1: 352099001761481 IMEI2: 356938035643809", 2),
            (Symbology::QrCode, "EID 89001012012341234012345678901224", 0),
            (Symbology::QrCode, "https://example.test/352099001761482", 0),
            (Symbology::QrCode, "", 0),
        ];
        for (symbology, text, count) in rows {
            assert_eq!(numbers(symbology, text).len(), count, "{symbology:?} {text}");
        }
        assert!(numbers(Symbology::QrCode, &"352099001761481 ".repeat(1000)).is_empty());
    }
}
