//! WHAT FITS: the registry of facets, what is chosen, which agreements fit, and the count each value would give.
//!
//! Values OR inside a facet, facets AND together; a facet's own choice does not shrink its own counts.

mod facets;
mod filter;

pub use facets::{Bits, FACETS, Facet, FacetKey, MOST};
pub use filter::{Filter, agreements, counts};
