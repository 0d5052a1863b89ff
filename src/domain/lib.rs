//! What is true: the nouns and rules of Ringfence, with no clock, no input or output and no browser.
//!
//! Everything here is a plain value or a pure function, so that every rule can be read and tested without a page.

mod closed;

pub mod account;
pub mod change;
pub mod effect;
pub mod event;
pub mod guide;
pub mod language;
pub mod phone;
pub mod plan;
pub mod platform;
pub mod record;
pub mod route;
pub mod saved;
pub mod session;
pub mod step;
pub mod store;
pub mod text;
pub mod tick;
pub mod triage;
