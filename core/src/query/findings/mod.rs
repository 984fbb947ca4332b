//! Queries over findings, answered by the engine.

mod engine_session;
mod index;
mod result;

pub use index::FindingsIndex;
pub use result::FindingsResult;
