//! One question of the report: optional, saying what it means to leave it open.

use domain::incident::{Field, Shape};
use domain::triage::{Kind, Place, State};
use leptos::prelude::*;

use super::asking::{Asked, Control, Spot, question};
use super::{Told, number};
use crate::parts::template::fill;
use crate::wire::Wire;

/// Texts longer than this are asked for in a box of several lines.
const ONE_LINE: usize = 300;

/// A question with its field.
pub(super) fn ask(wire: Wire, field: Field, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.letter.field.get(field.slug()).cloned().unwrap_or_default());
    let control = match field.shape() {
        Shape::Words(longest) if longest > ONE_LINE => Control::Paragraph,
        // The log is written line by line, so it is no question; it never comes here.
        Shape::Words(_) | Shape::Log => Control::Line,
        Shape::Moment => Control::Moment,
        Shape::Kind => choice(told, "kind", Kind::ALL.iter().map(|value| value.slug())),
        Shape::State => choice(told, "state", State::ALL.iter().map(|value| value.slug())),
        Shape::Place => choice(told, "place", Place::ALL.iter().map(|value| value.slug())),
        Shape::YesNo => choice(told, "yes_no", ["yes", "no"].into_iter()),
    };
    let missing = words.missing;
    // Only the time zone says something of its own when it is left open: which clock the texts will name then.
    let hint = wire.slice(move |session| {
        let clock = told.with_value(|templates| templates.letter.clock(session.draft.incident().clock()));
        fill(&missing, &[("clock", &clock)])
    });
    let idle = wire.slice(move |session| !field.is_asked(session.draft.incident().kind()));
    let asked = Asked { ask: words.ask, hint, idle };
    let understood = field.is_an_imei().then(|| number::understood(wire, field, told));
    view! { {question(wire, told, Spot::Report(field), control, asked)} {understood} }
}

/// The answers by their names, and the freedom to say nothing.
fn choice(told: Told, name: &str, values: impl Iterator<Item = &'static str>) -> Control {
    told.with_value(|templates| {
        let letter = &templates.letter;
        let said = if name == "yes_no" { Some(&letter.yes_no) } else { letter.choice.get(name) };
        let label = |value: &str| said.and_then(|said| said.get(value).cloned()).unwrap_or_default();
        let mut choices = vec![("", letter.yes_no.get("open").cloned().unwrap_or_default())];
        for value in values.filter(|value| *value != "unknown") {
            choices.push((value, label(value)));
        }
        Control::Choice(choices)
    })
}
