//! The words that stand next to a number and say what it is.
//!
//! Most words are simply passed over; these few decide whose digit a digit is.

/// A word that matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Imei,
    /// `SV`, `SVN`: a software version of two digits follows.
    SoftwareVersion,
    Meid,
    /// The number of the subscriber: fifteen digits as well, and no IMEI.
    Imsi,
    Serial,
    /// `urn` and `gsma`, as in `urn:gsma:imei:`.
    Urn,
    Gsma,
    /// Any other word that a digit 1 to 4 may belong to: `SIM 2`, `slot 1`, a word of another script.
    Numbered,
    /// A word that means nothing here.
    Plain,
}

/// Words that may be glued to the digits anywhere.
const GLUED_ANYWHERE: [&str; 8] = ["IMEI", "IMEIS", "IMEISV", "MEID", "EID", "ICCID", "IMSI", "SVN"];
/// Words that may be glued to the front of the digits.
const GLUED_IN_FRONT: [&str; 11] = ["SIM", "ESIM", "SLOT", "NO", "NR", "NUM", "NUMBER", "ID", "SN", "SV", "SERIAL"];

impl Label {
    /// What a word says; `word` is in ASCII capitals.
    pub(super) fn of(word: &str) -> Self {
        match word {
            "IMEI" | "IMEIS" | "IMEISV" => Self::Imei,
            "SV" | "SVN" => Self::SoftwareVersion,
            "MEID" | "ESN" | "HEX" | "DEC" => Self::Meid,
            "IMSI" => Self::Imsi,
            "SERIAL" | "SN" | "SERIE" | "SERIENNUMMER" => Self::Serial,
            "URN" => Self::Urn,
            "GSMA" => Self::Gsma,
            "SIM" | "ESIM" | "SLOT" | "CARD" | "NO" | "NR" | "NUM" | "NUMBER" | "LINE" | "PRIMARY" | "SECONDARY" => {
                Self::Numbered
            }
            word if !word.is_ascii() => Self::Numbered,
            _ => Self::Plain,
        }
    }

    /// Is this run of letters, inside or in front of digits, a word of its own?
    pub(super) fn stands_apart(word: &str, in_front: bool) -> bool {
        !word.is_ascii() || GLUED_ANYWHERE.contains(&word) || (in_front && GLUED_IN_FRONT.contains(&word))
    }

    /// Letters that begin with a label and go on: how many belong to the label. `MEIDAF01…` has four.
    pub(super) fn prefix(word: &str) -> Option<usize> {
        ["IMEI", "MEID"].iter().find(|label| word.starts_with(**label)).map(|label| label.len())
    }

    /// May a single digit 1 to 4 behind it belong to it?
    pub(super) const fn takes_a_digit(self) -> bool {
        !matches!(self, Self::Plain | Self::Urn | Self::Gsma)
    }
}
