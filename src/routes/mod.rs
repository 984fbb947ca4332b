//! Which screen the main area shows, and where its code comes from.

mod chunks;
mod outlet;

pub use chunks::{Chunk, ChunkLoader, ChunkState, Priority};
pub use outlet::{OutletContent, draw, drawer, main_area, needed, places};
