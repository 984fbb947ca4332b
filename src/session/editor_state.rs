//! State of the grouping editor that is not in the URL.

use cisconf_core::state::CustomScheme;
use cisconf_core::state::scheme_file::ImportError;
use leptos::prelude::*;

use crate::browser::storage::StoredGrouping;

/// State of the grouping editor that is not in the URL. `Copy`: a set of handles.
#[derive(Clone, Copy)]
pub struct EditorState {
    /// The last announcement, and the link at which it holds.
    pub status: RwSignal<LinkedText>,
    /// The link before the last command, and the link at which it can be undone.
    pub undo: RwSignal<LinkedText>,
    /// Errors of the last imported file.
    pub import_errors: RwSignal<Vec<ImportError>>,
    /// Groupings saved in this browser.
    pub saved: RwSignal<Vec<SavedGrouping>>,
    /// The saved grouping that the next press of "Keep" may replace: the one announced last.
    pub replaceable: RwSignal<Option<StoredGrouping>>,
    /// The groupings that the last command deleted.
    pub deleted: RwSignal<Vec<StoredGrouping>>,
}

/// A text that is valid only while the page is at a link.
#[derive(Clone, Default)]
pub struct LinkedText {
    pub link: String,
    pub text: String,
}

/// A grouping saved in this browser.
#[derive(Clone)]
pub struct SavedGrouping {
    pub name: String,
    /// `None` if its file cannot be parsed.
    pub scheme: Option<CustomScheme>,
}

impl EditorState {
    pub fn new() -> Self {
        Self {
            status: RwSignal::default(),
            undo: RwSignal::default(),
            import_errors: RwSignal::default(),
            saved: RwSignal::default(),
            replaceable: RwSignal::default(),
            deleted: RwSignal::default(),
        }
    }
}
