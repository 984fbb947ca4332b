//! Actions and the reducer: a pure function from a state and an action to the next state.

use super::{
    Appearance, CellStyle, CompareItem, CustomName, CustomScheme, Evidence, FindingOrder, QuestionText,
    Route, RowFilter, SchemeEdit, SchemeRef, SearchText, StateOrder, Subject, Tab, Table, TableRows, View,
    ViewState, custom_scheme,
};
use crate::columns::ColumnTable;
use crate::model::{Dataset, Day, StateId, StateSet, VoiceKind};
use crate::query::{FacetKey, Filter, ValueMask};
use crate::text::Lang;

/// A change of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows the first tab of a view; keeps the filters, closes the drawer.
    Go(View),
    /// Shows a tab of the current view.
    Tab(Tab),
    /// Makes a grouping scheme the active one.
    Scheme(Option<SchemeRef>),
    /// Sets the grouping that the active one is compared with.
    SecondGrouping(Option<SchemeRef>),
    /// Changes the custom grouping.
    EditScheme(SchemeEdit),
    /// Picks up a state to move it, or puts it back.
    PickUp(Option<StateId>),
    /// Pins a state, or none.
    Pin(Option<StateId>),
    /// Toggles a value of a facet.
    Toggle(FacetKey, usize),
    /// Selects all states of a set, or deselects them if all are selected.
    ToggleStates(StateSet),
    /// Clears a facet.
    ClearFacet(FacetKey),
    /// Clears all facets and the search.
    ClearAll,
    /// Searches the findings; an empty text ends the search.
    Search(SearchText),
    /// Counts treaty actions at a date; `None` shows the report's table.
    AsOf(Option<Day>),
    /// Sets the presentation of cells.
    CellStyle(CellStyle),
    /// Sets or clears a side of the comparison.
    SetSide(usize, Option<CompareItem>),
    /// Swaps a side with the previous one.
    SwapSides(usize),
    /// Removes a side; the following sides move up.
    RemoveSide(usize),
    /// Filters the rows of the comparison.
    RowFilter(RowFilter),
    /// Orders the states.
    StateOrder(StateOrder),
    /// Orders the findings.
    FindingOrder(FindingOrder),
    /// Sets the rows (0) or columns (1) of the cross-table.
    Axis(usize, FacetKey),
    /// Shows a table of the data view, from its first page.
    Table(Table),
    /// Orders the table by a column: ascending, then descending, then in its own order again.
    SortTable(u8),
    /// Shows only the rows with a text in a column; an empty text shows all again.
    FilterColumn(u8, CustomName),
    /// Shows all rows of the table.
    ClearColumns,
    /// Shows a page of the table, counted from 0.
    Page(u16),
    /// Sets the choice within the tab.
    Pick(u16),
    /// Shows the page of a subject.
    PageOf(Subject),
    /// Presents a slide, or ends presenting.
    Slide(Option<u16>),
    /// Opens the drawer with evidence.
    Open(Evidence),
    /// Opens the panel with a question; empty if nothing is typed yet.
    Ask(QuestionText),
    /// Closes the panel of questions, else the drawer.
    Close,
    /// Sets the language.
    Lang(Lang),
    /// Sets the colour theme.
    Appearance(Appearance),
}

/// Returns the next state.
///
/// Total: an action that does not apply, such as a date out of range, returns the state unchanged.
#[must_use]
pub fn reduce(state: &ViewState, action: Action, ds: &Dataset) -> ViewState {
    let mut next = state.clone();
    let known = |s: StateId| s.ix() < ds.states.len();
    let facet_context = state.facet_context(ds);
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
                next.picked_up = None;
            }
        }
        Action::SecondGrouping(grouping) => {
            if grouping.is_none_or(|g| state.scheme_of(ds, g).is_some()) {
                next.second_grouping = grouping;
            }
        }
        Action::EditScheme(edit) => {
            if let Some(edited) =
                custom_scheme::edit(ds, state.custom_scheme.as_ref(), state.grouping, edit, state.lang)
            {
                next = with_custom_scheme(state, edited);
                // Positions now name other groups.
                if matches!(edit, SchemeEdit::RemoveGroup(_) | SchemeEdit::New(_) | SchemeEdit::Copy(_)) {
                    clear_groups(&mut next, ds);
                    forget_own_groups(&mut next, ds);
                }
            }
        }
        Action::PickUp(taken) => next.picked_up = taken.filter(|s| known(*s)),
        Action::Pin(pinned_state) => next.pinned_state = pinned_state.filter(|s| known(*s)),
        // The value may come from a page that an extension changed.
        Action::Toggle(facet, value) if value >= (facet.facet().len)(facet_context) => {}
        Action::Toggle(FacetKey::Voice, value) if state.route() == Route::Perspectives => {
            let voices = with_voice(compared_voices(&state.filter), value);
            next.filter = state.filter.with(facet_context, FacetKey::Voice, voices);
        }
        Action::Toggle(facet, value) => next.filter = state.filter.toggled(facet_context, facet, value),
        Action::ToggleStates(states) => {
            let chosen = state.filter.chosen(FacetKey::State);
            let states = ValueMask::from(states.and(ds.all_states()).0);
            let all_in = chosen & states == states;
            let values = if all_in { chosen & !states } else { chosen | states };
            next.filter = state.filter.with(facet_context, FacetKey::State, values);
        }
        Action::ClearFacet(facet) => next.filter = state.filter.with(facet_context, facet, 0),
        Action::ClearAll => {
            next.filter = Filter::default();
            next.search = SearchText::default();
        }
        Action::Search(search) => {
            next.search = search;
            // Only this view lists the results.
            if !search.is_empty() && state.view != View::Findings {
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
        Action::CellStyle(cell_style) => next.cell_style = cell_style,
        Action::SetSide(side, chosen) => {
            if let Some(place) = next.sides.get_mut(side)
                && chosen.is_none_or(|member| has(state, ds, member))
            {
                *place = chosen;
            }
        }
        Action::SwapSides(side) => {
            if (1..next.sides.len()).contains(&side) {
                next.sides.swap(side - 1, side);
            }
        }
        Action::RemoveSide(side) => {
            if let Some(rest) = next.sides.get_mut(side..).filter(|rest| !rest.is_empty()) {
                rest[0] = None;
                rest.rotate_left(1);
            }
        }
        Action::RowFilter(rows) => next.rows = rows,
        Action::StateOrder(order) => next.order = order,
        Action::FindingOrder(order) => {
            next.finding_order = order;
            next.page = 0;
        }
        Action::Table(table) => {
            next.table = table;
            next.table_rows = TableRows::default();
            next.page = 0;
        }
        Action::SortTable(column) => next.table_rows.sort_by(column),
        Action::FilterColumn(column, text) => next.table_rows.filter(column, text),
        Action::ClearColumns => next.table_rows.only.clear(),
        Action::Axis(axis, facet) => {
            if let Some(place) = next.axes.0.get_mut(axis)
                && facet.facet().finding.is_some()
            {
                *place = facet;
            }
        }
        Action::Page(page) => next.page = page,
        Action::Pick(picks) => next.picks = picks,
        Action::PageOf(subject) => {
            if exists(ds, subject) {
                next.view = subject.view();
                next.tab = Tab::default();
                next.of = Some(subject);
                next.open = None;
            }
        }
        Action::Slide(slide) => next.slide = slide,
        Action::Open(evidence) => {
            next.open = if evidence.exists(ds, state.scheme(ds)) { Some(evidence) } else { state.open }
        }
        Action::Ask(question) => next.question = Some(question),
        Action::Close if state.question.is_some() => {}
        Action::Close => next.open = None,
        Action::Lang(lang) => next.lang = lang,
        Action::Appearance(appearance) => next.appearance = appearance,
    }
    // Language, appearance and one's own state change what the panel shows; all else leaves it.
    let stays = matches!(action, Action::Ask(_) | Action::Lang(_) | Action::Appearance(_) | Action::Pin(_));
    if !stays {
        next.question = None;
    }
    if next.grouping != state.grouping {
        clear_groups(&mut next, ds);
    }
    if next.custom_scheme != state.custom_scheme {
        keep_columns(&mut next, ds);
    }
    if !next.route().has_picks() || next.route() != state.route() {
        next.picks = 0;
    }
    // They would make the links of all views longer.
    if next.view != View::Data {
        next.table_rows = TableRows::default();
    }
    if next.view != View::Deck {
        next.shared_deck = None;
        // Of the deck it is the slide that is edited, elsewhere the one that is presented.
        if state.view == View::Deck {
            next.slide = None;
        }
    }
    // A changed result set starts at its first page.
    if next.filter != state.filter || next.search != state.search || next.table_rows != state.table_rows {
        next.page = 0;
    }
    next
}

/// Voices side by side if none is chosen.
const USUAL_VOICES: ValueMask = 1 << VoiceKind::Government as u32 | 1 << VoiceKind::Ngo as u32;

/// Returns the voices side by side on the perspectives: those chosen, or governments and NGOs.
pub fn compared_voices(filter: &Filter) -> ValueMask {
    match filter.chosen(FacetKey::Voice) {
        0 => USUAL_VOICES,
        chosen => chosen,
    }
}

/// Returns the choice of voices with one added or removed; the last one stays.
fn with_voice(voices: ValueMask, value: usize) -> ValueMask {
    match voices ^ 1 << value {
        0 => voices,
        USUAL_VOICES => 0,
        others => others,
    }
}

/// Returns the state with another custom grouping, which becomes the active one.
///
/// With `None`, no grouping is active if the custom one was.
#[must_use]
pub fn with_custom_scheme(state: &ViewState, custom_scheme: Option<CustomScheme>) -> ViewState {
    let keep = |grouping: &SchemeRef| custom_scheme.is_some() || *grouping != SchemeRef::Custom;
    ViewState {
        grouping: if custom_scheme.is_some() { Some(SchemeRef::Custom) } else { state.grouping.filter(keep) },
        second_grouping: state.second_grouping.filter(keep),
        picked_up: None,
        custom_scheme,
        ..state.clone()
    }
}

/// Returns the state with a grouping read from a file or from the browser's storage.
///
/// The grouping becomes the active one; references to groups of the previous one are cleared.
#[must_use]
pub fn with_imported_scheme(state: &ViewState, imported: CustomScheme, ds: &Dataset) -> ViewState {
    let mut next = with_custom_scheme(state, Some(imported));
    clear_groups(&mut next, ds);
    forget_own_groups(&mut next, ds);
    keep_columns(&mut next, ds);
    next
}

/// Returns whether a subject is in the dataset.
pub(super) fn exists(ds: &Dataset, subject: Subject) -> bool {
    match subject {
        Subject::State(id) => id.ix() < ds.states.len(),
        Subject::Instrument(id) => id.ix() < ds.instruments.len(),
        Subject::Theme(id) => id.ix() < ds.themes.len(),
        Subject::Population(id) => id.ix() < ds.populations.len(),
        Subject::Body(id) => id.ix() < ds.bodies.len(),
    }
}

/// Returns whether a side of the comparison names an existing state or group.
fn has(state: &ViewState, ds: &Dataset, member: CompareItem) -> bool {
    match member {
        CompareItem::State(id) => id.ix() < ds.states.len(),
        CompareItem::Group(ix) => {
            state.scheme(ds).is_some_and(|scheme| usize::from(ix) < scheme.groups.len())
        }
    }
}

/// Drops columns, conditions and orders of a grouping that is no longer there.
fn keep_columns(state: &mut ViewState, ds: &Dataset) {
    let before = state.clone();
    for table in [ColumnTable::States, ColumnTable::Pairs] {
        state.selection_mut(table).keep_existing(before.column_input(ds));
    }
    if state.open.is_some_and(|open| !open.exists(ds, before.scheme(ds))) {
        state.open = None;
    }
}

/// Drops conditions on groups of the reader's own grouping, which now have other positions.
fn forget_own_groups(state: &mut ViewState, ds: &Dataset) {
    for table in [ColumnTable::States, ColumnTable::Pairs] {
        state.selection_mut(table).forget_own_groups(ds);
    }
}

/// Clears every reference to a group: filter, sides and open evidence.
///
/// Groups are identified by their position in the active scheme.
fn clear_groups(state: &mut ViewState, ds: &Dataset) {
    state.filter = state.filter.with(state.facet_context(ds), FacetKey::Group, 0);
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
