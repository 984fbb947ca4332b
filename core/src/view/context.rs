//! What every view model is made from, and what it asks of it.

use std::sync::Arc;

use super::words::evidence_link::EvidenceLink;
use super::words::format::Formatter;
use super::words::pinned_state::PinnedState;
use crate::model::{Dataset, Day, Scheme, StateId, StateSet};
use crate::query::{Facet, FacetContext, FacetKey, FindingsIndex, FindingsResult, SearchResult};
use crate::state::{self, Action, Evidence, SchemeRef, View, ViewState};
use crate::text::Key;

/// What every view model is made from.
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    /// The dataset.
    pub ds: &'a Dataset,
    /// What findings are asked by.
    pub index: &'a FindingsIndex,
    /// The state.
    pub state: &'a ViewState,
}

impl<'a> ViewContext<'a> {
    /// Words in the state's language.
    pub(crate) fn say(self) -> Formatter<'a> {
        Formatter { ds: self.ds, lang: self.state.lang }
    }
    /// The link of the state after an action.
    pub(crate) fn link(self, action: Action) -> String {
        state::encode(&state::reduce(self.state, action, self.ds), self.ds)
    }
    /// The link of the state after several actions.
    pub(crate) fn link_after(self, actions: &[Action]) -> String {
        let start = self.state.clone();
        let state = actions.iter().fold(start, |s, action| state::reduce(&s, *action, self.ds));
        state::encode(&state, self.ds)
    }
    /// The active scheme.
    pub(crate) fn scheme(self) -> Option<&'a Scheme> {
        self.state.scheme(self.ds)
    }
    /// The groups of the active scheme, and whether a state stands in one at most.
    pub fn grouped(self) -> Option<(Vec<StateSet>, bool)> {
        let scheme = self.scheme()?;
        Some((scheme.groups.iter().map(|group| group.states).collect(), scheme.exclusive))
    }
    /// The evidence of the active scheme.
    pub(crate) fn scheme_evidence(self) -> Option<Evidence> {
        self.state.grouping.map(|grouping| match grouping {
            SchemeRef::Report(id) => Evidence::Scheme(id),
            SchemeRef::Custom => Evidence::CustomScheme,
        })
    }
    /// Where facets' values are counted.
    pub(crate) fn ground(self) -> FacetContext<'a> {
        self.state.ground(self.ds)
    }
    /// The states that the view shows: those chosen, where the view has that choice.
    pub(crate) fn shown(self) -> StateSet {
        if facet_applies(FacetKey::State.facet(), self.state.view) {
            self.state.filter.states(self.ds)
        } else {
            self.ds.all_states()
        }
    }
    /// The date that the view stands at: views without a date stand at the report's table.
    pub(crate) fn as_of(self) -> Option<Day> {
        self.state.as_of.filter(|_| has_date(self.state.view))
    }
    /// A mark's evidence.
    pub(crate) fn open(self, evidence: Evidence) -> EvidenceLink {
        use crate::model::Party;
        use crate::state::Evidence;
        let mine = match evidence {
            Evidence::State(s) | Evidence::Links(Party::State(s), None) => self.mine(s),
            _ => None,
        };
        EvidenceLink { evidence, key: evidence.key(self.ds, self.scheme()), mine }
    }
    /// What marks a state as the reader's own, in words; none for the others.
    pub(crate) fn mine(self, s: StateId) -> Option<String> {
        (self.state.mine == Some(s)).then(|| self.say().text(Key::MyState))
    }
}

/// The reader's own state, by its names in the language of the page.
pub fn pinned_state(cx: ViewContext) -> Option<PinnedState> {
    let (say, state) = (cx.say(), cx.state.mine?);
    let names = vec![say.state(state), say.short(state)];
    Some(PinnedState { names, words: cx.mine(state)? })
}

/// Whether a facet stands in the lens of a view.
pub(crate) fn facet_applies(facet: &Facet, view: View) -> bool {
    match view {
        View::Agreements => facet.agreement.is_some(),
        View::Findings => facet.finding.is_some(),
        View::Instruments => facet.everywhere,
        View::Overview | View::Compare | View::Groupings | View::Data | View::State | View::About => false,
    }
}

/// Whether a view can stand at another date than the report's.
pub(crate) fn has_date(view: View) -> bool {
    matches!(view, View::Instruments | View::Compare)
}

impl ViewContext<'_> {
    /// The words that are sought, if any.
    pub(crate) fn sought(&self) -> Option<&str> {
        Some(self.state.sought.text()).filter(|text| !text.is_empty())
    }
    /// What the words of the state find; nothing where none are sought.
    pub(crate) fn found(self) -> Option<Arc<SearchResult>> {
        self.sought().map(|text| self.index.find(self.ds, text))
    }
    /// The findings that fit what is chosen and have what is sought: the best first, else in the report's order.
    pub(crate) fn answer(self) -> Arc<FindingsResult> {
        self.index.ask(self.ground(), &self.state.filter, self.sought())
    }
}
