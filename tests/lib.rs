//! What several boundary tests share: a journey told in three verbs, the store's notation, sources and views as text.
//!
//! A test of its own says what must hold; here is only how it is told.

pub mod checksum;
pub mod envelope;
pub mod given;
pub mod journey;
pub mod mask;
pub mod notation;
pub mod released;
pub mod sample;
pub mod source;
pub mod vector;
pub mod view;
