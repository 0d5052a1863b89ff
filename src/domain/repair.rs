//! Which slips of the finger would explain fifteen digits that fail their check.
//!
//! A hint where to look again, never a correction: one wrong digit at an unknown place has fifteen repairs, and a false
//! repair by swapping exists for three wrong numbers out of four.

use std::fmt;
use std::str::FromStr;

use crate::check_digit;
use crate::imei::Imei;
use crate::tac::Tac;

/// Fifteen ASCII digits whose check digit disagrees.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Garbled([u8; 15]);

/// Not fifteen ASCII digits, or fifteen that agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotGarbled;

/// One way to make a garbled number pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What would have gone wrong, and where.
    pub slip: Slip,
    /// The number it would have been.
    pub number: Imei,
    /// It then begins like a number the person already has, which makes it far likelier.
    pub known_type: bool,
}

/// A slip of the finger. Places are counted from 0 at the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// The digit at this place and the next were exchanged.
    Swap(usize),
    /// The digit at this place is wrong.
    Digit(usize),
}

impl Garbled {
    /// The fifteen digits as typed.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Every number that passes after exchanging two neighbouring, different digits; leftmost first.
    pub fn swap_repairs(&self) -> impl Iterator<Item = (usize, Imei)> {
        (0..14).filter_map(|place| {
            let mut digits = self.0;
            digits.swap(place, place + 1);
            Imei::try_from(digits.as_slice()).ok().map(|imei| (place, imei))
        })
    }

    /// Where to look again, likeliest first and at most four: what would make it begin like a number the person already
    /// has, then neighbouring digits that may be exchanged. Where the first eight digits are one slip away from those of a
    /// known number, that slip comes before all.
    pub fn look_again(&self, known: &[Tac]) -> Vec<Slip> {
        let mine = Tac::leading(&self.0);
        let near = known.iter().filter_map(|known| mine?.slip_from(*known));
        let repairs = self.repairs(known).into_iter();
        let likely = repairs.filter(|repair| repair.known_type || matches!(repair.slip, Slip::Swap(_)));
        let mut slips: Vec<Slip> = Vec::new();
        // A whole number of the right type has a repair at each of its last seven places: only its swaps say where.
        let whole = mine.is_some_and(|mine| known.contains(&mine));
        for slip in near.chain(likely.map(|repair| repair.slip)) {
            if slips.len() < 4 && !slips.contains(&slip) && !(whole && matches!(slip, Slip::Digit(_))) {
                slips.push(slip);
            }
        }
        slips
    }

    /// The known number's beginning that this one is a slip away from.
    pub fn near(&self, known: &[Tac]) -> Option<Tac> {
        let mine = Tac::leading(&self.0)?;
        known.iter().copied().find(|known| mine.slip_from(*known).is_some())
    }

    /// At each place, the only digit that would make the number pass if just that place were wrong.
    pub fn digit_repairs(&self) -> [char; 15] {
        std::array::from_fn(|place| (b'0'..=b'9').find(|digit| self.passes_with(place, *digit)).map_or('?', char::from))
    }

    /// Every repair, likeliest first: those that begin like a known number, then swaps, then single digits.
    pub fn repairs(&self, known: &[Tac]) -> Vec<Repair> {
        let swaps = self.swap_repairs().map(|(place, imei)| (Slip::Swap(place), imei));
        let digits = self.digit_repairs().into_iter().enumerate().filter_map(|(place, digit)| {
            let mut filled = self.0;
            *filled.get_mut(place)? = u8::try_from(digit).ok()?;
            Imei::try_from(filled.as_slice()).ok().map(|imei| (Slip::Digit(place), imei))
        });
        let mut repairs: Vec<Repair> = swaps
            .chain(digits)
            .map(|(slip, number)| Repair { slip, number, known_type: known.contains(&number.tac()) })
            .collect();
        repairs.sort_by_key(|repair| (!repair.known_type, repair.slip));
        repairs
    }

    fn passes_with(&self, place: usize, digit: u8) -> bool {
        let mut filled = self.0;
        if let Some(there) = filled.get_mut(place) {
            *there = digit;
        }
        check_digit::agrees(&filled)
    }
}

impl FromStr for Garbled {
    type Err = NotGarbled;

    fn from_str(text: &str) -> Result<Self, NotGarbled> {
        let digits: &[u8; 15] = text.as_bytes().try_into().map_err(|_| NotGarbled)?;
        let garbled = digits.iter().all(u8::is_ascii_digit) && !check_digit::agrees(digits);
        if garbled { Ok(Self(*digits)) } else { Err(NotGarbled) }
    }
}

impl fmt::Debug for Garbled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Garbled(..)")
    }
}

impl fmt::Display for NotGarbled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not fifteen digits that fail their check")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_type_comes_first() {
        let garbled: Garbled = "354178037878938".parse().expect("fails its check");
        let plain = garbled.repairs(&[]);
        assert_eq!(plain.first().map(|repair| repair.slip), Some(Slip::Swap(4)));
        assert_eq!(plain.len(), 4 + 15);
        let tac = Tac::leading(b"35417803").expect("eight digits");
        let ranked = garbled.repairs(&[tac]);
        assert_eq!(ranked.first().map(|repair| (repair.slip, repair.known_type)), Some((Slip::Swap(8), true)));
        assert!(ranked.iter().skip_while(|repair| repair.known_type).all(|repair| !repair.known_type));
    }

    #[test]
    fn the_other_sims_beginning_says_where_to_look_first() {
        let known = Tac::leading(b"35209900").expect("eight digits");
        for (typed, first) in [
            // Swapped and mistyped within the first eight digits: the same phone's other number shows it.
            ("325099001761481", Slip::Swap(1)),
            ("352099101761481", Slip::Digit(6)),
            // Two mistakes, one of them among the first eight: still the place to look at.
            ("352099101761482", Slip::Digit(6)),
        ] {
            let garbled: Garbled = typed.parse().expect("fails its check");
            assert_eq!((garbled.look_again(&[known]).first(), garbled.near(&[known])), (Some(&first), Some(known)));
        }
        let whole: Garbled = "352099001761841".parse().expect("fails its check");
        assert_eq!(whole.near(&[known]), None, "it begins as it should");
        let slips = whole.look_again(&[known]);
        assert!(matches!(slips.first(), Some(Slip::Swap(place)) if *place >= 7), "{slips:?}");
        assert!(slips.len() <= 4 && slips.iter().all(|slip| matches!(slip, Slip::Swap(_))));
        let far: Garbled = "490154203237519".parse().expect("fails its check");
        assert_eq!(far.near(&[known]), None, "another phone altogether");
    }

    #[test]
    fn only_failing_numbers_are_garbled() {
        for text in ["", "352099001761481", "35209900176148", "35209900176148x"] {
            assert_eq!(text.parse::<Garbled>(), Err(NotGarbled), "{text}");
        }
    }
}
