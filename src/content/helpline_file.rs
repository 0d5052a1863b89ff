//! How `helplines.toml` is read: rows as they are written become rows that keep the rules.

use std::collections::BTreeSet;
use std::path::Path;

use domain::triage::Place;
use serde::Deserialize;
use toml::Spanned;

use crate::complaint::{Complaint, Kind};
use crate::date::WrittenDate;
use crate::file::ContentFile;
use crate::helpline::{Helpline, HelplineList, Helplines, Hours, Masts};
use crate::official::Official;
use crate::phone::PhoneNumber;
use crate::source::{WrittenSource, read_address};
use crate::step::Status;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHelplines {
    #[serde(default)]
    network: Vec<WrittenHelpline>,
    #[serde(default)]
    bank: Vec<WrittenHelpline>,
    #[serde(default)]
    police: Vec<WrittenHelpline>,
    #[serde(default)]
    support: Vec<WrittenHelpline>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHelpline {
    id: Spanned<String>,
    name: Option<String>,
    runs_on: Option<Masts>,
    status: Status,
    checked: Option<WrittenDate>,
    own_phone: Option<PhoneNumber>,
    another_phone: Option<PhoneNumber>,
    abroad: Option<PhoneNumber>,
    text: Option<PhoneNumber>,
    web: Option<Spanned<String>>,
    hours: Hours,
    #[serde(default)]
    members: Vec<String>,
    #[serde(default)]
    places: Vec<Place>,
    #[serde(default)]
    source: Vec<WrittenSource>,
}

/// The helplines of a content folder, without the rows that have no date.
pub(crate) fn read(root: &Path, official: &Official, complaints: &mut Vec<Complaint>) -> Helplines {
    let before = complaints.len();
    let read = ContentFile::read(root, "helplines.toml").and_then(|file| Ok((file.parse::<WrittenHelplines>()?, file)));
    let (written, file) = match read {
        Ok(read) => read,
        Err(complaint) => {
            complaints.push(complaint);
            return Helplines::default();
        }
    };
    let lists = [
        (HelplineList::Network, written.network),
        (HelplineList::Bank, written.bank),
        (HelplineList::Police, written.police),
        (HelplineList::Support, written.support),
    ];
    let mut rows = Vec::new();
    for (list, written) in lists {
        let mut taken = BTreeSet::new();
        for row in written {
            if !taken.insert(row.id.as_ref().clone()) {
                complaints.push(file.complain(&row.id.span(), Kind::DuplicateId(row.id.as_ref().clone())));
            }
            rows.extend(row.judge(list, &file, official, complaints));
        }
    }
    Helplines { rows, sound: complaints.len() == before }
}

impl WrittenHelpline {
    /// The row, with a complaint for every rule it breaks; none without a date.
    fn judge(
        self,
        list: HelplineList,
        file: &ContentFile,
        official: &Official,
        complaints: &mut Vec<Complaint>,
    ) -> Option<Helpline> {
        let span = self.id.span();
        let id = self.id.into_inner();
        if self.source.is_empty() {
            complaints.push(file.complain(&span, Kind::NoSource(id.clone())));
        }
        let web = self.web.as_ref().and_then(|web| {
            let address = read_address(web, file, complaints)?;
            if !official.allows(&address) {
                complaints.push(file.complain(&web.span(), Kind::UnofficialHost(address.clone())));
            }
            Some(address)
        });
        let Some(WrittenDate(checked)) = self.checked else {
            complaints.push(file.complain(&span, Kind::NoDate(id)));
            return None;
        };
        let row = Helpline {
            list,
            id,
            name: self.name,
            runs_on: self.runs_on,
            status: self.status,
            checked,
            own_phone: self.own_phone,
            another_phone: self.another_phone,
            abroad: self.abroad,
            text: self.text,
            web,
            hours: self.hours,
            members: self.members,
            places: self.places,
            sources: self.source.into_iter().map(|source| source.judge(file, official, complaints)).collect(),
        };
        complaints.extend(row.broken_rules().map(|rule| file.complain(&span, Kind::BadHelpline(row.id.clone(), rule))));
        Some(row)
    }
}
