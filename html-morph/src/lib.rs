//! Renders HTML into strings and morphs the DOM from one string to the next.
//!
//! A node that is made by itself costs several calls from a WebAssembly program to the browser, and
//! one more for each attribute; a table in one string costs one call. When the same table is
//! rendered again, [`morph`] changes the nodes that differ and keeps the others, with the focus in
//! them.

mod lis;
mod morph;
mod writer;

pub use morph::{Dom, morph};
pub use writer::{AS_IT_IS, Attributes, Fragment, TextDecorator};
