//! Input shared by all view models, with helpers for texts, links and queries.

#![allow(missing_docs, reason = "fields are named after what they show")]

use std::sync::Arc;

use super::words::evidence_link::EvidenceLink;
use super::words::format::Formatter;
use super::words::pinned_state::PinnedState;
use crate::model::{Dataset, Day, Scheme, StateId, StateSet};
use crate::query::{Facet, FacetContext, FacetKey, Filter, FindingsIndex, FindingsResult, SearchResult};
use crate::state::{self, Action, Evidence, Route, SchemeRef, View, ViewState};
use crate::text::Key;

/// Input shared by all view models.
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    pub ds: &'a Dataset,
    /// Index that finding queries run on.
    pub index: &'a FindingsIndex,
    pub state: &'a ViewState,
}

impl<'a> ViewContext<'a> {
    /// Returns the formatter for the state's language.
    pub(crate) fn formatter(self) -> Formatter<'a> {
        Formatter { ds: self.ds, lang: self.state.lang }
    }
    /// Returns the link of the state after an action.
    pub(crate) fn link(self, action: Action) -> String {
        state::encode(&state::reduce(self.state, action, self.ds), self.ds)
    }
    /// Returns the link of the state after several actions.
    pub(crate) fn link_after(self, actions: &[Action]) -> String {
        let start = self.state.clone();
        let state = actions.iter().fold(start, |s, action| state::reduce(&s, *action, self.ds));
        state::encode(&state, self.ds)
    }
    pub(crate) fn scheme(self) -> Option<&'a Scheme> {
        self.state.scheme(self.ds)
    }
    /// Returns the groups of the active scheme, and whether a state is in one of them at most.
    pub fn grouped(self) -> Option<(Vec<StateSet>, bool)> {
        let scheme = self.scheme()?;
        Some((scheme.groups.iter().map(|group| group.states).collect(), scheme.exclusive))
    }
    /// Returns the evidence of the active scheme.
    pub(crate) fn scheme_evidence(self) -> Option<Evidence> {
        self.state.grouping.map(|grouping| match grouping {
            SchemeRef::Report(id) => Evidence::Scheme(id),
            SchemeRef::Custom => Evidence::CustomScheme,
        })
    }
    /// Returns the context in which facet values are counted.
    pub(crate) fn facet_context(self) -> FacetContext<'a> {
        self.state.facet_context(self.ds)
    }
    /// Returns the states that the view shows: those selected in its filter, or all.
    pub(crate) fn visible_states(self) -> StateSet {
        if facet_applies(FacetKey::State.facet(), self.state.route()) {
            self.state.filter.states(self.ds)
        } else {
            self.ds.all_states()
        }
    }
    /// Returns the date of the view; `None` for the report's table and for views without a date.
    pub(crate) fn as_of(self) -> Option<Day> {
        self.state.as_of.filter(|_| has_date(self.state.view))
    }
    /// Returns the link to evidence, with a note if it is about the reader's own state.
    pub(crate) fn evidence_link(self, evidence: Evidence) -> EvidenceLink {
        use crate::model::Party;
        use crate::state::Evidence;
        let pin_note = match evidence {
            Evidence::State(s) | Evidence::Links(Party::State(s), None) => self.pin_note(s),
            _ => None,
        };
        EvidenceLink { evidence, key: evidence.key(self.ds, self.scheme()), pin_note }
    }
    /// Returns the note that marks a state as the reader's own; `None` for other states.
    pub(crate) fn pin_note(self, s: StateId) -> Option<String> {
        (self.state.pinned_state == Some(s)).then(|| self.formatter().text(Key::MyState))
    }
}

/// Returns the reader's own state with its names in the language of the page.
pub fn pinned_state(cx: ViewContext) -> Option<PinnedState> {
    let (fmt, state) = (cx.formatter(), cx.state.pinned_state?);
    let names = vec![fmt.state(state), fmt.short(state)];
    Some(PinnedState { names, words: cx.pin_note(state)? })
}

/// Whether the filter bar of a page has a facet.
pub(crate) fn facet_applies(facet: &Facet, route: Route) -> bool {
    match route {
        Route::Agreements | Route::Network => facet.agreement.is_some(),
        Route::Findings => facet.finding.is_some(),
        // The voices are those side by side, which have a menu of their own.
        Route::Perspectives => facet.finding.is_some() && facet.key != FacetKey::Voice,
        Route::Instruments
        | Route::Overview
        | Route::Timeline
        | Route::States
        | Route::Brief
        | Route::BriefTogether => facet.on_unlisted_views,
        Route::Pairs
        | Route::Figures
        | Route::Compare
        | Route::Groups
        | Route::Positions
        | Route::Method
        | Route::Data
        | Route::State
        | Route::About
        | Route::Deck => false,
    }
}

/// Whether a view can show another date than the report's.
pub(crate) fn has_date(view: View) -> bool {
    matches!(view, View::Instruments | View::Compare)
}

impl ViewContext<'_> {
    /// Returns the search text, if there is any.
    pub(crate) fn search_text(&self) -> Option<&str> {
        Some(self.state.search.text()).filter(|text| !text.is_empty())
    }
    /// Returns the search result; `None` without a search text.
    pub(crate) fn search_result(self) -> Option<Arc<SearchResult>> {
        self.search_text().map(|text| self.index.find(self.ds, text))
    }
    /// Returns the filter of the findings that the view shows.
    ///
    /// The perspectives show only the voices side by side.
    pub(crate) fn findings_filter(self) -> Filter {
        let filter = self.state.filter;
        match self.state.route() {
            Route::Perspectives => {
                filter.with(self.facet_context(), FacetKey::Voice, state::compared_voices(&filter))
            }
            _ => filter,
        }
    }
    /// Returns the filter of the agreements and the assistance that the view shows.
    ///
    /// In the network the choice of states marks what is theirs and narrows nothing.
    pub(crate) fn agreements_filter(self) -> Filter {
        let filter = self.state.filter;
        match self.state.route() {
            Route::Network => filter.with(self.facet_context(), FacetKey::State, 0),
            _ => filter,
        }
    }
    /// Returns the findings that the view shows: those that match filter and search text.
    ///
    /// Sorted by relevance; without a search text, in the report's order.
    pub(crate) fn findings_result(self) -> Arc<FindingsResult> {
        self.index.search(self.facet_context(), &self.findings_filter(), self.search_text())
    }
}
