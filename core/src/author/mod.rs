//! For authors of the dataset, not part of the app: the folder of collections against the rules, against the report,
//! and as a bundle; what the view behind a link shows; how far two codings agree. Behind the feature `author`; the
//! command is `src/bin/dataset.rs`.

pub mod agreement;
pub mod coverage;
mod folder;
mod json_file;
pub mod report;
pub mod schema;
pub mod sentences;
pub mod show;
mod uncoded;
pub mod wording;

pub use folder::{Folder, against, counts, load, read};
pub use uncoded::Uncoded;
