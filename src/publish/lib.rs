//! From what Trunk built and the prerender wrote to a site that any static host can serve safely.
//!
//! Trunk's own page starts with an inline script and does not protect the wasm in any engine (docs/decisions.md); this
//! room replaces it by one external script with integrity, and writes the headers every host must send.

pub mod assets;
pub mod boot;
pub mod bundle;
pub mod compress;
pub mod digest;
pub mod finder;
pub mod headers;
pub mod manifest;
pub mod offline;
pub mod precache;
pub mod problem;
pub mod sitemap;
pub mod stylesheet;
pub mod worker;

pub use problem::Problem;
