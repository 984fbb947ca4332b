//! Agreements between states: the matrix of pairs, then lists.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::analysis::measures::Partition;
use crate::analysis::{
    AgreementProgress, PairIndex, agreements_between, blocks, is_collective, other_party_kind,
};
use crate::model::{ActorKind, Agreement, AgreementId, AgreementStatus, Dataset, StateId, StateSet};
use crate::query::{self, FacetKey};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::filter_bar::relax;
use crate::view::parts::agreement_row::{AgreementRow, agreement_row, name_of};
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::format::in_order;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::agreement_status_label;
use crate::view::words::measures::concluded_of;

/// View model of the agreements view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Agreements {
    pub title: String,
    /// Summary in sentences.
    pub sentences: Vec<String>,
    /// Limits of the data shown.
    pub notes: Vec<String>,
    pub caption: String,
    /// Explains keyboard navigation.
    pub hint: String,
    pub state_head: String,
    /// Rows; the columns have the same order.
    pub matrix: Vec<PairRow>,
    pub legend_name: String,
    pub legend: Vec<LegendItem>,
    /// Pairs for which the report names no agreement.
    pub none_named: NoneNamed,
    /// Lists by kind of partner.
    pub sections: Vec<AgreementSection>,
    /// Explains the star.
    pub doubt_note: String,
    pub heads: [String; 5],
    /// Message if no agreement matches the filter.
    pub empty: Option<String>,
}

/// Row of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PairRow {
    /// ISO code.
    pub key: String,
    pub name: String,
    pub short: String,
    /// Index of the hue of its group.
    pub hue: Option<usize>,
    /// Whether it is the first row of its group.
    pub first: bool,
    /// Name of its group, on the first row only.
    pub group: Option<String>,
    pub open: EvidenceLink,
    /// Cells; `None` on the diagonal.
    pub cells: Vec<Option<PairCell>>,
}

/// Cell of two states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PairCell {
    /// Glyph of the furthest status, or of an empty cell.
    pub mark: Glyph,
    /// Number of agreements.
    pub n: usize,
    /// Whether both states are in one group.
    pub inside: bool,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// List of the pairs of states for which the report names no agreement.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NoneNamed {
    /// Opens the list.
    pub title: String,
    /// Says what it means.
    pub lead: String,
    /// A state, and the pairs with the states after it.
    pub rows: Vec<(String, Vec<NamedEvidence>)>,
}

/// Visible name, accessible name and evidence of a pair.
type NamedEvidence = (String, String, EvidenceLink);

/// List of agreements.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AgreementSection {
    pub title: String,
    /// Note below the heading.
    pub lead: Option<String>,
    pub rows: Vec<AgreementRow>,
}

/// Builds the view model.
pub fn agreements(cx: ViewContext) -> Agreements {
    let (fmt, ds, state) = (cx.formatter(), cx.ds, cx.state);
    let fitting = query::agreements(cx.facet_context(), &state.filter);
    let pair_index = PairIndex::new(ds, &fitting);
    let shown = shown_states(cx);
    let sections = sections(cx, &fitting);
    let heads = [Key::Parties, Key::Subject, Key::Status, Key::Date, Key::Sources].map(|k| fmt.text(k));
    Agreements {
        title: fmt.text(Key::AgreementsTitle),
        sentences: sentences(cx, &pair_index, shown),
        notes: notes(cx),
        caption: fmt.text(Key::AgreementsMatrixCaption),
        hint: fmt.text(Key::GridHint),
        state_head: fmt.text(Key::State),
        matrix: matrix(cx, &pair_index, shown),
        legend_name: fmt.text(Key::Legend),
        legend: legend(cx),
        empty: fitting
            .is_empty()
            .then(|| fmt.format(Key::EmptyAgreements, &[("facet", &relax::filter_to_relax(cx))])),
        none_named: none_named(cx),
        sections,
        doubt_note: fmt.text(Key::DoubtNote),
        heads,
    }
}

/// Returns the states of the matrix.
///
/// Always all of them: a filter by states keeps all their partners in view.
fn shown_states(cx: ViewContext) -> StateSet {
    cx.ds.all_states()
}

pub(super) fn sentences(cx: ViewContext, pair_index: &PairIndex, shown: StateSet) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let chosen = cx.state.filter.states(ds);
    let (concluded, pair_count) = pair_index.pairs(shown, chosen, AgreementProgress::Concluded);
    let (pending, _) = pair_index.pairs(shown, chosen, AgreementProgress::Pending);
    let more = if pending == 0 { String::new() } else { fmt.plural(Key::AgreementsPending, pending) };
    let mut out = vec![fmt.format(
        if cx.state.filter.is_empty() { Key::AgreementsSentence } else { Key::AgreementsSentenceChosen },
        &[("pairs", &fmt.number(concluded)), ("possible", &fmt.number(pair_count)), ("more", &more)],
    )];
    if let Some((groups, exclusive)) = cx.grouped() {
        let (within, between) =
            pair_index.within_and_between(Partition { groups: &groups, exclusive }, chosen);
        let [within, between] = [within, between].map(|(k, m)| concluded_of(fmt, k, m));
        out.push(fmt.format(Key::AgreementsInside, &[("inside", &within), ("across", &between)]));
    }
    out
}

fn notes(cx: ViewContext) -> Vec<String> {
    let (fmt, ds, filter) = (cx.formatter(), cx.ds, &cx.state.filter);
    let silence = if filter.is_empty() { Key::AgreementsSilence } else { Key::AgreementsSilenceChosen };
    let mut notes = vec![fmt.text(silence)];
    if filter.chosen(FacetKey::State) != 0 {
        let open = filter.with(cx.facet_context(), FacetKey::State, 0);
        let fitting = query::agreements(cx.facet_context(), filter);
        let dropped =
            query::agreements(cx.facet_context(), &open).into_iter().filter(|id| !fitting.contains(id));
        let n = dropped.filter(|id| is_collective(ds.agreement(*id))).count();
        if n > 0 {
            notes.push(fmt.plural(Key::PlusUnnamed, n));
        }
    }
    notes
}

fn matrix(cx: ViewContext, pair_index: &PairIndex, shown: StateSet) -> Vec<PairRow> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let blocks = blocks(cx.scheme(), shown);
    let order: Vec<(StateId, usize)> = blocks
        .iter()
        .enumerate()
        .flat_map(|(b, block)| fmt.sorted(block.states).into_iter().map(move |s| (s, b)))
        .collect();
    let chosen = cx.state.filter.states(ds);
    let mut rows: Vec<PairRow> = Vec::with_capacity(order.len());
    for (i, (a, block)) in order.iter().enumerate() {
        let group = blocks[*block].group;
        let inside = |other: usize| group.is_some() && other == *block;
        let cell = |(b, other): &(StateId, usize)| {
            let fits = chosen.has(*a) || chosen.has(*b);
            (a != b).then(|| pair_cell(cx, pair_index, (*a, *b), inside(*other), fits))
        };
        let first = i == 0 || order[i - 1].1 != *block;
        let group_name = cx.scheme().filter(|_| first).map(|id| fmt.group(id, group));
        rows.push(PairRow {
            key: ds.state(*a).key.clone(),
            name: fmt.state(*a),
            short: fmt.short(*a),
            hue: group,
            first,
            group: group_name,
            open: cx.evidence_link(Evidence::State(*a)),
            cells: order.iter().map(cell).collect(),
        });
    }
    rows
}

fn pair_cell(
    cx: ViewContext,
    pair_index: &PairIndex,
    (a, b): (StateId, StateId),
    inside: bool,
    fits: bool,
) -> PairCell {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let between: &[AgreementId] = if fits { pair_index.between(a, b) } else { &[] };
    let silence = silence_word(cx, a, b);
    let unnamed = if silence == Key::NoneNamed { Glyph::NotMentioned } else { Glyph::NotApplicable };
    let word = if between.is_empty() { fmt.text(silence) } else { statuses(cx, between) };
    PairCell {
        mark: furthest(ds, between).map_or(unnamed, |status| agreement_status_label(status).0),
        n: between.len(),
        inside,
        label: fmt.format(Key::PairCellLabel, &[("a", &fmt.state(a)), ("b", &fmt.state(b)), ("word", &word)]),
        open: cx.evidence_link(Evidence::Pair(a, b)),
    }
}

/// Returns the furthest status of some agreements.
pub(super) fn furthest(ds: &Dataset, agreements: &[AgreementId]) -> Option<AgreementStatus> {
    let reached = |status: &AgreementStatus| agreements.iter().any(|id| ds.agreement(*id).status == *status);
    BY_PROGRESS.into_iter().find(reached)
}

/// Returns the status of one agreement, or the number and statuses of several.
///
/// Used in accessible names.
pub(super) fn statuses(cx: ViewContext, agreements: &[AgreementId]) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let words: Vec<_> = agreements.iter().map(|id| fmt.status(ds.agreement(*id))).collect();
    match words.len() {
        1 => words.concat(),
        n => format!("{}: {}", fmt.plural(Key::NAgreements, n), words.join("; ")),
    }
}

/// Returns why a cell is empty: no agreement matches the filter, or the report names none at all.
fn silence_word(cx: ViewContext, a: StateId, b: StateId) -> Key {
    if agreements_between(cx.ds, a, b).next().is_some() { Key::NoneFits } else { Key::NoneNamed }
}

/// Returns the pairs for which the report names no agreement, each once, by name.
///
/// Only the choice of states narrows them: whether an agreement is named depends on no other
/// filter.
fn none_named(cx: ViewContext) -> NoneNamed {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let chosen = cx.state.filter.states(ds);
    let order = fmt.sorted(ds.all_states());
    let (mut rows, mut n, mut all) = (Vec::new(), 0, 0);
    for (i, a) in order.iter().enumerate() {
        let pairs = order[i + 1..].iter().filter(|b| chosen.has(*a) || chosen.has(**b));
        all += pairs.clone().count();
        let pair = |b: &StateId| {
            let name = fmt.state(*b);
            let values = [("a", name.as_str()), ("b", &fmt.state(*a)), ("word", &fmt.text(Key::NoneNamed))];
            let label = fmt.format(Key::PairCellLabel, &values);
            (name, label, cx.evidence_link(Evidence::Pair(*a, *b)))
        };
        let unnamed: Vec<_> =
            pairs.filter(|b| silence_word(cx, *a, **b) == Key::NoneNamed).map(pair).collect();
        n += unnamed.len();
        if !unnamed.is_empty() {
            rows.push((fmt.state(*a), unnamed));
        }
    }
    let title =
        if chosen == ds.all_states() { Key::PairsNoneNamedTitle } else { Key::PairsNoneNamedTitleChosen };
    NoneNamed {
        title: fmt.format(title, &[("n", &fmt.number(n)), ("all", &fmt.number(all))]),
        lead: fmt.text(Key::PairsNoneNamedLead),
        rows,
    }
}

/// Statuses from furthest to least far.
///
/// Used only for the glyph of several agreements, and for the legend.
pub(super) const BY_PROGRESS: [AgreementStatus; 8] = [
    AgreementStatus::InForce,
    AgreementStatus::Ratified,
    AgreementStatus::PartlyRatified,
    AgreementStatus::Signed,
    AgreementStatus::Concluded,
    AgreementStatus::Negotiating,
    AgreementStatus::Attempted,
    AgreementStatus::Unstated,
];

fn legend(cx: ViewContext) -> Vec<LegendItem> {
    let items = BY_PROGRESS.into_iter().map(agreement_status_label);
    let fits = (!cx.state.filter.is_empty()).then_some((Glyph::NotApplicable, Key::NoneFits));
    let silence = std::iter::once((Glyph::NotMentioned, Key::NoneNamed)).chain(fits);
    items.chain(silence).map(|(mark, key)| LegendItem::new(mark, cx.formatter().text(key))).collect()
}

fn sections(cx: ViewContext, fitting: &[AgreementId]) -> Vec<AgreementSection> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let kinds = [
        (Key::AgreementsList, None),
        (Key::AgreementsCollective, Some(Key::AgreementsCollectiveLead)),
        (Key::AgreementsOutside, None),
        (Key::AgreementsOrganisations, None),
    ];
    let section = |(title, lead): (Key, Option<Key>)| {
        let theirs: Vec<AgreementId> =
            fitting.iter().copied().filter(|id| section_of(cx, ds.agreement(*id)) == title).collect();
        // As every list of names, in the alphabetical order of the language.
        let names = theirs.iter().map(|id| name_of(cx, ds.agreement(*id))).collect();
        AgreementSection {
            title: fmt.text(title),
            lead: lead.map(|key| fmt.text(key)),
            rows: in_order(names).into_iter().map(|at| agreement_row(cx, theirs[at])).collect(),
        }
    };
    kinds.into_iter().map(section).filter(|s| !s.rows.is_empty()).collect()
}

fn section_of(cx: ViewContext, agreement: &Agreement) -> Key {
    match other_party_kind(cx.ds, agreement) {
        Some(kind) if kind != ActorKind::Country => Key::AgreementsOrganisations,
        _ if is_collective(agreement) => Key::AgreementsCollective,
        Some(_) => Key::AgreementsOutside,
        None => Key::AgreementsList,
    }
}
