//! What is chosen in the facets, and what fits.

use super::facets::{Bits, FACETS, FacetKey, MOST};
use crate::model::{AgreementId, Dataset, StateSet};

/// The chosen values of every facet, as bits; an empty choice is no condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    chosen: [Bits; FACETS.len()],
}

impl Filter {
    /// The chosen values of a facet.
    pub fn chosen(&self, facet: FacetKey) -> Bits {
        self.chosen[facet as usize]
    }
    /// Whether a value is chosen.
    pub fn has(&self, facet: FacetKey, value: usize) -> bool {
        value < MOST && self.chosen(facet) >> value & 1 == 1
    }
    /// Sets the choice of a facet; values that the dataset does not have are left out.
    #[must_use]
    pub fn with(mut self, ds: &Dataset, facet: FacetKey, values: Bits) -> Self {
        let len = (facet.facet().len)(ds);
        let known = if len >= MOST { Bits::MAX } else { (1 << len) - 1 };
        self.chosen[facet as usize] = values & known;
        self
    }
    /// Puts a value in or takes it out.
    #[must_use]
    pub fn toggled(self, ds: &Dataset, facet: FacetKey, value: usize) -> Self {
        let bit = if value < MOST { 1 << value } else { 0 };
        self.with(ds, facet, self.chosen(facet) ^ bit)
    }
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
    /// The states to show: those chosen, or all.
    pub fn states(&self, ds: &Dataset) -> StateSet {
        match self.chosen(FacetKey::State) {
            0 => ds.all_states(),
            // States are the first 64 at most.
            chosen => StateSet(chosen as u64),
        }
    }
}

/// Ids of the agreements that fit, in the dataset's order.
pub fn agreements(ds: &Dataset, filter: &Filter) -> Vec<AgreementId> {
    ds.agreement_ids().filter(|id| fits(ds, filter, *id, None)).collect()
}

/// For each value of a facet, how many agreements it would leave, ignoring the facet's own choice.
pub fn counts(ds: &Dataset, filter: &Filter, facet: FacetKey) -> Vec<usize> {
    let mut counts = vec![0; (facet.facet().len)(ds)];
    for id in ds.agreement_ids().filter(|id| fits(ds, filter, *id, Some(facet))) {
        let values = (facet.facet().of)(ds.agreement(id));
        for (value, count) in counts.iter_mut().enumerate().take(MOST) {
            *count += (values >> value & 1) as usize;
        }
    }
    counts
}

fn fits(ds: &Dataset, filter: &Filter, id: AgreementId, except: Option<FacetKey>) -> bool {
    FACETS.iter().all(|facet| {
        let chosen = filter.chosen(facet.key);
        chosen == 0 || except == Some(facet.key) || (facet.of)(ds.agreement(id)) & chosen != 0
    })
}
