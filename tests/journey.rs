//! A journey through the house, told in three verbs: what was given, what happened, what came of it.
//!
//! The store beside it is the browser's without the browser: a sealed text, one change at a time.

use domain::change::Change;
use domain::effect::Effect;
use domain::event::{Event, Now};
use domain::form::Field;
use domain::record::Record;
use domain::saved::{self, Opened};
use domain::session::{Session, update};
use domain::store::StoreError;

use crate::notation::Json;

/// One person on one page.
#[derive(Debug, Default)]
pub struct Journey {
    session: Session,
    /// What lies in the store, sealed.
    stored: Option<String>,
    /// What the last event asked for.
    effects: Vec<Effect>,
}

/// A page that just woke, in a browser that keeps nothing yet.
pub fn given() -> Journey {
    let now = Now { year: 2026, month: 11, day: 22, hour: 18, minute: 5 };
    Journey::default().when(Event::Woken(now)).then([Effect::Load]).and_the_store_answers()
}

#[expect(clippy::return_self_not_must_use, reason = "a journey may end at any verb")]
impl Journey {
    /// Something happens.
    pub fn when(mut self, event: Event) -> Self {
        self.effects = update(&mut self.session, event);
        self
    }

    /// Exactly this is to be done about it, in this order.
    ///
    /// # Panics
    /// When something else is.
    #[track_caller]
    pub fn then(self, effects: impl IntoIterator<Item = Effect>) -> Self {
        assert_eq!(self.effects, effects.into_iter().collect::<Vec<_>>(), "what the last event asked for");
        self
    }

    /// This can be seen on the page.
    #[track_caller]
    pub fn and(self, see: impl FnOnce(&Session)) -> Self {
        see(&self.session);
        self
    }

    /// Something is typed in a field of the record's form.
    pub fn typed(self, field: Field, text: &str) -> Self {
        self.when(Event::FormTyped(field, text.to_owned()))
    }

    /// The store does all it was last asked for, in order, and answers each time.
    ///
    /// # Panics
    /// When it was asked for nothing, or what it holds does not open.
    #[track_caller]
    pub fn and_the_store_answers(mut self) -> Self {
        let asked = std::mem::take(&mut self.effects);
        let mut answers = 0;
        for effect in asked {
            let mut opened = self.opened();
            let event = match effect {
                Effect::Load => Event::Loaded(Ok(opened.record)),
                Effect::Keep(change) => {
                    let outcome = opened.record.apply(change.clone()).map_err(StoreError::Change);
                    opened.revision += 1;
                    if outcome.is_ok() {
                        self.stored = saved::seal::<Json>(&opened.record, opened.revision);
                    }
                    Event::Kept(change, outcome.map(|()| opened.record))
                }
                Effect::Erase => {
                    self.stored = None;
                    Event::Erased(Ok(()))
                }
                _ => continue,
            };
            answers += 1;
            self = self.when(event);
        }
        assert!(answers > 0, "the store was not asked for anything");
        self
    }

    /// Another page makes a change in the same store; this one does not know of it yet.
    ///
    /// # Panics
    /// When the record does not allow it.
    #[track_caller]
    pub fn meanwhile(mut self, change: Change) -> Self {
        let mut opened = self.opened();
        opened.record.apply(change).expect("the other page may");
        self.stored = saved::seal::<Json>(&opened.record, opened.revision + 1);
        self
    }

    /// What any page would find in the store now.
    #[track_caller]
    pub fn kept(&self) -> Record {
        self.opened().record
    }

    /// What lies in the store.
    #[track_caller]
    fn opened(&self) -> Opened {
        let open = |text: &String| saved::open::<Json>(text).expect("the store holds what it was given");
        self.stored.as_ref().map_or_else(Opened::default, open)
    }

    /// The store refuses the change it was last asked for.
    ///
    /// # Panics
    /// When it was not asked for one.
    #[track_caller]
    pub fn and_the_store_refuses(self, error: StoreError) -> Self {
        let change = self.asked().clone();
        self.when(Event::Kept(change, Err(error)))
    }

    /// The change that the store was last asked for.
    ///
    /// # Panics
    /// When it was not asked for one.
    #[track_caller]
    pub fn asked(&self) -> &Change {
        let change = self.effects.iter().find_map(|effect| match effect {
            Effect::Keep(change) => Some(change),
            _ => None,
        });
        change.unwrap_or_else(|| panic!("the store was not asked to keep anything: {:?}", self.effects))
    }

    /// The last event asked for what the store holds.
    pub fn looks(&self) -> bool {
        self.effects.contains(&Effect::Load)
    }

    /// The page as it is now.
    pub const fn session(&self) -> &Session {
        &self.session
    }
}
