//! Text keys for the names of kinds, used by search and views.

use crate::model::{Approach, AssistanceKind, LawKind};
use crate::text::Key;

/// Returns the name of a kind of law.
pub(crate) fn law_kind(kind: LawKind) -> Key {
    match kind {
        LawKind::Law => Key::LawLaw,
        LawKind::Legislation => Key::LawLegislation,
        LawKind::Decree => Key::LawDecree,
        LawKind::Regulation => Key::LawRegulation,
        LawKind::Programme => Key::LawProgramme,
    }
}

/// Returns the name of a kind of assistance.
pub(crate) fn assistance_kind(kind: AssistanceKind) -> Key {
    match kind {
        AssistanceKind::Training => Key::AssistTraining,
        AssistanceKind::StudyVisit => Key::AssistStudyVisit,
        AssistanceKind::ExpertOpinion => Key::AssistExpertOpinion,
        AssistanceKind::Equipment => Key::AssistEquipment,
        AssistanceKind::Funding => Key::AssistFunding,
        AssistanceKind::Project => Key::AssistProject,
        AssistanceKind::Liaison => Key::AssistLiaison,
    }
}

/// Returns the name of an approach.
pub(crate) fn approach_name(approach: Approach) -> Key {
    match approach {
        Approach::SubRegional => Key::ApproachSubRegional,
        Approach::StateCentric => Key::ApproachStateCentric,
        Approach::West => Key::ApproachWest,
        Approach::StatusQuo => Key::ApproachStatusQuo,
        Approach::SeveralLevels => Key::ApproachSeveralLevels,
    }
}
