//! The drawer: the coded datum, its place in the report, and caveats.

mod administration;
mod agreements;
mod builder;
mod citation;
mod claims;
mod columns;
mod groups;
mod links;
mod model;
mod party_status;
mod passage;
mod query_note;
mod report;
mod treaties;
mod view;
mod ways;

pub use citation::{AUTHORS, CitationFormat, citation};
pub use model::{DrawerLine, EvidenceItem, EvidenceView};
pub use query_note::{QueryOffer, QueryResult, query_note, query_note_in, query_offer};
pub use view::evidence;
