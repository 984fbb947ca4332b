//! Actions: one gesture, one action, one next state.

use super::{
    Appearance, CellStyle, CompareItem, CustomScheme, Evidence, NetworkLayer, RowFilter, SchemeEdit,
    SchemeRef, SearchText, StateOrder, Subject, Tab, Table, View, ViewState, own,
};
use crate::model::{Dataset, Day, StateId, StateSet};
use crate::query::{FacetKey, Filter, ValueMask};
use crate::text::Lang;

/// What a gesture asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// To a view, to its first part; the lens stays, the drawer closes.
    Go(View),
    /// To a part of the view.
    Tab(Tab),
    /// Choose a grouping scheme.
    Scheme(Option<SchemeRef>),
    /// The grouping beside the active one.
    Beside(Option<SchemeRef>),
    /// Change the reader's own grouping.
    EditScheme(SchemeEdit),
    /// Take a state in hand to move it, or put it back.
    Take(Option<StateId>),
    /// Mark a state as one's own, or none.
    Pin(Option<StateId>),
    /// Put a facet's value in or take it out.
    Toggle(FacetKey, usize),
    /// Put all members of a group in, or take them out when all are in.
    ToggleStates(StateSet),
    /// Take every value of a facet out.
    ClearFacet(FacetKey),
    /// Take every filter out, and the search.
    ClearAll,
    /// Search the findings; nothing is no search.
    Search(SearchText),
    /// The report's table, or another date.
    AsOf(Option<Day>),
    /// Marks or words.
    CellStyle(CellStyle),
    /// Choose a side of the comparison.
    Side(usize, Option<CompareItem>),
    /// Swap a side with the one before it.
    Swap(usize),
    /// Take a side out; those after it close up.
    Leave(usize),
    /// Which rows of the comparison.
    RowFilter(RowFilter),
    /// The order of states.
    StateOrder(StateOrder),
    /// What the network shows.
    NetworkLayer(NetworkLayer),
    /// Rows (0) or columns (1) of the cross-table.
    Axis(usize, FacetKey),
    /// A table of the data view, from its first page.
    Table(Table),
    /// A page of the table, counted from 0.
    Page(u16),
    /// To the page of a state, an instrument, a theme …
    PageOf(Subject),
    /// Open evidence.
    Open(Evidence),
    /// Close the drawer.
    Close,
    /// Language.
    Lang(Lang),
    /// Appearance.
    Appearance(Appearance),
}

/// The next state. Total: an action that makes no sense, such as a date out of range, leaves the state as it is.
#[must_use]
pub fn reduce(state: &ViewState, action: Action, ds: &Dataset) -> ViewState {
    let mut next = state.clone();
    let known = |s: StateId| s.ix() < ds.states.len();
    let ground = state.ground(ds);
    match action {
        Action::Go(view) => {
            next.view = view;
            next.tab = Tab::default();
            next.page = 0;
            next.open = None;
        }
        Action::Tab(tab) => {
            if state.view.tabs().contains(&tab) {
                next.tab = tab;
                next.open = None;
            }
        }
        Action::Scheme(grouping) => {
            if grouping.is_none_or(|g| state.scheme_of(ds, g).is_some()) {
                next.grouping = grouping;
                next.moving = None;
            }
        }
        Action::Beside(grouping) => {
            if grouping.is_none_or(|g| state.scheme_of(ds, g).is_some()) {
                next.beside = grouping;
            }
        }
        Action::EditScheme(edit) => {
            if let Some(own) = own::edit(ds, state.own.as_ref(), state.grouping, edit, state.lang) {
                next = with_own(state, own);
                // Other groups may stand at the positions that are chosen.
                if matches!(edit, SchemeEdit::RemoveGroup(_) | SchemeEdit::New(_) | SchemeEdit::Copy(_)) {
                    leave_groups(&mut next, ds);
                }
            }
        }
        Action::Take(taken) => next.moving = taken.filter(|s| known(*s)),
        Action::Pin(mine) => next.mine = mine.filter(|s| known(*s)),
        Action::Toggle(facet, value) => next.filter = state.filter.toggled(ground, facet, value),
        Action::ToggleStates(states) => {
            let chosen = state.filter.chosen(FacetKey::State);
            let states = ValueMask::from(states.and(ds.all_states()).0);
            let all_in = chosen & states == states;
            let values = if all_in { chosen & !states } else { chosen | states };
            next.filter = state.filter.with(ground, FacetKey::State, values);
        }
        Action::ClearFacet(facet) => next.filter = state.filter.with(ground, facet, 0),
        Action::ClearAll => {
            next.filter = Filter::default();
            next.sought = SearchText::default();
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
        Action::CellStyle(form) => next.form = form,
        Action::Side(side, chosen) => {
            if let Some(place) = next.sides.get_mut(side)
                && chosen.is_none_or(|member| has(state, ds, member))
            {
                *place = chosen;
            }
        }
        Action::Swap(side) => {
            if (1..next.sides.len()).contains(&side) {
                next.sides.swap(side - 1, side);
            }
        }
        Action::Leave(side) => {
            if let Some(rest) = next.sides.get_mut(side..).filter(|rest| !rest.is_empty()) {
                rest[0] = None;
                rest.rotate_left(1);
            }
        }
        Action::RowFilter(rows) => next.rows = rows,
        Action::StateOrder(order) => next.order = order,
        Action::NetworkLayer(layer) => next.layer = layer,
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
        Action::PageOf(subject) => {
            if exists(ds, subject) {
                next.view = subject.view();
                next.tab = Tab::default();
                next.of = Some(subject);
                next.open = None;
            }
        }
        Action::Open(evidence) => {
            next.open = if evidence.exists(ds, state.scheme(ds)) { Some(evidence) } else { state.open }
        }
        Action::Close => next.open = None,
        Action::Lang(lang) => next.lang = lang,
        Action::Appearance(look) => next.look = look,
    }
    if next.grouping != state.grouping {
        leave_groups(&mut next, ds);
    }
    // Other rows begin at the first page.
    if next.filter != state.filter || next.sought != state.sought {
        next.page = 0;
    }
    next
}

/// The state with another grouping of the reader's, which becomes the active one; with none, no grouping is active where
/// it was.
#[must_use]
pub fn with_own(state: &ViewState, own: Option<CustomScheme>) -> ViewState {
    let keep = |grouping: &SchemeRef| own.is_some() || *grouping != SchemeRef::Custom;
    ViewState {
        grouping: if own.is_some() { Some(SchemeRef::Custom) } else { state.grouping.filter(keep) },
        beside: state.beside.filter(keep),
        moving: None,
        own,
        ..state.clone()
    }
}

/// The state with a grouping from elsewhere, a file or what the browser kept; it becomes the active one.
#[must_use]
pub fn with_other(state: &ViewState, own: CustomScheme, ds: &Dataset) -> ViewState {
    let mut next = with_own(state, Some(own));
    leave_groups(&mut next, ds);
    next
}

/// Whether a subject is in the dataset.
pub(super) fn exists(ds: &Dataset, subject: Subject) -> bool {
    match subject {
        Subject::State(id) => id.ix() < ds.states.len(),
        Subject::Instrument(id) => id.ix() < ds.instruments.len(),
        Subject::Theme(id) => id.ix() < ds.themes.len(),
        Subject::Population(id) => id.ix() < ds.populations.len(),
        Subject::Body(id) => id.ix() < ds.bodies.len(),
    }
}

/// Whether a side can be chosen.
fn has(state: &ViewState, ds: &Dataset, member: CompareItem) -> bool {
    match member {
        CompareItem::State(id) => id.ix() < ds.states.len(),
        CompareItem::Group(ix) => {
            state.scheme(ds).is_some_and(|scheme| usize::from(ix) < scheme.groups.len())
        }
    }
}

/// Groups belong to the scheme that is left.
fn leave_groups(state: &mut ViewState, ds: &Dataset) {
    state.filter = state.filter.with(state.ground(ds), FacetKey::Group, 0);
    for side in &mut state.sides {
        *side = side.filter(|member| matches!(member, CompareItem::State(_)));
    }
    let of_groups = |e| {
        matches!(
            e,
            Evidence::Count(Some(_), _)
                | Evidence::CentralBodies(_)
                | Evidence::Concern(..)
                | Evidence::CustomScheme
        )
    };
    if state.open.is_some_and(of_groups) {
        state.open = None;
    }
}
