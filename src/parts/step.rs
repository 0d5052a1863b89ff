//! One step: what to do, where, what it stops, what it costs, and who says so.
//!
//! The same markup on guides and on the stolen page; a list decides how its steps look.

use content::source::Source;
use content::step::{Drawing as Picture, Preset, Status, Step};
use content::words::StepWords;
use domain::date::Date;
use leptos::prelude::*;
use serde::Deserialize;

use crate::parts::calendar::{self, Day};
use crate::parts::drawing::{Drawing, Subject};
use crate::parts::icon::{Icon, Sign};
use crate::parts::markup::Prose;
use crate::parts::template::fill;

/// The labels inside a step.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    stops: String,
    minutes: String,
    minutes_form: String,
    minimum: String,
    minimum_form: String,
    default: String,
    cost: String,
    check: String,
    path: String,
    source: String,
    sources: String,
    checked: String,
    preset: PresetWords,
    status: StatusWords,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetWords {
    on: String,
    off: String,
    varies: String,
    automatic: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusWords {
    verified: String,
    secondary: String,
    old: String,
    general: String,
}

impl Words {
    /// The same, with another label before what tells that a step is done.
    #[must_use]
    pub fn checking(self, check: String) -> Self {
        Self { check, ..self }
    }

    fn preset(&self, preset: Preset) -> String {
        match preset {
            Preset::On => &self.preset.on,
            Preset::Off => &self.preset.off,
            Preset::Varies => &self.preset.varies,
            Preset::Automatic => &self.preset.automatic,
        }
        .clone()
    }

    fn status(&self, status: Status) -> String {
        match status {
            Status::Verified => &self.status.verified,
            Status::Secondary => &self.status.secondary,
            Status::Old => &self.status.old,
            Status::General => &self.status.general,
        }
        .clone()
    }
}

/// A step as an item of a list.
#[component]
pub fn StepItem(
    /// What it is.
    step: Step,
    /// What it says.
    said: StepWords,
    /// Its labels.
    words: Words,
    /// How days are written.
    calendar: calendar::Words,
    /// Where the step stands with all it says, for a heading that leads there.
    #[prop(default = None)]
    address: Option<String>,
    /// Whether the step names its sources here; where it does not, another page names them.
    #[prop(default = true)]
    sourced: bool,
    /// What stands after the day it was checked: whether that is long ago.
    #[prop(default = None)]
    mark: Option<AnyView>,
    /// What stands before its source: the answers of a guide.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = step.id.to_string();
    let drawing = step.drawing.map(|drawing| {
        let subject = match drawing {
            Picture::Box => Subject::Box,
            Picture::Contact => Subject::Contact,
            Picture::LockScreen => Subject::LockScreen,
            Picture::SimTray => Subject::SimTray,
        };
        view! { <Drawing subject /> }
    });
    let facts = facts(&step, &words);
    let path = (!said.path.is_empty()).then(|| path(&said.path, &words.path));
    let links = links(&step, &said);
    let after = [(words.check.clone(), said.check.clone()), (words.cost.clone(), said.cost.clone())];
    let after = after
        .into_iter()
        .filter_map(|(label, text)| text.map(|text| view! { <p class="after"><strong>{label}</strong>" "{text}</p> }));
    let after = after.collect_view();
    let source = sourced.then(|| source(&step, &words, &calendar, mark));
    // How sure we are is said with the step, wherever its sources stand.
    let doubt = words.status(step.status);
    let doubt = (!sourced && !doubt.is_empty()).then(|| view! { <p class="source">{doubt}</p> });
    let title = said.title.clone();
    let title = match address {
        Some(address) => view! { <a href=address>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <li class="step" id=id.clone() data-step=id>
            <h3>{title}</h3>
            <p class="stops"><strong>{words.stops.clone()}</strong>" "{said.why.clone()}</p>
            {drawing}
            {facts}
            {path}
            {said.how.clone().map(|how| view! { <Prose text=how /> })}
            {links}
            {after}
            {children.map(|children| children())}
            {source}
            {doubt}
        </li>
    }
}

fn facts(step: &Step, words: &Words) -> impl IntoView + use<> {
    let minutes = fill(&words.minutes_form, &[("minutes", &step.minutes.to_string())]);
    let minimum = step.minimum.as_ref().map(|version| fill(&words.minimum_form, &[("version", version)]));
    let rows = [
        (words.minutes.clone(), Some(minutes)),
        (words.minimum.clone(), minimum),
        (words.default.clone(), step.default.map(|preset| words.preset(preset))),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(label, value)| value.map(|value| view! { <div><dt>{label}</dt><dd>{value}</dd></div> }));
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}

/// The menu path, drawn as the phone shows it.
fn path(labels: &[String], name: &str) -> impl IntoView + use<> {
    let items = labels.iter().map(|label| view! { <li><span>{label.clone()}</span></li> }).collect_view();
    view! { <ol class="path" role="list" aria-label=name.to_owned()>{items}</ol> }
}

/// From this many on, links are rows of a list: a wall of buttons hides the one that is needed.
const MANY: usize = 5;

/// The official pages and numbers: a few as buttons, the first one filled, many as a list.
fn links(step: &Step, said: &StepWords) -> Option<impl IntoView + use<>> {
    let many = step.links.len() >= MANY;
    let links: Vec<_> = step
        .links
        .iter()
        .enumerate()
        .map(|(place, link)| {
            let address = link.address.as_str().to_owned();
            let label = said.links.get(&link.id).map_or_else(|| address.clone(), |label| unbroken(label));
            let outside = address.starts_with("https:");
            let class = match place {
                _ if many => None,
                0 => Some("button button-wide"),
                _ => Some("button button-quiet button-wide"),
            };
            let sign = if outside { Sign::Open } else { Sign::Call };
            // A label that names the site already says it once.
            let shown = link.address.host().filter(|host| !label.contains(*host)).map(str::to_owned);
            let link = view! {
                <a class=class href=address rel=outside.then_some("noopener noreferrer")>
                    <span>{label}{shown.map(|host| view! { " " <small dir="ltr">{host}</small> })}</span>
                    <Icon sign />
                </a>
            };
            if many { view! { <li>{link}</li> }.into_any() } else { link.into_any() }
        })
        .collect();
    let list = |links| view! { <ul class="ledger" role="list">{links}</ul> }.into_any();
    let row = |links| view! { <p class="row">{links}</p> }.into_any();
    (!links.is_empty()).then(|| if many { list(links) } else { row(links) })
}

/// A label whose telephone numbers stay on one line.
fn unbroken(label: &str) -> String {
    let signs: Vec<char> = label.chars().collect();
    let digit = |place: usize| signs.get(place).is_some_and(char::is_ascii_digit);
    let space = |(place, sign): (usize, &char)| match sign {
        ' ' if place > 0 && digit(place - 1) && digit(place + 1) => '\u{a0}',
        sign => *sign,
    };
    signs.iter().enumerate().map(space).collect()
}

/// Who says so, when it was compared, whether that is long ago, and how sure we are. What is not official is named only.
pub fn source(step: &Step, words: &Words, calendar: &calendar::Words, mark: Option<AnyView>) -> impl IntoView + use<> {
    let named = named(&step.sources, step.checked, words, calendar);
    let status = words.status(step.status);
    view! {
        <p class="source" data-status=step.status.slug()>
            {named}
            {mark.map(|mark| view! { " " {mark} })}
            {(!status.is_empty()).then(|| view! { " " <span>{status}</span> })}
        </p>
    }
}

/// Who says so, and when it was compared.
pub fn named(sources: &[Source], checked: Date, words: &Words, calendar: &calendar::Words) -> impl IntoView + use<> {
    let label = if sources.len() > 1 { words.sources.clone() } else { words.source.clone() };
    let sources = sources.iter().enumerate().map(|(place, source)| {
        let title = source.title.clone();
        let named = match source.link() {
            Some(address) => {
                let address = address.as_str().to_owned();
                view! { <a href=address rel="noopener noreferrer">{title}</a> }.into_any()
            }
            None => title.into_any(),
        };
        view! { {(place > 0).then_some("; ")} {named} }
    });
    let sources = sources.collect_view();
    let (before, after) = words.checked.split_once("{date}").unwrap_or((&words.checked, ""));
    let (before, after) = (before.to_owned(), after.to_owned());
    view! { {label}" "{sources}". "{before}<Day date=checked words=calendar.clone() />{after} }
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn a_number_stays_together_and_words_do_not() {
        assert_eq!(unbroken("Call 0330 123 0241"), "Call 0330\u{a0}123\u{a0}0241");
        assert_eq!(unbroken("EE: 07953 (from abroad +44 7953)"), "EE: 07953 (from abroad +44\u{a0}7953)");
        assert_eq!(unbroken(" 1 "), " 1 ");
    }
}
