//! Keys of the names of kinds that a search reads and views show.

use crate::model::{Approach, AssistanceKind, LawKind};
use crate::text::Key;

/// Key of a law's kind.
pub(crate) fn law_kind(kind: LawKind) -> Key {
    match kind {
        LawKind::Law => Key::LawLaw,
        LawKind::Legislation => Key::LawLegislation,
        LawKind::Decree => Key::LawDecree,
        LawKind::Regulation => Key::LawRegulation,
        LawKind::Programme => Key::LawProgramme,
    }
}

/// Key of a kind of assistance.
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

/// Key of an approach.
pub(crate) fn approach_name(approach: Approach) -> Key {
    match approach {
        Approach::SubRegional => Key::ApproachSubRegional,
        Approach::StateCentric => Key::ApproachStateCentric,
        Approach::West => Key::ApproachWest,
        Approach::StatusQuo => Key::ApproachStatusQuo,
        Approach::SeveralLevels => Key::ApproachSeveralLevels,
    }
}
