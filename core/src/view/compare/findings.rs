//! Numbers of findings about each side, linked to the list of findings.

use super::cells::{self, Item, list, row, silent_entry};
use super::model::{CompareColumn, CompareEntry, CompareRow, CompareSection, RowStatus};
use crate::analysis::{findings_naming, of_side, union, unnamed_count};
use crate::model::*;
use crate::query::{FacetKey, FindingValues};
use crate::state::{Action, Evidence, Subject, View, ViewState, encode, reduce};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::polarity_label;

/// Findings of a side.
struct Said {
    /// Findings that name it.
    naming: Vec<FindingId>,
    /// Findings that the list shows for it: also those about, or voiced by, all states.
    listed: Vec<FindingId>,
    /// Findings about all states.
    of_all: Vec<FindingId>,
    /// View state of the list, before a row narrows it.
    list: ViewState,
}

/// What a row counts: findings with a value of a facet, or all.
struct Counted {
    label: String,
    detail: Option<String>,
    mark: Option<Glyph>,
    of: Option<(FacetKey, usize)>,
}

/// Returns the section of findings: in total, by kind, by theme, exceptions, about all states.
pub(super) fn section(cx: ViewContext, columns: &[CompareColumn]) -> CompareSection {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let sides: Vec<_> = columns.iter().map(|column| said(cx, column)).collect();
    let all = Counted { label: fmt.text(Key::RowFindings), detail: None, mark: None, of: None };
    let kinds = Polarity::ALL.iter().map(|kind| {
        let (mark, word) = polarity_label(*kind);
        let of = Some((FacetKey::Kind, *kind as usize));
        Counted { label: fmt.text(word), detail: Some(fmt.text(Key::FacetKind)), mark: Some(mark), of }
    });
    let upper = ds.themes.iter().enumerate().filter(|(_, theme)| theme.parent.is_none());
    let themes = upper.map(|(i, theme)| {
        let of = Some((FacetKey::Theme, i));
        Counted { label: fmt.localized(&theme.name), detail: Some(fmt.text(Key::FacetTheme)), mark: None, of }
    });
    let counted = std::iter::once(all).chain(kinds).chain(themes);
    let mut rows: Vec<_> = counted.map(|what| counts(cx, columns, &sides, what)).collect();
    let exceptions = exceptions(ds);
    let there = union(&columns.iter().map(|column| column.states).collect::<Vec<_>>());
    if exceptions.iter().any(|(_, states)| !states.and(there).is_empty()) {
        rows.push(list(cx, columns, Key::SaidExcept, &exceptions));
    }
    rows.push(of_all(cx, columns, &sides));
    let plus = unnamed_count(ds, there);
    let plus = (plus > 0).then(|| fmt.plural(Key::StatePlusUnnamed, plus));
    let lead = [Some(fmt.text(Key::CountsLimit)), Some(fmt.text(Key::CompareFindingsLead)), plus];
    let lead = lead.into_iter().flatten().collect::<Vec<_>>().join(" ");
    cells::section(cx, "findings", Key::CompareFindings, Some(lead), rows)
}

fn said(cx: ViewContext, column: &CompareColumn) -> Said {
    let ds = cx.ds;
    let of = of_side(ds, column.states);
    let concerns = |id: &FindingId| !ds.finding(*id).concerns(ds.all_states()).and(column.states).is_empty();
    let chosen = match column.group() {
        Some(group) => Action::Toggle(FacetKey::Group, group.into()),
        None => Action::ToggleStates(column.states),
    };
    let list = [Action::Go(View::Findings), Action::ClearAll, chosen];
    Said {
        naming: findings_naming(&of),
        listed: (0..ds.findings.len()).map(FindingId::from).filter(concerns).collect(),
        of_all: of.of_all,
        list: list.iter().fold(cx.state.clone(), |state, action| reduce(&state, *action, ds)),
    }
}

/// Returns a row of numbers.
///
/// Sides differ if one has a finding and another has none; a different number is not a difference.
fn counts(cx: ViewContext, columns: &[CompareColumn], sides: &[Said], what: Counted) -> CompareRow {
    let fits = |id: &&FindingId| {
        what.of.is_none_or(|(facet, value)| match facet.facet().finding {
            Some(FindingValues::PerFinding(of)) => {
                of(cx.facet_context(), cx.ds.finding(**id)) >> value & 1 == 1
            }
            _ => false,
        })
    };
    let numbers: Vec<_> = sides.iter().map(|side| side.naming.iter().filter(fits).count()).collect();
    let status = match numbers.iter().filter(|n| **n > 0).count() {
        0 => RowStatus::NoData,
        k if k == numbers.len() => RowStatus::PresentInEach,
        _ => RowStatus::Differ,
    };
    let cells = columns.iter().zip(sides).zip(&numbers).map(|((column, side), n)| {
        let total = side.listed.iter().filter(fits).count();
        vec![number(cx, column, side, &what, (*n, total))]
    });
    let cells = cells.collect();
    row(cx, columns, what.label, what.detail, status, cells)
}

fn number(
    cx: ViewContext,
    column: &CompareColumn,
    side: &Said,
    what: &Counted,
    (n, total): (usize, usize),
) -> CompareEntry {
    let fmt = cx.formatter();
    if n == 0 {
        return silent_entry(cx);
    }
    let list = match what.of {
        Some((facet, value)) => encode(&reduce(&side.list, Action::Toggle(facet, value), cx.ds), cx.ds),
        None => encode(&side.list, cx.ds),
    };
    let (number, total) = (fmt.number(n), fmt.number(total));
    let values = [("side", &*column.name), ("row", &what.label), ("n", &number), ("total", &total)];
    CompareEntry {
        mark: what.mark,
        label: Some(fmt.format(Key::FindingsCell, &values)),
        text: number,
        detail: String::new(),
        pages: String::new(),
        open: None,
        href: Some(list),
        is_named_by_row: false,
    }
}

/// Returns findings that name states only as an exception, in the scope or in a voice.
fn exceptions(ds: &Dataset) -> Vec<Item> {
    let one = |id: FindingId| {
        let finding = ds.finding(id);
        let except = finding.voices.iter().fold(finding.scope.except.0, |set, voice| set | voice.except.0);
        (Evidence::Finding(id), StateSet(except & !finding.named().0))
    };
    let all = (0..ds.findings.len()).map(FindingId::from).map(one);
    all.filter(|(_, states)| !states.is_empty()).collect()
}

/// Returns the row of findings about all states.
///
/// For a state the number links to its page, for a group to the list of findings.
fn of_all(cx: ViewContext, columns: &[CompareColumn], sides: &[Said]) -> CompareRow {
    let fmt = cx.formatter();
    let label = fmt.text(Key::SaidOfAll);
    // As in every row of numbers, only presence counts; exceptions have a row of their own.
    let same = sides.windows(2).all(|pair| pair[0].of_all.is_empty() == pair[1].of_all.is_empty());
    let cells = columns.iter().zip(sides).map(|(column, side)| {
        let (n, total) = (fmt.number(side.of_all.len()), fmt.number(side.listed.len()));
        let (href, label) = match column.states.iter().next().filter(|_| column.group().is_none()) {
            Some(state) => {
                let values = [("state", &*column.name), ("instrument", &label), ("word", &n)];
                (cx.link(Action::PageOf(Subject::State(state))), fmt.format(Key::CellLabel, &values))
            }
            None => {
                let values = [("side", &*column.name), ("row", &label), ("n", &n), ("total", &total)];
                (encode(&side.list, cx.ds), fmt.format(Key::FindingsAllCell, &values))
            }
        };
        vec![CompareEntry {
            mark: None,
            text: n,
            detail: String::new(),
            pages: String::new(),
            open: None,
            href: Some(href),
            label: Some(label),
            is_named_by_row: false,
        }]
    });
    let cells = cells.collect();
    let status = if same { RowStatus::PresentInEach } else { RowStatus::Differ };
    row(cx, columns, label, Some(fmt.text(Key::StateAllLead)), status, cells)
}
