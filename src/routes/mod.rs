//! Maps routes to pages and loads their code.

mod chunks;
mod outlet;
mod table;

pub use chunks::{ChunkLoader, ChunkState, Priority};
pub use outlet::{OutletContent, drawer, main_area, needed_chunks, panel, render};
pub use table::Chunk;
