//! What to take out of a filter that leaves nothing.

use crate::query;
use crate::query::FACETS;
use crate::state::{SearchText, View, ViewState};
use crate::text::Key;
use crate::view::context::ViewContext;

/// The label of what to loosen when nothing is left, a facet or the search: the one that alone, taken out, gives most.
pub(crate) fn to_loosen(asked: ViewContext) -> String {
    let left = |state: &ViewState| {
        let asked = ViewContext { state, ..asked };
        match state.view {
            View::Findings => asked.index.count(asked.ground(), &state.filter, asked.sought()),
            _ => query::agreements(asked.ground(), &state.filter).len(),
        }
    };
    let facets = FACETS.iter().filter(|f| asked.state.filter.chosen(f.key) != 0).map(|f| {
        let filter = asked.state.filter.with(asked.ground(), f.key, 0);
        (f.label, ViewState { filter, ..asked.state.clone() })
    });
    let sought = asked.state.view == View::Findings && !asked.state.sought.is_empty();
    let search =
        sought.then(|| (Key::Search, ViewState { sought: SearchText::default(), ..asked.state.clone() }));
    let best = facets.chain(search).max_by_key(|(_, without)| left(without));
    asked.say().t(best.map_or(Key::FacetState, |(label, _)| label))
}
