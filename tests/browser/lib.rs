//! The site as a person meets it: what every walk in a real browser needs, told in a person's verbs.
//!
//! What only one engine can do is in a file named after it, so that another engine is another file.

pub mod axe;
pub mod chromium;
pub mod copy;
mod environment;
mod guard;
pub mod house;
pub mod page;
mod paper;
pub mod police;
pub mod slow;
pub mod trouble;
pub mod visitor;

pub use chromium::{Setting, Theme};
pub use copy::Copy;
pub use house::{Builds, visit, visit_and_kill, visit_and_search, visit_with};
pub use trouble::{Outcome, Trouble};
pub use visitor::Visitor;
