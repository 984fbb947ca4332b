//! Queries: the registry of facets, filters, matches, facet counts, and full-text search.
//!
//! Values are combined with OR inside a facet, facets with AND; a facet's own choice does not
//! reduce its own counts.

mod agreements;
mod assistance;
pub mod engine;
mod facets;
mod filter;
mod findings;
mod names;
mod text;

pub use agreements::{agreements, counts};
pub use assistance::assistance;
pub use facets::{
    FACETS, Facet, FacetContext, FacetKey, FindingValues, MAX_FACET_VALUES, ValueMask, addressee,
    is_collective_addressee,
};
pub use filter::Filter;
pub use findings::{FindingsIndex, FindingsResult};
pub(crate) use names::{approach_name, assistance_kind, law_kind};
pub use text::{Entity, Highlighter, SearchResult, known_phrases, text_in_other_layout};
pub(crate) use text::{Token, explanation, is_stop_word, stem, tokens};
