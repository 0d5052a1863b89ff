//! The picture reader: phones' numbers from the codes on a box label or on the screen after `*#06#`.
//!
//! It is a program of its own, fetched only when somebody asks for it: `rxing` decodes, this crate decides where to look,
//! how often, and what may be believed. Whatever bytes come, the work is bounded and nothing is guessed.

mod edges;
mod hit;
mod line;
mod linear;
mod matrix;
mod picture;
mod search;
mod way;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use hit::{Certainty, Hit, Symbology};
pub use picture::{BadPicture, LARGEST, Picture, SMALLEST_SIDE};
pub use search::{Search, read};
