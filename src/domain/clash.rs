//! A line of a phone that two open pages changed, each to something else.
//!
//! Neither wins by being later: the person sees both values and says which one stays.

use std::fmt;

use crate::form::Field;
use crate::phone::Phone;

/// One such line.
#[derive(Clone, PartialEq, Eq)]
pub struct Clash {
    /// The line.
    pub field: Field,
    /// What the other page kept there, as a form shows it.
    pub kept: String,
    /// What was typed here, as a form shows it.
    pub typed: String,
}

/// The line, not what stands there.
impl fmt::Debug for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clash({:?})", self.field)
    }
}

/// The lines that were changed between `from` and `to`, and between `from` and `kept` to something else.
pub fn clashes<'a>(from: &'a Phone, kept: &'a Phone, to: &'a Phone) -> impl Iterator<Item = Clash> + 'a {
    Field::all().filter_map(move |field| {
        let [from, kept, typed] = [from, kept, to].map(|phone| field.says(phone));
        (typed != from && kept != from && kept != typed).then_some(Clash { field, kept, typed })
    })
}
