//! Actions: one gesture, one action, one next state.

use super::{Evidence, Form, Look, Sought, Tab, Table, View, ViewState};
use crate::model::{Dataset, Day, SchemeId, StateId, StateSet};
use crate::query::{Bits, FacetKey, Filter};
use crate::text::Lang;

/// What a gesture asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// To a view, to its first part; the lens stays, the drawer closes.
    Go(View),
    /// To a part of the overview.
    Tab(Tab),
    /// Choose a grouping scheme.
    Scheme(Option<SchemeId>),
    /// Put a facet's value in or take it out.
    Toggle(FacetKey, usize),
    /// Put all members of a group in, or take them out when all are in.
    ToggleStates(StateSet),
    /// Take every value of a facet out.
    ClearFacet(FacetKey),
    /// Take every filter out, and the search.
    ClearAll,
    /// Search the findings; nothing is no search.
    Search(Sought),
    /// The report's table, or another date.
    AsOf(Option<Day>),
    /// Marks or words.
    Form(Form),
    /// Choose a side of the comparison.
    Side(usize, Option<StateId>),
    /// Swap the sides.
    Swap,
    /// Only rows that differ, or all.
    OnlyDifferences(bool),
    /// Rows (0) or columns (1) of the cross-table.
    Axis(usize, FacetKey),
    /// A table of the data view, from its first page.
    Table(Table),
    /// A page of the table, counted from 0.
    Page(u16),
    /// To the page of a state.
    StatePage(StateId),
    /// Open evidence.
    Open(Evidence),
    /// Close the drawer.
    Close,
    /// Language.
    Lang(Lang),
    /// Appearance.
    Look(Look),
}

/// The next state. Total: an action that makes no sense, such as a date out of range, leaves the state as it is.
#[must_use]
pub fn reduce(state: ViewState, action: Action, ds: &Dataset) -> ViewState {
    let (mut next, ground) = (state, state.ground(ds));
    match action {
        Action::Go(view) => {
            next.view = view;
            next.tab = Tab::default();
            next.page = 0;
            next.open = None;
        }
        Action::Tab(tab) => {
            next.tab = tab;
            next.open = None;
        }
        Action::Scheme(scheme) => {
            if scheme.is_none_or(|s| s.ix() < ds.schemes.len()) {
                next.scheme = scheme;
            }
            // Groups belong to the scheme that is left.
            if next.scheme != state.scheme {
                next.filter = state.filter.with(ground, FacetKey::Group, 0);
            }
            if matches!(next.open, Some(Evidence::Count(Some(_), _))) && next.scheme != state.scheme {
                next.open = None;
            }
        }
        Action::Toggle(facet, value) => next.filter = state.filter.toggled(ground, facet, value),
        Action::ToggleStates(states) => {
            let chosen = state.filter.chosen(FacetKey::State);
            let states = Bits::from(states.and(ds.all_states()).0);
            let all_in = chosen & states == states;
            let values = if all_in { chosen & !states } else { chosen | states };
            next.filter = state.filter.with(ground, FacetKey::State, values);
        }
        Action::ClearFacet(facet) => next.filter = state.filter.with(ground, facet, 0),
        Action::ClearAll => {
            next.filter = Filter::default();
            next.sought = Sought::default();
        }
        Action::Search(sought) => {
            next.sought = sought;
            // What is sought is shown where findings are.
            if !sought.is_empty() && state.view != View::Findings {
                next.view = View::Findings;
                next.tab = Tab::default();
                next.page = 0;
                next.open = None;
            }
        }
        Action::AsOf(day) => {
            if day.is_none_or(|day| (super::AS_OF_RANGE[0]..=super::AS_OF_RANGE[1]).contains(&day)) {
                next.as_of = day;
            }
        }
        Action::Form(form) => next.form = form,
        Action::Side(side, chosen) => {
            if let Some(place) = next.pair.get_mut(side)
                && chosen.is_none_or(|s| s.ix() < ds.states.len())
            {
                *place = chosen;
            }
        }
        Action::Swap => next.pair.swap(0, 1),
        Action::OnlyDifferences(only) => next.only_differences = only,
        Action::Table(table) => {
            next.table = table;
            next.page = 0;
        }
        Action::Axis(axis, facet) => {
            if let Some(place) = next.axes.0.get_mut(axis)
                && facet.facet().finding.is_some()
            {
                *place = facet;
            }
        }
        Action::Page(page) => next.page = page,
        Action::StatePage(id) => {
            if id.ix() < ds.states.len() {
                next.view = View::State;
                next.tab = Tab::default();
                next.of = Some(id);
                next.open = None;
            }
        }
        Action::Open(evidence) => {
            next.open = if evidence.exists(ds, state.scheme) { Some(evidence) } else { state.open }
        }
        Action::Close => next.open = None,
        Action::Lang(lang) => next.lang = lang,
        Action::Look(look) => next.look = look,
    }
    // Other rows begin at the first page.
    if next.filter != state.filter || next.sought != state.sought {
        next.page = 0;
    }
    next
}
