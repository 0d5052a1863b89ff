//! What became of a way off the phone: asked, refused, or done.
//!
//! No browser tells whether paper came out or where a file went, so the person is asked; only then it counts.

use domain::away::Way;
use domain::effect::Document;
use domain::event::Event;
use domain::phone::{Phone, PhoneId};
use domain::session::{Question, Session};
use leptos::either::EitherOf5;
use leptos::prelude::*;

use crate::parts::card;
use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::{Slice, Wire};

spoken! {
    /// What is asked after a way was tried, and what became of it.
    pub struct Words {
        /// By the name of the way: did the copy leave?
        asked: Table,
        /// By the name of the way: the browser did not do it.
        refused: Table,
        still_here: String,
        yes: String,
        no: String,
        done: String,
        done_some: String,
    }
}

/// A part of the session, told anew only when it has changed: what is drawn from it keeps its focus meanwhile.
pub(super) fn settled<T: Clone + Default + PartialEq + Send + Sync + 'static>(slice: Slice<T>) -> RwSignal<T> {
    let settled = RwSignal::new(T::default());
    Effect::new(move |_| {
        let now = slice.get();
        if settled.with_untracked(|before| *before != now) {
            settled.set(now);
        }
    });
    settled
}

/// The kept phones.
pub(super) fn phones(wire: Wire) -> RwSignal<Vec<(PhoneId, Phone)>> {
    settled(wire.slice(|session| session.record.phones().map(|(id, phone)| (id, phone.clone())).collect()))
}

/// There is nothing to copy.
pub(super) fn none(wire: Wire) -> Slice<bool> {
    wire.slice(|session| session.record.phones().next().is_none())
}

/// Chooses a way with all kept phones as text.
pub(super) fn choose(wire: Wire, way: Way, words: StoredValue<card::Words>) {
    let text = wire.peek(|session| words.with_value(|words| words.text(&session.record)));
    wire.send(Event::WayChosen(way, Document(text)));
}

/// Where a way stands.
#[derive(Clone, Copy, PartialEq, Default)]
enum Standing {
    #[default]
    Untried,
    Asked,
    Refused,
    /// Tried, and the person said that no copy left.
    StillHere,
    /// So many of all kept phones left so.
    Done(usize, usize),
}

impl Standing {
    fn of(session: &Session, way: Way) -> Self {
        let record = &session.record;
        let away = record.away().iter().find(|away| away.way() == way);
        let left = record.phones().filter(|(id, _)| away.is_some_and(|away| away.holds(*id))).count();
        match session.question {
            Some(Question::Left(asked)) if asked == way => Self::Asked,
            _ if session.refused == Some(way) => Self::Refused,
            _ if left > 0 => Self::Done(left, record.phones().count()),
            _ if session.copying.still_here == Some(way) => Self::StillHere,
            _ => Self::Untried,
        }
    }
}

/// Did the copy leave the phone? Then: it did.
pub(super) fn answer(wire: Wire, way: Way) -> impl IntoView + use<> {
    let words: Words = wire.words("copies.answer");
    let standing = settled(wire.slice(move |session| Standing::of(session, way)));
    let shown = move || match standing.get() {
        Standing::Untried => EitherOf5::A(()),
        Standing::Asked => {
            let reply = move |yes| move |_| wire.send(Event::Replied(yes));
            EitherOf5::B(view! {
                <div class="notice">
                    <p>{words.asked.get(way.slug()).cloned()}</p>
                    <p class="row">
                        <button type="button" class="button" on:click=reply(true)>{words.yes.clone()}</button>
                        <button type="button" class="button button-quiet" on:click=reply(false)>{words.no.clone()}</button>
                    </p>
                </div>
            })
        }
        Standing::Refused => EitherOf5::C(words.refused.get(way.slug()).cloned().map(|sentence| {
            view! { <div class="notice notice-problem"><p>{sentence}</p></div> }
        })),
        Standing::StillHere => EitherOf5::E(view! { <p>{words.still_here.clone()}</p> }),
        Standing::Done(left, all) => {
            let form = if left == all { &words.done } else { &words.done_some };
            let sentence = fill(form, &[("count", &left.to_string()), ("phones", &all.to_string())]);
            EitherOf5::D(view! { <p><span class="badge badge-checked">{sentence}</span></p> })
        }
    };
    // It takes the focus when the buttons of the question go.
    view! { <div class="stack" id=way.slug() tabindex="-1" role="status">{shown}</div> }
}
