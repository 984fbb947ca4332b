//! The dataset: ids, the bundle as given (`raw`), and the checked [`Dataset`].
//!
//! Nothing here uses another module of the crate: `build.rs` compiles these files a second time, so
//! that a broken dataset file fails the build with its path and reason.

#[macro_use]
mod macros;

pub mod check;
mod common;
pub mod dataset;
pub mod date;
mod error;
mod fingerprint;
pub mod ids;
mod node;
mod path;
pub mod raw;
pub mod read;
pub mod rules;
pub mod sets;
mod terms;

pub use check::check;
pub use common::{Party, Provenance, Source, Text, Unnamed};
pub use dataset::*;
pub use date::{Date, Day};
pub use error::DatasetError;
pub use fingerprint::fingerprint;
pub use ids::*;
pub use node::{JsonNode, json_string};
pub use path::Path;
pub use sets::StateSet;
pub use terms::*;
