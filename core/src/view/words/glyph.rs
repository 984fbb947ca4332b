//! Glyphs: each kind of cell differs in shape, not in colour alone.

#![allow(missing_docs, reason = "fields are named after what they show")]

/// Glyph that the app draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum Glyph {
    /// Disc.
    Party,
    /// Disc with a round hole.
    JoinedReport,
    /// Disc with a notch.
    JoinedTreaty,
    /// Dash.
    Not,
    /// Square.
    PartyOn,
    /// Square with a bar.
    JoinedOn,
    /// Small dot.
    NotMentioned,
    /// Hatching: excluded by the filter.
    NotApplicable,
    /// Triangle, open.
    Attempted,
    /// Dashed ring.
    Negotiating,
    /// Ring with a dot.
    Concluded,
    /// Ring.
    Signed,
    /// Half disc.
    PartlyRatified,
    /// Full disc.
    Ratified,
    /// Full square.
    InForce,
    /// Question mark.
    Unstated,
    /// Stock: disc.
    Stock,
    /// Flow: arrow head.
    Flow,
    /// Cumulative total: open lozenge.
    Total,
    /// Tick.
    Achievement,
    /// Line against a wall.
    Obstacle,
    /// Cross.
    Need,
    /// Arrow.
    Proposal,
    /// Small square.
    Fact,
    /// Disc.
    Endorses,
    /// Half disc.
    EndorsesInPart,
    /// Question mark.
    WithDoubt,
    /// Cross of strokes.
    Opposes,
}

/// Entry of a legend.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LegendItem {
    pub mark: Glyph,
    /// Meaning of the glyph.
    pub word: String,
    /// A shorter form, for a phone or a projector.
    #[cfg_attr(feature = "author", serde(skip_serializing_if = "Option::is_none"))]
    pub short: Option<String>,
}

impl LegendItem {
    /// Creates an entry without a shorter form.
    pub(crate) fn new(mark: Glyph, word: String) -> Self {
        Self { mark, word, short: None }
    }
}
