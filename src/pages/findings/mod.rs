//! What the report says: as a list, and by who says it.

mod list;
mod perspectives;
mod search_notes;

pub use list::FindingsPage;
pub use perspectives::PerspectivesPage;
