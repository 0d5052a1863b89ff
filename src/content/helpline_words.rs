//! What the site says about the helplines, in one language.
//!
//! A row has words only where its name, hours or use need some; the check keeps the two files in step.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::complaint::{Complaint, Kind};
use crate::document::Document;
use crate::helpline::{Helpline, HelplineList, Helplines, Hours};
use crate::markup::Markup;
use crate::plain::Plain;

/// The words of `words/<language>/helplines.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct HelplineWords {
    /// The page's heading.
    pub title: Plain,
    /// One or two sentences about it.
    pub summary: Plain,
    /// Stands on every row with status `general`.
    pub unconfirmed: Plain,
    /// Label of the number to dial on the phone itself.
    pub own_phone: Plain,
    /// Label of the number to dial on any other phone.
    pub another_phone: Plain,
    /// Label of the number to dial from outside the UK.
    pub abroad: Plain,
    /// Label of the number for text messages.
    pub text: Plain,
    /// Label of the official page.
    pub web: Plain,
    /// Label of the network whose masts are used.
    pub runs_on: Plain,
    hours: BTreeMap<Hours, Plain>,
    section: BTreeMap<HelplineList, SectionWords>,
    #[serde(default)]
    network: BTreeMap<String, RowWords>,
    #[serde(default)]
    bank: BTreeMap<String, RowWords>,
    #[serde(default)]
    police: BTreeMap<String, RowWords>,
    #[serde(default)]
    support: BTreeMap<String, RowWords>,
}

/// What stands above a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SectionWords {
    /// The list's heading.
    pub title: Plain,
    /// What to know before ringing.
    pub intro: Markup,
    /// What to ask for.
    pub say: Option<Markup>,
}

/// What a row says beyond its routes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RowWords {
    /// What the row is called, when it has no proper noun.
    pub name: Option<Plain>,
    /// What to know about it.
    pub note: Option<Markup>,
    /// When somebody answers, for `hours = "office"`.
    pub hours: Option<Plain>,
}

impl HelplineWords {
    /// What stands above a list.
    pub fn section(&self, list: HelplineList) -> Option<&SectionWords> {
        self.section.get(&list)
    }

    /// What a row says, if it says anything.
    pub fn row(&self, row: &Helpline) -> Option<&RowWords> {
        self.rows(row.list).get(&row.id)
    }

    /// What a row is called.
    pub fn name<'a>(&'a self, row: &'a Helpline) -> &'a str {
        let said = || self.row(row)?.name.as_deref();
        row.name.as_deref().or_else(said).unwrap_or(&row.id)
    }

    /// When somebody answers.
    pub fn hours(&self, row: &Helpline) -> Option<&str> {
        let own = self.row(row).and_then(|words| words.hours.as_deref());
        own.or_else(|| self.hours.get(&row.hours).map(|words| &**words))
    }

    fn rows(&self, list: HelplineList) -> &BTreeMap<String, RowWords> {
        match list {
            HelplineList::Network => &self.network,
            HelplineList::Bank => &self.bank,
            HelplineList::Police => &self.police,
            HelplineList::Support => &self.support,
        }
    }

    /// Complaints about rows without their words, and words without their row.
    pub(crate) fn check(&self, helplines: &Helplines, document: &Document, complaints: &mut Vec<Complaint>) {
        // A row's words start with a header; where there are none, the complaint has no line.
        let mut complain = |list: HelplineList, id: &str, rule: &'static str| {
            let header = format!("[{}.{id}]", list.slug());
            complaints.push(document.complain(&header, Kind::BadHelpline(id.to_owned(), rule)));
        };
        for list in HelplineList::ALL {
            for id in self.rows(*list).keys().filter(|id| helplines.of(*list).all(|row| row.id != **id)) {
                complain(*list, id, "there are words for it, but no row");
            }
        }
        for row in helplines.iter() {
            let words = self.row(row).cloned().unwrap_or_default();
            if row.name.is_some() == words.name.is_some() {
                complain(row.list, &row.id, "it has its name either in the row or in the words");
            }
            if (row.hours == Hours::Office) != words.hours.is_some() {
                complain(row.list, &row.id, "it has hours in the words exactly when the row's hours are office");
            }
        }
        for list in HelplineList::ALL.iter().filter(|list| self.section(**list).is_none()) {
            let kind = Kind::BadHelpline(list.slug().to_owned(), "the list has no section");
            complaints.push(document.complain("[section", kind));
        }
        if Hours::ALL.iter().any(|hours| !self.hours.contains_key(hours)) {
            let kind = Kind::BadHelpline("hours".to_owned(), "one of the hours has no words");
            complaints.push(document.complain("[hours]", kind));
        }
    }
}
