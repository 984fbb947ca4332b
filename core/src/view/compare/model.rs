//! View model of the comparison.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::StateSet;
use crate::state::CompareItem;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::Glyph;

/// View model of the comparison.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Compare {
    pub title: String,
    /// Summary, fit for minutes.
    pub sentences: Vec<String>,
    /// Warning shown if the data are not those of the report's own table.
    pub warning: Option<String>,
    pub back: String,
    /// One menu per occupied slot, and one for the next free slot.
    pub menus: Vec<SideMenu>,
    /// Label of the empty option.
    pub choose: String,
    /// Options of the menus, by group.
    pub choices: Vec<SideChoices>,
    /// Label of the row filter.
    pub rows_label: String,
    /// Options of the row filter: label, and whether it is selected.
    pub rows_choices: Vec<(String, bool)>,
    /// Message that asks for two different sides.
    pub ask: Option<String>,
    /// Columns.
    pub sides: Vec<Side>,
    pub sections: Vec<CompareSection>,
    /// Number of rows shown.
    pub shown: String,
    /// Sides that repeat or share states, and limits of the data.
    pub notes: Vec<String>,
}

/// Menu of a side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideMenu {
    pub label: String,
    /// Key of the selected item.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub current: Option<String>,
    /// Label of the button that removes the side; `None` if the slot is free.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub remove: Option<String>,
    /// Label of the button that moves it one slot earlier; `None` for the first.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub earlier: Option<String>,
    /// Index of the slot, for actions.
    pub place: usize,
}

/// Option group of states or of groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoices {
    pub label: String,
    pub options: Vec<SideChoice>,
}

/// Option of a menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideChoice {
    pub label: String,
    /// Key in links.
    pub key: String,
    #[cfg_attr(feature = "author", serde(skip))]
    pub member: CompareItem,
}

/// Column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Side {
    pub name: String,
    /// For a state its group in the active scheme, for a group its members.
    pub detail: Option<String>,
    /// Index of the group's hue.
    pub hue: Option<usize>,
    /// Link to a state's page.
    pub page: Option<String>,
    /// Note that marks the reader's own state.
    #[cfg_attr(feature = "author", serde(rename = "mine"))]
    pub pin_note: Option<String>,
    /// Evidence of a group: its scheme.
    pub open: Option<EvidenceLink>,
}

/// Section of a collection.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareSection {
    pub title: String,
    /// Limits of the figures.
    pub lead: Option<String>,
    pub rows: Vec<CompareRow>,
}

/// Row of the comparison.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareRow {
    pub label: String,
    /// Explanation of the label.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub detail: Option<String>,
    /// Whether the sides differ.
    pub differs: bool,
    /// "same", "differs" or "named of each"; `None` for rows of all sides, and without data.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub word: Option<String>,
    /// One cell per side, or a single one if the row belongs to all sides together.
    pub cells: Vec<CompareCell>,
}

/// Cell of one side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareCell {
    /// Lines, at least one: missing data are stated.
    pub lines: Vec<CompareEntry>,
    /// Number of lines that are always shown.
    pub at_once: usize,
    /// Label of the button that shows the rest, if there is any.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub more: Option<String>,
}

/// Line of a cell.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct CompareEntry {
    pub mark: Option<Glyph>,
    pub text: String,
    /// Status, members or date; may be empty.
    pub detail: String,
    pub pages: String,
    pub open: Option<EvidenceLink>,
    /// Link to the list that a number counts.
    pub href: Option<String>,
    /// Accessible name; `None` if the visible text is sufficient.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub label: Option<String>,
    /// Whether the row gives it an accessible name, of its side, label and text.
    #[cfg_attr(feature = "author", serde(skip))]
    pub(super) is_named_by_row: bool,
}

/// Column of the comparison: a state, or a group with its members.
pub(super) struct CompareColumn {
    pub member: CompareItem,
    pub name: String,
    pub states: StateSet,
}

impl CompareColumn {
    /// Returns the index of the group, if it is one.
    pub fn group(&self) -> Option<u8> {
        if let CompareItem::Group(ix) = self.member { Some(ix) } else { None }
    }
}
