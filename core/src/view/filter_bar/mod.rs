//! The filter bar: scheme, search, facets with counts, date; and the chips of what is chosen.

pub(in crate::view) mod bar;
pub(in crate::view) mod search;

pub use bar::{AsOfLens, Chip, FacetLens, FacetOption, FilterBar, OptionGroup, SchemeOption, lens};
pub use search::{AlsoAll, AlsoFound, AlsoItem, AlsoKind, SearchLens};
