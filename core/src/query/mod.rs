//! WHAT FITS: the registry of facets, what is chosen, what fits, the count each value would give, and what has
//! the words sought.
//!
//! Values OR inside a facet, facets AND together; a facet's own choice does not shrink its own counts.

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
    is_collective,
};
pub use filter::Filter;
pub use findings::{FindingsIndex, FindingsResult};
pub(crate) use names::{approach_name, assistance_kind, law_kind};
pub(crate) use text::explanation;
pub use text::{Entity, Highlighter, SearchResult, known_phrases};
