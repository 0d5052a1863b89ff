//! One way to ask: a label, a hint, why a text was not taken, and a field of one of four kinds.
//!
//! Questions and lines of the log share it, so that a fault looks and sounds the same everywhere. Every closure is made in one
//! place only: each kind of closure in a view brings code of its own into the wasm.

use domain::drafting::Drafting;
use domain::entry;
use domain::event::Event;
use domain::incident::{Field, LONGEST, Refusal};
use domain::session::Session;
use leptos::either::EitherOf4;
use leptos::ev;
use leptos::prelude::*;

use super::Told;
use crate::parts::said::Table;
use crate::parts::steady::Steady;
use crate::parts::template::fill;
use crate::wire::{Slice, Wire};

/// Where an answer belongs.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    /// To the report.
    Report(Field),
    /// To the line of the log that is being written.
    Line(entry::Field),
}

/// What the field is made of.
pub(super) enum Control {
    /// One line.
    Line,
    /// Several lines.
    Paragraph,
    /// A day and a time: two fields, because many people know the day and not the time.
    Moment,
    /// One of these, by name and label.
    Choice(Vec<(&'static str, String)>),
}

/// What stands round the field.
pub(super) struct Asked {
    pub(super) ask: String,
    pub(super) hint: Slice<String>,
    /// It makes no sense for what happened.
    pub(super) idle: Slice<bool>,
}

impl Spot {
    fn id(self) -> String {
        match self {
            Self::Report(field) => ["tell-", field.slug()].concat(),
            Self::Line(field) => field.id().to_owned(),
        }
    }

    fn text(self, session: &Session) -> String {
        match self {
            Self::Report(field) => session.draft.text(field),
            Self::Line(field) => session.draft.entry().map_or("", |entry| entry.text(field)).to_owned(),
        }
    }

    fn refusal(self, session: &Session) -> Option<Refusal> {
        match self {
            Self::Report(field) => session.draft.refusal(field),
            Self::Line(field) => session.draft.entry().and_then(|entry| entry.refusal(field)),
        }
    }

    fn told(self, text: String) -> Event {
        match self {
            Self::Report(field) => Event::Told(field, text),
            Self::Line(field) => Event::Drafted(Drafting::EntryTyped(field, text)),
        }
    }
}

/// A question with its field.
pub(super) fn question(wire: Wire, told: Told, spot: Spot, control: Control, asked: Asked) -> impl IntoView + use<> {
    let id = spot.id();
    let (fault_id, hint_id) = ([&id, "-fault"].concat(), [&id, "-hint"].concat());
    let described = [&fault_id, " ", &hint_id].concat();
    let value = wire.slice(move |session| Steady(spot.text(session)));
    let invalid = wire.slice(move |session| spot.refusal(session).map(|_| "true"));
    let sound = wire.slice(move |session| spot.refusal(session).is_none());
    let fault = wire.slice(move |session| {
        let refusal = spot.refusal(session);
        refusal.map_or_else(String::new, |refusal| told.with_value(|words| say(refusal, &words.refusal)))
    });
    let name = id.clone();
    let control = match control {
        Control::Paragraph => EitherOf4::A(view! {
            <textarea
                class="input" id=name rows="4" autocomplete="off" aria-describedby=described aria-invalid=invalid.live()
                prop:value=value.live() on:change=tell(wire, spot)
            ></textarea>
        }),
        Control::Line => EitherOf4::B(view! {
            <input
                class="input" id=name type="text" autocomplete="off" aria-describedby=described
                aria-invalid=invalid.live() prop:value=value.live() on:change=tell(wire, spot)
            />
        }),
        Control::Moment => {
            let day = wire.slice(move |session| Steady(halves(&spot.text(session)).0.to_owned()));
            let time = wire.slice(move |session| Steady(halves(&spot.text(session)).1.to_owned()));
            let time_id = [&name, "-time"].concat();
            let label = told.with_value(|words| words.form.time.clone());
            EitherOf4::C(view! {
                <input
                    class="input" id=name type="date" autocomplete="off" aria-describedby=described
                    aria-invalid=invalid.live() prop:value=day.live() on:change=tell_half(wire, spot, true)
                />
                <label for=time_id.clone()>{label}</label>
                <input
                    class="input" id=time_id type="time" autocomplete="off" prop:value=time.live()
                    on:change=tell_half(wire, spot, false)
                />
            })
        }
        Control::Choice(choices) => {
            let choices = choices.into_iter().map(|(name, label)| view! { <option value=name>{label}</option> });
            EitherOf4::D(view! {
                <select
                    class="input" id=name aria-describedby=described aria-invalid=invalid.live() prop:value=value.live()
                    on:change=tell(wire, spot)
                >
                    {choices.collect_view()}
                </select>
            })
        }
    };
    view! {
        <div class="field" hidden=asked.idle.live()>
            <label for=id>{asked.ask}</label>
            <p class="hint" id=hint_id>{asked.hint.live()}</p>
            <p class="fault" id=fault_id hidden=sound.live()>{fault.live()}</p>
            {control}
        </div>
    }
}

/// A button that does something to the report.
pub(super) fn button(
    wire: Wire,
    class: &'static str,
    label: Slice<String>,
    done: Drafting,
    hidden: Slice<bool>,
) -> impl IntoView + use<> {
    let press = move |_: ev::MouseEvent| wire.send(Event::Drafted(done.clone()));
    view! {
        <button type="button" class=class hidden=hidden.live() on:click=press>{label.live()}</button>
    }
}

/// A text that stands and does not change.
pub(super) fn still(wire: Wire, text: String) -> Slice<String> {
    wire.slice(move |_| text.clone())
}

/// Something that is never hidden.
pub(super) fn shown(wire: Wire) -> Slice<bool> {
    wire.slice(|_| false)
}

fn tell(wire: Wire, spot: Spot) -> impl Fn(ev::Event) + 'static {
    move |event| wire.send(spot.told(event_target_value(&event)))
}

/// Tells the day with the time that stands beside it, or the other way round.
fn tell_half(wire: Wire, spot: Spot, is_day: bool) -> impl Fn(ev::Event) + 'static {
    move |event| {
        let (typed, stands) = (event_target_value(&event), wire.peek(|session| spot.text(session)));
        let (day, time) = halves(&stands);
        wire.send(spot.told(if is_day { join(&typed, time) } else { join(day, &typed) }));
    }
}

/// Day and time of a moment as it was typed; either may be missing.
fn halves(typed: &str) -> (&str, &str) {
    typed.split_once('T').unwrap_or((typed, ""))
}

fn join(day: &str, time: &str) -> String {
    if time.is_empty() { day.to_owned() } else { [day, "T", time].concat() }
}

fn say(refusal: Refusal, words: &Table) -> String {
    let (name, longest, found) = match refusal {
        Refusal::TooLong { longest, found } => ("too_long", longest, found),
        Refusal::NotAMoment => ("not_a_moment", 0, 0),
        Refusal::NotAChoice => ("not_a_choice", 0, 0),
        Refusal::WrongPlace => ("wrong_place", 0, 0),
        Refusal::NoRoom => ("no_room", 0, LONGEST),
    };
    let sentence = words.get(name).cloned().unwrap_or_default();
    fill(&sentence, &[("longest", &longest.to_string()), ("found", &found.to_string())])
}
