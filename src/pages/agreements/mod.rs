//! Who has agreed what with whom: as a matrix, and as a network.

mod matrix;
mod network;

pub use matrix::AgreementsPage;
pub use network::NetworkPage;
