//! The log of what was done: when, by whose clock, what, whom they told. It is proof later.
//!
//! A line opens with the present time, so that most people choose one answer and press one button.

use domain::drafting::Drafting;
use domain::entry::Field;
use domain::incident::{self, Act};
use leptos::prelude::*;

use super::Told;
use super::asking::{Asked, Control, Spot, button, question, shown, still};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What stands round the log.
    pub(crate) struct Words {
        empty: String,
        open: String,
        act: String,
        act_hint: String,
        choose: String,
        at: String,
        clock: String,
        now: String,
        whom: String,
        whom_hint: String,
        note: String,
        note_hint: String,
        keep: String,
        cancel: String,
        strike: String,
        sight: String,
        sighted: String,
    }
}

/// The lines so far, and the one that is being written.
pub(super) fn log(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.log.clone());
    let why = told.with_value(|templates| {
        templates.letter.field.get(incident::Field::Done.slug()).map(|words| words.missing.clone()).unwrap_or_default()
    });
    let log = wire.slice(|session| session.draft.incident().log().to_vec());
    let strike = words.strike.clone();
    let lines = move || {
        let lines = log.get().into_iter().enumerate().map(|(place, deed)| {
            let text = told.with_value(|templates| templates.letter.deed(&deed));
            let take_out = button(wire, "link", still(wire, strike.clone()), Drafting::Struck(place), shown(wire));
            view! { <li>{text}" "{take_out}</li> }
        });
        lines.collect_view()
    };
    let written = wire.slice(|session| !session.draft.incident().log().is_empty());
    let writing = wire.slice(|session| session.draft.entry().is_some());
    view! {
        <p class="hint">{why}</p>
        <p hidden=written.live()>{words.empty.clone()}</p>
        <ol>{lines}</ol>
        {button(wire, "button button-quiet", still(wire, words.open.clone()), Drafting::EntryOpened, writing)}
        {entry(wire, told, words)}
    }
}

/// The line that is being written.
fn entry(wire: Wire, told: Told, words: Words) -> impl IntoView + use<> {
    let idle = wire.slice(|session| session.draft.entry().is_none());
    let ask = move |field, control, ask, hint| {
        question(wire, told, Spot::Line(field), control, Asked { ask, hint, idle: shown(wire) })
    };
    let acts = told.with_value(|templates| {
        let mut acts = vec![("", words.choose)];
        for act in Act::ALL.iter().filter(|act| act.is_by_hand()) {
            acts.push((act.slug(), templates.letter.act.get(act.slug()).cloned().unwrap_or_default()));
        }
        acts
    });
    let clock = wire.slice(move |session| {
        let clock = told.with_value(|templates| templates.letter.clock(session.draft.incident().clock()));
        fill(&words.clock, &[("clock", &clock)])
    });
    let press = |class, label, drafting| button(wire, class, still(wire, label), drafting, shown(wire));
    view! {
        <div class="sheet" hidden=idle.live()>
            {ask(Field::Act, Control::Choice(acts), words.act, still(wire, words.act_hint))}
            {ask(Field::At, Control::Moment, words.at, clock)}
            {press("button button-quiet", words.now, Drafting::NowAsked)}
            {ask(Field::Whom, Control::Line, words.whom, still(wire, words.whom_hint))}
            {ask(Field::Note, Control::Paragraph, words.note, still(wire, words.note_hint))}
            <p class="row">
                {press("button", words.keep, Drafting::EntryKept)}
                {press("button button-quiet", words.cancel, Drafting::EntryClosed)}
            </p>
        </div>
    }
}

/// Under the last place on the map: it goes into the log without being typed again.
pub(super) fn sighting(wire: Wire, told: Told) -> impl IntoView + use<> {
    let words = told.with_value(|templates| templates.log.clone());
    let nothing_new = wire.slice(|session| {
        let incident = session.draft.incident();
        incident.sighting().is_none_or(|deed| incident.log().contains(&deed))
    });
    let sighted = wire.slice(move |session| {
        let incident = session.draft.incident();
        let logged = incident.sighting().is_some_and(|deed| incident.log().contains(&deed));
        if logged { words.sighted.clone() } else { String::new() }
    });
    view! {
        {button(wire, "button button-quiet", still(wire, words.sight), Drafting::SightingKept, nothing_new)}
        <p role="status">{sighted.live()}</p>
    }
}
