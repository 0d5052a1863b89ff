//! The form in which a phone is written down: text as typed, judged only when it is offered.
//!
//! Nothing typed is lost: what does not fit stays in its field, with the reason beside it.

use std::collections::BTreeMap;

use crate::closed::closed_list;
use crate::kept_number::KeptNumber;
use crate::phone::{Phone, PhoneId};
use crate::platform::Platform;
use crate::reading::{self, Found, Outcome, Reading};
use crate::text::{Text, TextError};

closed_list! {
    /// A field of the form.
    Field {
        /// The number, or a whole page that holds it.
        Number = "number",
        /// What its owner calls the phone.
        Nickname = "nickname",
        /// The family of phones, by its slug.
        Platform = "platform",
        /// The model.
        Model = "model",
        /// The colour.
        Colour = "colour",
        /// The network.
        Network = "network",
        /// The serial number.
        Serial = "serial",
        /// Anything else.
        Notes = "notes",
    }
}

/// Why a phone was not taken as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No number was understood.
    NoNumber,
    /// A number is not proved: keep it anyway, marked unchecked, or look again.
    Unproved,
    /// This phone is kept already. Offering it again puts these details in the place of the kept ones.
    KeptAlready,
    /// More numbers than one phone has.
    TooManyNumbers,
    /// A text is longer than its field.
    TooLong(Field, TextError),
}

/// What stands in the form.
#[derive(Clone, PartialEq, Default)]
pub struct Form {
    texts: BTreeMap<Field, String>,
    /// The kept phone that is being changed; `None` for a new one.
    pub editing: Option<PhoneId>,
    /// Why it was not taken when it was last offered; goes as soon as something is typed.
    pub fault: Option<Fault>,
}

impl Form {
    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Takes what was typed.
    pub fn write(&mut self, field: Field, text: String) {
        // "Kept already" was said of the numbers that stood here: with others the form means another phone.
        if self.fault.take() == Some(Fault::KeptAlready) && field == Field::Number {
            self.editing = None;
        }
        self.texts.insert(field, text);
    }

    /// What the number field was understood as.
    pub fn reading(&self) -> Reading {
        reading::read(self.text(Field::Number))
    }

    /// Nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.texts.values().all(String::is_empty)
    }

    /// The form with a kept phone in it, to be changed.
    pub fn of(id: PhoneId, phone: &Phone) -> Self {
        let numbers: Vec<&str> = phone.numbers().iter().map(KeptNumber::as_str).collect();
        let platform = phone.platform.map(Platform::slug).unwrap_or_default();
        let texts = [
            (Field::Number, numbers.join("\n")),
            (Field::Nickname, phone.nickname.as_str().to_owned()),
            (Field::Platform, platform.to_owned()),
            (Field::Model, phone.model.as_str().to_owned()),
            (Field::Colour, phone.colour.as_str().to_owned()),
            (Field::Network, phone.network.as_str().to_owned()),
            (Field::Serial, phone.serial.as_str().to_owned()),
            (Field::Notes, phone.notes.as_str().to_owned()),
        ];
        Self { texts: texts.into_iter().collect(), editing: Some(id), fault: None }
    }

    /// The phone this form describes. `anyway` keeps numbers that are not proved, marked as such.
    pub fn phone(&self, anyway: bool) -> Result<Phone, Fault> {
        let reading = self.reading();
        let proved = reading.numbers().iter().all(|found| found.outcome() == Outcome::Checked);
        let numbers: Vec<KeptNumber> = reading.numbers().iter().filter_map(Found::kept).collect();
        if numbers.is_empty() {
            return Err(Fault::NoNumber);
        }
        if !proved && !anyway {
            return Err(Fault::Unproved);
        }
        let mut phone = Phone::default();
        phone.nickname = self.bounded(Field::Nickname)?;
        phone.platform = self.text(Field::Platform).parse().ok();
        phone.model = self.bounded(Field::Model)?;
        phone.colour = self.bounded(Field::Colour)?;
        phone.network = self.bounded(Field::Network)?;
        phone.serial = self.bounded(Field::Serial)?;
        phone.notes = self.bounded(Field::Notes)?;
        phone.with_numbers(numbers).map_err(|_| Fault::TooManyNumbers)
    }

    fn bounded<const LONGEST: usize>(&self, field: Field) -> Result<Text<LONGEST>, Fault> {
        Text::try_from(self.text(field)).map_err(|error| Fault::TooLong(field, error))
    }
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Form({} fields, {:?})", self.texts.len(), self.fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(number: &str) -> Form {
        let mut form = Form::default();
        form.write(Field::Number, number.to_owned());
        form
    }

    #[test]
    fn a_proved_number_is_taken_at_once() {
        let phone = form("IMEI 35-209900-176148-1").phone(false).expect("a phone");
        assert!(phone.numbers().iter().all(|number| number.checked().is_some()));
    }

    #[test]
    fn an_unproved_number_needs_a_yes_and_stays_marked() {
        for typed in ["35209900176148", "352099001761482"] {
            assert_eq!(form(typed).phone(false), Err(Fault::Unproved), "{typed}");
            let phone = form(typed).phone(true).expect("kept anyway");
            assert!(phone.numbers().iter().all(|number| number.checked().is_none()), "{typed}");
        }
    }

    #[test]
    fn another_number_after_kept_already_is_another_phone() {
        let mut form = form("352099001761481");
        (form.editing, form.fault) = (Some(PhoneId::FIRST), Some(Fault::KeptAlready));
        form.write(Field::Number, "490154203237518".into());
        assert_eq!(form.editing, None, "the kept phone is not overwritten");
    }

    #[test]
    fn no_number_is_never_a_phone() {
        for typed in ["", "hello", "8944110068901234567"] {
            assert_eq!(form(typed).phone(true), Err(Fault::NoNumber), "{typed}");
        }
    }

    #[test]
    fn a_phone_put_into_the_form_comes_out_the_same() {
        let mut typed = form("352099001761481\n490154203237518");
        typed.write(Field::Nickname, "Blue".into());
        typed.write(Field::Platform, "samsung".into());
        let phone = typed.phone(false).expect("a phone");
        assert_eq!(Form::of(PhoneId::FIRST, &phone).phone(false), Ok(phone));
    }
}
