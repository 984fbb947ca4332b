//! Loads chunks: at once when the state needs them, all others once the page is idle.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::table::{Chunk, RenderFn};

/// Loading state of a chunk.
#[derive(Clone, Copy)]
pub enum ChunkState {
    /// Not requested yet.
    NotRequested,
    /// Requested, but not loaded yet.
    Loading,
    /// Loaded.
    Ready(RenderFn),
    /// Required, but could not be loaded.
    Failed,
}

/// Priority of a request for a chunk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// Needed now: a failure is shown.
    Required,
    /// Possibly needed later: a failure is ignored.
    Prefetch,
}

/// A `Copy` handle that loads chunks and holds their states.
#[derive(Clone, Copy)]
pub struct ChunkLoader(RwSignal<[ChunkState; Chunk::ALL.len()]>);

impl ChunkLoader {
    /// Creates a loader without any request.
    pub fn new() -> Self {
        Self(RwSignal::new([ChunkState::NotRequested; Chunk::ALL.len()]))
    }

    /// Returns the state of a chunk and subscribes the caller.
    pub fn state_of(self, chunk: Chunk) -> ChunkState {
        self.0.with(|states| states[chunk as usize])
    }

    /// Requests a chunk unless it is loaded or loading.
    pub fn fetch(self, chunk: Chunk, priority: Priority) {
        if matches!(self.now(chunk), ChunkState::Loading | ChunkState::Ready(_)) {
            return;
        }
        self.set(chunk, ChunkState::Loading);
        spawn_local(async move {
            let failed = match priority {
                Priority::Required => ChunkState::Failed,
                Priority::Prefetch => ChunkState::NotRequested,
            };
            self.set(chunk, chunk.load().await.map_or(failed, ChunkState::Ready));
        });
    }

    /// Requests every chunk that has not been requested.
    pub fn fetch_rest(self) {
        for chunk in Chunk::ALL {
            if matches!(self.now(*chunk), ChunkState::NotRequested) {
                self.fetch(*chunk, Priority::Prefetch);
            }
        }
    }

    fn now(self, chunk: Chunk) -> ChunkState {
        self.0.with_untracked(|states| states[chunk as usize])
    }

    fn set(self, chunk: Chunk, state: ChunkState) {
        self.0.update(|states| states[chunk as usize] = state);
    }
}
