//! Faceted filtering of assistance.
//!
//! Assistance has states, themes and populations; other facets do not restrict it.

use super::facets::{FACETS, FacetContext, FacetKey, ValueMask, bits, themes};
use super::filter::Filter;
use crate::model::{Assistance, AssistanceId};

/// Returns the ids of the assistance that matches, in the dataset's order.
pub fn assistance(facet_context: FacetContext, filter: &Filter) -> Vec<AssistanceId> {
    let fits = |id: &AssistanceId| {
        FACETS.iter().map(|facet| facet.key).all(|key| {
            let chosen = filter.chosen(key);
            chosen == 0
                || values(facet_context, key, facet_context.ds.help(*id))
                    .is_none_or(|values| values & chosen != 0)
        })
    };
    (0..facet_context.ds.assistance.len()).map(AssistanceId::from).filter(fits).collect()
}

/// Returns the values of a facet that assistance has; none if it lacks the facet.
fn values(facet_context: FacetContext, key: FacetKey, help: &Assistance) -> Option<ValueMask> {
    Some(match key {
        FacetKey::State => ValueMask::from(help.states().0),
        FacetKey::Theme => themes(facet_context, help.themes.iter().map(|t| t.ix())),
        FacetKey::Population => bits(help.populations.iter().map(|p| p.ix())),
        _ => return None,
    })
}
