//! What the perspectives show.

#![allow(missing_docs, reason = "fields are named after what they show")]

use crate::model::VoiceKind;
use crate::view::words::evidence_link::EvidenceLink;

/// Mark of a finding by its voice: boxes that differ in shape. Each has one meaning in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum FindingMark {
    /// Solid box.
    ByGovernments,
    /// Hollow box.
    ByNgos,
    /// Box with a solid lower half.
    ByOrganisations,
    /// Box with a bar across.
    ByDonors,
    /// Box with a diagonal.
    ByExperts,
    /// Box open to the right.
    ByAuthor,
    /// Wash of a row on which one voice alone has findings.
    OneSide,
}

impl FindingMark {
    /// Every mark.
    pub const ALL: [Self; 7] = [
        Self::ByGovernments,
        Self::ByNgos,
        Self::ByOrganisations,
        Self::ByDonors,
        Self::ByExperts,
        Self::ByAuthor,
        Self::OneSide,
    ];

    /// Returns the mark of a voice.
    pub(super) fn of(voice: VoiceKind) -> Self {
        match voice {
            VoiceKind::Government => Self::ByGovernments,
            VoiceKind::Ngo => Self::ByNgos,
            VoiceKind::Organisation => Self::ByOrganisations,
            VoiceKind::Donor => Self::ByDonors,
            VoiceKind::Expert => Self::ByExperts,
            VoiceKind::Evaluator => Self::ByAuthor,
        }
    }
}

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
    /// Label of the menu of voices.
    pub compared: String,
    /// The voices side by side, in short.
    pub compared_value: String,
    pub voices: Vec<VoiceOption>,
    /// Label of the filter of themes.
    pub choices_name: String,
    /// Says before the filter of themes that only a choice is counted; `None` for all findings.
    pub choices_lead: Option<String>,
    pub choices: Vec<ThemeChoice>,
    pub caption: String,
    pub theme_head: String,
    pub heads: Vec<KindHead>,
    pub rows: Vec<ThemeRow>,
    /// Most units in a line; more go on in the next.
    pub per_line: usize,
    pub legend_name: String,
    pub legend: Vec<MarkItem>,
    /// How a finding with two themes is counted.
    pub twice: String,
    /// The selected theme; `None` if none is selected or its row is not shown.
    pub side: Option<SideBySide>,
    /// Message if there is no row.
    pub no_row: Option<String>,
    /// Message if no finding matches.
    pub empty: Option<String>,
}

/// Voice in the menu.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct VoiceOption {
    pub label: String,
    /// Number of its findings.
    pub n: usize,
    /// Whether it is side by side with others.
    pub on: bool,
    /// Whether it is the only one, which cannot be removed.
    pub is_last: bool,
    /// Command that adds or removes it.
    #[cfg_attr(feature = "author", serde(skip))]
    pub command: String,
}

/// Choice of themes by the voices that spoke.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ThemeChoice {
    pub label: String,
    /// Number of themes; `None` for all.
    pub n: Option<usize>,
    pub current: bool,
    /// `None` if it would leave no theme.
    pub href: Option<String>,
}

/// Head of a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct KindHead {
    pub kind: String,
    /// Numbers of findings by voice, each finding once: "29 · 10".
    pub counts: String,
    /// The same with the names of the voices.
    pub label: String,
}

/// Row of a theme.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ThemeRow {
    pub theme: String,
    /// Numbers of findings by voice.
    pub by: String,
    /// Remark if one voice alone, or none, has findings.
    pub remark: Option<String>,
    /// Whether one voice alone has findings.
    pub one_side: bool,
    /// Whether the theme is selected.
    pub current: bool,
    /// Link that selects the theme, or deselects it.
    pub href: String,
    /// One cell per kind, in it one line per voice.
    pub cells: Vec<Vec<UnitLine>>,
}

/// Findings of a voice and kind on a theme, one unit each.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct UnitLine {
    pub mark: FindingMark,
    pub voice: String,
    /// Number of findings.
    pub n: usize,
    /// Link to the findings; `None` for 0.
    pub href: Option<String>,
    /// Accessible name.
    pub label: String,
}

/// Entry of the legend.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct MarkItem {
    pub mark: FindingMark,
    pub word: String,
    /// A shorter form, for a phone.
    pub short: String,
}

/// A theme with its voices side by side.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideBySide {
    pub title: String,
    pub close: String,
    pub close_href: String,
    /// Says that summaries are ours.
    pub paraphrased: String,
    /// Mark of each voice, its name with the number of its findings.
    pub heads: Vec<(FindingMark, String)>,
    pub kinds: Vec<SideKind>,
    /// Findings that agree, and those set against each other.
    pub relations: Vec<SideRelation>,
    /// Link to all findings; `None` if there are none.
    pub all: Option<(String, String)>,
}

/// Kind of finding with a cell for each voice.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideKind {
    pub kind: String,
    pub cells: Vec<SideCell>,
}

/// First finding of a voice and kind.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub enum SideCell {
    /// The voice has none.
    Silent { voice: String, silence: String },
    /// The first in the report's order.
    First {
        voice: String,
        summary: String,
        pages: String,
        open: EvidenceLink,
        /// Label of and link to all of the voice and kind, if there are more.
        all: Option<(String, String)>,
    },
}

/// Findings of different voices that the data relate.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct SideRelation {
    /// "Agree: 2".
    pub label: String,
    /// Both voices and the page, with the evidence of the finding that holds the relation.
    pub pairs: Vec<(String, EvidenceLink)>,
}
