//! One way through the house: an island sends an event, `domain` decides, the browser acts and answers with an event.
//!
//! Islands read slices of the session and never write it.

use domain::event::Event;
use domain::session::{self, Part, Session, part};
use leptos::prelude::*;

use crate::parts::said::{Said, Spoken};

/// What the islands of this bundle can make happen: the code of other walks stays out of the wasm.
const PARTS: &[Part] = &[
    // Nothing of the Stolen, Area and Stall walks is kept: their pages never touch the store.
    #[cfg(any(feature = "secure", feature = "ssr"))]
    part::coaching,
    #[cfg(any(feature = "record", feature = "copies", feature = "secure", feature = "ssr"))]
    part::storing,
    part::everywhere,
    #[cfg(any(feature = "record", feature = "ssr"))]
    part::recording,
    #[cfg(any(feature = "copies", feature = "ssr"))]
    part::copying,
    #[cfg(any(feature = "stolen", feature = "ssr"))]
    part::borrowing,
    #[cfg(any(feature = "stolen", feature = "ssr"))]
    part::stolen,
    #[cfg(any(feature = "area", feature = "ssr"))]
    part::area,
];

/// The session of this page, and the way to send it events. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Wire {
    session: RwSignal<Session>,
    words: StoredValue<Said>,
}

impl Wire {
    /// Makes the session and the words available to everything below the current owner.
    pub fn provide(session: Session, words: Said) -> Self {
        let wire = Self { session: RwSignal::new(session), words: StoredValue::new(words) };
        provide_context(wire);
        wire
    }

    /// The wire of this page. An island without one (which no page builds) gets an empty session of its own.
    pub fn of_page() -> Self {
        use_context().unwrap_or_else(|| Self::provide(Session::default(), Said::default()))
    }

    /// The words of one island, by its name in this page's table.
    pub fn words<T: Spoken>(self, island: &str) -> T {
        self.words.with_value(|said| T::hear(said, island))
    }

    /// A part of the session, read anew whenever the session changes.
    ///
    /// Not a memo: a memo's machinery for every kind of part would make up a third of the wasm, and what is read here is
    /// small.
    pub fn slice<T: 'static>(self, read: impl Fn(&Session) -> T + Send + Sync + 'static) -> Slice<T> {
        Slice { session: self.session, read: StoredValue::new(Box::new(read)) }
    }

    /// A number made of a part, which tells only when it changes: whatever is made anew at every event loses the focus, and what
    /// somebody unfolded in it. There is one kind of it, so it costs the wasm once.
    pub fn mark(self, read: impl Fn(&Session) -> u32 + Send + Sync + 'static) -> Memo<u32> {
        let slice = self.slice(read);
        Memo::new(move |_| slice.get())
    }

    /// A part of the session as it is now, for use in an answer to an event.
    pub fn peek<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with_untracked(read)
    }

    /// Tells the domain what happened, and lets the browser do what it asks for.
    pub fn send(self, event: Event) {
        let effects =
            self.session.try_update(|session| session::update_with(PARTS, session, event)).unwrap_or_default();
        for effect in effects {
            self.perform(effect);
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn perform(self, effect: domain::effect::Effect) {
        leptos::task::spawn_local(async move {
            if let Some(event) = crate::browser::perform(effect, move |event| self.send(event)).await {
                self.send(event);
            }
        });
    }

    /// While pages are prerendered nothing happens, so there is nothing to perform.
    #[cfg(not(target_arch = "wasm32"))]
    #[expect(clippy::unused_self, reason = "the same call as in the browser")]
    fn perform(self, _effect: domain::effect::Effect) {}
}

/// How a part of the session is read.
type Read<T> = Box<dyn Fn(&Session) -> T + Send + Sync>;

/// A part of the session. Cheap to copy.
pub struct Slice<T: 'static> {
    session: RwSignal<Session>,
    read: StoredValue<Read<T>>,
}

impl<T: 'static> Clone for Slice<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Slice<T> {}

impl<T: 'static> Slice<T> {
    /// The part; whatever asks inside a view asks again when the session changes.
    pub fn get(self) -> T {
        self.session.with(|session| self.read.with_value(|read| read(session)))
    }

    /// The part as it is now, for use in an answer to an event.
    pub fn now(self) -> T {
        self.session.with_untracked(|session| self.read.with_value(|read| read(session)))
    }

    /// The part for a view, which asks again when the session changes. Made here and nowhere else, it is one kind of closure
    /// for each kind of part; every closure that a view writes itself brings code of its own into the wasm.
    pub fn live(self) -> impl Fn() -> T + Copy + Send + Sync + 'static {
        move || self.get()
    }

    /// Something made of the part.
    pub fn with<U>(self, make: impl FnOnce(&T) -> U) -> U {
        make(&self.get())
    }
}
