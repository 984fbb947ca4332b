//! Index from a source (paragraph, footnote, reference) to the data coded from it.
#![allow(missing_docs, reason = "variants are named after the collections")]

use crate::model::*;

/// A datum of any collection that has sources.
///
/// The definitions of the periods are not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Datum {
    Finding(FindingId),
    /// The central body of a state.
    State(StateId),
    Instrument(InstrumentId),
    /// A cell of the table of instruments.
    Cell(StateId, InstrumentId),
    Agreement(AgreementId),
    Body(BodyId),
    Scheme(SchemeId),
    /// A row of Appendix B.
    Indicator(IndicatorId),
    Law(LawId),
    Assistance(AssistanceId),
    Position(PositionId),
    WorkingGroup(WorkingGroupId),
    Event(EventId),
    Caveat(CaveatId),
}

impl Datum {
    /// Iterates over every datum, in the order of the variants and, within each, of the dataset.
    pub fn all(ds: &Dataset) -> impl Iterator<Item = Datum> + '_ {
        fn ids<I: From<usize>>(len: usize, datum: fn(I) -> Datum) -> impl Iterator<Item = Datum> {
            (0..len).map(move |ix| datum(I::from(ix)))
        }
        let cells = ds
            .all_states()
            .iter()
            .flat_map(|state| ds.instrument_ids().map(move |instrument| Datum::Cell(state, instrument)));
        ids(ds.findings.len(), Datum::Finding)
            .chain(ids(ds.states.len(), Datum::State))
            .chain(ids(ds.instruments.len(), Datum::Instrument))
            .chain(cells)
            .chain(ids(ds.agreements.len(), Datum::Agreement))
            .chain(ids(ds.bodies.len(), Datum::Body))
            .chain(ids(ds.schemes.len(), Datum::Scheme))
            .chain(ids(ds.indicators.len(), Datum::Indicator))
            .chain(ids(ds.laws.len(), Datum::Law))
            .chain(ids(ds.assistance.len(), Datum::Assistance))
            .chain(ids(ds.positions.len(), Datum::Position))
            .chain(ids(ds.working_groups.len(), Datum::WorkingGroup))
            .chain(ids(ds.events.len(), Datum::Event))
            .chain(ids(ds.caveats.len(), Datum::Caveat))
    }

    /// Returns sources and caveats; `None` for a caveat, which has sources only.
    pub fn provenance(self, ds: &Dataset) -> Option<&Provenance> {
        Some(match self {
            Self::Finding(id) => &ds.finding(id).provenance,
            Self::State(id) => &ds.state(id).provenance,
            Self::Instrument(id) => &ds.instrument(id).provenance,
            Self::Cell(state, instrument) => &ds.cell(state, instrument).provenance,
            Self::Agreement(id) => &ds.agreement(id).provenance,
            Self::Body(id) => &ds.body(id).provenance,
            Self::Scheme(id) => &ds.scheme(id).provenance,
            Self::Indicator(id) => &ds.indicator(id).provenance,
            Self::Law(id) => &ds.law(id).provenance,
            Self::Assistance(id) => &ds.help(id).provenance,
            Self::Position(id) => &ds.position(id).provenance,
            Self::WorkingGroup(id) => &ds.working_group(id).provenance,
            Self::Event(id) => &ds.event(id).provenance,
            Self::Caveat(_) => return None,
        })
    }

    /// Returns the sources of the datum.
    pub fn sources(self, ds: &Dataset) -> &[Source] {
        match self {
            Self::Caveat(id) => &ds.caveat(id).sources,
            _ => self.provenance(ds).map_or(&[], |provenance| &provenance.sources),
        }
    }

    /// Whether the source supports the datum; for a cell, also as the reference of a treaty action.
    pub fn rests_on(self, ds: &Dataset, source: Source) -> bool {
        let acts = match self {
            Self::Cell(state, instrument) => ds.cell(state, instrument).acts.as_slice(),
            _ => &[],
        };
        self.sources(ds).contains(&source)
            || acts.iter().any(|act| Source::Reference(act.reference) == source)
    }
}

/// Data coded from every paragraph and footnote, collected in one pass over the dataset.
pub struct CodedData {
    paragraphs: Vec<Vec<Datum>>,
    notes: Vec<Vec<Datum>>,
}

impl CodedData {
    /// Builds the index.
    pub fn new(ds: &Dataset) -> Self {
        let lists = |len: usize| vec![Vec::new(); len];
        let mut coded = Self { paragraphs: lists(ds.paragraphs.len()), notes: lists(ds.notes.len()) };
        for datum in Datum::all(ds) {
            for source in datum.sources(ds) {
                let list = match source {
                    Source::Paragraph(id) => &mut coded.paragraphs[id.ix()],
                    Source::Note(id) => &mut coded.notes[id.ix()],
                    Source::Reference(_) => continue,
                };
                if list.last() != Some(&datum) {
                    list.push(datum);
                }
            }
        }
        coded
    }

    /// Returns the data coded from a source, as [`coded_from`] does; empty for a reference.
    pub fn from(&self, source: Source) -> &[Datum] {
        match source {
            Source::Paragraph(id) => &self.paragraphs[id.ix()],
            Source::Note(id) => &self.notes[id.ix()],
            Source::Reference(_) => &[],
        }
    }
}

/// Returns all data coded from a source, in the order of [`Datum::all`].
pub fn coded_from(ds: &Dataset, source: Source) -> Vec<Datum> {
    Datum::all(ds).filter(|datum| datum.rests_on(ds, source)).collect()
}
