//! WHAT FOLLOWS: standings, counts, gaps, pairs. Numbers and ids only; words are made in `view`.

mod agreements;
mod coded_from;
mod compared;
mod grouping;
pub mod measures;
mod network;
mod of_state;
mod relations;
mod treaties;

pub use agreements::{AgreementProgress, PairBook, is_collective, outside};
pub use coded_from::{CodedData, Datum, coded_from};
pub use compared::{
    alike, between, central_alike, naming, of_side, on_several, same_share, spread_alike, union, unnamed,
    with_central_body,
};
pub use grouping::{GroupBlock, blocks};
pub use network::{Flow, Link, flows, links};
pub use of_state::{OfState, by_upper_theme, of_state};
pub use relations::related_by;
pub use treaties::{Gap, PartyStatus, both, differ, gaps, parties, standing};
