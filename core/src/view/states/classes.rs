//! Classes: states with equal records, instruments with the same parties.

#![allow(missing_docs, reason = "fields are named after what they show")]

use super::grouping_link::as_grouping;
use crate::analysis::parties;
use crate::columns::{record_classes, same_parties};
use crate::model::{InstrumentId, StateSet};
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::links::GoTo;
use crate::view::words::evidence_link::EvidenceLink;

/// Both lists of classes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct RecordClasses {
    pub title: String,
    /// How many classes there are, and which states stand alone.
    pub lead: String,
    pub heads: [String; 2],
    pub states: Vec<ClassRow>,
    /// Makes the classes a grouping.
    pub use_as: GoTo,
    pub instruments_title: String,
    pub instruments_lead: String,
    pub instrument_heads: [String; 2],
    pub instruments: Vec<ClassRow>,
}

/// A class.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct ClassRow {
    /// Members, each with its evidence.
    pub members: Vec<(String, EvidenceLink)>,
    /// What they have in common.
    pub common: String,
}

/// Builds the classes.
pub(super) fn classes(cx: ViewContext) -> RecordClasses {
    let (fmt, input) = (cx.formatter(), cx.state.column_input(cx.ds));
    let sets = record_classes(input);
    let (several, alone): (Vec<StateSet>, Vec<StateSet>) = sets.iter().partition(|set| set.len() > 1);
    let single = alone.iter().fold(StateSet::default(), |all, set| StateSet(all.0 | set.0));
    let common = |set: &StateSet| {
        let party = |i: &InstrumentId| parties(cx.ds, None, *i).and(*set) == *set;
        let all: Vec<_> = cx.ds.instrument_ids().filter(party).collect();
        format!("{}: {}", fmt.number(all.len()), fmt.instruments(all))
    };
    let row = |set: &StateSet| ClassRow {
        members: fmt
            .sorted(*set)
            .into_iter()
            .map(|state| (fmt.state(state), cx.evidence_link(Evidence::State(state))))
            .collect(),
        common: common(set),
    };
    let numbered =
        |(ix, set): (usize, &StateSet)| (fmt.format(Key::ClassN, &[("n", &fmt.number(ix + 1))]), *set);
    let groups: Vec<_> = sets.iter().enumerate().map(numbered).collect();
    let lead = [("n", &*fmt.number(several.len())), ("list", &*fmt.states(single))];
    let key = if single.is_empty() { Key::ClassesLeadNone } else { Key::ClassesLead };
    let pairs = same_parties(input);
    let instrument_row = |(states, instruments): &(StateSet, Vec<InstrumentId>)| ClassRow {
        members: instruments
            .iter()
            .map(|id| (fmt.instrument(*id), cx.evidence_link(Evidence::Instrument(*id))))
            .collect(),
        common: format!("{}: {}", fmt.k_of_m(states.len(), cx.ds.states.len()), fmt.states(*states)),
    };
    RecordClasses {
        title: fmt.text(Key::ClassesTitle),
        lead: fmt.format(key, &lead),
        heads: [Key::TableStates, Key::MeasureShared].map(|key| fmt.text(key)),
        states: several.iter().chain(&alone).map(row).collect(),
        use_as: GoTo { label: fmt.text(Key::UseAsGrouping), href: as_grouping(cx, &groups) },
        instruments_title: fmt.text(Key::SameParties),
        instruments_lead: fmt.format(Key::SamePartiesLead, &[("n", &fmt.number(pairs.len()))]),
        instrument_heads: [Key::TableInstruments, Key::AboutStanding].map(|key| fmt.text(key)),
        instruments: pairs.iter().map(instrument_row).collect(),
    }
}
