//! What the pages of a topic share: its steps, part by part, each with its sources and the day they were compared.
//!
//! A step's name says its part: `register-do-mark` stands in the part `do` of the topic `register`.

use content::Complaint;
use content::step::Step;
use content::words::GuideWords;
use domain::guide::{GuideId, Topic};
use leptos::prelude::*;
use serde::Deserialize;

use super::Desk;
use crate::parts::calendar;
use crate::parts::head::{Back, Head};
use crate::parts::icon::{Icon, Sign};
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
    written: Vec<Step>,
    labels: step::Words,
    calendar: calendar::Words,
}

impl Steps {
    pub(super) fn of(desk: Desk<'_>, topic: Topic) -> Result<Self, Complaint> {
        let id = GuideId::Topic(topic);
        Ok(Self {
            topic,
            said: desk.site.content.words(desk.language).guide(id).clone(),
            written: desk.site.content.guide(id).steps.clone(),
            labels: desk.words("step")?,
            calendar: desk.words("calendar")?,
        })
    }

    pub(super) fn title(&self) -> String {
        self.said.title.clone()
    }

    pub(super) fn summary(&self) -> String {
        self.said.summary.clone()
    }

    /// The head of the page, with the way back to the page it belongs to.
    pub(super) fn head(&self, back: String, address: String) -> impl IntoView + use<> {
        let back = Back { label: back, address };
        view! { <Head title=self.title() lead=self.summary() back /> }
    }

    /// The steps of one part, as items of a list.
    pub(super) fn part(&self, part: &str) -> impl IntoView + use<> {
        let items = self.named(part).filter_map(|step| {
            let (step, said) = (step.clone(), self.said.steps.get(&step.id)?.clone());
            Some(view! { <StepItem step said words=self.labels.clone() calendar=self.calendar.clone() /> })
        });
        items.collect_view()
    }

    /// The titles of one part, as links down to its steps.
    pub(super) fn index(&self, part: &str) -> impl IntoView + use<> {
        let items = self.named(part).filter_map(|step| {
            let title = self.said.steps.get(&step.id)?.title.clone();
            Some(view! { <li><a href=format!("#{}", step.id)>{title}<Icon sign=Sign::Down /></a></li> })
        });
        view! { <ul class="ledger" role="list">{items.collect_view()}</ul> }
    }

    fn named(&self, part: &str) -> impl Iterator<Item = &Step> {
        let beginning = format!("{}-{part}-", self.topic.slug());
        self.written.iter().filter(move |step| step.id.as_str().starts_with(&beginning))
    }
}
