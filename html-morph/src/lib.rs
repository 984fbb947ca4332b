//! Renders HTML into strings and morphs the DOM from one string to the next.
//!
//! Creating a node costs several calls from a WebAssembly program to the browser, and one more for
//! each attribute; a whole table in one string costs a single call. When the table is rendered
//! again, [`morph`] changes the nodes that differ and keeps the others, including the focused one.

mod lis;
mod markup;
mod morph;
mod writer;

pub use morph::{Dom, morph};
pub use writer::{AS_IT_IS, Attributes, Fragment, TextDecorator};
