//! Drawings and tables made as plain data: a tree of elements, drawn in one go.
//!
//! A view of Leptos is a type of its own, with code of its own. A map of 680 areas and a dozen charts are one type here, so
//! they cost the wasm once. Nothing in it changes by itself, and nothing is read as HTML: text stays text.

use domain::session::Session;
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};

use super::late::Late;
use crate::wire::Wire;

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// One element with everything in it.
pub struct Sketch {
    name: &'static str,
    drawn: bool,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Inside>,
    pressed: Option<Box<dyn Fn() + Send>>,
}

enum Inside {
    Text(String),
    Element(Sketch),
}

impl Sketch {
    /// An element of HTML.
    pub fn html(name: &'static str) -> Self {
        Self { name, drawn: false, attributes: Vec::new(), inside: Vec::new(), pressed: None }
    }

    /// An element of a drawing.
    pub fn svg(name: &'static str) -> Self {
        Self { name, drawn: true, attributes: Vec::new(), inside: Vec::new(), pressed: None }
    }

    /// With an attribute. What it says is never a style, nor a script.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a text at its end.
    #[must_use]
    pub fn say(mut self, text: impl Into<String>) -> Self {
        self.inside.push(Inside::Text(text.into()));
        self
    }

    /// With another element at its end.
    #[must_use]
    pub fn hold(mut self, inside: Self) -> Self {
        self.inside.push(Inside::Element(inside));
        self
    }

    /// With several elements at its end.
    #[must_use]
    pub fn hold_all(mut self, inside: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(inside.into_iter().map(Inside::Element));
        self
    }

    /// That does something when it is pressed.
    #[must_use]
    pub fn on_press(mut self, act: impl Fn() + Send + 'static) -> Self {
        self.pressed = Some(Box::new(act));
        self
    }

    #[inline(never)]
    fn draw(self) -> Element {
        let element = Rndr::create_element(self.name, self.drawn.then_some(SVG));
        if let Some(act) = self.pressed {
            // It listens as long as the element lives: the remover would stop it at once.
            std::mem::forget(Rndr::add_event_listener(&element, "click", Box::new(move |_| act())));
        }
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        for inside in self.inside {
            let node: Node = match inside {
                Inside::Text(text) => Rndr::create_text_node(&text).into(),
                Inside::Element(sketch) => sketch.draw().into(),
            };
            Rndr::insert_node(&element, &node, None);
        }
        element
    }
}

/// Stands in a view inside [`Late`](super::late::Late): it is never part of a prerendered page.
impl Render for Sketch {
    type State = Element;

    fn build(self) -> Self::State {
        self.draw()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut anew = self.draw();
        state.insert_before_this(&mut anew);
        state.unmount();
        *state = anew;
    }
}

/// A part of a page that is drawn from the session. All such parts are one kind of view.
pub type Part = Box<dyn Fn() -> Option<Late<Sketch>> + Send>;

/// A part that is drawn anew whenever its mark changes, and at no other time.
pub fn part(
    wire: Wire,
    mark: impl Fn(&Session) -> u32 + Send + Sync + 'static,
    make: impl Fn(&Session) -> Option<Sketch> + Send + 'static,
) -> Part {
    let mark = wire.mark(mark);
    Box::new(move || {
        mark.get();
        wire.peek(&make).map(Late)
    })
}
