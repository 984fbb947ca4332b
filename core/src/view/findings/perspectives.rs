//! Voices side by side: for each theme, the kinds of statement of each kind of voice.
//!
//! Counts are numbers of findings, not weights, and no differences of counts are computed.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::list::{axis, limits, narrowed, sentences};
use crate::model::{Finding, FindingId, Polarity, RelationKind, VoiceKind};
use crate::query::FacetKey;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::filter_bar::search;
use crate::view::filter_bar::values::value_name;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::{polarity_label, voices_label};

const KINDS: usize = Polarity::ALL.len();

const VOICES: usize = VoiceKind::ALL.len();

/// Findings on a theme by voice and kind.
type Table = [[usize; KINDS]; VOICES];

/// View model of the perspectives.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Perspectives {
    pub title: String,
    /// Summary in sentences.
    pub sentences: Vec<String>,
    /// Limits of the counts.
    pub limits: Vec<String>,
    /// How the search text was understood.
    pub notes: Vec<String>,
    pub caption: String,
    pub theme_head: String,
    pub heads: Vec<String>,
    pub rows: Vec<VoiceRow>,
    pub legend_name: String,
    pub legend: Vec<LegendItem>,
    /// Message if no finding matches.
    pub empty: Option<String>,
}

/// Row of a theme.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct VoiceRow {
    pub theme: String,
    /// Whether it is a subtheme.
    pub lower: bool,
    /// One cell per kind of voice.
    pub cells: Vec<VoiceCell>,
    /// Remarks: only one side has findings; opposite kinds.
    pub remarks: Vec<String>,
    /// Findings that the data link as opposed.
    pub opposed: Vec<Opposed>,
}

/// Findings of a kind of voice on a theme.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct VoiceCell {
    /// Kinds, each with its number.
    pub kinds: Vec<KindCount>,
    /// Text of an empty cell.
    pub silent: Option<String>,
}

/// Findings of one kind.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct KindCount {
    pub mark: Glyph,
    /// Number of findings.
    pub n: usize,
    /// Accessible name.
    pub label: String,
    /// Link to the findings.
    pub href: String,
}

/// Two findings that the data link as opposed.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Opposed {
    /// Names both voices.
    pub label: String,
    /// Evidence of the finding that holds the link.
    pub open: EvidenceLink,
}

/// Builds the view model.
pub fn perspectives(cx: ViewContext) -> Perspectives {
    let fmt = cx.formatter();
    let found = cx.search_result();
    let answer = cx.findings_result();
    let themes = axis(cx, FacetKey::Theme.facet());
    let rows = themes.iter().filter_map(|theme| row(cx, &answer.ids, *theme));
    Perspectives {
        title: fmt.text(Key::PerspectivesTitle),
        sentences: sentences(cx, &answer),
        limits: limits(cx, &answer),
        notes: found.as_ref().map(|found| search::search_notes(cx, found)).unwrap_or_default(),
        caption: fmt.text(Key::PerspectivesCaption),
        theme_head: fmt.text(Key::FacetTheme),
        heads: VoiceKind::ALL.iter().map(|kind| fmt.text(voices_label(*kind))).collect(),
        rows: rows.collect(),
        legend_name: fmt.text(Key::Legend),
        legend: Polarity::ALL
            .iter()
            .map(|kind| {
                let (mark, word) = polarity_label(*kind);
                LegendItem::new(mark, fmt.text(word))
            })
            .collect(),
        empty: answer.ids.is_empty().then(|| search::nothing_found(cx)),
    }
}

/// Returns the row of a theme; `None` if no matching finding is on it.
fn row(cx: ViewContext, fitting: &[FindingId], theme: usize) -> Option<VoiceRow> {
    let ds = cx.ds;
    let on_it = cx.index.having(cx.facet_context(), (FacetKey::Theme, theme), fitting);
    if on_it.is_empty() {
        return None;
    }
    let mut table: Table = [[0; KINDS]; VOICES];
    for finding in on_it.iter().map(|id| ds.finding(*id)) {
        for voice in kinds_of_voice(finding) {
            table[voice as usize][finding.polarity as usize] += 1;
        }
    }
    let name = value_name(cx, FacetKey::Theme, theme);
    let cells =
        VoiceKind::ALL.iter().zip(&table).map(|(voice, counts)| cell(cx, (theme, &name), *voice, counts));
    Some(VoiceRow {
        cells: cells.collect(),
        lower: ds.themes[theme].parent.is_some(),
        remarks: remarks(cx, &table),
        opposed: on_it.iter().flat_map(|id| opposed(cx, *id)).collect(),
        theme: name,
    })
}

/// Returns remarks on the table of a theme, with a prefix if a filter is active.
///
/// With a filter by voice or kind there are none: the table then shows only what was selected.
fn remarks(cx: ViewContext, table: &Table) -> Vec<String> {
    let (fmt, filter) = (cx.formatter(), &cx.state.filter);
    if filter.chosen(FacetKey::Voice) | filter.chosen(FacetKey::Kind) != 0 {
        return Vec::new();
    }
    let found = [one_side(table).map(|key| fmt.text(key)), opposite(cx, table)].into_iter().flatten();
    if is_whole(cx) {
        found.collect()
    } else {
        found.map(|remark| fmt.format(Key::OfTheChoice, &[("remark", &remark)])).collect()
    }
}

/// Whether all findings of the report are counted.
fn is_whole(cx: ViewContext) -> bool {
    cx.state.filter.is_empty() && cx.state.search.is_empty()
}

/// Returns the kinds of voice of a finding without duplicates.
fn kinds_of_voice(finding: &Finding) -> Vec<VoiceKind> {
    let mut kinds: Vec<VoiceKind> = finding.voices.iter().map(|voice| voice.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

fn cell(
    cx: ViewContext,
    (theme, name): (usize, &str),
    voice: VoiceKind,
    counts: &[usize; KINDS],
) -> VoiceCell {
    let fmt = cx.formatter();
    let kinds = Polarity::ALL.iter().zip(counts).filter(|(_, n)| **n > 0).map(|(kind, n)| {
        let (mark, word) = polarity_label(*kind);
        let words = [name.to_owned(), fmt.text(voices_label(voice)), fmt.text(word)].join(", ");
        KindCount {
            mark,
            n: *n,
            label: format!("{words}: {}", fmt.plural(Key::FindingsTotal, *n)),
            href: narrowed(
                cx,
                &[
                    (FacetKey::Theme, theme),
                    (FacetKey::Voice, voice as usize),
                    (FacetKey::Kind, *kind as usize),
                ],
            ),
        }
    });
    let kinds: Vec<_> = kinds.collect();
    let silence = if is_whole(cx) { Key::NoneNamed } else { Key::NoneFits };
    VoiceCell { silent: kinds.is_empty().then(|| fmt.text(silence)), kinds }
}

/// Returns the remark if findings of only one of governments and NGOs exist on a theme.
fn one_side(table: &Table) -> Option<Key> {
    let spoke = |kind: VoiceKind| table[kind as usize].iter().any(|n| *n > 0);
    match (spoke(VoiceKind::Government), spoke(VoiceKind::Ngo)) {
        (true, false) => Some(Key::OnlyGovernments),
        (false, true) => Some(Key::OnlyNgos),
        _ => None,
    }
}

/// Returns the remark if some voices have achievements and no obstacles, and others the reverse.
fn opposite(cx: ViewContext, table: &Table) -> Option<String> {
    let fmt = cx.formatter();
    let only = |one: Polarity, other: Polarity| -> Vec<String> {
        let voices = VoiceKind::ALL.iter().filter(|v| {
            let counts = &table[**v as usize];
            counts[one as usize] > 0 && counts[other as usize] == 0
        });
        voices.map(|v| fmt.text(voices_label(*v))).collect()
    };
    let achieved = only(Polarity::Achievement, Polarity::Obstacle);
    let hindered = only(Polarity::Obstacle, Polarity::Achievement);
    (!achieved.is_empty() && !hindered.is_empty()).then(|| {
        fmt.format(
            Key::OppositeKinds,
            &[("achieved", &fmt.list(&achieved)), ("hindered", &fmt.list(&hindered))],
        )
    })
}

/// Returns the findings that the data link to a finding as opposed.
fn opposed(cx: ViewContext, id: FindingId) -> impl Iterator<Item = Opposed> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let finding = ds.finding(id);
    let linked = finding.relates.iter().filter(|relation| relation.kind == RelationKind::Opposes);
    linked.map(move |relation| Opposed {
        label: fmt.format(
            if kinds_of_voice(finding) == kinds_of_voice(ds.finding(relation.finding)) {
                Key::SetAgainst
            } else {
                Key::Disagreement
            },
            &[("one", &fmt.voices(finding)), ("other", &fmt.voices(ds.finding(relation.finding)))],
        ),
        open: cx.evidence_link(Evidence::Finding(id)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(VoiceKind, [usize; KINDS])]) -> Table {
        let mut table = [[0; KINDS]; VOICES];
        for (voice, counts) in rows {
            table[*voice as usize] = *counts;
        }
        table
    }

    #[test]
    fn one_side_is_governments_or_ngos_alone() {
        let (government, ngo) = ((VoiceKind::Government, [1, 0, 0, 0, 0]), (VoiceKind::Ngo, [0, 0, 2, 0, 0]));
        let evaluator = (VoiceKind::Evaluator, [5, 5, 5, 5, 5]);
        assert_eq!(one_side(&table(&[government, evaluator])), Some(Key::OnlyGovernments));
        assert_eq!(one_side(&table(&[ngo])), Some(Key::OnlyNgos));
        assert_eq!(one_side(&table(&[government, ngo])), None);
        assert_eq!(one_side(&table(&[evaluator])), None);
    }

    #[test]
    fn what_is_said_of_a_choice_is_said_as_such() {
        let ds = crate::embedded().unwrap_or_else(|problems| unreachable!("{problems:?}"));
        let index = crate::query::FindingsIndex::new(&ds);
        let table = table(&[(VoiceKind::Ngo, [0, 0, 2, 0, 0])]);
        let said = |link: &str| {
            let state = crate::state::decode(link, &ds).state;
            remarks(ViewContext { ds: &ds, index: &index, state: &state }, &table)
        };
        let only = "of governments and NGOs only NGOs spoke";
        assert_eq!(said("#/findings?v=1&tab=voices"), [only]);
        assert_eq!(said("#/findings?v=1&tab=voices&s=ARM"), [format!("in this choice: {only}")]);
        assert_eq!(said("#/findings?v=1&tab=voices&q=law"), [format!("in this choice: {only}")]);
        // A filter by voice leaves nothing to remark on.
        assert!(said("#/findings?v=1&tab=voices&voice=ngo").is_empty());
        assert!(said("#/findings?v=1&tab=voices&kind=need&s=ARM").is_empty());
    }

    #[test]
    fn opposite_kinds_need_one_voice_of_each_alone() {
        let ds = crate::embedded().unwrap_or_else(|problems| unreachable!("{problems:?}"));
        let (index, state) = (crate::query::FindingsIndex::new(&ds), crate::state::ViewState::default());
        let cx = ViewContext { ds: &ds, index: &index, state: &state };
        let achieved = (VoiceKind::Government, [3, 0, 1, 0, 0]);
        assert_eq!(opposite(cx, &table(&[achieved])), None);
        assert_eq!(opposite(cx, &table(&[achieved, (VoiceKind::Ngo, [1, 2, 0, 0, 0])])), None);
        let words = opposite(cx, &table(&[achieved, (VoiceKind::Ngo, [0, 2, 0, 0, 0])])).unwrap_or_default();
        assert!(words.contains("governments") && words.contains("NGOs"), "{words}");
    }
}
