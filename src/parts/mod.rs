//! Small pieces that pages and islands share.
//!
//! A part knows its own markup and nothing of the page it stands on; the vocabulary is docs/design.md.

#[cfg(feature = "ssr")]
pub mod band;
#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(any(feature = "record", feature = "copies", feature = "ssr"))]
pub mod card;
pub mod drawing;
pub mod groups;
#[cfg(feature = "ssr")]
pub mod head;
#[cfg(feature = "ssr")]
pub mod helpline;
pub mod icon;
#[cfg(any(feature = "stolen", feature = "area", feature = "ssr"))]
pub mod late;
pub mod leads;
#[cfg(any(feature = "stolen", feature = "ssr"))]
pub mod letter;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod markup;
#[cfg(feature = "ssr")]
pub mod no_script;
#[cfg(feature = "ssr")]
pub mod offline;
#[cfg(any(feature = "copies", feature = "ssr"))]
pub mod qr;
pub mod ring;
pub mod said;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(any(feature = "area", feature = "ssr"))]
pub mod sketch;
#[cfg(any(feature = "stolen", feature = "ssr"))]
pub mod steady;
#[cfg(feature = "ssr")]
pub mod step;
pub mod template;
#[cfg(feature = "ssr")]
pub mod urgent;
