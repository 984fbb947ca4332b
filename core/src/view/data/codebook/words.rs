//! Values of the fields with closed lists, with their labels; the ids are those of the bundle.

use super::field::FieldWords;
use crate::text::Key;

macro_rules! words {
    ($($name:ident: $($id:literal $key:ident),*;)*) => {$(
        pub(super) static $name: FieldWords = &[$(($id, Key::$key)),*];
    )*};
}

words! {
    PERIOD: "before" PeriodBefore, "preparatory" PeriodPreparatory, "during" PeriodDuring, "after" PeriodAfter;
    ACTOR: "organisation" VoiceOrganisation, "ngo" VoiceNgo, "country" ActorCountry, "process-body" ActorProcessBody,
        "state-body" ActorStateBody, "national-society" ActorNationalSociety, "other" ActorOther;
    ACT: "accession" Accession, "ratification" Ratification;
    BASIS: "printed" BasisPrinted, "inferred" BasisInferred;
    STATUS: "attempted" StatusAttempted, "negotiating" StatusNegotiating, "concluded" StatusConcluded,
        "signed" StatusSigned, "partly-ratified" StatusPartlyRatified, "ratified" StatusRatified,
        "in-force" StatusInForce, "unstated" StatusUnstated;
    BODY_EVENT: "existing" EventExisting, "created" EventCreated, "reorganised" EventReorganised,
        "dissolved" EventDissolved, "planned" EventPlanned;
    EVENT: "process" KindProcess, "agreement" KindAgreement, "body-or-law" KindBodyOrLaw,
        "assistance" KindAssistance, "ngo" KindNgo, "publication" KindPublication;
    INDICATOR: "stock" KindStock, "flow" KindFlow;
    LAW: "law" LawLaw, "legislation" LawLegislation, "decree" LawDecree, "regulation" LawRegulation,
        "programme" LawProgramme;
    LAW_STATUS: "in-force" LawInForce, "adopted" LawAdopted, "draft" LawDraft, "under-revision" LawUnderRevision,
        "adopted-or-draft" LawAdoptedOrDraft;
    HELP: "training" AssistTraining, "study-visit" AssistStudyVisit, "expert-opinion" AssistExpertOpinion,
        "equipment" AssistEquipment, "funding" AssistFunding, "project" AssistProject, "liaison" AssistLiaison;
    APPROACH: "sub-regional" ApproachSubRegional, "state-centric" ApproachStateCentric, "west" ApproachWest,
        "status-quo" ApproachStatusQuo, "several-levels" ApproachSeveralLevels;
    STANCE: "endorses" StanceEndorses, "endorses-in-part" StanceInPart, "suggests-with-doubt" StanceDoubt,
        "opposes" StanceOpposes;
    VOICE: "government" VoiceGovernment, "ngo" VoiceNgo, "organisation" VoiceOrganisation, "donor" VoiceDonor,
        "expert" VoiceExpert, "evaluator" VoiceEvaluator;
    GROUP: "ngo" GroupOfNgos, "governmental" GroupOfGovernments;
    ROLE: "lead" RoleLead, "de-facto" RoleDeFacto, "facilitator" RoleFacilitator, "topic" RoleTopic;
    POLARITY: "achievement" Achievement, "obstacle" Obstacle, "need" Need, "proposal" Proposal, "fact" Fact;
    QUANTIFIER: "all" QuantifierAll, "most" QuantifierMost, "some" QuantifierSome, "one" QuantifierOne;
    SCOPE_KIND: "named" ScopeNamed, "all" ScopeAll, "most" ScopeMost, "some" ScopeSome, "not-about-states" ScopeNone;
    BOUND: "exactly" WordExactly, "at-least" WordAtLeast, "about" WordAbout;
    RELATION: "opposes" RelationOpposes, "supports" RelationSupports, "exception-to" RelationException;
    CERTAINTY: "explicit" CertaintyExplicit, "inferred" CertaintyInferred;
}
