//! The form in which a phone is written down: text as typed, judged only when it is offered.
//!
//! Nothing typed is lost: what does not fit stays in its field, with the reason beside it.

mod reconciling;

use crate::detail::{Detail, MedicalId};
use crate::imei::Imei;
use crate::kept_number::KeptNumber;
use crate::phone::{Phone, PhoneId};
use crate::platform::Platform;
use crate::reading::{self, Found, Outcome, Reading};
use crate::text::TextError;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The number, or a whole page that holds it.
    Number,
    /// The family of phones, by its slug.
    Platform,
    /// Was the Medical ID filled in? By its slug.
    MedicalId,
    /// A line of the description.
    Of(Detail),
}

impl Field {
    /// Every field.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Number, Self::Platform, Self::MedicalId].into_iter().chain(Detail::ALL.iter().copied().map(Self::Of))
    }

    /// The stable name, used for elements of the page and in content.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Platform => "platform",
            Self::MedicalId => "medical-id",
            Self::Of(detail) => detail.slug(),
        }
    }

    /// What a phone says there, as the form shows it: numbers one below the other, answers by their slugs.
    pub fn says(self, phone: &Phone) -> String {
        match self {
            Self::Number => phone.numbers().iter().map(KeptNumber::as_str).collect::<Vec<_>>().join("\n"),
            Self::Platform => phone.platform.map_or("", Platform::slug).to_owned(),
            Self::MedicalId => phone.medical_id.map_or("", MedicalId::slug).to_owned(),
            Self::Of(detail) => phone.detail(detail).to_owned(),
        }
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
    /// Another page changed the same line meanwhile: the person says which value stays.
    ChangedMeanwhile,
    /// More numbers than one phone has.
    TooManyNumbers,
    /// A text is longer than its field.
    TooLong(Field, TextError),
}

impl Fault {
    /// The field to look at; `None` where no field is to blame.
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::NoNumber | Self::Unproved | Self::KeptAlready | Self::TooManyNumbers => Some(Field::Number),
            Self::TooLong(field, _) => Some(field),
            Self::ChangedMeanwhile => None,
        }
    }
}

/// What stands in the form.
#[derive(Clone, PartialEq, Default)]
pub struct Form {
    texts: Vec<(Field, String)>,
    /// What the number field was understood as; `None` before anything stood there.
    reading: Option<Reading>,
    /// The lines that the reader filled from what was pasted; nobody has touched them since.
    filled: Vec<Detail>,
    /// The lines that the reader is to leave alone: its filling was taken back.
    refused: Vec<Detail>,
    /// The kept phone that is being changed; `None` for a new one.
    pub editing: Option<PhoneId>,
    /// That phone as it stood when its form was opened.
    pub(crate) base: Option<Box<Phone>>,
    /// Why it was not taken when it was last offered; goes as soon as something is typed.
    pub fault: Option<Fault>,
    /// The person paused after typing a number: now it may be read aloud.
    pub paused: bool,
}

impl Form {
    /// What stands in a field.
    pub fn text(&self, field: Field) -> &str {
        self.texts.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text)
    }

    /// Takes what was typed.
    pub fn write(&mut self, field: Field, text: String) {
        // "Kept already" was said of the numbers that stood here: with others the form means another phone.
        if self.fault.take() == Some(Fault::KeptAlready) && field == Field::Number {
            self.editing = None;
        }
        self.put(field, text);
        match field {
            Field::Number => self.read(),
            Field::Of(detail) => self.filled.retain(|filled| *filled != detail),
            Field::Platform | Field::MedicalId => {}
        }
    }

    /// Puts an IMEI that was offered in the place of the number it was offered for; the other numbers stay, and so does
    /// what the reader put into other fields.
    pub fn take(&mut self, offered: Imei) {
        let numbers = self.reading.as_ref().map_or(&[][..], Reading::numbers);
        let stays = |found: &Found| match found.suggestion() {
            Some(imei) if imei == offered => Some(offered.as_str().to_owned()),
            _ => found.kept().map(|kept| kept.as_str().to_owned()),
        };
        let lines: Option<Vec<String>> = numbers.iter().map(stays).collect();
        // A number in letters has no digits to keep: everything stays below, for the person to sort out.
        let text = lines
            .filter(|lines| !lines.is_empty())
            .map_or_else(|| [offered.as_str(), "\n", self.text(Field::Number)].concat(), |lines| lines.join("\n"));
        self.fault = None;
        self.filled.clear();
        self.put(Field::Number, text);
        self.read();
    }

    /// Empties a line that the reader filled, and keeps the reader out of it.
    pub fn take_back(&mut self, detail: Detail) {
        if self.filled.contains(&detail) {
            self.filled.retain(|filled| *filled != detail);
            self.put(Field::Of(detail), String::new());
            self.refused.push(detail);
        }
    }

    /// What the number field was understood as; `None` while nothing stands there.
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }

    /// The lines that the reader filled from what stands in the number field.
    pub fn filled(&self) -> &[Detail] {
        &self.filled
    }

    /// Nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.texts.iter().all(|(_, text)| text.is_empty())
    }

    /// Does every field say the same?
    pub fn says_the_same(&self, other: &Self) -> bool {
        Field::all().all(|field| self.text(field) == other.text(field))
    }

    /// The form with a kept phone in it, to be changed.
    pub fn of(id: PhoneId, phone: &Phone) -> Self {
        let mut form = Self { editing: Some(id), base: Some(Box::new(phone.clone())), ..Self::default() };
        for field in Field::all() {
            form.put(field, field.says(phone));
        }
        form.read();
        form
    }

    /// The phone this form describes. `anyway` keeps numbers that are not proved, marked as such.
    pub fn phone(&self, anyway: bool) -> Result<Phone, Fault> {
        let found = self.reading.as_ref().map_or(&[][..], Reading::numbers);
        let numbers: Vec<KeptNumber> = found.iter().filter_map(Found::kept).collect();
        if numbers.is_empty() {
            return Err(Fault::NoNumber);
        }
        if !anyway && found.iter().any(|found| found.outcome() != Outcome::Checked) {
            return Err(Fault::Unproved);
        }
        let mut phone = Phone::default();
        phone.platform = self.text(Field::Platform).parse().ok();
        phone.medical_id = self.text(Field::MedicalId).parse().ok();
        for detail in Detail::ALL {
            let field = Field::Of(*detail);
            phone = phone.with(*detail, self.text(field)).map_err(|error| Fault::TooLong(field, error))?;
        }
        phone.with_numbers(numbers).map_err(|_| Fault::TooManyNumbers)
    }

    fn put(&mut self, field: Field, text: String) {
        match self.texts.iter_mut().find(|(name, _)| *name == field) {
            Some((_, stands)) => *stands = text,
            None => self.texts.push((field, text)),
        }
    }

    /// Reads the number field, and puts what stands beside the number into empty lines of its own. What came from an
    /// earlier text goes with it.
    fn read(&mut self) {
        for detail in std::mem::take(&mut self.filled) {
            self.put(Field::Of(detail), String::new());
        }
        self.paused = false;
        self.reading = None;
        let text = self.text(Field::Number);
        if text.trim().is_empty() {
            self.refused.clear();
            return;
        }
        let reading = reading::read(text);
        for (detail, text) in reading.neighbours().iter().filter_map(Detail::of) {
            let field = Field::Of(detail);
            if self.text(field).is_empty() && !self.refused.contains(&detail) {
                self.put(field, text);
                self.filled.push(detail);
            }
        }
        self.reading = Some(reading);
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

    const PAGE: &str = "IMEI 352099001761481\nIMEI2 490154203237519\nSerial Number R58N12ABCDE\n\
        EID 89049032123451234512345678901235";
    const SERIAL: Field = Field::Of(Detail::Serial);
    const EID: Field = Field::Of(Detail::Eid);

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
    fn what_stands_beside_the_number_gets_a_field_of_its_own() {
        let mut form = form(PAGE);
        assert_eq!(form.filled(), [Detail::Serial, Detail::Eid]);
        assert_eq!((form.text(SERIAL), form.text(EID)), ("R58N12ABCDE", "89049032123451234512345678901235"));
        form.take_back(Detail::Serial);
        form.write(Field::Number, format!("{PAGE} "));
        assert_eq!((form.text(SERIAL), form.filled()), ("", &[Detail::Eid][..]), "taken back is taken back");
        form.write(Field::Number, "352099001761481".into());
        assert_eq!(form.text(EID), "", "what came from a text goes with it");
    }

    #[test]
    fn the_reader_never_writes_over_a_hand() {
        let mut form = Form::default();
        form.write(SERIAL, "mine".into());
        form.write(Field::Number, PAGE.into());
        assert_eq!((form.text(SERIAL), form.filled()), ("mine", &[Detail::Eid][..]));
        form.write(EID, "8904".into());
        form.write(Field::Number, String::new());
        assert_eq!((form.text(SERIAL), form.text(EID)), ("mine", "8904"), "what a hand changed stays");
    }

    #[test]
    fn an_eid_that_was_misread_is_kept_as_it_was_read() {
        let form = form("352099001761481 EID 89049032123451234512345678901234");
        assert_eq!(form.text(EID), "89049032123451234512345678901234");
        assert_eq!(Detail::Eid.agrees(form.text(EID)), Some(false));
    }

    #[test]
    fn an_offered_number_takes_the_place_of_its_own_only() {
        let mut form = form("35209900176148\n490154203237519\nSerial Number R58N12ABCDE");
        form.take("352099001761481".parse().expect("good"));
        assert_eq!(form.text(Field::Number), "352099001761481\n490154203237519", "the doubtful one is not lost");
        assert_eq!(form.text(SERIAL), "R58N12ABCDE");
        form.write(Field::Number, "352099001761481".into());
        assert_eq!(form.text(SERIAL), "R58N12ABCDE", "its text is gone, so it is the person's own now");
    }

    #[test]
    fn a_phone_put_into_the_form_comes_out_the_same() {
        let mut typed = form("352099001761481\n490154203237518");
        for field in Field::all().skip(1) {
            typed.write(field, field.slug().into());
        }
        typed.write(Field::Platform, "samsung".into());
        typed.write(Field::MedicalId, "not-yet".into());
        let phone = typed.phone(false).expect("a phone");
        assert!(phone.medical_id.is_some() && phone.platform.is_some());
        let again = Form::of(PhoneId::FIRST, &phone);
        assert!(again.says_the_same(&typed));
        assert_eq!(again.phone(false), Ok(phone));
    }
}
