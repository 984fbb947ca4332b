//! Suggests which filter to remove when nothing matches.

use crate::query::{self, FACETS, Facet};
use crate::state::{SearchText, View, ViewState};
use crate::text::Key;
use crate::view::context::{ViewContext, facet_applies};

/// Returns the facets of the view's filter with chosen values.
pub(super) fn chosen_facets(cx: ViewContext) -> impl Iterator<Item = &'static Facet> {
    let is_chosen = move |facet: &&Facet| cx.state.filter.chosen(facet.key) != 0;
    FACETS.iter().filter(move |facet| facet_applies(facet, cx.state.route())).filter(is_chosen)
}

/// Returns the label of the facet or search whose removal alone leaves the most items.
pub(crate) fn filter_to_relax(cx: ViewContext) -> String {
    let left = |state: &ViewState| {
        let cx = ViewContext { state, ..cx };
        match state.view {
            View::Findings => cx.index.count(cx.facet_context(), &cx.findings_filter(), cx.search_text()),
            _ => query::agreements(cx.facet_context(), &state.filter).len(),
        }
    };
    let facets = chosen_facets(cx).map(|f| {
        let filter = cx.state.filter.with(cx.facet_context(), f.key, 0);
        (f.label, ViewState { filter, ..cx.state.clone() })
    });
    let search = cx.state.view == View::Findings && !cx.state.search.is_empty();
    let search =
        search.then(|| (Key::Search, ViewState { search: SearchText::default(), ..cx.state.clone() }));
    let best = facets.chain(search).max_by_key(|(_, without)| left(without));
    cx.formatter().text(best.map_or(Key::FacetState, |(label, _)| label))
}
