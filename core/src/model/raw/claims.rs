//! The report's content, raw.
//!
//! Findings, laws, assistance, positions, working groups, events, figures.
#![allow(missing_docs, reason = "fields are named after the format in docs/data.md")]

use serde::Serialize;

use super::super::common::{Text, Unnamed};
use super::super::node::JsonNode;
use super::super::path::Path;
use super::super::read::{BundleReader, Read};
use super::super::terms::*;

raw_record! {
    /// A row of Appendix B.
    RawIndicator {
        id: String,
        name: Text,
        /// Stock or flow.
        kind: IndicatorKind,
        /// Number of persons, as printed.
        value: u64,
        unit: Text,
        /// EDTF date or period.
        at: String,
        /// Definition in this project's words.
        definition: Text,
        /// The definition without the date, as the picture shows it: at most 70 characters.
        short: Text,
        /// Who supplied the data, in this project's words.
        data_from: Text,
        /// A cumulative total that the footnote gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cumulative: Option<RawCumulative>,
        /// What it covers.
        scope: Text,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
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
    /// A statement that the report makes or quotes.
    RawFinding {
        /// Paragraph or footnote id, a dot, and an ordinal.
        id: String,
        /// Section id: that of its first source.
        section: String,
        polarity: Polarity,
        /// Voices that make the statement.
        voices: Vec<RawVoice>,
        /// States that it is about.
        scope: RawScope,
        /// Theme ids, the most specific first.
        themes: Vec<String>,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Ids of the actors that it names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        actors[optional]: Vec<String>,
        /// Actors, states, `cis-governments`, `donors`, `ngos` or `international-organisations`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        addressees[optional]: Vec<String>,
        /// A number that it gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<RawQuantity>,
        /// Relations to other findings.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        relates[optional]: Vec<RawRelation>,
        /// Explicit, or inferred by this project.
        certainty: Certainty,
        /// Periods that it falls into.
        period: Vec<Period>,
        /// The statement in this project's words, at most 40 words.
        summary: Text,
        /// Ids of the sources; one or two.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A voice: a government, an organisation or another source of a statement.
    RawVoice {
        kind: VoiceKind,
        /// State id of the government or NGOs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<String>,
        /// Actor id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        actor: Option<String>,
        /// Share of the kind that speaks, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantifier: Option<Quantifier>,
        /// Number of them, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// State ids of those that the report excepts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except[optional]: Vec<String>,
        /// The set that they belong to, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
    /// The states that a finding is about.
    RawScope {
        kind: ScopeKind,
        /// State ids that it names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        states[optional]: Vec<String>,
        /// State ids of those that the report excepts.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except[optional]: Vec<String>,
        /// Number of them, where printed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u16>,
        /// The set that they belong to, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        among: Option<Text>,
    }
    /// A number that a finding gives.
    RawQuantity {
        /// The number as printed.
        value: u64,
        /// Whether the number is exact, a minimum or approximate.
        bound: Bound,
        /// Unit that is counted.
        unit: Text,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    }
    /// Relation of one finding to another.
    RawRelation {
        kind: RelationKind,
        /// Id of the other finding.
        finding: String,
    }
    /// National legislation.
    RawLaw {
        id: String,
        /// State id.
        state: String,
        /// Name in this project's words.
        name: Text,
        kind: LawKind,
        /// How far it has come.
        status: LawStatus,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// Theme ids.
        themes: Vec<String>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Assistance given to states.
    RawAssistance {
        id: String,
        /// Ids of the actors, countries or states that give it.
        from: Vec<String>,
        /// Ids of the states that receive it; empty if the report does not name them.
        to: Vec<String>,
        kind: AssistanceKind,
        subject: Text,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// Still to come in early 2000.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        planned[optional]: bool,
        /// Theme ids.
        themes: Vec<String>,
        /// Population ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        populations[optional]: Vec<String>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A position on an approach to the future.
    RawPosition {
        id: String,
        /// Holder of the position; excludes `all`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holder: Option<RawHolder>,
        /// Everybody holds it, according to the report.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all[optional]: bool,
        approach: Approach,
        stance: Stance,
        /// Condition or reason that the holder gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        condition: Option<Text>,
        /// What a cell of the matrix shows: at most 60 characters in English, 70 in Russian.
        short: Text,
        /// Ids of the states with which cooperation is wanted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with[optional]: Vec<String>,
        /// Scheme id, a colon, group id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// Whether the report prints it.
        basis: Basis,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// Holder of a position.
    RawHolder {
        kind: VoiceKind,
        /// State id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<String>,
        /// Actor id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        actor: Option<String>,
        /// Set if the report does not name the holder.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unnamed: Option<Unnamed>,
    }
    /// A working group.
    RawWorkingGroup {
        id: String,
        name: Text,
        /// Whether it is of NGOs or of governments.
        kind: GroupKind,
        /// EDTF date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        founded: Option<String>,
        /// Its leads, past and present.
        leads: Vec<RawLead>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
    /// A lead of a working group.
    RawLead {
        /// Actor id.
        actor: String,
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
        id: String,
        /// EDTF date.
        date: String,
        /// EDTF date of its end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<Text>,
        /// Still to come in early 2000.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        planned[optional]: bool,
        /// What it belongs to.
        kind: EventKind,
        /// What happened, in a few words.
        title: Text,
        /// What the timeline shows, without the date: at most 24 characters.
        short: Text,
        /// State ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        states[optional]: Vec<String>,
        /// Actor ids.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        actors[optional]: Vec<String>,
        /// Ids of paragraphs, footnotes or references; at least one.
        sources: Vec<String>,
        /// Ids of caveats of `meta.caveats`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caveats[optional]: Vec<String>,
    }
}
