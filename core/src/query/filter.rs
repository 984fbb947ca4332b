//! Filter: the values chosen in the facets.

use super::facets::{FACETS, FacetContext, FacetKey, MAX_FACET_VALUES, ValueMask};
use crate::model::{Dataset, StateSet};

/// The chosen values of every facet, as bits; a facet without chosen values does not restrict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    chosen: [ValueMask; FACETS.len()],
}

impl Filter {
    /// Returns the chosen values of a facet.
    pub fn chosen(&self, facet: FacetKey) -> ValueMask {
        self.chosen[facet as usize]
    }
    /// Whether a value is chosen.
    pub fn has(&self, facet: FacetKey, value: usize) -> bool {
        value < MAX_FACET_VALUES && self.chosen(facet) >> value & 1 == 1
    }
    /// Replaces the choice of a facet; values that do not exist are dropped.
    #[must_use]
    pub fn with(mut self, facet_context: FacetContext, facet: FacetKey, values: ValueMask) -> Self {
        let len = (facet.facet().len)(facet_context);
        let known = if len >= MAX_FACET_VALUES { ValueMask::MAX } else { (1 << len) - 1 };
        self.chosen[facet as usize] = values & known;
        self
    }
    /// Adds a value to the choice, or removes it.
    #[must_use]
    pub fn toggled(self, facet_context: FacetContext, facet: FacetKey, value: usize) -> Self {
        let bit = if value < MAX_FACET_VALUES { 1 << value } else { 0 };
        self.with(facet_context, facet, self.chosen(facet) ^ bit)
    }
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
    /// Returns the states to show: those chosen, or all.
    pub fn states(&self, ds: &Dataset) -> StateSet {
        match self.chosen(FacetKey::State) {
            0 => ds.all_states(),
            // The states are among the first 64 values.
            chosen => StateSet(chosen as u64),
        }
    }
}
