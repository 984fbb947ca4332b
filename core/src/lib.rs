//! What is true and what follows, in plain Rust: no browser, no Leptos.
//!
//! Its modules and who may use whom: `docs/architecture.md`.
//!
//! The way of the data: the folder `data/` is merged and checked by `build.rs`, embedded as JSON, parsed and checked
//! once by [`embedded`]; a URL fragment decodes to a `ViewState`; `view` makes from both what the screen shows.

pub mod analysis;
#[cfg(feature = "author")]
pub mod author;
pub mod export;
#[cfg(feature = "author")]
pub mod merge;
pub mod model;
pub mod query;
pub mod state;
pub mod text;
pub mod view;

/// The bundle that `build.rs` made, as compact JSON.
pub const BUNDLE: &str = include_str!(concat!(env!("OUT_DIR"), "/bundle.json"));

/// The embedded dataset.
///
/// # Errors
/// A line for each problem. The build has checked the same bundle with the same code, so an error means that the
/// program file was altered.
pub fn embedded() -> Result<model::Dataset, Vec<String>> {
    let lines =
        |problems: Vec<model::DatasetError>| problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    let bundle = model::raw::read_bundle(BUNDLE).map_err(lines)?;
    model::check(&bundle).map_err(lines)
}
