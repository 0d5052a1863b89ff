//! One thing to do, with what it defends against, where it comes from and how sure we are.
//!
//! The structure is the same in every language; the words are in [`crate::words`].

use domain::date::Date;
use domain::harm::Harm;
use domain::step::StepId;
use domain::weight::Weight;
use serde::Deserialize;
use toml::Spanned;

use crate::address::Address;
use crate::complaint::{Complaint, Kind};
use crate::date::WrittenDate;
use crate::file::ContentFile;
use crate::official::Official;
use crate::plain::Plain;
use crate::source::{Source, WrittenSource, read_address};

/// A step of a guide: at least one source, official links only.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// The name that ticks are kept by.
    pub id: StepId,
    /// What the step takes away from a thief.
    pub defends: Harm,
    /// How much it saves.
    pub weight: Weight,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// The oldest version that has the setting, such as `iOS 17.3`.
    pub minimum: Option<String>,
    /// How the setting stands on a new phone, when that is known.
    pub default: Option<Preset>,
    /// How sure we are of the menu path and the effect.
    pub status: Status,
    /// The day somebody last compared the step with its sources.
    pub checked: Date,
    /// Steps elsewhere on this site that carry this one on, or put right what it found.
    pub see: Vec<StepId>,
    /// The step of an account's guide that asks for the same: an answer to one counts for both.
    pub twin: Option<StepId>,
    /// A drawing of where to look, where that helps.
    pub drawing: Option<Drawing>,
    /// Official pages and numbers a person can open, in order.
    pub links: Vec<Link>,
    /// Where the step comes from.
    pub sources: Vec<Source>,
}

/// A link of a step; its label is in the words of each language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// The name that joins the link to its label.
    pub id: String,
    /// Where it goes.
    pub address: Address,
}

/// What a drawing beside a step shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    /// A box with a label and a bar code.
    Box,
    /// A locked screen with a name and a way to ring.
    Contact,
    /// A locked screen with hidden messages.
    LockScreen,
    /// A SIM tray half out of a phone.
    SimTray,
}

/// How a setting stands on a new phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// On.
    On,
    /// Off.
    Off,
    /// On or off, by model, region or age.
    Varies,
    /// It happens by itself and has no switch.
    Automatic,
}

/// How sure we are of a fact: the Status column of the collected facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read at the owner's own page.
    Verified,
    /// Read in a good source that is not the owner's.
    Secondary,
    /// Read at the owner's page, but from before 2023.
    Old,
    /// Generally known, and no source found that says so.
    General,
}

impl Status {
    /// The name in content files and in `tools content`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Secondary => "secondary",
            Self::Old => "old",
            Self::General => "general",
        }
    }
}

/// A step as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenStep {
    pub(crate) id: Spanned<StepId>,
    defends: Harm,
    weight: Weight,
    minutes: std::num::NonZeroU8,
    minimum: Option<Plain>,
    default: Option<Preset>,
    status: Status,
    checked: Option<WrittenDate>,
    #[serde(default)]
    see: Vec<StepId>,
    twin: Option<StepId>,
    drawing: Option<Drawing>,
    #[serde(default)]
    link: Vec<WrittenLink>,
    #[serde(default)]
    source: Vec<WrittenSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLink {
    id: Spanned<String>,
    address: Spanned<String>,
}

impl WrittenStep {
    /// The step, with a complaint for everything in it that breaks a rule; none without a date.
    pub(crate) fn judge(
        self,
        file: &ContentFile,
        official: &Official,
        complaints: &mut Vec<Complaint>,
    ) -> Option<Step> {
        let span = self.id.span();
        let id = self.id.into_inner();
        if self.source.is_empty() {
            complaints.push(file.complain(&span, Kind::NoSource(id.to_string())));
        }
        let sources = self.source.into_iter().map(|source| source.judge(file, official, complaints)).collect();
        let mut links: Vec<Link> = Vec::new();
        for link in self.link {
            if links.iter().any(|known| known.id == *link.id.as_ref()) {
                let kind = Kind::DuplicateId(link.id.as_ref().clone());
                complaints.push(file.complain(&link.id.span(), kind));
            }
            let Some(address) = read_address(&link.address, file, complaints) else { continue };
            if !official.allows(&address) {
                complaints.push(file.complain(&link.address.span(), Kind::UnofficialHost(address.clone())));
            }
            links.push(Link { id: link.id.into_inner(), address });
        }
        let Some(WrittenDate(checked)) = self.checked else {
            complaints.push(file.complain(&span, Kind::NoDate(id.to_string())));
            return None;
        };
        Some(Step {
            id,
            defends: self.defends,
            weight: self.weight,
            minutes: self.minutes.get(),
            minimum: self.minimum.map(String::from),
            default: self.default,
            status: self.status,
            checked,
            see: self.see,
            twin: self.twin,
            drawing: self.drawing,
            links,
            sources,
        })
    }
}
