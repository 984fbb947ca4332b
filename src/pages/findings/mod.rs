//! The pages of the findings: list and perspectives.

mod list;
mod perspectives;
mod search_notes;

pub use list::FindingsPage;
pub use perspectives::PerspectivesPage;
