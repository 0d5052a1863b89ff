//! The labels and templates of the report, gathered from the files that hold them.
//!
//! They are one file of their own beside the page: long, and wanted only by who writes a report.

use std::collections::BTreeMap;

use content::{Complaint, Content};
use domain::language::Language;
use domain::route::Route;
use serde::Deserialize;

use super::next_weeks;
use crate::islands::report::{self, FormWords, Templates, log, number, phones, still_open};
use crate::islands::triage;
use crate::pages::{Desk, island_words};
use crate::parts::said::Table;
use crate::parts::{calendar, letter};

/// `report.toml`: the questions and the texts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportWords {
    phone: String,
    unchecked: String,
    moment: String,
    clock: Table,
    deed: letter::DeedWords,
    field: BTreeMap<String, letter::FieldWords>,
    recipient: BTreeMap<String, letter::Frame>,
    part: Table,
    act: Table,
    refusal: Table,
    yes_no: Table,
}

/// `report_form.toml`: what stands round them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundWords {
    opener: report::Words,
    form: FormWords,
    phones: phones::Words,
    log: log::Words,
    open: still_open::Words,
}

/// `stolen.toml`, as far as the report asks what triage asks.
#[derive(Deserialize)]
struct StolenWords {
    triage: triage::Words,
}

/// `record.toml`, as far as the number reader speaks here too.
#[derive(Deserialize)]
struct RecordWords {
    reader: ReaderWords,
}

#[derive(Deserialize)]
struct ReaderWords {
    reason: Table,
    neighbour: Table,
    suggestion: String,
    take: String,
}

/// What stands in the page before the form is opened.
pub(super) fn opener(desk: Desk<'_>) -> Result<report::Words, Complaint> {
    let RoundWords { opener, .. } = desk.words("report_form")?;
    Ok(opener)
}

/// The words of the texts, with those of triage for what it asked already.
pub(super) fn letter(content: &Content, language: Language) -> Result<letter::Words, Complaint> {
    let content = content.words(language);
    let words: ReportWords = content.page("report")?;
    let calendar: calendar::Words = content.page("calendar")?;
    let StolenWords { triage } = content.page("stolen")?;
    let choice = [("kind", triage.kind.answer), ("state", triage.state.answer), ("place", triage.place.answer)];
    Ok(letter::Words {
        field: words.field,
        recipient: words.recipient,
        yes_no: words.yes_no,
        choice: choice.map(|(name, answers)| (name.to_owned(), answers)).into(),
        act: words.act,
        phone: words.phone,
        unchecked: words.unchecked,
        moment: words.moment,
        clock: words.clock,
        deed: words.deed,
        months: calendar.names(),
        day: calendar.day_form(),
    })
}

/// The file, as text.
pub(super) fn templates(desk: Desk<'_>) -> Result<String, Complaint> {
    let RoundWords { form, mut phones, log, open, .. } = desk.words("report_form")?;
    let ReportWords { part, refusal, .. } = desk.words("report")?;
    let RecordWords { reader: ReaderWords { reason, neighbour, suggestion, take } } = desk.words("record")?;
    let number = number::Words { reason, neighbour, suggestion, take };
    phones.lead(desk.address(Route::WithoutPhone), desk.address(Route::Open));
    let letter = letter(&desk.site.content, desk.language)?;
    let next_weeks = next_weeks::words(desk)?;
    let templates = Templates { form, letter, part, refusal, phones, number, log, open, next_weeks };
    Ok(serde_json::to_string(&island_words(&[("", &templates)])).unwrap_or_default())
}
