//! The type allocation code: the first eight digits of an IMEI, which all phones of one model and batch share.
//!
//! No brand is looked up from it: the free tables know none of today's phones. Its first two digits say who gave it out.

use std::fmt;

use crate::repair::Slip;

/// Eight ASCII digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tac([u8; 8]);

/// What the first two digits, the reporting body identifier, say. A hint, never an error: the list moves.
///
/// Source: GSMA TS.06 version 25 (May 2024), Appendix A.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportingBody {
    /// A body that allocates codes, or once did.
    Known,
    /// Kept for test phones: 00 and 02 to 09.
    Test,
    /// Never given out.
    Unknown,
}

impl Tac {
    /// The code at the front of a number, when at least eight ASCII digits stand there.
    pub(crate) fn leading(digits: &[u8]) -> Option<Self> {
        digits.first_chunk().filter(|code| code.iter().all(u8::is_ascii_digit)).copied().map(Self)
    }

    /// The code of a number that is proved already.
    pub(crate) const fn of_proved(digits: &[u8; 15]) -> Self {
        let [code @ .., _, _, _, _, _, _, _] = digits;
        Self(*code)
    }

    /// The one slip of the finger that would turn the other code into this one, when one is enough. Two models that
    /// somebody owns are this close once in a million times, so it is worth another look; it proves nothing.
    pub fn slip_from(self, other: Self) -> Option<Slip> {
        let place = self.0.iter().zip(&other.0).position(|(one, two)| one != two)?;
        let with = |change: &dyn Fn(&mut [u8; 8])| {
            let mut slipped = other.0;
            change(&mut slipped);
            slipped == self.0
        };
        if place < 7 && with(&|digits| digits.swap(place, place + 1)) {
            return Some(Slip::Swap(place));
        }
        let same_after = self.0.get(place + 1..) == other.0.get(place + 1..);
        same_after.then_some(Slip::Digit(place))
    }

    /// The eight digits as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Who gave the code out.
    pub const fn reporting_body(&self) -> ReportingBody {
        let [tens, units, ..] = self.0;
        match &[tens, units] {
            b"00" | b"02" | b"03" | b"04" | b"05" | b"06" | b"07" | b"08" | b"09" => ReportingBody::Test,
            b"01" | b"10" | b"30" | b"33" | b"35" | b"44" | b"45" | b"49" | b"50" | b"51" | b"52" | b"53" | b"54"
            | b"86" | b"91" | b"98" | b"99" => ReportingBody::Known,
            _ => ReportingBody::Unknown,
        }
    }
}

impl fmt::Debug for Tac {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tac(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_found_and_two_are_not() {
        let tac = |digits: &[u8]| Tac::leading(digits).expect("eight digits");
        let known = tac(b"35209900");
        for (typed, slip) in [
            (b"35209900", None),
            (b"53209900", Some(Slip::Swap(0))),
            (b"35209090", Some(Slip::Swap(5))),
            (b"45209900", Some(Slip::Digit(0))),
            (b"35209907", Some(Slip::Digit(7))),
            (b"35209079", None),
            (b"53209909", None),
            (b"86123456", None),
        ] {
            assert_eq!(tac(typed).slip_from(known), slip, "{}", tac(typed).as_str());
        }
    }
}
