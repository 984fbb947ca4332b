//! View model of the groups view.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::doubts::Doubts;
use crate::view::links::GoTo;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// Measure of a grouping.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MeasureSection {
    pub label: String,
    pub value: String,
    /// Number of states or pairs that it covers; may be empty.
    pub n: String,
    /// Explanation of the formula.
    pub formula: String,
    /// Data it is computed from.
    pub items: Vec<MeasureDatum>,
    /// A mark for each instrument, in the order of the report's table; empty for most measures.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Vec::is_empty"))]
    pub marks: Vec<GroupMark>,
}

/// How many members of a group are party to an instrument.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GroupMark {
    /// The mark of a party for all members, that of no party for none; else their number is shown.
    pub mark: Option<Glyph>,
    /// Number of members that are party.
    pub n: usize,
    /// Accessible name: the instrument and `2 of 3`.
    pub label: String,
    pub open: EvidenceLink,
}

/// Datum that a measure is computed from.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MeasureDatum {
    pub text: String,
    /// Accessible name where the text is a short form, which it begins with; else empty.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "String::is_empty"))]
    pub label: String,
    pub open: Option<EvidenceLink>,
    /// Text after the link; may be empty.
    pub after: String,
}

/// Measures of the whole grouping.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Whole {
    pub title: String,
    /// Note that similarity is not a merit.
    pub note: String,
    pub heads: [String; 4],
    #[cfg_attr(feature = "author", serde(rename = "facets"))]
    pub measures: Vec<MeasureSection>,
    /// Verdict on each position.
    #[cfg_attr(feature = "author", serde(rename = "wishes"))]
    pub verdicts: VerdictList,
    /// Distance of each state to its own group and to the nearest other group.
    pub silhouettes: Silhouettes,
    /// Similarity of all pairs.
    pub pairs: SimilarityTable,
}

/// Positions on the future compared with the grouping.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct VerdictList {
    pub title: String,
    /// Explains what is compared.
    pub note: String,
    /// Rows of holder, verdict and evidence.
    pub rows: Vec<VerdictRow>,
}

/// Row of a position.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct VerdictRow {
    /// Holder and stance.
    pub holder: String,
    /// Agrees, differs or not stated.
    pub verdict: String,
    pub open: EvidenceLink,
}

/// Silhouettes of all states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Silhouettes {
    pub title: String,
    /// The formula, or the reason why there are none.
    pub note: String,
    pub heads: [String; 5],
    pub rows: Vec<SilhouetteRow>,
}

/// Silhouette of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SilhouetteRow {
    pub state: String,
    /// Group, mean distance within it, distance to the nearest other group, silhouette.
    pub cells: [String; 4],
    pub open: EvidenceLink,
}

/// Similarity of all pairs of grouped states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityTable {
    pub title: String,
    /// The formula, and the meaning of outlines.
    pub note: String,
    /// States, ordered by group.
    pub names: Vec<(String, EvidenceLink)>,
    /// Lower triangle: row i holds the pairs with the states before it.
    pub rows: Vec<Vec<SimilarityTableCell>>,
}

/// Cell of a pair.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SimilarityTableCell {
    /// `0.78`; a dash if neither is party to any instrument.
    pub text: String,
    /// Tone, 0 to 4.
    pub tone: usize,
    /// Whether both are in one group.
    pub inside: bool,
    /// Accessible name.
    pub label: String,
    pub open: EvidenceLink,
}

/// What a move would change in a group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ColumnMove {
    /// Moves to the group; empty for the group that the state leaves.
    pub targets: Vec<Target>,
    /// The grouping as a whole after the move: similarity and agreements inside groups.
    pub whole: Vec<MoveCell>,
    /// Measures of the group after the move, in the order of the rows.
    pub cells: Vec<MoveCell>,
}

/// Picked-up state and the targets of a move.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct PickedUpState {
    /// Heading with the name of the state.
    pub title: String,
    /// Instructions.
    pub lead: String,
    /// Accessible name of the list of targets.
    pub label: String,
    /// Possible targets.
    pub targets: Vec<Target>,
    /// Button that cancels the move.
    pub put: CommandButton,
    /// Link to the state's page.
    pub page: GoTo,
    /// Measures after each move.
    pub table: MoveTable,
    /// The same by group, then of the ungrouped states.
    #[cfg_attr(feature = "author", serde(skip))]
    pub columns: Vec<ColumnMove>,
}

/// Target of a move.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Target {
    pub label: String,
    /// Effect of the move in short.
    pub effect: String,
    /// Index of the group, for its hue.
    pub at: Option<usize>,
    /// Name of the command.
    pub act: String,
}

/// Measures before and after, for every target.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MoveTable {
    pub title: String,
    /// Explains before and after.
    pub note: String,
    pub head: String,
    /// Targets.
    pub columns: Vec<String>,
    /// The whole grouping, the group that the state leaves, the group that it joins.
    pub parts: Vec<MovePart>,
}

/// Rows under a heading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MovePart {
    pub title: String,
    pub rows: Vec<MoveRow>,
}

/// Row of a measure.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MoveRow {
    pub label: String,
    /// `0.81 → 0.82` or `unchanged: 6`, by target.
    pub cells: Vec<MoveCell>,
}

/// Measure before and after a move.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MoveCell {
    pub text: String,
    /// Whether it changes.
    pub changes: bool,
}

/// View model of the groups view.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GroupsView {
    pub title: String,
    /// Summary in complete sentences, fit for minutes.
    pub sentences: Vec<String>,
    /// The report's own doubts about sub-regions.
    pub doubts: Doubts,
    /// Heading of the schemes.
    pub schemes_title: String,
    /// Instructions, only without an active scheme.
    pub ask: Option<String>,
    /// Schemes to select from, only without an active scheme.
    pub schemes: Vec<SchemeCard>,
    /// Commands on the whole grouping.
    pub tools: Vec<CommandButton>,
    /// Commands that take a name.
    pub forms: Vec<NameForm>,
    /// Note that an edit makes a copy of a scheme of the report.
    pub copies: Option<String>,
    /// Explains how states are moved.
    pub hint: String,
    /// Heads of the rows that the groups share; empty without an active scheme.
    pub rows: Vec<String>,
    /// The same in short, where the groups are columns.
    pub rows_in_short: Vec<String>,
    /// Meaning of the marks.
    pub legend: Vec<LegendItem>,
    /// Meaning of a number in the place of a mark.
    pub legend_note: String,
    /// Groups, then the ungrouped states.
    pub cards: Vec<GroupCard>,
    /// Picked-up state, with the effect of each move.
    #[cfg_attr(feature = "author", serde(rename = "hand"))]
    pub picked_up: Option<PickedUpState>,
    /// Measures of the whole grouping.
    pub whole: Option<Whole>,
    /// Whether it is the reader's own grouping, which can be stored and exported.
    pub own: bool,
}

/// Scheme to select.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SchemeCard {
    pub label: String,
    /// Names and members of its groups.
    pub detail: String,
    /// Name of the command.
    pub act: String,
}

/// Button of a command.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CommandButton {
    pub label: String,
    /// Name of the command.
    pub act: String,
    /// Pressed state of a toggle button; `None` for other buttons.
    pub on: Option<bool>,
}

/// Command that takes a typed name.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct NameForm {
    /// Label of the disclosure button.
    pub open: String,
    /// Label of the field.
    pub label: String,
    /// Initial text of the field.
    pub value: String,
    /// Label of the submit button.
    pub done: String,
    /// Name of the command.
    pub act: String,
}

/// Group, or the ungrouped states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct GroupCard {
    pub name: String,
    /// Note that members are inferred.
    pub badge: Option<String>,
    /// Index; `None` for the ungrouped states.
    pub at: Option<usize>,
    /// Drop target: the index, or `none`.
    pub place: String,
    /// Renames the group.
    pub rename: Option<NameForm>,
    /// Removes the group.
    pub remove: Option<CommandButton>,
    /// Members.
    pub states: Vec<StateButton>,
    /// Reason why there are no measures: no state, one state, or ungrouped.
    pub note: Option<String>,
    #[cfg_attr(feature = "author", serde(rename = "facets"))]
    pub measures: Vec<MeasureSection>,
    /// What the move of the picked-up state to this group, or out of it, would change.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub change: Option<ColumnMove>,
}

/// Button of a member.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateButton {
    /// ISO code.
    pub key: String,
    pub name: String,
    /// Accessible name.
    pub label: String,
    /// Name of the command.
    pub act: String,
    /// Whether it is picked up.
    #[cfg_attr(feature = "author", serde(rename = "taken"))]
    pub is_picked_up: bool,
    /// Note that marks the reader's own state.
    #[cfg_attr(feature = "author", serde(rename = "mine"))]
    pub pin_note: Option<String>,
}
