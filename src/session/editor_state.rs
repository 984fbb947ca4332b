//! What the groupings say and hold besides the state.

use cisconf_core::state::own_file::ImportError;
use leptos::prelude::*;

/// What the groupings say and hold besides the state. `Copy`: handles only.
#[derive(Clone, Copy)]
pub struct EditorState {
    /// What was done last, and the link at which that holds.
    pub status: RwSignal<LinkedText>,
    /// The link that the last step was made from, and the link at which it can be undone.
    pub undo: RwSignal<LinkedText>,
    /// What was wrong with the file that was chosen last.
    pub import_errors: RwSignal<Vec<ImportError>>,
    /// What this browser keeps.
    pub saved: RwSignal<Vec<SavedGrouping>>,
}

/// A text that holds at a link.
#[derive(Clone, Default)]
pub struct LinkedText {
    /// The link.
    pub link: String,
    /// The text.
    pub text: String,
}

/// A grouping that this browser keeps.
#[derive(Clone)]
pub struct SavedGrouping {
    /// Its name.
    pub name: String,
    /// Whether its file can be read.
    pub is_readable: bool,
}

impl EditorState {
    pub fn new() -> Self {
        Self {
            status: RwSignal::default(),
            undo: RwSignal::default(),
            import_errors: RwSignal::default(),
            saved: RwSignal::default(),
        }
    }
}
