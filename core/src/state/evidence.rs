//! Evidence that the drawer shows, and its id in a link: `cell:GEO:CSR51`.

use super::CUSTOM_SCHEME_KEY;
use crate::columns::{Column, ColumnInput, ColumnTable};
use crate::model::*;

/// Id of [`Evidence::Citation`].
pub const CITATION_KEY: &str = "cite:view";

/// The subject of the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// A cell of the table of instruments.
    Cell(StateId, InstrumentId),
    /// States counted for an instrument, in a group of the active scheme or in all.
    Count(Option<u16>, InstrumentId),
    /// A row of the table of instruments.
    State(StateId),
    /// A column of the table of instruments.
    Instrument(InstrumentId),
    /// Parties to two instruments.
    Both(InstrumentId, InstrumentId),
    /// An agreement.
    Agreement(AgreementId),
    /// Agreements between two states.
    Pair(StateId, StateId),
    /// Similarity of two treaty records.
    Like(StateId, StateId),
    /// Concerns that members of a group of the active scheme raise on a theme.
    Concern(u16, ThemeId),
    /// Agreements and assistance that name a party, or two parties.
    Links(Party, Option<Party>),
    /// Assistance of a provider whose recipients the report does not name.
    Unnamed(Party),
    /// A body.
    Body(BodyId),
    /// The sentence of page 13 on a state's central body.
    CentralBody(StateId),
    /// States that this sentence counts, in a group of the active scheme.
    CentralBodies(u16),
    /// A row of Appendix B.
    Indicator(IndicatorId),
    /// A scheme and its members.
    Scheme(SchemeId),
    /// The custom grouping, while it is the active one.
    CustomScheme,
    /// A caveat.
    Caveat(CaveatId),
    /// A statement.
    Finding(FindingId),
    /// National legislation.
    Law(LawId),
    /// Assistance between states and organisations.
    Assistance(AssistanceId),
    /// A position on future cooperation.
    Position(PositionId),
    /// A working group.
    WorkingGroup(WorkingGroupId),
    /// A dated event.
    Event(EventId),
    /// The data behind the cell of a state, or of two, in a column. Not of the reader's grouping.
    Column(StateId, Option<StateId>, Column),
    /// Records coded from a paragraph.
    Paragraph(ParagraphId),
    /// Records coded from a footnote.
    Note(NoteId),
    /// How the view is cited.
    Citation,
}

/// Escapes an id for a link: `#`, which begins the fragment, becomes `:`.
fn linked(id: &str) -> String {
    id.replace('#', ":")
}

impl Evidence {
    /// Returns the id in a link.
    ///
    /// `scheme` is the active scheme, to which group positions refer.
    pub fn key(self, ds: &Dataset, scheme: Option<&Scheme>) -> String {
        let state = |s: StateId| ds.state(s).key.as_str();
        let instrument = |i: InstrumentId| ds.instrument(i).key.as_str();
        let of_group = |group: u16| {
            let group = scheme.and_then(|scheme| scheme.groups.get(usize::from(group)));
            group.map_or("", |group| group.key.as_str())
        };
        match self {
            Self::Cell(s, i) => format!("cell:{}:{}", state(s), instrument(i)),
            Self::Count(group, i) => {
                format!("count:{}:{}", group.map_or("all", of_group), instrument(i))
            }
            Self::State(s) => format!("state:{}", state(s)),
            Self::Instrument(i) => format!("instrument:{}", instrument(i)),
            Self::Both(a, b) => format!("both:{}:{}", instrument(a), instrument(b)),
            Self::Agreement(a) => format!("agreement:{}", ds.agreement(a).key),
            Self::Pair(a, b) => format!("pair:{}:{}", state(a), state(b)),
            Self::Like(a, b) => format!("like:{}:{}", state(a), state(b)),
            Self::Concern(group, theme) => format!("concern:{}:{}", of_group(group), ds.theme(theme).key),
            Self::CentralBodies(group) => format!("central-bodies:{}", of_group(group)),
            Self::Links(a, None) => format!("links:{}", party_key(ds, a)),
            Self::Links(a, Some(b)) => format!("links:{}:{}", party_key(ds, a), party_key(ds, b)),
            Self::Unnamed(a) => format!("unnamed:{}", party_key(ds, a)),
            Self::Body(b) => format!("body:{}", ds.body(b).key),
            Self::CentralBody(s) => format!("central-body:{}", state(s)),
            Self::Indicator(i) => format!("figure:{}", ds.indicator(i).key),
            Self::Scheme(s) => format!("scheme:{}", ds.scheme(s).key),
            Self::CustomScheme => format!("scheme:{CUSTOM_SCHEME_KEY}"),
            Self::Caveat(c) => format!("caveat:{}", ds.caveat(c).key),
            Self::Finding(f) => format!("finding:{}", linked(&ds.finding(f).key)),
            Self::Law(l) => format!("law:{}", ds.law(l).key),
            Self::Assistance(a) => format!("assistance:{}", ds.help(a).key),
            Self::Position(p) => format!("position:{}", ds.position(p).key),
            Self::WorkingGroup(g) => format!("working-group:{}", ds.working_group(g).key),
            Self::Event(e) => format!("event:{}", ds.event(e).key),
            Self::Column(a, None, column) => format!("column:{}:{}", state(a), column.key(input(ds))),
            Self::Column(a, Some(b), column) => {
                format!("column:{}.{}:{}", state(a), state(b), column.key(input(ds)))
            }
            Self::Paragraph(p) => format!("paragraph:{}", linked(&ds.paragraph(p).key)),
            Self::Note(n) => format!("note:{}", ds.note(n).key),
            Self::Citation => CITATION_KEY.to_owned(),
        }
    }

    /// Returns whether the subject exists in the dataset and, for groups, in the active scheme.
    pub fn exists(self, ds: &Dataset, scheme: Option<&Scheme>) -> bool {
        let state = |s: StateId| s.ix() < ds.states.len();
        let instrument = |i: InstrumentId| i.ix() < ds.instruments.len();
        let group = |g: u16| scheme.is_some_and(|scheme| usize::from(g) < scheme.groups.len());
        let party = |party: Party| match party {
            Party::State(id) => state(id),
            Party::Actor(id) => id.ix() < ds.actors.len(),
        };
        match self {
            Self::Cell(s, i) => state(s) && instrument(i),
            Self::Count(None, i) | Self::Instrument(i) => instrument(i),
            Self::Count(Some(g), i) => group(g) && instrument(i),
            Self::Concern(g, theme) => group(g) && theme.ix() < ds.themes.len(),
            Self::CentralBodies(g) => group(g),
            Self::State(s) | Self::CentralBody(s) => state(s),
            Self::Both(a, b) => instrument(a) && instrument(b),
            Self::Agreement(a) => a.ix() < ds.agreements.len(),
            Self::Pair(a, b) | Self::Like(a, b) => a != b && state(a) && state(b),
            Self::Links(a, b) => party(a) && b.is_none_or(|b| a != b && party(b)),
            Self::Unnamed(a) => party(a),
            Self::Body(b) => b.ix() < ds.bodies.len(),
            Self::Indicator(i) => i.ix() < ds.indicators.len(),
            Self::Scheme(s) => s.ix() < ds.schemes.len(),
            Self::CustomScheme => scheme.is_some_and(|scheme| scheme.key == CUSTOM_SCHEME_KEY),
            Self::Caveat(c) => c.ix() < ds.caveats.len(),
            Self::Finding(f) => f.ix() < ds.findings.len(),
            Self::Law(l) => l.ix() < ds.laws.len(),
            Self::Assistance(a) => a.ix() < ds.assistance.len(),
            Self::Position(p) => p.ix() < ds.positions.len(),
            Self::WorkingGroup(g) => g.ix() < ds.working_groups.len(),
            Self::Event(e) => e.ix() < ds.events.len(),
            Self::Column(a, b, column) => {
                state(a)
                    && b.is_none_or(|b| state(b) && a != b)
                    && column.kind.row().table == table_of(b)
                    && column.exists(input(ds))
            }
            Self::Paragraph(p) => p.ix() < ds.paragraphs.len(),
            Self::Note(n) => n.ix() < ds.notes.len(),
            Self::Citation => true,
        }
    }

    /// Parses an id; `None` if it names nothing in the dataset.
    pub fn parse(text: &str, ds: &Dataset, scheme: Option<&Scheme>) -> Option<Self> {
        let mut parts = text.split(':');
        let (kind, first, second) = (parts.next()?, parts.next()?, parts.next());
        if parts.next().is_some() {
            return None;
        }
        let group = |key: &str| {
            let ix = scheme?.groups.iter().position(|group| group.key == key)?;
            u16::try_from(ix).ok()
        };
        let found = match (kind, second) {
            ("cell", Some(i)) => Self::Cell(ds.state_by_key(first)?, ds.instrument_by_key(i)?),
            ("count", Some(i)) if first == "all" => Self::Count(None, ds.instrument_by_key(i)?),
            ("count", Some(i)) => Self::Count(Some(group(first)?), ds.instrument_by_key(i)?),
            ("concern", Some(t)) => Self::Concern(group(first)?, Dataset::find(&ds.themes, |x| &x.key, t)?),
            ("like", Some(b)) => Self::Like(ds.state_by_key(first)?, ds.state_by_key(b)?),
            ("both", Some(b)) => Self::Both(ds.instrument_by_key(first)?, ds.instrument_by_key(b)?),
            ("pair", Some(b)) => Self::Pair(ds.state_by_key(first)?, ds.state_by_key(b)?),
            ("links", second) => {
                let second = match second {
                    Some(key) => Some(party(ds, key)?),
                    None => None,
                };
                Self::Links(party(ds, first)?, second)
            }
            ("unnamed", None) => Self::Unnamed(party(ds, first)?),
            ("state", None) => Self::State(ds.state_by_key(first)?),
            ("instrument", None) => Self::Instrument(ds.instrument_by_key(first)?),
            ("agreement", None) => Self::Agreement(Dataset::find(&ds.agreements, |x| &x.key, first)?),
            ("body", None) => Self::Body(Dataset::find(&ds.bodies, |x| &x.key, first)?),
            ("central-bodies", None) => Self::CentralBodies(group(first)?),
            ("central-body", None) => Self::CentralBody(ds.state_by_key(first)?),
            ("figure", None) => Self::Indicator(Dataset::find(&ds.indicators, |x| &x.key, first)?),
            ("scheme", None) if first == CUSTOM_SCHEME_KEY => Self::CustomScheme,
            ("scheme", None) => Self::Scheme(ds.scheme_by_key(first)?),
            ("caveat", None) => Self::Caveat(Dataset::find(&ds.caveats, |x| &x.key, first)?),
            ("finding", ordinal) => {
                let key = hashed(first, ordinal);
                Self::Finding(Dataset::find(&ds.findings, |x| &x.key, &key)?)
            }
            ("law", None) => Self::Law(Dataset::find(&ds.laws, |x| &x.key, first)?),
            ("assistance", None) => Self::Assistance(Dataset::find(&ds.assistance, |x| &x.key, first)?),
            ("position", None) => Self::Position(Dataset::find(&ds.positions, |x| &x.key, first)?),
            ("working-group", None) => {
                Self::WorkingGroup(Dataset::find(&ds.working_groups, |x| &x.key, first)?)
            }
            ("event", None) => Self::Event(Dataset::find(&ds.events, |x| &x.key, first)?),
            ("column", Some(name)) => {
                let (a, b) = first.split_once('.').map_or((first, None), |(a, b)| (a, Some(b)));
                let b = match b {
                    Some(key) => Some(ds.state_by_key(key)?),
                    None => None,
                };
                Self::Column(ds.state_by_key(a)?, b, Column::parse(input(ds), table_of(b), name)?)
            }
            ("paragraph", ordinal) => {
                let key = hashed(first, ordinal);
                Self::Paragraph(Dataset::find(&ds.paragraphs, |x| &x.key, &key)?)
            }
            _ if text == CITATION_KEY => Self::Citation,
            ("note", None) => Self::Note(Dataset::find(&ds.notes, |x| &x.key, first)?),
            _ => return None,
        };
        Some(found).filter(|found| found.exists(ds, scheme))
    }
}

/// Columns of evidence are never of the reader's own grouping.
fn input(ds: &Dataset) -> ColumnInput<'_> {
    ColumnInput { ds, own: None, as_of: None }
}

/// Returns the table of the columns of a state, or of a pair.
fn table_of(second: Option<StateId>) -> ColumnTable {
    if second.is_none() { ColumnTable::States } else { ColumnTable::Pairs }
}

fn party_key(ds: &Dataset, party: Party) -> &str {
    match party {
        Party::State(id) => &ds.state(id).key,
        Party::Actor(id) => &ds.actor(id).key,
    }
}

/// Returns the state or actor of a key.
fn party(ds: &Dataset, key: &str) -> Option<Party> {
    let actor = || Dataset::find(&ds.actors, |x| &x.key, key).map(Party::Actor);
    ds.state_by_key(key).map(Party::State).or_else(actor)
}

/// Restores an id that [`linked`] escaped, from its two parts.
fn hashed(first: &str, second: Option<&str>) -> String {
    second.map_or_else(|| first.to_owned(), |second| format!("{first}#{second}"))
}
