//! A field's value that is set only when it changes, so that nothing overwrites what somebody is typing.
//!
//! Leptos sets a property whenever what it depends on changes, even to what it was. A page learns many things while a person
//! types, and a half-typed word is told only when the field is left.

use leptos::tachys::html::property::IntoProperty;
use leptos::tachys::renderer::types::Element;

/// The value of a field.
#[derive(Clone)]
pub struct Steady(pub String);

type Inner = <String as IntoProperty>::State;

impl IntoProperty for Steady {
    type State = (Inner, String);
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element, key: &str) -> Self::State {
        (self.0.clone().hydrate::<FROM_SERVER>(element, key), self.0)
    }

    fn build(self, element: &Element, key: &str) -> Self::State {
        (self.0.clone().build(element, key), self.0)
    }

    fn rebuild(self, (inner, before): &mut Self::State, key: &str) {
        if self.0 != *before {
            self.0.clone().rebuild(inner, key);
            *before = self.0;
        }
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }
}
