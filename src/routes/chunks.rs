//! Loads chunks of the program: at once when the state needs them, the others once the page is
//! idle.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::table::{Chunk, RenderFn};

/// How far a chunk is.
#[derive(Clone, Copy)]
pub enum ChunkState {
    /// It has not been asked for.
    NotRequested,
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(RenderFn),
    /// It was needed and could not be loaded.
    Failed,
}

/// How urgently a chunk is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// A reader waits for it: a failure is shown.
    Required,
    /// It may be needed: a failure is passed over.
    Prefetch,
}

/// Loads the chunks of the program. `Copy`: a handle.
#[derive(Clone, Copy)]
pub struct ChunkLoader(RwSignal<[ChunkState; Chunk::ALL.len()]>);

impl ChunkLoader {
    /// Creates a loader that has asked for none.
    pub fn new() -> Self {
        Self(RwSignal::new([ChunkState::NotRequested; Chunk::ALL.len()]))
    }

    /// Returns the state of a chunk and subscribes the caller.
    pub fn state_of(self, chunk: Chunk) -> ChunkState {
        self.0.with(|states| states[chunk as usize])
    }

    /// Asks for a chunk unless it is here or on its way.
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

    /// Asks for every chunk that has not been asked for.
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
