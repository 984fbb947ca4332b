//! The engine that answers over many records. It is a crate of its own, `engine/`, since it alone is compiled for speed
//! (`docs/decisions/0007-engine.md`); this is its place in the core.

pub use cisconf_engine::{
    Bitmap, BuildError, Dictionary, Index, IndexBuilder, QuerySession, RecordOrder, TextIndex, TokenBuffer,
};
