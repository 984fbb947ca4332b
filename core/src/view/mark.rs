//! Shapes. Each state of a cell differs in shape, not in colour alone.

use crate::analysis::Standing;
use crate::model::AgreementStatus;
use crate::text::Key;

/// A shape that the app draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
#[cfg_attr(feature = "author", serde(rename_all = "kebab-case"))]
pub enum Mark {
    /// Disc.
    Party,
    /// Disc with a round hole.
    JoinedReport,
    /// Disc with a bar.
    JoinedTreaty,
    /// Dash.
    Not,
    /// Square.
    PartyOn,
    /// Square with a bar.
    JoinedOn,
    /// Small dot.
    NotMentioned,
    /// Hatching: left out by the choice.
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

/// A line of a legend.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct LegendItem {
    /// Shape.
    pub mark: Mark,
    /// Its meaning.
    pub word: String,
}

/// Shape and word of a standing.
pub(super) fn of_standing(standing: Standing) -> (Mark, Key) {
    match standing {
        Standing::Party => (Mark::Party, Key::Party),
        Standing::PartyBefore => (Mark::Party, Key::PartyBefore),
        Standing::JoinedReport => (Mark::JoinedReport, Key::JoinedReport),
        Standing::JoinedTreaty => (Mark::JoinedTreaty, Key::JoinedTreaty),
        Standing::Not => (Mark::Not, Key::NotParty),
        Standing::PartyOn => (Mark::PartyOn, Key::PartyOn),
        Standing::JoinedOn => (Mark::JoinedOn, Key::JoinedOn),
        Standing::NotOn => (Mark::Not, Key::NotPartyOn),
    }
}

/// Shape and word of an agreement's status.
pub(super) fn of_status(status: AgreementStatus) -> (Mark, Key) {
    match status {
        AgreementStatus::Attempted => (Mark::Attempted, Key::StatusAttempted),
        AgreementStatus::Negotiating => (Mark::Negotiating, Key::StatusNegotiating),
        AgreementStatus::Concluded => (Mark::Concluded, Key::StatusConcluded),
        AgreementStatus::Signed => (Mark::Signed, Key::StatusSigned),
        AgreementStatus::PartlyRatified => (Mark::PartlyRatified, Key::StatusPartlyRatified),
        AgreementStatus::Ratified => (Mark::Ratified, Key::StatusRatified),
        AgreementStatus::InForce => (Mark::InForce, Key::StatusInForce),
        AgreementStatus::Unstated => (Mark::Unstated, Key::StatusUnstated),
    }
}
