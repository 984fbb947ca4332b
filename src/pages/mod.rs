//! The pages: each renders one view model of the session.

mod agreements;
mod ask;
mod brief;
mod choice_links;
mod compare;
mod data;
mod deck;
mod findings;
mod groupings;
mod instruments;
mod legend;
mod orders;
mod overview;
mod page_head;
mod runs;
mod state;
mod states;
mod table_parts;

pub use agreements::{AgreementsPage, NetworkPage};
pub use ask::AskPage;
pub use brief::BriefPage;
pub use compare::ComparePage;
pub use data::DataPage;
pub use deck::{DeckPage, deck_part, write_deck_notes};
pub use findings::{FindingsPage, PerspectivesPage};
pub use groupings::{GroupsPage, MethodPage, PositionsPage};
pub use instruments::InstrumentsPage;
pub use overview::{FiguresPage, OverviewPage, TimelinePage};
pub use state::StatePage;
pub use states::StatesPage;
