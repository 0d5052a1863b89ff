//! What the pages of a topic share: its steps, part by part, each with its sources and the day they were compared.
//!
//! A step's name says its part: `register-do-mark` stands in the part `do` of the topic `register`.

use content::Complaint;
use content::step::Step;
use content::words::GuideWords;
use domain::guide::{GuideId, Topic};
use domain::route::Route;
use domain::step::StepId;
use domain::step_names::StepNames;
use leptos::prelude::*;
use serde::Deserialize;

use super::Desk;
use crate::islands::freshness::Freshness;
use crate::islands::tick::Tick;
use crate::parts::calendar;
use crate::parts::head::{Back, Head};
use crate::parts::icon::{Icon, Sign};
use crate::parts::leads::{Lead, Leads};
use crate::parts::step::{self, StepItem};

/// What stands over a part of the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub(super) title: String,
    pub(super) text: String,
}

/// The steps of a topic with everything that showing them takes.
pub(super) struct Steps {
    topic: Topic,
    said: GuideWords,
    written: Vec<Written>,
    labels: step::Words,
    calendar: calendar::Words,
    lead: String,
    ticked: bool,
}

/// A step with the names it had, and the steps of other guides that it sends people to.
struct Written {
    step: Step,
    names: StepNames,
    leads: Vec<Lead>,
}

impl Steps {
    pub(super) fn of(desk: Desk<'_>, topic: Topic) -> Result<Self, Complaint> {
        let id = GuideId::Topic(topic);
        let steps = desk.site.content.guide(id).steps.iter();
        let written = steps.map(|step| Written {
            step: step.clone(),
            names: desk.site.content.names_of(&step.id),
            leads: leads(desk, &step.see),
        });
        Ok(Self {
            topic,
            said: desk.site.content.words(desk.language).guide(id).clone(),
            written: written.collect(),
            labels: desk.words("step")?,
            calendar: desk.words("calendar")?,
            lead: String::new(),
            ticked: false,
        })
    }

    /// The same, with a label before the steps that a step sends people to.
    pub(super) fn leading(self, label: String) -> Self {
        Self { lead: label, ..self }
    }

    /// The same, with another label before what a person should see.
    pub(super) fn checking(self, label: String) -> Self {
        Self { labels: self.labels.checking(label), ..self }
    }

    /// The same, with an answer to every step. The page brings the words of `Tick` and `Freshness`.
    pub(super) fn ticked(self) -> Self {
        Self { ticked: true, ..self }
    }

    pub(super) fn title(&self) -> String {
        self.said.title.clone()
    }

    pub(super) fn summary(&self) -> String {
        self.said.summary.clone()
    }

    /// The names of all steps, in order.
    pub(super) fn names(&self) -> Vec<StepNames> {
        self.written.iter().map(|written| written.names.clone()).collect()
    }

    /// The head of the page, with the way back to the page it belongs to.
    pub(super) fn head(&self, back: String, address: String) -> impl IntoView + use<> {
        let back = Back { label: back, address };
        view! { <Head title=self.title() lead=self.summary() back /> }
    }

    /// The steps of one part, as items of a list.
    pub(super) fn part(&self, part: &str) -> impl IntoView + use<> {
        let items = self.named(part).filter_map(|Written { step, names, leads }| {
            let (step, said) = (step.clone(), self.said.steps.get(&step.id)?.clone());
            let leads = (!leads.is_empty()).then(|| view! { <Leads label=self.lead.clone() leads=leads.clone() /> });
            let tick = self.ticked.then(|| view! { <Tick step=names.clone() /> });
            let mark = self.ticked.then(|| view! { <Freshness checked=step.checked /> }.into_any());
            Some(view! {
                <StepItem step said words=self.labels.clone() calendar=self.calendar.clone() mark>
                    {leads}{tick}
                </StepItem>
            })
        });
        items.collect_view()
    }

    /// The titles of one part, as links down to its steps.
    pub(super) fn index(&self, part: &str) -> impl IntoView + use<> {
        let items = self.named(part).filter_map(|Written { step, .. }| {
            let title = self.said.steps.get(&step.id)?.title.clone();
            Some(view! { <li><a href=format!("#{}", step.id)>{title}<Icon sign=Sign::Down /></a></li> })
        });
        view! { <ul class="ledger" role="list">{items.collect_view()}</ul> }
    }

    fn named(&self, part: &str) -> impl Iterator<Item = &Written> {
        let beginning = format!("{}-{part}-", self.topic.slug());
        self.written.iter().filter(move |written| written.step.id.as_str().starts_with(&beginning))
    }
}

/// Where steps of other guides stand. Steps of one title, such as the same setting of ten makers, share a line.
fn leads(desk: Desk<'_>, steps: &[StepId]) -> Vec<Lead> {
    let mut leads: Vec<Lead> = Vec::new();
    for id in steps {
        // The check of the content has refused a step that nobody has.
        let Some(guide) = desk.site.content.guide_of(id) else { continue };
        let said = desk.site.content.words(desk.language).guide(guide.id);
        let Some(step) = said.steps.get(id) else { continue };
        let place = (said.title.clone(), format!("{}#{id}", desk.address(Route::of(guide.id))));
        match leads.iter_mut().find(|lead| lead.title == step.title) {
            Some(lead) => lead.places.push(place),
            None => leads.push(Lead { title: step.title.clone(), places: vec![place] }),
        }
    }
    leads
}
