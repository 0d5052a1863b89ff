//! Small pieces that pages and islands share.
//!
//! A part knows its own markup and nothing of the page it stands on; the vocabulary is docs/design.md.

#[cfg(feature = "ssr")]
pub mod calendar;
pub mod drawing;
pub mod groups;
#[cfg(feature = "ssr")]
pub mod head;
pub mod icon;
#[cfg(feature = "ssr")]
pub mod markup;
pub mod ring;
pub mod said;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod step;
pub mod template;
