//! A kept phone in the report: what its owner wrote down before is not typed again.
//!
//! Only what is still open is filled in. What somebody told in the report is newer than what was kept.

use super::Draft;
use crate::detail::Detail;
use crate::incident::Field;
use crate::kept_number::KeptNumber;
use crate::phone::Phone;
use crate::platform::Platform;

/// Which line of a kept phone answers which question.
const SAME: [(Detail, Field); 8] = [
    (Detail::Model, Field::Model),
    (Detail::Colour, Field::Colour),
    (Detail::Serial, Field::Serial),
    (Detail::Telephone, Field::Number),
    (Detail::Network, Field::Network),
    (Detail::Marks, Field::Marks),
    (Detail::Purchase, Field::Bought),
    (Detail::Policy, Field::Policy),
];

impl Draft {
    /// Fills what is open about the phone that is shown from one that was kept.
    pub fn take(&mut self, kept: &Phone) {
        self.fill(Field::Make, kept.platform.map_or("", Platform::maker));
        for (field, number) in [Field::Imei, Field::SecondImei].into_iter().zip(kept.numbers()) {
            self.fill(field, KeptNumber::as_str(number));
        }
        for (detail, field) in SAME {
            self.fill(field, kept.detail(detail));
        }
        self.filled = true;
    }
}
