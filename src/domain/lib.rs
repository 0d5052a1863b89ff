//! What is true: the nouns and rules of Ringfence, with no clock, no input or output and no browser.
//!
//! Everything here is a plain value or a pure function, so that every rule can be read and tested without a page.

pub mod account;
pub mod guide;
pub mod language;
pub mod platform;
pub mod route;
pub mod step;
