//! Faceted filtering of agreements.
//!
//! There are only a few dozen, so a linear scan needs no engine.

use super::facets::{FACETS, Facet, FacetContext, FacetKey, MAX_FACET_VALUES, ValueMask};
use super::filter::Filter;
use crate::model::AgreementId;

/// Returns the ids of the agreements that match, in the dataset's order.
pub fn agreements(facet_context: FacetContext, filter: &Filter) -> Vec<AgreementId> {
    facet_context.ds.agreement_ids().filter(|id| fits(facet_context, filter, *id, None)).collect()
}

/// Returns, for each value of a facet, the number of agreements it would leave.
///
/// The facet's own choice is ignored.
pub fn counts(facet_context: FacetContext, filter: &Filter, facet: FacetKey) -> Vec<usize> {
    let mut counts = vec![0; (facet.facet().len)(facet_context)];
    for id in facet_context.ds.agreement_ids().filter(|id| fits(facet_context, filter, *id, Some(facet))) {
        let values = values(facet_context, facet.facet(), id).unwrap_or_default();
        for (value, count) in counts.iter_mut().enumerate().take(MAX_FACET_VALUES) {
            *count += (values >> value & 1) as usize;
        }
    }
    counts
}

/// Returns the values of a facet that an agreement has; none if agreements lack the facet.
fn values(facet_context: FacetContext, facet: &Facet, id: AgreementId) -> Option<ValueMask> {
    Some(facet.agreement?(facet_context, facet_context.ds.agreement(id)))
}

fn fits(facet_context: FacetContext, filter: &Filter, id: AgreementId, except: Option<FacetKey>) -> bool {
    FACETS.iter().all(|facet| {
        let chosen = filter.chosen(facet.key);
        chosen == 0
            || except == Some(facet.key)
            || values(facet_context, facet, id).is_none_or(|values| values & chosen != 0)
    })
}
