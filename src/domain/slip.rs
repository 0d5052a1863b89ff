//! One phone in a few lines: what fits in a code that a second device reads from this screen.
//!
//! The lines are plain words, so that any camera shows what is in the code, and a checksum tells a misread one. Whoever
//! sees the code can read it: the page says so first.

use std::fmt::Write as _;

use crate::change::Change;
use crate::checksum::crc32;
use crate::copy::Copy;
use crate::detail::Detail;
use crate::import::unreadable::Unreadable;
use crate::kept_number::KeptNumber;
use crate::phone::Phone;
use crate::platform::Platform;
use crate::record::Record;

/// The first line, with the version.
const TITLE: &str = "RINGFENCE 1";
/// The most bytes: a code of this size is still read from a cracked screen by an old camera.
pub const LONGEST: usize = 300;
const NUMBER: &str = "imei";
const MAKE: &str = "make";
const CHECK: &str = "check";
/// The last line, with its line end: `check 1a2b3c4d`.
const CHECK_LENGTH: usize = CHECK.len() + 10;

/// What goes in first, while there is room: what a network, the police and an insurer ask for.
const ORDER: [Detail; 8] = [
    Detail::Nickname,
    Detail::Model,
    Detail::Serial,
    Detail::Eid,
    Detail::Network,
    Detail::Colour,
    Detail::Capacity,
    Detail::Policy,
];

/// The phone as a slip: its numbers, then what else fits. `whole` is false when a line was left out.
#[derive(Clone, PartialEq, Eq)]
pub struct Slip {
    /// At most [`LONGEST`] bytes.
    pub text: String,
    /// Everything that stands in the record stands on the slip.
    pub whole: bool,
}

impl std::fmt::Debug for Slip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Slip({} bytes)", self.text.len())
    }
}

/// Writes a phone's slip.
pub fn write(phone: &Phone) -> Slip {
    let mut text = format!("{TITLE}\n");
    let mut whole = true;
    let mut put = |name: &str, value: &str| {
        let line = [name, " ", value, "\n"].concat();
        let fits = !value.contains('\n') && text.len() + line.len() + CHECK_LENGTH <= LONGEST;
        whole &= fits;
        if fits {
            text.push_str(&line);
        }
    };
    for number in phone.numbers() {
        put(NUMBER, number.as_str());
    }
    if let Some(platform) = phone.platform {
        put(MAKE, platform.slug());
    }
    for detail in ORDER.into_iter().filter(|detail| !phone.detail(*detail).is_empty()) {
        put(detail.slug(), phone.detail(detail));
    }
    whole &= Detail::ALL.iter().all(|detail| ORDER.contains(detail) || phone.detail(*detail).is_empty());
    whole &= phone.medical_id.is_none();
    let check = crc32(text.as_bytes());
    let _ = writeln!(text, "{CHECK} {check:08x}");
    Slip { text, whole }
}

/// Does this text begin like a slip?
pub fn is_slip(text: &str) -> bool {
    text.trim_start().starts_with(TITLE.split(' ').next().unwrap_or(TITLE))
}

/// Reads a slip as a copy with one phone.
pub fn read(text: &str) -> Result<Copy, Unreadable> {
    // Line ends may have grown on the way; nothing else does.
    if text.len() > 2 * LONGEST {
        return Err(Unreadable::TooLarge { most: LONGEST });
    }
    let text = text.trim().replace('\r', "");
    let (checked, check) = text.rsplit_once('\n').ok_or(Unreadable::CutShort)?;
    // A phone of which nothing is known yet has a title and no lines.
    let (title, lines) = checked.split_once('\n').unwrap_or((checked, ""));
    if title != TITLE {
        let ours = is_slip(title);
        return Err(if ours { Unreadable::Newer } else { Unreadable::NotOurs });
    }
    let check = check.strip_prefix(CHECK).ok_or(Unreadable::CutShort)?.trim();
    let check = u32::from_str_radix(check, 16).map_err(|_| Unreadable::Damaged)?;
    if crc32(format!("{checked}\n").as_bytes()) != check {
        return Err(Unreadable::Damaged);
    }
    let mut record = Record::default();
    record.apply(Change::Add(phone(lines)?)).map_err(|_| Unreadable::BrokenRule)?;
    Ok(Copy { record, made: None })
}

fn phone(lines: &str) -> Result<Phone, Unreadable> {
    let mut phone = Phone::default();
    let mut numbers: Vec<KeptNumber> = Vec::new();
    for line in lines.lines() {
        let (name, value) = line.split_once(' ').ok_or(Unreadable::Malformed)?;
        match name {
            NUMBER => numbers.push(value.parse().map_err(|_| Unreadable::Wrong("number"))?),
            MAKE => phone.platform = Some(value.parse::<Platform>().map_err(|_| Unreadable::Wrong("make"))?),
            _ => {
                let detail: Detail = name.parse().map_err(|_| Unreadable::NameUnknown)?;
                phone = phone.with(detail, value).map_err(|_| Unreadable::BrokenRule)?;
            }
        }
    }
    phone.with_numbers(numbers).map_err(|_| Unreadable::BrokenRule)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Phone {
        let numbers = ["352099001761481", "490154203237518"].map(|text| text.parse().expect("a number"));
        let mut phone = Phone::default();
        phone.platform = Some(Platform::Pixel);
        let phone = phone.with_numbers(numbers.to_vec()).expect("two numbers");
        phone.with(Detail::Nickname, "My blue phone").expect("short").with(Detail::Colour, "blue").expect("short")
    }

    fn first(copy: &Copy) -> &Phone {
        copy.record.phones().next().expect("one phone").1
    }

    #[test]
    fn a_slip_comes_back_as_the_same_phone() {
        let slip = write(&example());
        assert!(slip.whole && slip.text.len() <= LONGEST);
        assert_eq!(first(&read(&slip.text).expect("readable")), &example());
        // A camera app may change the line ends.
        assert_eq!(first(&read(&slip.text.replace('\n', "\r\n")).expect("readable")), &example());
        let bare = Phone::default();
        assert_eq!(first(&read(&write(&bare).text).expect("readable")), &bare, "nothing is known of it yet");
    }

    #[test]
    fn numbers_come_first_and_the_longest_phone_still_fits() {
        let mut full = example();
        for detail in Detail::ALL {
            full = full.with(*detail, &"x".repeat(detail.longest())).expect("as long as it may be");
        }
        let slip = write(&full);
        assert!(!slip.whole && slip.text.len() <= LONGEST, "{}", slip.text.len());
        assert_eq!(first(&read(&slip.text).expect("readable")).numbers(), full.numbers());
    }

    #[test]
    fn one_wrong_sign_is_noticed() {
        let slip = write(&example()).text;
        for place in TITLE.len()..slip.len() - 1 {
            let mut bytes = slip.clone().into_bytes();
            if let Some(byte) = bytes.get_mut(place) {
                *byte = if *byte == b'7' { b'8' } else { b'7' };
            }
            let changed = String::from_utf8(bytes).expect("ASCII");
            assert!(changed == slip || read(&changed).is_err(), "{changed}");
        }
        assert_eq!(read("RINGFENCE 2\nimei 1\ncheck 0").unwrap_err(), Unreadable::Newer);
        assert_eq!(read("hello\nimei 1\ncheck 0").unwrap_err(), Unreadable::NotOurs);
    }
}
