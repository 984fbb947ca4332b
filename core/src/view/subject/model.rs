//! View model of a subject's page.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::lines::{Line, LineGroup, none_named};
use crate::view::parts::state_menu::StateOption;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// View model of a subject's page.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StatePage {
    pub title: String,
    /// Summary in complete sentences, fit for minutes.
    pub sentences: Vec<String>,
    /// Limits of the counts; `None` if nothing is counted.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub limits: Option<String>,
    pub group: Option<String>,
    /// Index of the group's hue.
    pub hue: Option<usize>,
    /// Label of the menu of states; `None` if there is no menu.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub menu: Option<String>,
    /// States, after the empty option.
    pub options: Vec<StateOption>,
    /// Accessible name of the links to other subjects.
    pub others_label: String,
    /// Links to the previous and next subject and further pages; to all states if none is selected.
    pub others: Vec<NavItem>,
    /// Prompt to select a state.
    pub ask: Option<String>,
    /// Heading of the table of contents.
    pub contents: String,
    /// Shown above the sections; only a state and a theme have it.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub answer: Option<StateAnswer>,
    pub sections: Vec<StateSection>,
}

/// The answer at the top of the page of a state or a theme.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateAnswer {
    /// Accessible name of the legend.
    pub legend_name: String,
    /// The marks of the strip.
    pub legend: Vec<LegendItem>,
    /// A note beside the marks.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub legend_note: Option<String>,
    /// Accessible name of the strip.
    pub treaties_title: String,
    /// The strip of a state.
    pub treaties: Vec<TreatyMark>,
    /// The strip of a theme.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Vec::is_empty"))]
    pub counts: Vec<StateCount>,
    pub facts: Vec<FirstLines>,
    /// What each side says: the first finding of each kind.
    pub voices: Vec<FirstLines>,
}

/// Party status of a state under an instrument, as a mark.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct TreatyMark {
    pub label: String,
    pub short: String,
    pub mark: Glyph,
    /// Party status in words.
    pub word: String,
    pub open: EvidenceLink,
}

/// Number of findings on a theme that concern a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateCount {
    /// ISO code.
    pub code: String,
    /// Accessible name: code, name and number.
    pub label: String,
    /// 0 is shown as the mark of what is not mentioned.
    pub n: usize,
    /// Link to these findings.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub href: Option<String>,
}

/// First lines of a section.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct FirstLines {
    /// Id of the section.
    pub id: &'static str,
    pub title: String,
    /// Number of all its data.
    pub n: String,
    pub lines: Vec<Line>,
    /// Label of the button that leads to the section, if it has more lines.
    #[cfg_attr(feature = "author", serde(serialize_with = "crate::view::words::json::or_empty"))]
    pub more: Option<String>,
}

/// Section of a collection.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct StateSection {
    /// Id of the element, for links within the page.
    pub id: &'static str,
    pub title: String,
    /// Number of lines, or "k of m".
    pub n: String,
    /// Note below the heading.
    pub lead: Option<String>,
    pub groups: Vec<LineGroup>,
}

/// Returns a section of the non-empty groups; without any line it states that nothing is named.
pub(super) fn section(cx: ViewContext, id: &'static str, title: Key, groups: Vec<LineGroup>) -> StateSection {
    let n: usize = groups.iter().map(|group| group.lines.len()).sum();
    let groups: Vec<_> = groups.into_iter().filter(|group| !group.lines.is_empty()).collect();
    let silent = LineGroup { title: None, lines: vec![none_named(cx)] };
    StateSection {
        id,
        title: cx.formatter().text(title),
        n: cx.formatter().number(n),
        lead: None,
        groups: if groups.is_empty() { vec![silent] } else { groups },
    }
}
