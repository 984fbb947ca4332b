//! The views: each asks the session for its model and draws it.

mod agreements;
mod compare;
mod data;
mod figures;
mod findings;
mod instruments;
mod network;
mod overview;
mod perspectives;
mod state;
mod tools;

pub use agreements::AgreementsPage;
pub use compare::ComparePage;
pub use data::DataPage;
pub use figures::FiguresPage;
pub use findings::FindingsPage;
pub use instruments::InstrumentsPage;
pub use network::NetworkPage;
pub use overview::OverviewPage;
pub use perspectives::PerspectivesPage;
pub use state::StatePage;
