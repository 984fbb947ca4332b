//! Re-export of the engine for queries over many records.
//!
//! It is a separate crate, `engine/`, because only it is compiled for speed
//! (`docs/decisions/0007-engine.md`).

pub use cisconf_engine::{
    Bitmap, BuildError, Dictionary, Index, IndexBuilder, QuerySession, RecordOrder, TextIndex, TokenBuffer,
};
