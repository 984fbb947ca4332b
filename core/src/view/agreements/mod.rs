//! Agreements: the matrix of pairs, and the network.

mod matrix;
mod network;

pub use matrix::{AgreementSection, Agreements, PairCell, PairRow, agreements};
pub use network::{Band, BandPlace, Course, LinkMark, LinkRow, LinkTable, Network, NodeMark, network};
