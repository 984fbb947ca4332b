//! What the report says and reports, as given: findings, laws, assistance, positions, working groups, events, figures.

use serde::Serialize;

use super::super::common::{Text, Unnamed};
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// A row of Annex B.
    RawIndicator {
        /// Id.
        id: String,
        /// Name.
        name: Text,
        /// Stock or flow.
        kind: IndicatorKind,
        /// Number of persons, as printed.
        value: u64,
        /// Unit.
        unit: Text,
        /// EDTF date or period.
        at: String,
        /// Definition in our words.
        definition: Text,
        /// Who supplied the data, in our words.
        data_from: Text,
        /// A cumulative total that the footnote gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cumulative: Option<RawCumulative>,
        /// What it covers.
        scope: Text,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A cumulative total.
    RawCumulative {
        /// Number of persons.
        value: u64,
        /// EDTF date.
        at: String,
    }
    /// One statement that the report makes or reports.
    RawFinding {
        /// Paragraph or footnote id, a dot, and an ordinal.
        id: String,
        /// Section id: that of its first source.
        section: String,
        /// What kind of statement.
        polarity: Polarity,
        /// Who says it.
        voices: Vec<RawVoice>,
        /// Whom it is about.
        scope: RawScope,
        /// Theme ids, the most specific first.
        themes: Vec<String>,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Ids of the actors that it names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        actors[optional]: Vec<String>,
        /// Who is asked: actor or state ids, or `cis-governments`, `donors`, `ngos`, `international-organisations`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        addressees[optional]: Vec<String>,
        /// A number that it gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<RawQuantity>,
        /// How it stands to other findings.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        relates[optional]: Vec<RawRelation>,
        /// Said or read between the lines.
        certainty: Certainty,
        /// When.
        period: Vec<Period>,
        /// The statement in our words, at most 40 of them.
        summary: Text,
        /// Sources: one or two.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who says it.
    RawVoice {
        /// Kind.
        kind: VoiceKind,
        /// Whose government or NGOs: state id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<String>,
        /// Actor id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        actor: Option<String>,
        /// How many of the kind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantifier: Option<Quantifier>,
        /// How many, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// State ids of those that the report excepts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except[optional]: Vec<String>,
        /// Among whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
    /// Whom a finding is about.
    RawScope {
        /// Kind.
        kind: ScopeKind,
        /// State ids that it names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        states[optional]: Vec<String>,
        /// State ids of those that the report excepts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except[optional]: Vec<String>,
        /// How many, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// Among whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
    /// A number that a finding gives.
    RawQuantity {
        /// The number as printed.
        value: u64,
        /// How it is meant.
        bound: Bound,
        /// Of what.
        unit: Text,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    }
    /// How one finding stands to another.
    RawRelation {
        /// How.
        kind: RelationKind,
        /// Id of the other.
        finding: String,
    }
    /// National legislation.
    RawLaw {
        /// Id.
        id: String,
        /// State id.
        state: String,
        /// Name in our words.
        name: Text,
        /// Kind.
        kind: LawKind,
        /// How far it has come.
        status: LawStatus,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// Theme ids.
        themes: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who helped whom.
    RawAssistance {
        /// Id.
        id: String,
        /// Actor, country or state ids of who helps.
        from: Vec<String>,
        /// State ids of who is helped; none where the report does not name them.
        to: Vec<String>,
        /// Kind.
        kind: AssistanceKind,
        /// Subject.
        subject: Text,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// Was to come in early 2000.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        planned[optional]: bool,
        /// Theme ids.
        themes: Vec<String>,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who endorses or doubts an approach to the future.
    RawPosition {
        /// Id.
        id: String,
        /// Who holds it; not with `all`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holder: Option<RawHolder>,
        /// Everybody holds it, according to the report.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all[optional]: bool,
        /// Which approach.
        approach: Approach,
        /// How far.
        stance: Stance,
        /// On what condition, for what reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        condition: Option<Text>,
        /// State ids of those with whom.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with[optional]: Vec<String>,
        /// Scheme id, a colon, group id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// Whether the report prints it.
        basis: Basis,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Who holds a position.
    RawHolder {
        /// Kind.
        kind: VoiceKind,
        /// State id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<String>,
        /// Actor id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        actor: Option<String>,
        /// Not named by the report.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unnamed: Option<Unnamed>,
    }
    /// A working group.
    RawWorkingGroup {
        /// Id.
        id: String,
        /// Name.
        name: Text,
        /// Whose.
        kind: GroupKind,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        founded: Option<String>,
        /// Who led it.
        leads: Vec<RawLead>,
        /// Note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A lead of a working group.
    RawLead {
        /// Actor id.
        actor: String,
        /// What it does.
        role: LeadRole,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }
    /// A dated event.
    RawEvent {
        /// Id.
        id: String,
        /// EDTF date.
        date: String,
        /// EDTF date of its end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<String>,
        /// Place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<Text>,
        /// Was to come in early 2000.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        planned[optional]: bool,
        /// What happened.
        title: Text,
        /// State ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        states[optional]: Vec<String>,
        /// Actor ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        actors[optional]: Vec<String>,
        /// Sources.
        sources: Vec<String>,
        /// Caveats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
}
