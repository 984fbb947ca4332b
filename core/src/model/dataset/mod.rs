//! The checked dataset: every id is a valid position, every date is parsed, every cell exists.
#![allow(missing_docs, reason = "collections are named after those of the raw bundle")]

mod agreements;
mod claims;
mod report;
mod treaties;
mod vocabulary;

pub use agreements::*;
pub use claims::*;
pub use report::*;
pub use treaties::*;
pub use vocabulary::*;

use super::common::Source;
use super::ids::*;
use super::sets::StateSet;

/// All collections of the dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    pub meta: Meta,
    /// Headings of the report.
    pub sections: Vec<Section>,
    pub paragraphs: Vec<Paragraph>,
    pub notes: Vec<Note>,
    /// Sources beyond the report.
    pub references: Vec<Reference>,
    /// The twelve states.
    pub states: Vec<State>,
    /// Organisations, NGOs and countries outside the twelve.
    pub actors: Vec<Actor>,
    pub themes: Vec<Theme>,
    pub populations: Vec<Population>,
    /// Columns of Appendix A.
    pub instruments: Vec<Instrument>,
    /// Cells of Appendix A, in row-major order: one row per state, one column per instrument.
    pub cells: Vec<Cell>,
    pub agreements: Vec<Agreement>,
    pub bodies: Vec<Body>,
    pub schemes: Vec<Scheme>,
    /// Rows of Appendix B.
    pub indicators: Vec<Indicator>,
    pub caveats: Vec<Caveat>,
    pub laws: Vec<Law>,
    pub assistance: Vec<Assistance>,
    /// Positions on the future.
    pub positions: Vec<Position>,
    pub working_groups: Vec<WorkingGroup>,
    pub events: Vec<Event>,
    pub findings: Vec<Finding>,
}

macro_rules! get {
    ($($name:ident: $id:ty => $coll:ident -> $ty:ty;)*) => { impl Dataset {$(
        /// Returns the datum with this id.
        ///
        /// Panics if the id is out of range, which cannot happen for an id of this dataset.
        pub fn $name(&self, id: $id) -> &$ty { &self.$coll[id.ix()] }
    )*} };
}
get! {
    section: SectionId => sections -> Section;
    paragraph: ParagraphId => paragraphs -> Paragraph;
    note: NoteId => notes -> Note;
    reference: ReferenceId => references -> Reference;
    state: StateId => states -> State;
    actor: ActorId => actors -> Actor;
    instrument: InstrumentId => instruments -> Instrument;
    agreement: AgreementId => agreements -> Agreement;
    body: BodyId => bodies -> Body;
    scheme: SchemeId => schemes -> Scheme;
    indicator: IndicatorId => indicators -> Indicator;
    caveat: CaveatId => caveats -> Caveat;
    theme: ThemeId => themes -> Theme;
    population: PopulationId => populations -> Population;
    law: LawId => laws -> Law;
    help: AssistanceId => assistance -> Assistance;
    position: PositionId => positions -> Position;
    working_group: WorkingGroupId => working_groups -> WorkingGroup;
    event: EventId => events -> Event;
    finding: FindingId => findings -> Finding;
}

impl Dataset {
    /// Returns the set of all states.
    pub fn all_states(&self) -> StateSet {
        StateSet::all(self.states.len())
    }
    /// Returns the first and last page of a source; `None` for one outside the report.
    pub fn pages_of(&self, source: Source) -> Option<[u16; 2]> {
        match source {
            Source::Paragraph(id) => Some(self.paragraph(id).pages),
            Source::Note(id) => Some([self.note(id).page; 2]),
            Source::Reference(_) => None,
        }
    }
    /// Returns the cell of a state and an instrument.
    pub fn cell(&self, state: StateId, instrument: InstrumentId) -> &Cell {
        &self.cells[state.ix() * self.instruments.len() + instrument.ix()]
    }
    /// Ids of the instruments, in the order of the table's columns.
    pub fn instrument_ids(&self) -> impl Iterator<Item = InstrumentId> + use<> {
        (0..self.instruments.len()).map(InstrumentId::from)
    }
    /// Ids of the agreements.
    pub fn agreement_ids(&self) -> impl Iterator<Item = AgreementId> + use<> {
        (0..self.agreements.len()).map(AgreementId::from)
    }
    /// Returns the position of a key in a collection; ignores ASCII case, for links typed by users.
    pub fn find<T, I: From<usize>>(items: &[T], key: impl Fn(&T) -> &str, wanted: &str) -> Option<I> {
        items.iter().position(|t| key(t).eq_ignore_ascii_case(wanted)).map(I::from)
    }
    /// Returns a state by its ISO 3166-1 alpha-3 code.
    pub fn state_by_key(&self, key: &str) -> Option<StateId> {
        Self::find(&self.states, |s| &s.key, key)
    }
    /// Returns an instrument by its id.
    pub fn instrument_by_key(&self, key: &str) -> Option<InstrumentId> {
        Self::find(&self.instruments, |s| &s.key, key)
    }
    /// Returns a scheme by its id.
    pub fn scheme_by_key(&self, key: &str) -> Option<SchemeId> {
        Self::find(&self.schemes, |s| &s.key, key)
    }
}
