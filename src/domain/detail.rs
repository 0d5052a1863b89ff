//! What describes a phone besides its numbers: a table of lines, each with its length.
//!
//! Every line is text as its owner typed it. Where a line has a check of its own, the mark follows from the text, so that
//! no file and no form can claim a check that was not made.

use crate::closed::closed_list;
use crate::eid::Eid;
use crate::iccid::Iccid;
use crate::meid::Meid;
use crate::reading::{Kind, Neighbour};

closed_list! {
    /// A line of a phone's description, in the order of a card.
    Detail {
        /// What its owner calls it.
        Nickname = "nickname",
        /// The name of the model, as on the box.
        Model = "model",
        /// Its colour.
        Colour = "colour",
        /// How much it stores, as on the box.
        Capacity = "capacity",
        /// The mobile network.
        Network = "network",
        /// The telephone number, or one for each SIM.
        Telephone = "telephone",
        /// The maker's serial number, which is not an IMEI.
        Serial = "serial",
        /// The number of the eSIM chip.
        Eid = "eid",
        /// The number of the SIM card, or one for each.
        Iccid = "iccid",
        /// The number of a CDMA phone.
        Meid = "meid",
        /// Where the receipt is, and what it says.
        Purchase = "purchase",
        /// Scratches, stickers, an engraving.
        Marks = "marks",
        /// Who insures it.
        Insurer = "insurer",
        /// The number of the policy.
        Policy = "policy",
        /// Who can help to get back into the accounts.
        Recovery = "recovery",
        /// Anything else.
        Notes = "notes",
    }
}

impl Detail {
    /// The most characters the line holds.
    pub const fn longest(self) -> usize {
        match self {
            Self::Colour | Self::Capacity | Self::Serial | Self::Eid | Self::Meid => 40,
            Self::Nickname
            | Self::Model
            | Self::Network
            | Self::Telephone
            | Self::Iccid
            | Self::Insurer
            | Self::Policy => 60,
            Self::Recovery => 120,
            Self::Purchase | Self::Marks => 300,
            Self::Notes => 500,
        }
    }

    /// It may run over several lines of the screen.
    pub const fn is_paragraph(self) -> bool {
        self.longest() > 120
    }

    /// Does the check that belongs to this kind of number agree? `None` where there is none to make.
    ///
    /// A MEID proves nothing by its fourteen digits alone, and an ICCID may lack its check digit by right: only their
    /// shape is told, and only an EID is called wrong.
    pub fn agrees(self, text: &str) -> Option<bool> {
        let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').collect();
        match self {
            _ if bare.is_empty() => None,
            Self::Eid => Some(bare.parse::<Eid>().is_ok()),
            Self::Iccid => bare.parse::<Iccid>().ok().filter(Iccid::agrees).map(|_| true),
            Self::Meid => bare.parse::<Meid>().ok().map(|_| true),
            _ => None,
        }
    }

    /// The line in which something beside a phone's number belongs, and what to write there.
    pub(crate) fn of(neighbour: &Neighbour) -> Option<(Self, String)> {
        let line = match neighbour {
            Neighbour::Eid(eid) => (Self::Eid, eid.to_string()),
            Neighbour::Iccid(iccid) => (Self::Iccid, iccid.to_string()),
            Neighbour::Meid(meid, _) => (Self::Meid, meid.to_string()),
            Neighbour::Serial(serial) => (Self::Serial, serial.to_string()),
            Neighbour::Misread(Kind::Eid, digits) => (Self::Eid, digits.as_str().to_owned()),
            Neighbour::Misread(Kind::Meid, digits) => (Self::Meid, digits.as_str().to_owned()),
            Neighbour::Imsi | Neighbour::Telephone | Neighbour::Misread(..) => return None,
        };
        Some(line)
    }
}

closed_list! {
    /// Was the Medical ID filled in? A phone of which nothing was said has no answer, which is not "no".
    MedicalId {
        /// It is filled in.
        Done = "done",
        /// It is not, so far.
        NotYet = "not-yet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_eid_is_checked_however_it_is_spaced() {
        for good in ["89049032123451234512345678901235", "8904 9032 1234 5123 4512 3456 7890 1235"] {
            assert_eq!(Detail::Eid.agrees(good), Some(true), "{good}");
        }
        for bad in ["89049032123451234512345678901234", "8904", "on the box"] {
            assert_eq!(Detail::Eid.agrees(bad), Some(false), "{bad}");
        }
        assert_eq!(Detail::Eid.agrees("  "), None, "nothing is not wrong");
        assert_eq!(Detail::Serial.agrees("R58N12ABCDE"), None, "nobody publishes a check for it");
    }
}
