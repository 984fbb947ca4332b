//! Tools for the authors of the dataset, not part of the app.
//!
//! They check the folder of collections by the rules and against the report, print it as a bundle,
//! print the view behind a link, and compute the agreement of two codings. Behind the feature
//! `author`; the command is `src/bin/dataset.rs`.

pub mod agreement;
pub mod coverage;
mod folder;
mod json_file;
pub mod questions;
pub mod report;
pub mod schema;
pub mod sentences;
pub mod show;
mod uncoded;
pub mod wording;

pub use folder::{Folder, against, counts, load, read};
pub use uncoded::Uncoded;
