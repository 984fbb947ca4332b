//! Findings: counts by two facets, then the list, fifty at a time.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::order::{order_menu, ordered};
use super::other_results::{self, AlsoFound};
use super::pages::{FindingPages, finding_pages};
use crate::analysis::measures::Partition;
use crate::model::{FindingId, ScopeKind, StateId};
use crate::query::{FACETS, Facet, FacetKey, FindingsResult, SearchResult};
use crate::state::{Action, Evidence, FindingOrder, Route, Tab};
use crate::text::Key;
use crate::view::context::{ViewContext, facet_applies};
use crate::view::filter_bar::search;
use crate::view::filter_bar::values::{chosen_values, value_name};
use crate::view::parts::pager::{Pager, paged};
use crate::view::parts::state_order::OrderMenu;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::polarity_label;

/// View model of the list of findings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Findings {
    pub title: String,
    /// Summary in sentences.
    pub sentences: Vec<String>,
    /// Limits of the counts.
    pub limits: Vec<String>,
    /// How the search text was understood.
    pub notes: Vec<String>,
    /// Other search results.
    pub also: Option<AlsoFound>,
    /// Order of the list; `None` while a search orders it.
    pub order: Option<OrderMenu>,
    /// Counts by two facets.
    pub cross: CrossTable,
    /// Findings by page of the report.
    pub pages: FindingPages,
    pub list_title: String,
    /// Number of findings.
    pub total: String,
    /// Findings of this page.
    pub cards: Vec<Card>,
    pub pager: Option<Pager>,
    /// Says that summaries are ours, not quotations.
    pub paraphrased: String,
    /// Message if no finding matches.
    pub empty: Option<String>,
}

/// Counts by two facets.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CrossTable {
    pub title: String,
    /// Labels of the menus for rows and columns.
    pub labels: [String; 2],
    /// Facets to select from, for rows and for columns.
    pub axes: [Vec<AxisOption>; 2],
    pub heads: Vec<String>,
    pub rows: Vec<CrossRow>,
    /// Explains what is counted.
    pub note: String,
}

/// Facet as an option for rows or columns.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AxisOption {
    pub label: String,
    /// Name in links.
    pub url: &'static str,
    pub current: bool,
    #[cfg_attr(feature = "author", serde(skip))]
    pub key: FacetKey,
}

/// Row of counts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CrossRow {
    pub label: String,
    pub cells: Vec<CrossCell>,
}

/// Count in the cross-table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CrossCell {
    /// Number of findings.
    pub n: usize,
    /// Link to the findings that are counted; `None` for 0.
    pub href: Option<String>,
    /// Accessible name.
    pub label: String,
}

/// Finding in the list.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Card {
    /// Glyph of its kind.
    pub mark: Glyph,
    pub kind: String,
    /// Summary in our words, split into pieces: `true` marks search hits.
    pub summary: Vec<(String, bool)>,
    /// Voices and scope.
    pub details: String,
    pub themes: String,
    pub pages: String,
    /// Whether it has a caveat.
    pub doubt: bool,
    pub open: EvidenceLink,
}

/// Builds the view model.
pub fn findings(cx: ViewContext) -> Findings {
    let fmt = cx.formatter();
    let found = cx.search_result();
    let answer = cx.findings_result();
    let (range, pager) = paged(cx, answer.ids.len());
    let empty = answer.ids.is_empty();
    let ids = ordered(cx, &answer.ids);
    Findings {
        title: fmt.text(Key::FindingsTitle),
        sentences: sentences(cx, &answer),
        limits: limits(cx, &answer),
        notes: found.as_ref().map(|found| search::search_notes(cx, found)).unwrap_or_default(),
        also: found.as_ref().and_then(|found| other_results::other_results(cx, found)),
        order: order_menu(cx),
        cross: cross(cx, &answer),
        pages: finding_pages(cx, &answer),
        list_title: fmt.text(Key::FindingsList),
        total: fmt.plural(Key::FindingsTotal, answer.ids.len()),
        cards: ids[range].iter().map(|id| card(cx, found.as_deref(), *id)).collect(),
        pager,
        paraphrased: fmt.text(Key::Paraphrased),
        empty: empty.then(|| search::nothing_found(cx)),
    }
}

/// Returns the summary, fit for minutes: `18 of 691 findings: obstacle; NGOs; Central Asia.`
fn sentences(cx: ViewContext, answer: &FindingsResult) -> Vec<String> {
    let (fmt, state) = (cx.formatter(), cx.state);
    let facets =
        FACETS.iter().filter(|f| facet_applies(f, Route::Findings) && state.filter.chosen(f.key) != 0);
    let search = (!state.search.is_empty()).then(|| search::search_label(cx));
    let list: Vec<_> = facets.map(|facet| choice(cx, facet)).chain(search).collect();
    let k = fmt.k_of_m(answer.ids.len(), cx.ds.findings.len());
    let head = match list.is_empty() {
        true => fmt.format(Key::FindingsAll, &[("n", &fmt.number(cx.ds.findings.len()))]),
        false => fmt.format(Key::FindingsSome, &[("k", &k), ("list", &list.join("; "))]),
    };
    let unnamed = (answer.unnamed > 0).then(|| fmt.plural(Key::FindingsUnnamed, answer.unnamed));
    std::iter::once(head).chain(unnamed).collect()
}

/// Returns the selected values of a facet: `obstacle or need`.
fn choice(cx: ViewContext, facet: &Facet) -> String {
    let names: Vec<_> = chosen_values(cx, facet).into_iter().map(|v| value_name(cx, facet.key, v)).collect();
    names.join(&format!(" {} ", cx.formatter().text(Key::Or)))
}

pub(super) fn limits(cx: ViewContext, answer: &FindingsResult) -> Vec<String> {
    let fmt = cx.formatter();
    let by_state = [FacetKey::State, FacetKey::Group].iter().any(|f| cx.state.filter.chosen(*f) != 0);
    let all = by_state.then(|| of_all_states(cx, answer)).flatten();
    let by_conclusions = cx.state.search.is_empty() && cx.state.finding_order == FindingOrder::Conclusions;
    let order = (by_conclusions && cx.state.tab == Tab::Summary).then(|| fmt.text(Key::OrderedByConclusions));
    [Some(fmt.text(Key::CountsLimit)), all, order].into_iter().flatten().collect()
}

/// Returns the sentence on findings about all states; `None` if there are none.
fn of_all_states(cx: ViewContext, answer: &FindingsResult) -> Option<String> {
    let all = answer.ids.iter().filter(|id| cx.ds.finding(**id).scope.kind == ScopeKind::All).count();
    (all > 0).then(|| cx.formatter().plural(Key::OfAllStates, all))
}

/// Returns the values of a facet that the cross-table shows.
///
/// Top-level values, selected values and the children of selected values.
fn axis(cx: ViewContext, facet: &Facet) -> Vec<usize> {
    let (facet_context, filter) = (cx.facet_context(), &cx.state.filter);
    let present = cx.index.present(facet_context, facet.key);
    let open = |v: usize| match (facet.parent)(facet_context, v) {
        None => true,
        Some(above) => filter.has(facet.key, v) || filter.has(facet.key, above),
    };
    let values = (0..(facet.len)(facet_context)).filter(|v| present >> *v & 1 == 1 && open(*v));
    if facet.key == FacetKey::State {
        let states = values.map(StateId::from).collect();
        return cx.formatter().sorted(states).into_iter().map(|s| s.ix()).collect();
    }
    values.collect()
}

/// Returns the note on the cross-table; by states or groups it explains the counts of a row.
fn cross_note(cx: ViewContext, answer: &FindingsResult) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let by = |facet: FacetKey| cx.state.axes.0.contains(&facet);
    if !by(FacetKey::State) && !by(FacetKey::Group) {
        return fmt.text(Key::CrossNote);
    }
    let grouped = cx.grouped().filter(|_| by(FacetKey::Group));
    let grouped = grouped.map(|(groups, exclusive)| Partition { groups: &groups, exclusive }.grouped());
    let shown = grouped.unwrap_or(ds.all_states());
    let is_outside = |id: &&FindingId| ds.finding(**id).concerns(ds.all_states()).and(shown).is_empty();
    let outside = answer.ids.iter().filter(is_outside).count();
    let outside = (outside > 0).then(|| fmt.plural(Key::CrossOutside, outside));
    let notes = [Some(fmt.text(Key::CrossNote)), of_all_states(cx, answer), outside];
    notes.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn cross(cx: ViewContext, answer: &FindingsResult) -> CrossTable {
    let (fmt, state, facet_context) = (cx.formatter(), cx.state, cx.facet_context());
    let [rows, columns] = state.axes.0.map(FacetKey::facet);
    let [down, across] = [rows, columns].map(|facet| axis(cx, facet));
    let table = cx.index.cross(facet_context, &state.filter, cx.search_text(), state.axes.0);
    let heads: Vec<_> = across.iter().map(|c| value_name(cx, columns.key, *c)).collect();
    let cell = |(r, row): (usize, &str), (c, column): (usize, &str)| {
        let n = table[r][c];
        let label = format!("{row}, {column}: {}", fmt.plural(Key::FindingsTotal, n));
        CrossCell { n, href: (n > 0).then(|| narrowed(cx, &[(rows.key, r), (columns.key, c)])), label }
    };
    let rows_shown = down.iter().map(|r| {
        let label = value_name(cx, rows.key, *r);
        let cells = across.iter().zip(&heads).map(|(c, head)| cell((*r, &label), (*c, head))).collect();
        CrossRow { cells, label }
    });
    CrossTable {
        title: fmt.format(
            Key::CrossTitle,
            &[("rows", &fmt.text(rows.label)), ("columns", &fmt.text(columns.label))],
        ),
        labels: [fmt.text(Key::AxisRows), fmt.text(Key::AxisColumns)],
        axes: [0, 1].map(|i| axes(cx, i)),
        rows: rows_shown.collect(),
        heads,
        note: cross_note(cx, answer),
    }
}

/// Returns the link to the findings that a cell counts: each value alone in its facet.
fn narrowed(cx: ViewContext, cell: &[(FacetKey, usize)]) -> String {
    let mut actions = vec![Action::Tab(Tab::default())];
    actions.extend(cell.iter().map(|(facet, _)| Action::ClearFacet(*facet)));
    for (i, (facet, value)) in cell.iter().enumerate() {
        // If rows and columns have the same facet, the diagonal toggles its value only once.
        if !cell[..i].contains(&(*facet, *value)) {
            actions.push(Action::Toggle(*facet, *value));
        }
    }
    cx.link_after(&actions)
}

fn axes(cx: ViewContext, axis: usize) -> Vec<AxisOption> {
    let (fmt, facet_context) = (cx.formatter(), cx.facet_context());
    let usable = FACETS.iter().filter(|f| f.finding.is_some() && (f.len)(facet_context) > 0);
    let option = |facet: &Facet| AxisOption {
        label: fmt.text(facet.label),
        url: facet.url,
        current: cx.state.axes.0[axis] == facet.key,
        key: facet.key,
    };
    usable.map(option).collect()
}

/// Returns a finding as a card of the list.
fn card(cx: ViewContext, found: Option<&SearchResult>, id: FindingId) -> Card {
    let (fmt, finding) = (cx.formatter(), cx.ds.finding(id));
    let (mark, kind) = polarity_label(finding.polarity);
    let (summary, pages) = (fmt.localized(&finding.summary), fmt.page_list(&finding.provenance.sources));
    Card {
        mark,
        kind: fmt.text(kind),
        details: fmt.format(
            Key::SaidAbout,
            &[("voice", &fmt.voices(finding)), ("scope", &fmt.scope(&finding.scope))],
        ),
        themes: finding
            .themes
            .iter()
            .map(|id| fmt.localized(&cx.ds.theme(*id).name))
            .collect::<Vec<_>>()
            .join(" · "),
        summary: match found {
            Some(found) => found.marks.cut(&summary),
            None => vec![(summary, false)],
        },
        pages,
        doubt: !finding.provenance.caveats.is_empty(),
        open: cx.evidence_link(Evidence::Finding(id)),
    }
}
