//! WHAT FITS: the registry of facets, what is chosen, what fits, and the count each value would give.
//!
//! Values OR inside a facet, facets AND together; a facet's own choice does not shrink its own counts.

mod agreements;
mod facets;
mod filter;
mod findings;

pub use agreements::{agreements, counts};
pub use facets::{Bits, FACETS, Facet, FacetKey, Ground, MOST, addressee};
pub use filter::Filter;
pub use findings::{Answer, Index};
