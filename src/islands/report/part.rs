//! The parts of the form: one is shown, a list leads to all of them, back and next go through them.
//!
//! All parts are in the page and all but one are hidden, so that nothing that was typed is ever drawn anew.

use domain::drafting::Drafting;
use domain::event::Event;
use domain::incident::Part;
use leptos::either::EitherOf3;
use leptos::ev;
use leptos::prelude::*;

use super::asking::{button, still};
use super::{Told, field, log, phones};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What stands round the parts.
    pub(crate) struct Words {
        place: String,
        all: String,
        answered: String,
        back: String,
        next: String,
        texts: String,
    }
}

/// The list of all parts, the one that is shown, and the ways on.
pub(super) fn parts(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.form.part.clone());
    let list = Part::ALL.iter().copied().map(|part| {
        let title = still(wire, title(part, told));
        let sentence = words.answered.clone();
        let progress = wire.slice(move |session| {
            let (done, count) = session.draft.progress(part);
            fill(&sentence, &[("done", &done.to_string()), ("count", &count.to_string())])
        });
        let current = wire.slice(move |session| (session.draft.part() == part).then_some("step"));
        let go = button(wire, "link", title, Drafting::PartShown(part), super::asking::shown(wire));
        view! { <li aria-current=current.live()>{go}" "<span class="soft">{progress.live()}</span></li> }
    });
    let list = list.collect_view();
    let sections = Part::ALL.iter().copied().enumerate().map(|(place, part)| {
        let (number, count) = ((place + 1).to_string(), Part::ALL.len().to_string());
        let place = fill(&words.place, &[("number", &number), ("count", &count)]);
        let hidden = wire.slice(move |session| session.draft.part() != part);
        let questions = || part.fields().iter().map(|field| field::ask(wire, *field, told)).collect_view();
        let inside = match part {
            Part::Phone => EitherOf3::A(view! { {phones::which(wire, told)} {phones::kept(wire, told)} {questions()} {phones::more(wire, told)} }),
            Part::Log => EitherOf3::B(log::log(wire, told)),
            _ => EitherOf3::C(view! { {questions()} {(part == Part::Map).then(|| log::sighting(wire, told))} }),
        };
        view! {
            <section class="stack" aria-labelledby=part.heading() hidden=hidden.live()>
                <p class="soft">{place}</p>
                <h3 id=part.heading() tabindex="-1">{title(part, told)}</h3>
                {inside}
            </section>
        }
    });
    let sections = sections.collect_view();
    view! {
        <details>
            <summary>{words.all}</summary>
            <ol>{list}</ol>
        </details>
        {sections}
        <p class="row">
            {turn(wire, "button button-quiet", words.back, Part::back)}
            {turn(wire, "button", words.next, Part::next)}
            <a href="#texts">{words.texts}</a>
        </p>
    }
}

/// A button to the part beside the one that is shown, hidden where there is none.
fn turn(wire: Wire, class: &'static str, label: String, to: fn(Part) -> Option<Part>) -> impl IntoView + use<> {
    let hidden = wire.slice(move |session| to(session.draft.part()).is_none());
    let press = move |_: ev::MouseEvent| {
        if let Some(part) = wire.peek(|session| to(session.draft.part())) {
            wire.send(Event::Drafted(Drafting::PartShown(part)));
        }
    };
    view! { <button type="button" class=class hidden=hidden.live() on:click=press>{label}</button> }
}

fn title(part: Part, told: Told) -> String {
    told.with_value(|templates| templates.part.get(part.slug()).cloned().unwrap_or_default())
}
