//! A part of a page that only comes after the page woke, such as a form that is fetched when it is asked for.
//!
//! Leptos writes code for every view three times: to make it, to take it over from the prerendered page, and to change it
//! into another of its kind. What never stands in a prerendered page, and is whole in itself, needs only the first.

use std::future::Future;

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};

/// A view that the prerender leaves out. What changes in it changes by itself; shown anew, it is made anew.
pub struct Late<V>(pub V);

impl<V: Render> Render for Late<V> {
    type State = V::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut anew = self.0.build();
        state.insert_before_this(&mut anew);
        state.unmount();
        *state = anew;
    }
}

impl<V: Render + Send + 'static> AddAnyAttr for Late<V> {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attribute: NewAttr) -> Self::Output<NewAttr> {
        self
    }
}

impl<V: Render + Send + 'static> RenderHtml for Late<V> {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = <() as RenderHtml>::MIN_LENGTH;
    const EXISTS: bool = false;

    fn dry_resolve(&mut self) {}

    fn resolve(self) -> impl Future<Output = Self> + Send {
        std::future::ready(self)
    }

    /// The place for it, and nothing more.
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        RenderHtml::to_html_with_buf((), buf, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        let place = RenderHtml::hydrate::<FROM_SERVER>((), cursor, position);
        let mut state = self.0.build();
        place.insert_before_this(&mut state);
        state
    }

    fn into_owned(self) -> Self {
        self
    }
}
