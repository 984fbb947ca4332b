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
            View::Findings => cx.index.count(cx.ground(), &state.filter, cx.sought()),
            _ => query::agreements(cx.ground(), &state.filter).len(),
        }
    };
    let facets = FACETS.iter().filter(|f| cx.state.filter.chosen(f.key) != 0).map(|f| {
        let filter = cx.state.filter.with(cx.ground(), f.key, 0);
        (f.label, ViewState { filter, ..cx.state.clone() })
    });
    let sought = cx.state.view == View::Findings && !cx.state.sought.is_empty();
    let search =
        sought.then(|| (Key::Search, ViewState { sought: SearchText::default(), ..cx.state.clone() }));
    let best = facets.chain(search).max_by_key(|(_, without)| left(without));
    cx.say().text(best.map_or(Key::FacetState, |(label, _)| label))
}
