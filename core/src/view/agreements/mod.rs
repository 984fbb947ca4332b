//! Agreements: the matrix of pairs, and the network.

pub(in crate::view) mod matrix;
pub(in crate::view) mod network;

pub use matrix::{AgreementRow, AgreementSection, Agreements, PairCell, PairRow, agreements};
pub use network::{Band, BandPlace, Course, LinkMark, LinkRow, LinkTable, Network, NodeMark, network};
