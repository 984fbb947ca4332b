//! What the report says and reports: counts by two facets, then the statements, fifty at a time.

use super::other_results::{self, AlsoFound};
use crate::analysis::measures::Partition;
use crate::model::{FindingId, ScopeKind, StateId};
use crate::query::{FACETS, Facet, FacetKey, FindingsResult, SearchResult};
use crate::state::{Action, Evidence, Tab, View};
use crate::text::Key;
use crate::view::context::{ViewContext, facet_applies};
use crate::view::filter_bar::search;
use crate::view::filter_bar::values::{chosen_values, value_name};
use crate::view::parts::pager::{Pager, paged};
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::polarity_label;

/// The view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Findings {
    /// Heading.
    pub title: String,
    /// What is shown, in sentences.
    pub sentences: Vec<String>,
    /// Limits of counts.
    pub limits: Vec<String>,
    /// How the words sought were taken.
    pub notes: Vec<String>,
    /// What else has them.
    pub also: Option<AlsoFound>,
    /// Counts by two facets.
    pub cross: CrossTable,
    /// Heading of the list.
    pub list_title: String,
    /// Number of statements.
    pub total: String,
    /// The statements of the page.
    pub cards: Vec<Card>,
    /// Ways to other pages.
    pub pager: Option<Pager>,
    /// Whose words these are.
    pub paraphrased: String,
    /// Nothing fits.
    pub empty: Option<String>,
}

/// Counts by two facets.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CrossTable {
    /// Heading.
    pub title: String,
    /// Labels of the choices of rows and of columns.
    pub labels: [String; 2],
    /// Facets to choose from, for rows and for columns.
    pub axes: [Vec<AxisOption>; 2],
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// Rows.
    pub rows: Vec<CrossRow>,
    /// What a count means.
    pub note: String,
}

/// A facet as rows or columns.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AxisOption {
    /// Name.
    pub label: String,
    /// Name in links.
    pub url: &'static str,
    /// Chosen.
    pub current: bool,
    /// Which.
    #[cfg_attr(feature = "author", serde(skip))]
    pub key: FacetKey,
}

/// A row of counts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CrossRow {
    /// Head.
    pub label: String,
    /// Counts.
    pub cells: Vec<CrossCell>,
}

/// A count.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CrossCell {
    /// Number of statements.
    pub n: usize,
    /// The statements that are counted; none for 0.
    pub href: Option<String>,
    /// In full.
    pub label: String,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Card {
    /// Shape of its kind.
    pub mark: Glyph,
    /// Its kind.
    pub kind: String,
    /// In our words, in pieces: `true` are words sought.
    pub summary: Vec<(String, bool)>,
    /// Who says it, and whom it is about.
    pub details: String,
    /// Themes.
    pub themes: String,
    /// Pages.
    pub pages: String,
    /// It carries a doubt.
    pub doubt: bool,
    /// Evidence.
    pub open: EvidenceLink,
}

/// The view of a state.
pub fn findings(cx: ViewContext) -> Findings {
    let say = cx.say();
    let found = cx.found();
    let answer = cx.answer();
    let (range, pager) = paged(cx, answer.ids.len());
    let empty = answer.ids.is_empty();
    Findings {
        title: say.text(Key::FindingsTitle),
        sentences: sentences(cx, &answer),
        limits: limits(cx, &answer),
        notes: found.as_ref().map(|found| search::search_notes(cx, found)).unwrap_or_default(),
        also: found.as_ref().and_then(|found| other_results::other_results(cx, found)),
        cross: cross(cx, &answer),
        list_title: say.text(Key::FindingsList),
        total: say.plural(Key::FindingsTotal, answer.ids.len()),
        cards: answer.ids[range].iter().map(|id| card(cx, found.as_deref(), *id)).collect(),
        pager,
        paraphrased: say.text(Key::Paraphrased),
        empty: empty.then(|| search::nothing_found(cx)),
    }
}

/// What is chosen, fit to be read into minutes: `18 of 691 findings: obstacle; NGOs; Central Asia.`
pub(super) fn sentences(cx: ViewContext, answer: &FindingsResult) -> Vec<String> {
    let (say, state) = (cx.say(), cx.state);
    let facets =
        FACETS.iter().filter(|f| facet_applies(f, View::Findings) && state.filter.chosen(f.key) != 0);
    let sought = (!state.sought.is_empty()).then(|| search::search_label(cx));
    let list: Vec<_> = facets.map(|facet| choice(cx, facet)).chain(sought).collect();
    let k = say.k_of_m(answer.ids.len(), cx.ds.findings.len());
    let head = match list.is_empty() {
        true => say.format(Key::FindingsAll, &[("n", &say.number(cx.ds.findings.len()))]),
        false => say.format(Key::FindingsSome, &[("k", &k), ("list", &list.join("; "))]),
    };
    let unnamed = (answer.unnamed > 0).then(|| say.plural(Key::FindingsUnnamed, answer.unnamed));
    std::iter::once(head).chain(unnamed).collect()
}

/// The chosen values of a facet: `obstacle or need`.
fn choice(cx: ViewContext, facet: &Facet) -> String {
    let names: Vec<_> = chosen_values(cx, facet).into_iter().map(|v| value_name(cx, facet.key, v)).collect();
    names.join(&format!(" {} ", cx.say().text(Key::Or)))
}

pub(super) fn limits(cx: ViewContext, answer: &FindingsResult) -> Vec<String> {
    let say = cx.say();
    let by_state = [FacetKey::State, FacetKey::Group].iter().any(|f| cx.state.filter.chosen(*f) != 0);
    let all = by_state.then(|| of_all_states(cx, answer)).flatten();
    [Some(say.text(Key::CountsLimit)), all].into_iter().flatten().collect()
}

/// How many are said of all states; none where none is.
fn of_all_states(cx: ViewContext, answer: &FindingsResult) -> Option<String> {
    let all = answer.ids.iter().filter(|id| cx.ds.finding(**id).scope.kind == ScopeKind::All).count();
    (all > 0).then(|| cx.say().plural(Key::OfAllStates, all))
}

/// The values of a facet that a cross-table shows: the upper ones, and those under what is chosen.
pub(super) fn axis(cx: ViewContext, facet: &Facet) -> Vec<usize> {
    let (ground, filter) = (cx.ground(), &cx.state.filter);
    let present = cx.index.present(ground, facet.key);
    let open = |v: usize| match (facet.parent)(ground, v) {
        None => true,
        Some(above) => filter.has(facet.key, v) || filter.has(facet.key, above),
    };
    let values = (0..(facet.len)(ground)).filter(|v| present >> *v & 1 == 1 && open(*v));
    if facet.key == FacetKey::State {
        let states = values.map(StateId::from).collect();
        return cx.say().sorted(states).into_iter().map(|s| s.ix()).collect();
    }
    values.collect()
}

/// What a count means; by states or groups also what counts in each row and what in none.
fn cross_note(cx: ViewContext, answer: &FindingsResult) -> String {
    let (say, ds) = (cx.say(), cx.ds);
    let by = |facet: FacetKey| cx.state.axes.0.contains(&facet);
    if !by(FacetKey::State) && !by(FacetKey::Group) {
        return say.text(Key::CrossNote);
    }
    let grouped = cx.grouped().filter(|_| by(FacetKey::Group));
    let grouped = grouped.map(|(groups, exclusive)| Partition { groups: &groups, exclusive }.grouped());
    let shown = grouped.unwrap_or(ds.all_states());
    let is_outside = |id: &&FindingId| ds.finding(**id).concerns(ds.all_states()).and(shown).is_empty();
    let outside = answer.ids.iter().filter(is_outside).count();
    let outside = (outside > 0).then(|| say.plural(Key::CrossOutside, outside));
    let notes = [Some(say.text(Key::CrossNote)), of_all_states(cx, answer), outside];
    notes.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn cross(cx: ViewContext, answer: &FindingsResult) -> CrossTable {
    let (say, state, ground) = (cx.say(), cx.state, cx.ground());
    let [rows, columns] = state.axes.0.map(FacetKey::facet);
    let [down, across] = [rows, columns].map(|facet| axis(cx, facet));
    let table = cx.index.cross(ground, &state.filter, cx.sought(), state.axes.0);
    let heads: Vec<_> = across.iter().map(|c| value_name(cx, columns.key, *c)).collect();
    let cell = |(r, row): (usize, &str), (c, column): (usize, &str)| {
        let n = table[r][c];
        let label = format!("{row}, {column}: {}", say.plural(Key::FindingsTotal, n));
        CrossCell { n, href: (n > 0).then(|| narrowed(cx, &[(rows.key, r), (columns.key, c)])), label }
    };
    let rows_shown = down.iter().map(|r| {
        let label = value_name(cx, rows.key, *r);
        let cells = across.iter().zip(&heads).map(|(c, head)| cell((*r, &label), (*c, head))).collect();
        CrossRow { cells, label }
    });
    CrossTable {
        title: say.format(
            Key::CrossTitle,
            &[("rows", &say.text(rows.label)), ("columns", &say.text(columns.label))],
        ),
        labels: [say.text(Key::AxisRows), say.text(Key::AxisColumns)],
        axes: [0, 1].map(|i| axes(cx, i)),
        rows: rows_shown.collect(),
        heads,
        note: cross_note(cx, answer),
    }
}

/// The link of the statements that a cell counts: its values chosen, each alone in its facet.
pub(super) fn narrowed(cx: ViewContext, cell: &[(FacetKey, usize)]) -> String {
    let mut actions = vec![Action::Tab(Tab::default())];
    actions.extend(cell.iter().map(|(facet, _)| Action::ClearFacet(*facet)));
    for (i, (facet, value)) in cell.iter().enumerate() {
        // Rows and columns of one facet: its diagonal asks for the value once.
        if !cell[..i].contains(&(*facet, *value)) {
            actions.push(Action::Toggle(*facet, *value));
        }
    }
    cx.link_after(&actions)
}

fn axes(cx: ViewContext, axis: usize) -> Vec<AxisOption> {
    let (say, ground) = (cx.say(), cx.ground());
    let usable = FACETS.iter().filter(|f| f.finding.is_some() && (f.len)(ground) > 0);
    let option = |facet: &Facet| AxisOption {
        label: say.text(facet.label),
        url: facet.url,
        current: cx.state.axes.0[axis] == facet.key,
        key: facet.key,
    };
    usable.map(option).collect()
}

/// A statement in the list.
fn card(cx: ViewContext, found: Option<&SearchResult>, id: FindingId) -> Card {
    let (say, finding) = (cx.say(), cx.ds.finding(id));
    let (mark, kind) = polarity_label(finding.polarity);
    let (summary, pages) = (say.localized(&finding.summary), say.page_list(&finding.provenance.sources));
    Card {
        mark,
        kind: say.text(kind),
        details: say.format(
            Key::SaidAbout,
            &[("voice", &say.voices(finding)), ("scope", &say.scope(&finding.scope))],
        ),
        themes: finding
            .themes
            .iter()
            .map(|id| say.localized(&cx.ds.theme(*id).name))
            .collect::<Vec<_>>()
            .join(" · "),
        summary: match found {
            Some(found) => found.marks.cut(&summary),
            None => vec![(summary, false)],
        },
        pages,
        doubt: !finding.provenance.caveats.is_empty(),
        open: cx.open(Evidence::Finding(id)),
    }
}
