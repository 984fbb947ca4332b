//! What a brief says, part by part.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::text::{Key, Lang};
use crate::view::context::ViewContext;
use crate::view::links::NavItem;
use crate::view::parts::lines::LineGroup;
use crate::view::words::evidence_link::EvidenceLink;
use crate::view::words::glyph::{Glyph, LegendItem};

/// View model of the briefs.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct Brief {
    pub title: String,
    pub sentences: Vec<String>,
    /// Accessible name of the choice of languages.
    pub languages_label: String,
    /// The language of the page, or both languages.
    pub languages: Vec<NavItem>,
    pub print: String,
    pub pages: Vec<BriefPage>,
}

/// A brief: it begins on a new sheet.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BriefPage {
    #[cfg_attr(feature = "author", serde(skip))]
    pub lang: Lang,
    pub title: String,
    /// Members of a group, and whether they are inferred.
    pub subtitle: String,
    /// What the page is, and the date of knowledge.
    pub about: [String; 2],
    pub parts: Vec<BriefPart>,
    pub legend_name: String,
    /// Marks of the treaties, as far as they occur. All other marks stand beside their words.
    pub legend: Vec<LegendItem>,
    /// Limits of the data.
    pub limits: String,
    /// The report, its date, the version of the data.
    pub source: String,
    /// Before the link.
    pub link_label: String,
    /// Link to this brief alone.
    pub link: String,
}

/// A part of a brief.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BriefPart {
    pub title: String,
    /// Number of entries, or "k of m"; may be empty.
    pub n: String,
    /// Note below the heading; may be empty.
    pub lead: String,
    pub content: BriefContent,
}

/// The content of a part.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum BriefContent {
    /// The instruments of a state.
    Treaties(BriefTreaties),
    /// The instruments of several states.
    Matrix(BriefMatrix),
    Lines(Vec<LineGroup>),
}

/// The instruments of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BriefTreaties {
    pub heads: [String; 4],
    pub rows: Vec<BriefTreaty>,
    /// Notes on dates, each with its letter.
    pub notes: Vec<String>,
}

/// An instrument and the party status of a state.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BriefTreaty {
    pub mark: Glyph,
    pub label: String,
    pub name: String,
    /// Party status in words, with the page that tells when the state joined.
    pub status: String,
    /// Treaty actions with the letters of their notes; empty without one.
    pub dates: String,
    pub open: EvidenceLink,
}

/// The instruments of several states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BriefMatrix {
    pub head: String,
    /// ISO code and name of each state.
    pub states: Vec<(String, String)>,
    pub total: String,
    pub rows: Vec<BriefMatrixRow>,
}

/// An instrument and the party status of several states.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct BriefMatrixRow {
    pub label: String,
    pub short: String,
    /// Mark and word of each state.
    pub cells: Vec<(Glyph, String, EvidenceLink)>,
    /// `3 of 5`.
    pub total: String,
}

impl BriefPart {
    /// Creates a part of lines, without empty groups.
    pub(super) fn lines(cx: ViewContext, title: Key, groups: Vec<LineGroup>) -> Self {
        let groups: Vec<_> = groups.into_iter().filter(|group| !group.lines.is_empty()).collect();
        let n: usize = groups.iter().map(|group| group.lines.len()).sum();
        let fmt = cx.formatter();
        Self {
            title: fmt.text(title),
            n: fmt.number(n),
            lead: String::new(),
            content: BriefContent::Lines(groups),
        }
    }

    /// Whether it has nothing to say.
    pub(super) fn is_empty(&self) -> bool {
        matches!(&self.content, BriefContent::Lines(groups) if groups.is_empty())
    }
}
