//! Positions on the future after the process: states by approach, with the conditions in short.
//!
//! What all governments share is drawn once. Holders that the report does not name are counted as
//! positions and listed separately.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::groups::measures::{sets, verdict, verdicts_in_words};
use crate::analysis::measures::{Partition, PositionVerdict, verdicts};
use crate::analysis::{GroupBlock, blocks};
use crate::model::*;
use crate::query::approach_name;
use crate::state::{Action, Evidence, SchemeRef};
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::state_lines::details;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};
use crate::view::words::labels::{stance_glyph, stance_label, voices_label};

/// View model of the positions view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Positions {
    pub title: String,
    /// Summary in complete sentences, fit for minutes.
    pub sentences: Vec<String>,
    /// Label of the choice of rows, and its links.
    pub rows_label: String,
    pub choices: Vec<NavItem>,
    pub caption: String,
    /// Explains keyboard navigation.
    pub hint: String,
    pub state_head: String,
    /// Approaches, in the order of the codebook.
    pub columns: Vec<PositionColumn>,
    /// Positions of all governments together; `None` if there are none.
    pub all: Option<PositionRow>,
    /// Groups with their states.
    pub blocks: Vec<PositionBlock>,
    /// Named holders that are no governments.
    pub other_rows: Vec<PositionRow>,
    pub legend_name: String,
    /// All stances, and "not mentioned".
    pub legend: Vec<LegendItem>,
    /// Notes on counts and on states not mentioned.
    pub notes: Vec<String>,
    /// Heading of the positions that name a group.
    pub wishes_title: String,
    /// Explains what they are compared with.
    pub wishes_lead: String,
    /// Column heads of these positions.
    pub wishes_heads: [String; 5],
    /// Positions that name a group or states.
    #[cfg_attr(feature = "author", serde(rename = "wishes"))]
    pub verdicts: Vec<WantedRow>,
    /// Heading of the groupings beside these positions, and each grouping with its verdicts.
    pub groupings_title: String,
    pub groupings: Vec<[String; 2]>,
    pub heads: [String; 5],
    /// Positions of holders other than named governments, by kind of voice.
    pub others: Vec<OtherPositions>,
}

/// Approach to the future.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PositionColumn {
    pub name: String,
    /// "4 of 12 governments named", or that all are meant.
    pub named: String,
    /// "2 positions, holders not named"; they are no number of governments.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub unnamed: Option<String>,
    /// How much its cells have to say.
    pub content: ColumnContent,
}

/// How much the cells of an approach have to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum ColumnContent {
    /// One position of all governments, drawn once across their rows.
    Shared,
    /// No government is named.
    Empty,
    /// One government is named.
    One,
    /// Several are named.
    Several,
}

/// Group of states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PositionBlock {
    /// Name; `None` without a scheme.
    pub name: Option<String>,
    /// Note that members are inferred.
    pub badge: Option<String>,
    /// Accessible name: name and badge.
    pub full: String,
    /// Index of the hue; `None` for ungrouped states.
    pub hue: Option<usize>,
    /// Evidence of the scheme.
    pub open: Option<EvidenceLink>,
    pub rows: Vec<PositionRow>,
}

/// Row of a state, of all governments, or of another holder.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PositionRow {
    pub name: String,
    /// Evidence; `None` for what is no state.
    pub open: Option<EvidenceLink>,
    /// One cell per approach; of a shared approach only the first row of a group has one.
    pub cells: Vec<PositionCell>,
}

/// Cell of a state and an approach.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PositionCell {
    /// Approach, for a row outside the table.
    pub approach: String,
    /// Text if the state is not mentioned.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub silent: Option<String>,
    /// Rows that it spans: those of its group if the approach is shared, else 1.
    pub span: usize,
    pub items: Vec<PositionItem>,
}

/// Position in a cell.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PositionItem {
    pub mark: Glyph,
    /// Name of the stance.
    pub stance: String,
    /// Condition or reason, in short.
    pub text: String,
    /// The whole condition or reason; may be empty.
    pub condition: String,
    /// Partners and basis; may be empty.
    pub detail: String,
    pub pages: String,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Position that names a group or states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct WantedRow {
    pub holder: String,
    /// Group or states, as the report names them.
    pub group: String,
    /// The states by group of the active scheme: name (`None` without a scheme), hue, states.
    pub states: Vec<(Option<String>, Option<usize>, String)>,
    /// Verdict of the active scheme.
    pub verdict: String,
    /// Whether the states that it names want the same of its holder.
    pub mutual: String,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// Positions of one kind of holder.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct OtherPositions {
    pub title: String,
    /// Note below the heading.
    pub lead: Option<String>,
    pub rows: Vec<OtherPosition>,
}

/// Position in a list.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct OtherPosition {
    /// Holder.
    pub who: String,
    pub approach: String,
    pub item: PositionItem,
}

/// Builds the view model.
pub fn positions(cx: ViewContext) -> Positions {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let all = cells(cx, Row::All);
    let named = named_governments(ds);
    let states = if cx.state.picks == NAMED_ONLY { named } else { ds.all_states() };
    let block = |block: &GroupBlock| PositionBlock {
        name: cx.scheme().map(|scheme| match block.group {
            Some(group) => fmt.localized(&scheme.groups[group].name),
            None => fmt.text(Key::Ungrouped),
        }),
        badge: cx.scheme().and_then(|scheme| {
            let inferred = scheme.groups[block.group?].basis == Basis::Inferred;
            inferred.then(|| fmt.text(Key::InferredByUs))
        }),
        full: cx.scheme().map_or_else(String::new, |scheme| fmt.group(scheme, block.group)),
        hue: block.group,
        open: cx.scheme_evidence().map(|evidence| cx.evidence_link(evidence)),
        rows: fmt
            .sorted(block.states)
            .into_iter()
            .enumerate()
            .map(|(nth, s)| row(cx, s, if nth == 0 { block.states.len() } else { 0 }))
            .collect(),
    };
    Positions {
        title: fmt.text(Key::PositionsTitle),
        sentences: sentences(cx),
        caption: fmt.text(Key::PositionsCaption),
        hint: fmt.text(Key::GridHint),
        state_head: fmt.text(Key::State),
        columns: Approach::ALL.iter().map(|a| column(cx, *a)).collect(),
        all: all.iter().any(|cell| !cell.items.is_empty()).then(|| PositionRow {
            name: fmt.text(Key::PositionsAllGovernments),
            open: None,
            cells: all,
        }),
        rows_label: fmt.text(Key::Rows),
        choices: choices(cx, named.len()),
        blocks: blocks(cx.scheme(), states).iter().map(block).collect(),
        other_rows: other_rows(cx),
        legend_name: fmt.text(Key::Legend),
        legend: legend(cx),
        notes: [Key::PositionsSilence, Key::PositionsLevels, Key::EveryMark].map(|key| fmt.text(key)).into(),
        wishes_title: fmt.text(Key::PositionsWishes),
        wishes_lead: match cx.scheme() {
            Some(scheme) => fmt.format(Key::PositionsWishesLead, &[("name", &cx.formatter().scheme(scheme))]),
            None => fmt.text(Key::PositionsWishesNone),
        },
        wishes_heads: [
            Key::WhosePosition,
            Key::WithWhom,
            Key::States,
            Key::PositionsVerdict,
            Key::PositionsMutualHead,
        ]
        .map(|k| fmt.text(k)),
        verdicts: verdict_rows(cx),
        groupings_title: fmt.text(Key::PositionsGroupings),
        groupings: groupings(cx),
        heads: [Key::WhosePosition, Key::Approach, Key::Stance, Key::Condition, Key::Page]
            .map(|k| fmt.text(k)),
        others: others(cx),
    }
}

/// Returns each grouping with the number of positions that it agrees with and differs from.
fn groupings(cx: ViewContext) -> Vec<[String; 2]> {
    let fmt = cx.formatter();
    let line = |scheme: &Scheme| {
        let groups = sets(scheme);
        let verdicts = verdicts(cx.ds, Partition { groups: &groups, exclusive: scheme.exclusive });
        [fmt.scheme(scheme), verdicts_in_words(fmt, &verdicts)]
    };
    cx.ds.schemes.iter().chain(cx.state.scheme_of(cx.ds, SchemeRef::Custom)).map(line).collect()
}

/// Choice of the rows with a position of their own ([`crate::state::ViewState::picks`]).
const NAMED_ONLY: u16 = 1;

/// Returns the governments with a position of their own.
fn named_governments(ds: &Dataset) -> StateSet {
    ds.positions.iter().filter_map(|x| government(&x.holder)).collect()
}

/// Returns the links to all states, and to those with a position of their own, which are counted.
fn choices(cx: ViewContext, named: usize) -> Vec<NavItem> {
    let fmt = cx.formatter();
    let item = |label: String, picks: u16| NavItem {
        label,
        href: cx.link(Action::Pick(picks)),
        current: (cx.state.picks == NAMED_ONLY) == (picks == NAMED_ONLY),
        tag: "",
    };
    let own = fmt.format(Key::PositionsOwnRows, &[("n", &fmt.number(named))]);
    vec![item(fmt.text(Key::PositionsAllRows), 0), item(own, NAMED_ONLY)]
}

fn ids(ds: &Dataset) -> impl Iterator<Item = PositionId> + use<> {
    (0..ds.positions.len()).map(PositionId::from)
}

/// Returns the positions on an approach.
fn on(ds: &Dataset, approach: Approach) -> impl Iterator<Item = &Position> {
    ds.positions.iter().filter(move |x| x.approach == approach)
}

/// Returns the state whose government holds a position.
fn government(holder: &PositionHolder) -> Option<StateId> {
    match holder {
        PositionHolder::Of { kind: VoiceKind::Government, state, .. } => *state,
        _ => None,
    }
}

fn sentences(cx: ViewContext) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let named = named_governments(ds);
    let (k, m) = (fmt.number(named.len()), fmt.number(ds.states.len()));
    let first = fmt.format(Key::PositionsSentence, &[("k", &k), ("m", &m), ("list", &fmt.states(named))]);
    let approaches = Approach::ALL.iter().map(|approach| {
        let name = capital(&fmt.text(approach_name(*approach)));
        let stated = stated(cx, *approach);
        if stated.is_empty() {
            fmt.format(Key::PositionsNoneNamed, &[("approach", &name)])
        } else {
            fmt.format(Key::PositionsNamed, &[("approach", &name), ("list", &stated.join(", "))])
        }
    });
    let unnamed = ds.positions.iter().filter(|x| is_unnamed(&x.holder)).count();
    let unnamed = (unnamed > 0).then(|| fmt.plural(Key::PositionsPlusUnnamed, unnamed));
    let grouped = cx.scheme().map(|s| fmt.format(Key::GroupedBy, &[("name", &cx.formatter().scheme(s))]));
    std::iter::once(first).chain(unnamed).chain(approaches).chain(grouped).collect()
}

/// Returns the holders of an approach with their stance: all governments, then states by name.
fn stated(cx: ViewContext, approach: Approach) -> Vec<String> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let with = |name: String, stance: Stance| {
        fmt.format(Key::PositionsHolder, &[("name", &name), ("stance", &fmt.text(stance_label(stance)))])
    };
    let all = on(ds, approach).filter(|x| x.holder == PositionHolder::All);
    let mut stated: Vec<_> =
        all.map(|x| with(fmt.text(Key::PositionsAllGovernments).to_lowercase(), x.stance)).collect();
    for state in fmt.sorted(ds.all_states()) {
        let theirs = on(ds, approach).filter(|x| government(&x.holder) == Some(state));
        stated.extend(theirs.map(|x| with(fmt.state(state), x.stance)));
    }
    stated
}

/// Whether the report does not name the holder.
fn is_unnamed(holder: &PositionHolder) -> bool {
    matches!(holder, PositionHolder::Of { unnamed: Some(_), .. })
}

fn column(cx: ViewContext, approach: Approach) -> PositionColumn {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let named: StateSet = on(ds, approach).filter_map(|x| government(&x.holder)).collect();
    let unnamed = on(ds, approach).filter(|x| is_unnamed(&x.holder)).count();
    let content = match named.len() {
        _ if is_shared(ds, approach) => ColumnContent::Shared,
        0 => ColumnContent::Empty,
        1 => ColumnContent::One,
        _ => ColumnContent::Several,
    };
    PositionColumn {
        name: capital(&fmt.text(approach_name(approach))),
        named: if content == ColumnContent::Shared {
            fmt.text(Key::PositionsAllGovernments).to_lowercase()
        } else {
            let (n, m) = (fmt.number(named.len()), fmt.number(ds.states.len()));
            fmt.format(Key::PositionsOfGovernments, &[("n", &n), ("m", &m)])
        },
        unnamed: (unnamed > 0).then(|| fmt.plural(Key::PositionsNotNamed, unnamed)),
        content,
    }
}

/// Whether all governments share an approach and none has a position of its own on it.
fn is_shared(ds: &Dataset, approach: Approach) -> bool {
    on(ds, approach).any(|x| x.holder == PositionHolder::All)
        && on(ds, approach).all(|x| government(&x.holder).is_none())
}

/// Whose positions a row of the matrix shows.
#[derive(Clone, Copy)]
enum Row {
    /// All governments together.
    All,
    /// A government; shared approaches span so many rows, 0 where a row above has the cell.
    State(StateId, usize),
    /// The holder of a position that is neither a government nor unnamed.
    Holder(PositionId),
}

fn row(cx: ViewContext, state: StateId, span: usize) -> PositionRow {
    PositionRow {
        name: cx.formatter().state(state),
        open: Some(cx.evidence_link(Evidence::State(state))),
        cells: cells(cx, Row::State(state, span)),
    }
}

/// Returns the rows of named holders that are no governments, in the order of the data.
fn other_rows(cx: ViewContext) -> Vec<PositionRow> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let is_other = |id: &PositionId| match &ds.position(*id).holder {
        holder @ PositionHolder::Of { .. } => government(holder).is_none() && !is_unnamed(holder),
        PositionHolder::All => false,
    };
    let mut rows: Vec<PositionId> = Vec::new();
    for id in ids(ds).filter(is_other) {
        if rows.iter().all(|first| ds.position(*first).holder != ds.position(id).holder) {
            rows.push(id);
        }
    }
    let row = |id: PositionId| PositionRow {
        name: capital(&fmt.holder(&ds.position(id).holder)),
        open: None,
        cells: cells(cx, Row::Holder(id)),
    };
    rows.into_iter().map(row).collect()
}

/// Returns the cells of a row.
fn cells(cx: ViewContext, row: Row) -> Vec<PositionCell> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let is_of_row = |holder: &PositionHolder, is_shared: bool| match row {
        Row::All => *holder == PositionHolder::All,
        Row::State(state, _) => {
            government(holder) == Some(state) || is_shared && *holder == PositionHolder::All
        }
        Row::Holder(id) => *holder == ds.position(id).holder,
    };
    let cell = |approach: &Approach| {
        let shared = is_shared(ds, *approach);
        let span = match row {
            Row::State(_, span) if shared => span,
            _ => 1,
        };
        let of = ids(ds).filter(|id| ds.position(*id).approach == *approach);
        let items: Vec<_> =
            of.filter(|id| is_of_row(&ds.position(*id).holder, shared)).map(|id| item(cx, id)).collect();
        let is_silent = items.is_empty() && !matches!(row, Row::All);
        (span > 0).then(|| PositionCell {
            approach: capital(&fmt.text(approach_name(*approach))),
            silent: is_silent.then(|| fmt.text(Key::NotMentioned)),
            span,
            items,
        })
    };
    Approach::ALL.iter().filter_map(cell).collect()
}

/// Returns a position as shown in a cell.
fn item(cx: ViewContext, id: PositionId) -> PositionItem {
    let (fmt, x) = (cx.formatter(), cx.ds.position(id));
    let (mark, stance) = stance_glyph(x.stance);
    let (stance, pages) = (fmt.text(stance), fmt.page_list(&x.provenance.sources));
    let text = fmt.localized(&x.short);
    let detail = details([
        with_whom(cx, x).map(|list| fmt.format(Key::PositionWith, &[("list", &list)])),
        (x.basis == Basis::Inferred).then(|| fmt.text(Key::InferredByUs)),
    ]);
    // As it is shown, so that voice control finds it.
    let shown = format!("{stance} {pages}: {text}");
    let what: Vec<_> = [shown.as_str(), &detail].into_iter().filter(|part| !part.is_empty()).collect();
    let who = government(&x.holder).map_or_else(|| capital(&fmt.holder(&x.holder)), |s| fmt.state(s));
    let approach = fmt.text(approach_name(x.approach));
    let label =
        fmt.format(Key::CellLabel, &[("state", &who), ("instrument", &approach), ("word", &what.join("; "))]);
    PositionItem {
        mark,
        stance,
        text,
        condition: x.condition.as_ref().map(|condition| fmt.localized(condition)).unwrap_or_default(),
        detail,
        pages,
        label,
        open: cx.evidence_link(Evidence::Position(id)),
    }
}

/// Returns the group or the states that a position names.
fn with_whom(cx: ViewContext, x: &Position) -> Option<String> {
    let fmt = cx.formatter();
    let group = x.group.map(|(scheme, group)| fmt.group(cx.ds.scheme(scheme), Some(group)));
    group.or_else(|| (!x.with.is_empty()).then(|| fmt.states(x.with)))
}

/// Returns the stances that the positions have, and "not mentioned".
fn legend(cx: ViewContext) -> Vec<LegendItem> {
    let fmt = cx.formatter();
    let stances = Stance::ALL.iter().filter(|stance| cx.ds.positions.iter().any(|x| x.stance == **stance));
    let stances = stances.map(|stance| {
        let (mark, key) = stance_glyph(*stance);
        LegendItem::new(mark, fmt.text(key))
    });
    let silent = LegendItem::new(Glyph::NotMentioned, fmt.text(Key::KeyNotMentioned))
        .or_short(fmt.text(Key::NotMentioned));
    stances.chain([silent]).collect()
}

fn verdict_rows(cx: ViewContext) -> Vec<WantedRow> {
    let sets: Vec<_> = cx.scheme().map(|s| s.groups.iter().map(|g| g.states).collect()).unwrap_or_default();
    let exclusive = cx.scheme().is_none_or(|s| s.exclusive);
    let all = verdicts(cx.ds, Partition { groups: &sets, exclusive });
    all.iter()
        .filter(|position_verdict| !position_verdict.states.is_empty())
        .map(|position_verdict| verdict_row(cx, position_verdict))
        .collect()
}

fn verdict_row(cx: ViewContext, position_verdict: &PositionVerdict) -> WantedRow {
    let (fmt, x) = (cx.formatter(), cx.ds.position(position_verdict.position));
    let states = blocks(cx.scheme(), position_verdict.states).into_iter().map(|block| {
        let name = cx.scheme().map(|scheme| fmt.group(scheme, block.group));
        (name, block.group, fmt.states(block.states))
    });
    let holder = capital(&fmt.holder(&x.holder));
    let holder =
        fmt.format(Key::PositionsHolder, &[("name", &holder), ("stance", &fmt.text(stance_label(x.stance)))]);
    WantedRow {
        group: with_whom(cx, x).unwrap_or_default(),
        states: states.collect(),
        verdict: cx
            .scheme()
            .map_or_else(|| fmt.text(Key::VerdictNoScheme), |scheme| verdict(cx, scheme, position_verdict)),
        mutual: mutual(cx, x, position_verdict.states),
        label: fmt.format(Key::OpenRow, &[("name", &holder)]),
        open: cx.evidence_link(Evidence::Position(position_verdict.position)),
        holder,
    }
}

/// Says which of the states that a government's position names have a position that names it.
///
/// A wish of others than a government is neither mutual nor one-sided.
fn mutual(cx: ViewContext, x: &Position, states: StateSet) -> String {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let Some(holder) = government(&x.holder) else { return String::new() };
    let names_holder = |state: &StateId| {
        verdicts(ds, Partition { groups: &[], exclusive: true }).iter().any(|other| {
            government(&ds.position(other.position).holder) == Some(*state) && other.states.has(holder)
        })
    };
    let back: StateSet = states.iter().filter(|state| *state != holder && names_holder(state)).collect();
    if back.is_empty() {
        fmt.text(Key::PositionsOneSided)
    } else {
        fmt.format(Key::PositionsMutual, &[("list", &fmt.states(back))])
    }
}

/// Returns the positions of all holders but named governments, by kind of voice.
fn others(cx: ViewContext) -> Vec<OtherPositions> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let of = |wanted: VoiceKind| {
        let theirs = ids(ds).filter(move |id| match &ds.position(*id).holder {
            holder @ PositionHolder::Of { kind, .. } => *kind == wanted && government(holder).is_none(),
            PositionHolder::All => false,
        });
        let governments = wanted == VoiceKind::Government;
        let name = if governments { Key::PositionsUnnamed } else { voices_label(wanted) };
        OtherPositions {
            title: capital(&fmt.text(name)),
            lead: governments.then(|| fmt.text(Key::PositionsUnnamedLead)),
            rows: theirs.map(|id| other(cx, id)).collect(),
        }
    };
    VoiceKind::ALL.iter().map(|kind| of(*kind)).filter(|list| !list.rows.is_empty()).collect()
}

fn other(cx: ViewContext, id: PositionId) -> OtherPosition {
    let (fmt, x) = (cx.formatter(), cx.ds.position(id));
    let who = match &x.holder {
        // The heading gives the kind of holder, so only the number and the collective description
        // are shown.
        PositionHolder::Of { kind: VoiceKind::Government, unnamed: Some(unnamed), .. } => {
            let among = unnamed.among.as_ref().map_or_else(|| fmt.text(Key::NotNamed), |t| fmt.localized(t));
            unnamed.count.map_or(among.clone(), |n| {
                fmt.format(Key::CountOf, &[("n", &fmt.number(n.into())), ("among", &among)])
            })
        }
        holder => fmt.holder(holder),
    };
    OtherPosition {
        who: capital(&who),
        approach: capital(&fmt.text(approach_name(x.approach))),
        item: item(cx, id),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its preparation fails")]

    use super::*;
    use crate::query::FindingsIndex;
    use crate::state::decode;

    fn shown(link: &str) -> Positions {
        let ds = crate::embedded().unwrap();
        let (index, decoded) = (FindingsIndex::new(&ds), decode(link, &ds));
        positions(ViewContext { ds: &ds, index: &index, state: &decoded.state })
    }

    #[test]
    fn every_position_is_shown_and_that_of_all_once_in_a_group() {
        let ds = crate::embedded().unwrap();
        for (link, groups) in
            [("#/groupings?v=1&tab=positions", 1), ("#/groupings?v=1&tab=positions&g=ukraine", 4)]
        {
            let shown = shown(link);
            let rows = || shown.blocks.iter().flat_map(|b| &b.rows);
            let key = |i: &PositionItem| i.open.key.clone();
            let mut keys: Vec<_> = rows().flat_map(|r| &r.cells).flat_map(|c| &c.items).map(key).collect();
            assert_eq!(keys.iter().filter(|key| *key == "position:all-status-quo").count(), groups);
            keys.extend(shown.other_rows.iter().flat_map(|r| &r.cells).flat_map(|c| &c.items).map(key));
            keys.extend(shown.others.iter().flat_map(|o| &o.rows).map(|r| key(&r.item)));
            keys.sort();
            keys.dedup();
            let mut wanted: Vec<_> = ds.positions.iter().map(|x| format!("position:{}", x.key)).collect();
            wanted.sort();
            assert_eq!(keys, wanted, "{link}");
            // A shared approach spans the rows of its group.
            for block in &shown.blocks {
                let spans: usize = block
                    .rows
                    .iter()
                    .flat_map(|r| &r.cells)
                    .filter(|c| c.items.iter().any(|i| key(i) == "position:all-status-quo"))
                    .map(|c| c.span)
                    .sum();
                assert_eq!(spans, block.rows.len());
            }
        }
    }

    #[test]
    fn positions_of_unnamed_holders_are_counted_as_positions() {
        let shown = shown("#/groupings?v=1&tab=positions");
        let heads: Vec<_> =
            shown.columns.iter().map(|c| (c.named.as_str(), c.unnamed.as_deref().unwrap_or(""))).collect();
        assert_eq!(
            heads,
            [
                ("4 of 12 governments named", ""),
                ("0 of 12 governments named", "2 positions, holders not named"),
                ("1 of 12 governments named", "3 positions, holders not named"),
                ("all governments", ""),
                ("1 of 12 governments named", ""),
            ]
        );
    }

    #[test]
    fn ngos_of_a_state_are_not_its_government_and_silence_is_said() {
        let shown = shown("#/groupings?v=1&tab=positions");
        let words = |row: &PositionRow| -> Vec<String> {
            let word = |cell: &PositionCell| {
                let silent = cell.silent.clone().unwrap_or_default();
                cell.items.first().map_or(silent, |item| item.stance.clone())
            };
            row.cells.iter().map(word).collect()
        };
        let silent = "not mentioned";
        let georgia = shown.blocks[0].rows.iter().find(|row| row.name == "Georgia").unwrap();
        // The position of all governments stands in the first row.
        assert_eq!(words(georgia), ["suggestion, with a doubt", silent, silent, "endorsement"]);
        assert_eq!(shown.other_rows.len(), 1);
        assert_eq!(words(&shown.other_rows[0]), [silent, "endorsement", silent, silent, silent]);
        let titles: Vec<_> = shown.others.iter().map(|o| (o.title.as_str(), o.rows.len())).collect();
        assert_eq!(titles, [("Governments that the report does not name", 5), ("NGOs", 1)]);
    }
}
