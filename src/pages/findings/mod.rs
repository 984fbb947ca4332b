//! What the report says: as a list, and by who says it.

mod list;
mod perspectives;
mod tabs;

pub use list::FindingsPage;
pub use perspectives::PerspectivesPage;
