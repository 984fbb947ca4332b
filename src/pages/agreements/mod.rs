//! The pages of the agreements: matrix and network.

mod matrix;
mod network;

pub use matrix::AgreementsPage;
pub use network::NetworkPage;
