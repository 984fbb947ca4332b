//! Filter bar: scheme, search, facets with counts, date, and chips of the active filters.

pub(super) mod bar;
pub(super) mod facets;
pub(super) mod relax;
pub(super) mod search;
pub(super) mod values;

pub use bar::{Chip, DateFilter, FilterBar, SchemeOption, filter_bar};
pub use facets::{FacetFilter, FacetOption, OptionGroup};
pub use search::SearchField;
