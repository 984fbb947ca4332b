//! Assistance by provider and state, and the network of agreements.

mod assistance;
mod chosen;
mod drawn;
mod layout;
mod model;
mod naming;
mod placement;
mod tables;
mod view;

pub use assistance::{AssistanceMatrix, ColumnGroup, HelpCell, ProviderRow, SilentProviders, StateColumn};
pub use layout::Course;
pub use model::{Band, BandPlace, ChosenState, LinkMark, LinkRow, LinkTable, Network, NodeMark};
pub use view::network;
