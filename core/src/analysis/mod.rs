//! Analysis: party status, counts, gaps, pairs.
//!
//! Numbers and ids only; `view` turns them into text.

mod agreements;
mod blocks;
mod coded_data;
mod finding_relations;
mod findings_of_state;
pub mod measures;
mod network;
mod partition;
mod side_comparison;
mod treaties;

pub use agreements::{AgreementProgress, PairIndex, agreements_between, is_collective, other_party_kind};
pub use blocks::{GroupBlock, blocks};
pub use coded_data::{CodedData, Datum, coded_from};
pub use finding_relations::related_by;
pub use findings_of_state::{StateFindings, by_top_theme, findings_of_state, top_theme};
pub use network::{AssistanceLink, Link, assistance_links, links};
pub use side_comparison::{
    agree_on_central_bodies, agree_on_instrument, between, equally_distributed, findings_naming, of_side,
    on_several, same_share, union, unnamed_count, with_central_body,
};
pub use treaties::{Gap, PartyStatus, gaps, parties, parties_to_both, party_status, records_differ};
