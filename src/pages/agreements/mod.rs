//! The pages of the agreements: pairs; assistance and the network.

mod assistance;
mod matrix;
mod network;

pub use matrix::AgreementsPage;
pub use network::NetworkPage;
