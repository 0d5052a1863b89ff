//! The words of the reader's answer: what kind, how sure, and why.
//!
//! Their names are those of the shared vectors and of `tools imei`; sentences for them live in the content.

use crate::closed::closed_list;

closed_list! {
    /// What kind of number a text holds.
    Kind {
        /// One phone's number, fifteen digits.
        Imei = "imei",
        /// Several different numbers of phones.
        ImeiList = "imei_list",
        /// A phone's number without its check digit: fourteen digits.
        Imei14 = "imei14",
        /// A phone's number with a software version in place of the check digit: sixteen digits.
        Imeisv = "imeisv",
        /// The number of a CDMA phone.
        Meid = "meid",
        /// The number of an eSIM chip.
        Eid = "eid",
        /// The number of a SIM card.
        Iccid = "iccid",
        /// None of these.
        None = "none",
    }
}

closed_list! {
    /// How sure it is.
    Outcome {
        /// Its check digit is there and agrees.
        Checked = "true",
        /// The right shape, with nothing to check it by.
        Unchecked = "unchecked",
        /// Not a number, or one that disagrees.
        Wrong = "false",
    }
}

closed_list! {
    /// Why a text was understood as it was. Where several apply, the first in this order is given.
    Reason {
        /// Several numbers, some of them wrong.
        SeveralSomeBad = "several_some_bad",
        /// Several numbers, all good.
        Several = "several",
        /// A number no single phone owns.
        Placeholder = "placeholder",
        /// The check digit disagrees.
        BadCheckDigit = "bad_check_digit",
        /// Letters that look like digits: a suggestion is offered.
        LookAlikeLetters = "look_alike_letters",
        /// One `?` among fifteen: only one digit fits there.
        OneUnknownDigit = "one_unknown_digit",
        /// Good, but from a range for test phones.
        TestRange = "test_range",
        /// Good, but the first two digits were never given out. A hint, not an error.
        RbiUnknown = "rbi_unknown",
        /// The software version behind the number was left out.
        SvnDropped = "svn_dropped",
        /// The check digit was computed in place of the software version.
        SvnReplaced = "svn_replaced",
        /// The missing check digit was computed.
        CheckDigitAdded = "check_digit_added",
        /// An MEID without a check digit.
        NoCheckDigit = "no_check_digit",
        /// A spreadsheet's 3.52E+14: digits may be lost.
        SpreadsheetNumber = "spreadsheet_number",
        /// Some digits are hidden.
        Masked = "masked",
        /// Letters among the digits.
        Letters = "letters",
        /// A number that is no digit, like ² or ①.
        UnexpectedCharacter = "unexpected_character",
        /// Fewer than fourteen digits.
        TooShort = "too_short",
        /// More digits than any number has.
        TooLong = "too_long",
        /// No digits.
        Empty = "empty",
        /// As it should be.
        Ok = "ok",
    }
}
