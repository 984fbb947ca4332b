//! Registry of the query parameters of a link.
//!
//! A row holds the name of a parameter, its label, and how it is encoded and decoded. The facets
//! have a registry of their own (`query::FACETS`).

use super::decoded::{Decoded, LinkError};
use super::reduce::exists;
use super::repair;
use super::{
    AS_OF_RANGE, Appearance, CUSTOM_SCHEME_KEY, CellStyle, CompareItem, CustomScheme, Evidence, FindingOrder,
    PairRows, QuestionText, RowFilter, SchemeRef, SearchText, SharedDeck, SpokeFilter, StateOrder, Subject,
    Tab, Table, TableSort, View, ViewState,
};
use crate::DATA_VERSION;
use crate::columns::ColumnTable;
use crate::model::{Dataset, Day, StateId};
use crate::query::{FACETS, FacetKey};
use crate::text::{Key, Lang};

/// Prefix of a group among the sides of the comparison.
const GROUP: &str = "group:";

/// A query parameter of a link.
pub struct LinkParam {
    /// Name in the link.
    pub name: &'static str,
    /// Label in the interface.
    pub label: Key,
    /// Contents, for `docs/links.md`.
    #[cfg(feature = "author")]
    pub holds: &'static str,
    /// Encodes its value; `None` leaves the parameter out of the link.
    pub(super) write: fn(&ViewState, &Dataset) -> Option<String>,
    /// Decodes a value into the state; returns `false` if the value is unknown.
    pub(super) read: fn(&mut Decoded, &Dataset, &str) -> bool,
}

/// Declares a parameter: its name, label and contents, then a common kind of value or a pair of
/// functions that encode and decode it.
macro_rules! param {
    ($name:literal, $label:ident, $holds:literal, write $write:expr, read $read:expr) => {
        LinkParam {
            name: $name,
            label: Key::$label,
            #[cfg(feature = "author")]
            holds: $holds,
            write: $write,
            read: $read,
        }
    };
    ($name:literal, $label:ident, $holds:literal, url $field:ident: $type:ident) => {
        param! { $name, $label, $holds,
        write |state, _| (state.$field != $type::default()).then(|| state.$field.url().to_owned()),
        read |out, _, value| set(&mut out.state.$field, $type::from_url(value)) }
    };
    ($name:literal, $label:ident, $holds:literal, state $field:ident) => {
        param! { $name, $label, $holds,
        write |state, ds| state.$field.map(|id| ds.state(id).key.clone()),
        read |out, ds, value| set(&mut out.state.$field, state_id(ds, value).map(Some)) }
    };
    ($name:literal, $label:ident, $holds:literal, side $at:literal) => {
        param! { $name, $label, $holds,
        write |state, ds| side(state, ds, $at),
        read |out, ds, value| {
            let side = compare_item(&out.state, ds, value);
            set(&mut out.state.sides[$at], side.map(Some))
        } }
    };
    ($name:literal, $label:ident, $holds:literal, columns $table:ident) => {
        param! { $name, $label, $holds,
        write |state, ds| state.selection(ColumnTable::$table).written_columns(state.column_input(ds)),
        read |out, ds, value| {
            let state = out.state.clone();
            let table = ColumnTable::$table;
            let lost = out.state.selection_mut(table).read_columns(state.column_input(ds), table, value);
            lost_parts(out, $name, &lost, value)
        } }
    };
    ($name:literal, $label:ident, $holds:literal, conditions $table:ident) => {
        param! { $name, $label, $holds,
        write |state, ds| state.selection(ColumnTable::$table).written_conditions(state.column_input(ds)),
        read |out, ds, value| {
            let state = out.state.clone();
            let table = ColumnTable::$table;
            let lost = out.state.selection_mut(table).read_conditions(state.column_input(ds), table, value);
            lost_parts(out, $name, &lost, value)
        } }
    };
    ($name:literal, $label:ident, $holds:literal, order $table:ident) => {
        param! { $name, $label, $holds,
        write |state, ds| state.selection(ColumnTable::$table).written_order(state.column_input(ds)),
        read |out, ds, value| {
            let state = out.state.clone();
            let table = ColumnTable::$table;
            out.state.selection_mut(table).read_order(state.column_input(ds), table, value)
        } }
    };
    ($name:literal, $label:ident, $holds:literal, axis $at:literal) => {
        param! { $name, $label, $holds,
        write |state, _| {
            let (axis, usual) = (state.axes.0[$at], ViewState::default().axes.0[$at]);
            (axis != usual).then(|| axis.facet().url.to_owned())
        },
        read |out, _, value| set(&mut out.state.axes.0[$at], axis(value)) }
    };
}

/// Parameters before the facets, in the order of a link. Facets depend on the grouping.
pub const GROUPING_PARAMS: &[LinkParam] = &[
    param! { "tab", Tabs, "tab of the view", url tab: Tab },
    param! { "g", Grouping, "active grouping: id of a scheme, or `own`",
    write |state, ds| state.grouping.map(|grouping| grouping.key(ds).to_owned()),
    read |out, ds, value| set(&mut out.state.grouping, grouping(&out.state.custom_scheme, ds, value)) },
    param! { "beside", GroupingBeside, "second grouping of Method: id of a scheme, or `own`",
    write |state, ds| state.second_grouping.map(|grouping| grouping.key(ds).to_owned()),
    read |out, ds, value| {
        let second = grouping(&out.state.custom_scheme, ds, value);
        set(&mut out.state.second_grouping, second)
    } },
    param! { "own", OwnGrouping, "the reader's grouping: `Name.Group:ARMAZE`; `Name*` where groups overlap",
    write |state, ds| state.custom_scheme.as_ref().map(|scheme| scheme.written(ds)),
    read |out, ds, value| !value.is_empty() && {
        let mut lost = Vec::new();
        out.state.custom_scheme = Some(CustomScheme::parse(ds, value, &mut lost));
        out.errors.extend(lost.iter().map(|part| LinkError::Value(CUSTOM_SCHEME_KEY, excerpt(part))));
        true
    } },
    param! { "move", Moving, "state that is picked up", state picked_up },
    param! { "mine", Mine, "the reader's own state", state pinned_state },
];

/// Parameters after the facets, in the order of a link.
pub const VIEW_PARAMS: &[LinkParam] = &[
    param! { "q", Search, "words searched for",
    write |state, _| (!state.search.is_empty()).then(|| repair::escape_search(state.search.text())),
    read |out, _, value| {
        // Any text is valid: only invisible and surplus characters are lost.
        out.state.search = SearchText::new(value);
        let search = out.state.search;
        lost_end(out, search.is_full(), search.text().len(), value);
        !search.is_empty()
    } },
    param! { "asof", AsOf, "day from 1992-01-01 to 2000-12-31 at which treaty actions are counted",
    write |state, _| state.as_of.map(|day| day.to_string()),
    read |out, _, value| set(&mut out.state.as_of, day(value).map(Some)) },
    param! { "cells", FormLabel, "cells as marks or words", url cell_style: CellStyle },
    param! { "a", CompareFirst, "first side of the comparison: state, or `group:` and an id", side 0 },
    param! { "b", CompareSecond, "second side", side 1 },
    param! { "c", CompareFurther, "third side", side 2 },
    param! { "d", CompareFurther, "fourth side", side 3 },
    param! { "e", CompareFurther, "fifth side", side 4 },
    param! { "f", CompareFurther, "sixth side", side 5 },
    param! { "cols", AxisColumns, "columns of States: `nine.party-CSR51`", columns States },
    param! { "if", Conditions, "conditions of States: `.` is and, `~` is or, `nine:7-.body:no`",
    conditions States },
    param! { "by", SortLabel,
    "column that orders States, from the most; `:up` from the least", order States },
    param! { "paircols", AxisColumns, "columns of Pairs", columns Pairs },
    param! { "pairif", Conditions, "conditions of Pairs", conditions Pairs },
    param! { "pairby", SortLabel, "column that orders Pairs", order Pairs },
    param! { "pairs", AxisRows, "pairs that are listed: those that meet the conditions, or all",
    url pair_rows: PairRows },
    param! { "rows", Rows, "rows of the comparison", url rows: RowFilter },
    param! { "spoke", AxisRows, "themes of Perspectives, by the voices side by side",
    url spoke: SpokeFilter },
    param! { "sort", SortLabel, "order of states", url order: StateOrder },
    // Also on every page after the first, which would show other findings in another order.
    param! { "listby", SortLabel, "order of the findings: `conclusions` first, or as in the `report`",
    write |state, _| {
        let (order, is_later_page) = (state.finding_order, state.view == View::Findings && state.page != 0);
        (order != FindingOrder::default() || is_later_page).then(|| order.url().to_owned())
    },
    read |out, _, value| set(&mut out.state.finding_order, FindingOrder::from_url(value)) },
    param! { "of", PageOf,
    "subject of a page, row of Perspectives: state, or kind and id, `theme:legislation`",
    write |state, ds| state.of.map(|of| subject(ds, of)),
    read |out, ds, value| set(&mut out.state.of, parse_subject(ds, value).map(Some)) },
    param! { "rowsby", AxisRows, "rows of the cross-table: name of a facet", axis 0 },
    param! { "columnsby", AxisColumns, "columns of the cross-table: name of a facet", axis 1 },
    param! { "table", DataTables, "table of Data", url table: Table },
    param! { "tableby", SortLabel, "column that orders the table of Data, from 1; `-3` is descending",
    write |state, _| state.table_rows.sort.map(TableSort::written),
    read |out, _, value| {
        let sort = TableSort::parse(value).filter(|_| out.state.view == View::Data);
        set(&mut out.state.table_rows.sort, sort.map(Some))
    } },
    param! { "has", Filters, "texts in columns of the table of Data: `1:Ukraine.3:ratified`",
    write |state, _| (!state.table_rows.only.is_empty()).then(|| state.table_rows.written()),
    read |out, _, value| out.state.view == View::Data && out.state.table_rows.read(value) },
    param! { "pick", Filters, "choice within a tab, as bits: events, compared figures, rows, languages",
    write |state, _| (state.picks != 0).then(|| state.picks.to_string()),
    read |out, _, value| set(&mut out.state.picks, value.parse().ok()) },
    param! { "page", Page, "page of a long list, from 1",
    write |state, _| (state.page != 0).then(|| (state.page + 1).to_string()),
    read |out, _, value| {
        set(&mut out.state.page, value.parse::<u16>().ok().and_then(|n| n.checked_sub(1)))
    } },
    param! { "slide", Slide, "slide of the deck that is presented, from 1; in `deck`, that is edited",
    write |state, _| state.slide.map(|slide| (u32::from(slide) + 1).to_string()),
    read |out, _, value| {
        set(&mut out.state.slide, value.parse::<u32>().ok().and_then(position).map(Some))
    } },
    param! { "deck", ViewDeck, "a deck: its views, order and own titles, packed",
    write |state, _| state.shared_deck.as_ref().map(|deck| deck.text().to_owned()),
    read |out, _, value| {
        let deck = SharedDeck::new(value).filter(|_| out.state.view == View::Deck);
        set(&mut out.state.shared_deck, deck.map(Some))
    } },
    // Empty while the panel is open and nothing is typed yet.
    param! { "ask", Ask, "question in words, answered in a panel over the view",
    write |state, _| state.question.map(|question| repair::escape_search(question.text())),
    read |out, _, value| {
        let question = QuestionText::new(value);
        out.state.question = Some(question);
        lost_end(out, question.is_full(), question.text().len(), value);
        true
    } },
    param! { "lang", Language, "language",
    write |state, _| (state.lang != Lang::default()).then(|| state.lang.tag().to_owned()),
    read |out, _, value| set(&mut out.state.lang, Lang::from_tag(value)) },
    param! { "look", Appearance, "appearance", url appearance: Appearance },
    param! { "open", Evidence, "open evidence, by the name on its mark: `cell:GEO:CSR51`",
    write |state, ds| state.open.map(|open| open.key(ds, state.scheme(ds))),
    read |out, ds, value| {
        let open = Evidence::parse(value, ds, out.state.scheme(ds));
        set(&mut out.state.open, open.map(Some))
    } },
    param! { "data", DataVersion, "fingerprint of the data at which the link was copied; not kept",
    write |_, _| None,
    read |out, _, value| {
        let is_version = value.len() == DATA_VERSION.len() && value.bytes().all(|b| b.is_ascii_hexdigit());
        if is_version && !value.eq_ignore_ascii_case(DATA_VERSION) {
            out.errors.push(LinkError::Data(value.to_owned()));
        }
        is_version
    } },
];

/// Returns the parameter of a name. Facets are not included.
pub(super) fn param_named(name: &str) -> Option<&'static LinkParam> {
    GROUPING_PARAMS.iter().chain(VIEW_PARAMS).find(|param| param.name == name)
}

/// Returns the label of a parameter in the interface.
pub fn param_label(name: &str) -> Option<Key> {
    let facet = || FACETS.iter().find(|facet| facet.url == name).map(|facet| facet.label);
    param_named(name).map(|param| param.label).or_else(facet)
}

/// Stores a value, if any; returns whether there was one.
fn set<T>(place: &mut T, value: Option<T>) -> bool {
    value.map(|value| *place = value).is_some()
}

/// Reports that the end of a text is lost, if its capacity was too small for the value.
fn lost_end(out: &mut Decoded, is_full: bool, kept: usize, value: &str) {
    let length: usize = value.split_whitespace().map(|word| word.len() + 1).sum();
    if is_full && length > kept + 1 && !out.errors.contains(&LinkError::Length) {
        out.errors.push(LinkError::Length);
    }
}

/// Reports the parts of a list that are lost; returns whether there was any part.
fn lost_parts(out: &mut Decoded, name: &'static str, lost: &[&str], value: &str) -> bool {
    out.errors.extend(lost.iter().map(|part| LinkError::Value(name, excerpt(part))));
    value.contains(|c: char| c.is_ascii_alphanumeric())
}

/// Returns the beginning of an untrusted text without control characters, for a message.
pub(crate) fn excerpt(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// Returns the position of a number from 1.
fn position(number: u32) -> Option<u16> {
    number.checked_sub(1).and_then(|position| u16::try_from(position).ok())
}

fn day(value: &str) -> Option<Day> {
    Day::parse(value).filter(|day| (AS_OF_RANGE[0]..=AS_OF_RANGE[1]).contains(day))
}

fn state_id(ds: &Dataset, value: &str) -> Option<StateId> {
    ds.state_by_key(&value.to_ascii_uppercase())
}

fn grouping(custom_scheme: &Option<CustomScheme>, ds: &Dataset, value: &str) -> Option<Option<SchemeRef>> {
    let found = SchemeRef::from_key(ds, value)?;
    (found != SchemeRef::Custom || custom_scheme.is_some()).then_some(Some(found))
}

fn compare_item(state: &ViewState, ds: &Dataset, value: &str) -> Option<CompareItem> {
    let Some(key) = value.strip_prefix(GROUP) else { return state_id(ds, value).map(CompareItem::State) };
    let ix = state.scheme(ds)?.groups.iter().position(|group| group.key == key)?;
    u8::try_from(ix).ok().map(CompareItem::Group)
}

/// Encodes a subject: a state by its code alone, as in version 1 of links, others with their kind.
fn subject(ds: &Dataset, subject: Subject) -> String {
    let (kind, key) = match subject {
        Subject::State(id) => return ds.state(id).key.clone(),
        Subject::Instrument(id) => ("instrument", &ds.instrument(id).key),
        Subject::Theme(id) => ("theme", &ds.theme(id).key),
        Subject::Population(id) => ("population", &ds.population(id).key),
        Subject::Body(id) => ("body", &ds.body(id).key),
    };
    format!("{kind}:{key}")
}

fn parse_subject(ds: &Dataset, value: &str) -> Option<Subject> {
    let found = match value.split_once(':') {
        None => Subject::State(state_id(ds, value)?),
        Some(("instrument", key)) => Subject::Instrument(ds.instrument_by_key(key)?),
        Some(("theme", key)) => Subject::Theme(Dataset::find(&ds.themes, |x| &x.key, key)?),
        Some(("population", key)) => Subject::Population(Dataset::find(&ds.populations, |x| &x.key, key)?),
        Some(("body", key)) => Subject::Body(Dataset::find(&ds.bodies, |x| &x.key, key)?),
        Some(_) => return None,
    };
    Some(found).filter(|found| exists(ds, *found))
}

/// Decodes a facet of findings.
fn axis(url: &str) -> Option<FacetKey> {
    FACETS.iter().find(|f| f.url == url && f.finding.is_some()).map(|f| f.key)
}

fn side(state: &ViewState, ds: &Dataset, at: usize) -> Option<String> {
    match state.sides[at]? {
        CompareItem::State(id) => Some(ds.state(id).key.clone()),
        CompareItem::Group(ix) => {
            let group = state.scheme(ds)?.groups.get(usize::from(ix))?;
            Some(format!("{GROUP}{}", group.key))
        }
    }
}
