//! View model of the tables of states and of pairs.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::classes::RecordClasses;
use crate::view::links::GoTo;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// A table: rows of states or pairs, columns and conditions of the reader's choice.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ColumnsView {
    pub title: String,
    /// Summary in complete sentences, fit for minutes.
    pub sentences: Vec<String>,
    /// Limits of the counts.
    pub limits: Vec<String>,
    pub tools: TableTools,
    pub caption: String,
    /// Explains keyboard navigation.
    pub hint: String,
    pub legend_name: String,
    pub legend: Vec<LegendItem>,
    /// Meaning of the wash on rows, if any row has it.
    pub wash: Option<String>,
    /// What the years in the cells are, if there are any.
    pub years: Option<String>,
    /// Whether rows are pairs.
    pub of_pairs: bool,
    /// Head of the rows, and their order.
    pub row_head: [String; 2],
    /// Head of the answers; `None` without a condition.
    pub answer_head: Option<String>,
    pub columns: Vec<ColumnHead>,
    pub blocks: Vec<RowBlock>,
    /// Totals of all states; `None` for pairs.
    pub total: Option<RowBlock>,
    /// Shown instead of rows.
    pub empty: Option<String>,
    /// States with equal records, instruments with the same parties; `None` for states.
    pub classes: Option<RecordClasses>,
}

/// Controls over the table.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TableTools {
    pub chips: Vec<ConditionChip>,
    /// Label of the menu of conditions.
    pub add: String,
    /// Label of the menu of columns, and how many of how many are shown.
    pub columns: [String; 2],
    /// Makes the states that meet the conditions a grouping.
    pub use_as: Option<GoTo>,
    /// Compares the states that meet the conditions.
    pub compare: Option<GoTo>,
    /// Which pairs are listed: label, command, whether it is the current choice.
    pub pairs: Vec<(String, String, bool)>,
}

/// A condition that is set.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ConditionChip {
    /// "and" or "or" before it, its accessible name, and the command that changes it.
    pub joint: Option<[String; 3]>,
    pub label: String,
    /// Accessible name of the button that removes it.
    pub remove: String,
    /// Name of the command that removes it.
    pub go: String,
}

/// Head of a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ColumnHead {
    /// Class of its width.
    pub kind: &'static str,
    pub label: String,
    /// What totals count.
    pub predicate: String,
    /// Accessible name of the button that orders by it.
    pub name: String,
    /// Name of the command that orders by it.
    pub go: String,
    /// Whether a condition asks for it.
    pub asked: bool,
    /// Value of `aria-sort`.
    pub sort: &'static str,
}

/// Rows of a group, or of all.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct RowBlock {
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
    /// How many meet the conditions.
    pub answer: String,
    /// Total of each column; an empty one is not mentioned.
    pub totals: Vec<String>,
    pub rows: Vec<TableRow>,
}

/// Row of a state or of a pair.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TableRow {
    /// ISO code or codes.
    pub key: String,
    pub name: String,
    pub short: String,
    pub open: EvidenceLink,
    /// Hues of the groups of a pair, if there is a scheme.
    pub hues: Vec<Option<usize>>,
    /// Whether it meets the conditions.
    pub meets: bool,
    /// Answer to the conditions.
    pub answer: Option<AnswerWord>,
    pub cells: Vec<TableCell>,
}

/// Answer of a row.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AnswerWord {
    pub text: String,
    /// Each condition with its answer.
    pub full: String,
}

/// Cell of a row and a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TableCell {
    pub parts: Vec<CellPart>,
    /// Accessible name: row, column and the visible text.
    pub label: String,
    pub open: EvidenceLink,
}

/// Piece of a cell, in the order in which it is read.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum CellPart {
    /// A number.
    Number(String),
    /// A mark without a word of its own.
    Mark(Glyph),
    /// Small marks, one for each instrument.
    Marks(Vec<Glyph>),
    Word(String),
    /// A detail in smaller type.
    Note(String),
}
