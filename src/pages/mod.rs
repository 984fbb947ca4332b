//! The views: each asks the session for its model and draws it.

mod agreements;
mod compare;
mod data;
mod figures;
mod findings;
mod groups;
mod instruments;
mod overview;
mod perspectives;
mod positions;
mod state;
mod tools;

pub use agreements::AgreementsPage;
pub use compare::ComparePage;
pub use data::DataPage;
pub use figures::FiguresPage;
pub use findings::FindingsPage;
pub use groups::GroupsPage;
pub use instruments::InstrumentsPage;
pub use overview::OverviewPage;
pub use perspectives::PerspectivesPage;
pub use positions::PositionsPage;
pub use state::StatePage;

/// A group's hue as an attribute; without a group none.
fn hue(hue: Option<usize>) -> String {
    hue.map(|hue| hue.to_string()).unwrap_or_default()
}
