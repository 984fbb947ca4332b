//! Agreements: the matrix of pairs; assistance by provider and state, beside the network.

mod matrix;
mod network;

pub use matrix::{AgreementSection, Agreements, NoneNamed, PairCell, PairRow, agreements};
pub use network::{
    AssistanceMatrix, Band, BandPlace, ChosenState, ColumnGroup, Course, HelpCell, LinkMark, LinkRow,
    LinkTable, Network, NodeMark, ProviderRow, SilentProviders, StateColumn, network,
};
