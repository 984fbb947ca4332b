//! Suggests which filter to remove when nothing matches.

use crate::query::{self, FACETS};
use crate::state::{SearchText, View, ViewState};
use crate::text::Key;
use crate::view::context::ViewContext;

/// Returns the label of the facet or search whose removal alone leaves the most items.
pub(crate) fn filter_to_relax(cx: ViewContext) -> String {
    let left = |state: &ViewState| {
        let cx = ViewContext { state, ..cx };
        match state.view {
            View::Findings => cx.index.count(cx.facet_context(), &state.filter, cx.search_text()),
            _ => query::agreements(cx.facet_context(), &state.filter).len(),
        }
    };
    let facets = FACETS.iter().filter(|f| cx.state.filter.chosen(f.key) != 0).map(|f| {
        let filter = cx.state.filter.with(cx.facet_context(), f.key, 0);
        (f.label, ViewState { filter, ..cx.state.clone() })
    });
    let search = cx.state.view == View::Findings && !cx.state.search.is_empty();
    let search =
        search.then(|| (Key::Search, ViewState { search: SearchText::default(), ..cx.state.clone() }));
    let best = facets.chain(search).max_by_key(|(_, without)| left(without));
    cx.formatter().text(best.map_or(Key::FacetState, |(label, _)| label))
}
