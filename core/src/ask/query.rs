//! A question as understood; prints as the language of readings of `core/tests/questions`.

use std::fmt;

use super::rows::{AskedCollection, Comparison, RowTerm};
use crate::model::*;

/// A question as understood.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "named after the forms of readings, which the README of the corpus explains")]
pub enum AskedQuery {
    Is(StateId, Criterion),
    States {
        counted: bool,
        starred: bool,
        condition: Criterion,
    },
    Pairs {
        counted: bool,
        condition: PairCriterion,
    },
    Rows {
        counted: bool,
        collection: AskedCollection,
        terms: Vec<RowTerm>,
    },
    Get(StateId, StateNumber),
    Compare(Vec<StateId>, StateNumber),
    Rank(AskedOrder, StateNumber, Criterion),
    RankInstruments(AskedOrder),
    Mean(StateNumber, Criterion),
    Share(Criterion, Criterion),
    GroupShares(SchemeId, Criterion),
    GroupMeans(SchemeId, StateNumber),
    Members(SchemeId, usize),
    GroupOf(StateId, SchemeId),
    /// Its group in each grouping.
    GroupsOf(StateId),
    GroupCount(SchemeId),
    Pair(StateId, StateId, PairAspect),
    Nearest {
        farthest: bool,
        state: StateId,
    },
    ClassesOfStates,
    ClassesOfInstruments,
    Instruments(InstrumentSet, Criterion),
    ActDate(StateId, String),
    ActOrder {
        last: bool,
        treaty: String,
        condition: Criterion,
    },
    RowDate(AskedCollection, usize),
    BodyDate(usize, BodyEventKind),
    Indicator(IndicatorAspect, usize),
    IndicatorPair(IndicatorRelation, usize, usize),
    Quantity(usize),
    QuantityDifference(usize, usize),
    Voice(Vec<usize>),
    Unnamed(AskedCollection, usize),
    CountIn(usize),
    Parties(usize),
    Partners(StateId),
    NegotiatingPartners(StateId),
    Status(AskedCollection, usize),
    Providers(usize),
    /// Providers of assistance to a state.
    ProvidersOf(StateId),
    Destination(usize),
    Recipients(usize),
    Leads(usize),
    Page(SectionId),
    Place(&'static str),
    /// Place of an event.
    EventPlace(usize),
    Author,
    Commissioners,
    PositionCondition(usize),
    TwoPassages(CaveatId),
    Mentions(&'static str),
    Meetings,
    Replied(VoiceKind),
    /// The report has no such datum: what is missing, in the language of readings.
    NoDatum(String),
    Refuse(Refusal),
    Ask(Wanted),
}

impl AskedQuery {
    /// Whether a date is asked for.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::RowDate(..) | Self::ActDate(..) | Self::BodyDate(..))
    }

    /// Whether single findings are the answer: who makes them, or whom they leave unnamed.
    pub fn is_of_single_findings(&self) -> bool {
        matches!(self, Self::Voice(_) | Self::Unnamed(..))
    }
}

/// Criterion on a state.
#[derive(Debug, Clone, PartialEq)]
pub enum Criterion {
    /// Any state.
    Any,
    /// A single condition.
    Is(StateCondition),
    /// It must not hold.
    Not(Box<Criterion>),
    /// All must hold.
    And(Vec<Criterion>),
    /// One must hold.
    Or(Vec<Criterion>),
}

/// Single condition on a state.
#[derive(Debug, Clone, PartialEq)]
pub enum StateCondition {
    /// Party to an instrument, by the report's table.
    Party(InstrumentId),
    /// Joined before or during the process, by the report.
    Joined(InstrumentId, Period),
    /// Deposited an act of a treaty in a range of years.
    Acted(String, String),
    /// Has a central body.
    CentralBody(BodyTime),
    /// Member of a group.
    Group(SchemeId, usize),
    /// One of these states.
    States(Vec<StateId>),
    /// Ratified an agreement with a state.
    Ratified(StateId),
    /// Its government, or its NGOs, hold a position.
    Position { ngos: bool, terms: Vec<RowTerm> },
    /// It has a record.
    Records(RecordKind, Vec<RowTerm>),
    /// A number in relation to another.
    Number(StateNumber, Comparison, u32),
}

/// Time of which a central body is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyTime {
    /// Not said.
    Unsaid,
    /// Early in 2000.
    Now,
    /// At any time.
    Ever,
}

/// Records of a state in an open collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// Agreements to which it is a named party.
    Agreement,
    /// Its laws.
    Law,
    /// Its bodies.
    Body,
    /// Assistance that names it as recipient.
    Assisted,
    /// Findings in which its government or NGOs speak.
    Says(VoiceKind),
    /// Findings that name it.
    Named,
}

/// Number of a state.
#[derive(Debug, Clone, PartialEq)]
pub enum StateNumber {
    /// Instruments to which it is party.
    Instruments,
    /// Partners of concluded agreements.
    Partners,
    /// Those among the twelve.
    CisPartners,
    /// Records in an open collection.
    Records(RecordKind, Vec<RowTerm>),
}

/// Criterion on a pair of states; all parts must hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PairCriterion {
    /// Similarity in relation to a fraction.
    pub similarity: Option<(Comparison, u32, u32)>,
    /// Instruments in common.
    pub common: Option<(Comparison, u32)>,
    /// Findings that name both.
    pub together: Option<(Comparison, u32)>,
    /// Furthest agreement.
    pub furthest: Option<AgreementStatus>,
    /// An agreement between them.
    pub agreement: Option<Vec<RowTerm>>,
    /// With a state, or without it.
    pub with: Option<(StateId, bool)>,
    /// Both in one group of a scheme.
    pub same: Option<SchemeId>,
    /// Both meet a condition.
    pub both: Option<Criterion>,
}

/// What is asked of a pair of states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the forms of readings")]
pub enum PairAspect {
    Jaccard,
    Common,
    Both,
    Neither,
    Only,
    Furthest,
    Agreements,
    Together,
    Groups,
}

/// Instruments of all, of any, or not of all states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the forms of readings")]
pub enum InstrumentSet {
    Intersect,
    Union,
    Missing,
}

/// An order that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the forms of readings")]
pub enum AskedOrder {
    Rank,
    Most,
    Least,
}

/// What is asked of a row of Appendix B.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the forms of readings")]
pub enum IndicatorAspect {
    Value,
    Total,
    Kind,
    At,
}

/// How two rows of Appendix B are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the forms of readings")]
pub enum IndicatorRelation {
    Ratio,
    Difference,
    Sum,
    Greater,
}

/// Why a question is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the README of the corpus explains them")]
pub enum Refusal {
    Today,
    Person,
    Outside,
    Status,
    Opinion,
    Empty,
    NotUnderstood,
}

/// What has to be said before a question can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the README of the corpus explains them")]
pub enum Wanted {
    State,
    What,
}

/// A part of a query with the dataset that its ids are of.
pub struct WithDataset<'a, T>(pub &'a Dataset, pub &'a T);

fn join<T>(
    f: &mut fmt::Formatter<'_>,
    items: &[T],
    between: &str,
    one: impl Fn(&T) -> String,
) -> fmt::Result {
    let words: Vec<String> = items.iter().map(one).collect();
    write!(f, "{}", words.join(between))
}

/// Writes the conditions of a record in parentheses.
fn terms(terms: &[RowTerm]) -> String {
    terms.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

impl fmt::Display for WithDataset<'_, Criterion> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nested = |condition: &Criterion| match condition {
            Criterion::And(_) | Criterion::Or(_) => format!("({})", WithDataset(self.0, condition)),
            _ => WithDataset(self.0, condition).to_string(),
        };
        match self.1 {
            Criterion::Any => write!(f, "any"),
            Criterion::Is(atom) => write!(f, "{}", WithDataset(self.0, atom)),
            Criterion::Not(inner) => write!(f, "not {}", nested(inner)),
            Criterion::And(all) => join(f, all, " and ", nested),
            Criterion::Or(all) => join(f, all, " or ", nested),
        }
    }
}

impl fmt::Display for WithDataset<'_, StateCondition> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ds = self.0;
        let state = |id: StateId| ds.state(id).key.as_str();
        match self.1 {
            StateCondition::Party(id) => write!(f, "party({})", ds.instrument(*id).key),
            StateCondition::Joined(id, period) => {
                write!(f, "joined({})={}", ds.instrument(*id).key, period.id())
            }
            StateCondition::Acted(treaty, years) => write!(f, "acted({treaty})={years}"),
            StateCondition::CentralBody(BodyTime::Unsaid) => write!(f, "central_body"),
            StateCondition::CentralBody(BodyTime::Now) => write!(f, "central_body(now)"),
            StateCondition::CentralBody(BodyTime::Ever) => write!(f, "central_body(ever)"),
            StateCondition::Group(scheme, group) => {
                let scheme = ds.scheme(*scheme);
                write!(f, "group({},{})", scheme.key, scheme.groups[*group].key)
            }
            StateCondition::States(ids) => {
                write!(f, "state({})", ids.iter().map(|id| state(*id)).collect::<Vec<_>>().join(","))
            }
            StateCondition::Ratified(id) => write!(f, "ratified({})", state(*id)),
            StateCondition::Position { ngos, terms: all } => {
                write!(f, "{}position({})", if *ngos { "ngo_" } else { "" }, terms(all))
            }
            StateCondition::Records(record, all) => write!(f, "{}", record_text(*record, all)),
            StateCondition::Number(measure, comparison, n) => write!(f, "{measure}{}{n}", comparison.sign()),
        }
    }
}

fn record_text(record: RecordKind, all: &[RowTerm]) -> String {
    let (name, voice) = match record {
        RecordKind::Agreement => ("agreement", None),
        RecordKind::Law => ("law", None),
        RecordKind::Body => ("body", None),
        RecordKind::Assisted => ("assisted", None),
        RecordKind::Says(voice) => ("says", Some(format!("voice={}", voice.id()))),
        RecordKind::Named => ("named", None),
    };
    let rest = all.iter().map(ToString::to_string);
    let rest = rest.map(|term| if name == "agreement" { term.replacen("party=", "with=", 1) } else { term });
    format!("{name}({})", voice.into_iter().chain(rest).collect::<Vec<_>>().join(","))
}

impl fmt::Display for StateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instruments => write!(f, "instruments"),
            Self::Partners => write!(f, "partners"),
            Self::CisPartners => write!(f, "cis_partners"),
            Self::Records(record, all) => write!(f, "{}", record_text(*record, all)),
        }
    }
}

impl fmt::Display for WithDataset<'_, PairCriterion> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let x = self.1;
        let mut parts = Vec::new();
        if let Some((comparison, n, m)) = x.similarity {
            let value = if n == m { "1".to_owned() } else { format!("{n}/{m}") };
            parts.push(format!("jaccard{}{value}", comparison.sign()));
        }
        parts.extend(x.common.map(|(comparison, n)| format!("common{}{n}", comparison.sign())));
        parts.extend(x.together.map(|(comparison, n)| format!("together{}{n}", comparison.sign())));
        parts.extend(x.furthest.map(|status| format!("furthest={}", status.id())));
        if let Some(both) = &x.both {
            let text = WithDataset(self.0, both).to_string().replace('(', "[").replace(')', "]");
            parts.push(format!("both({text})"));
        }
        parts.extend(x.agreement.as_ref().map(|all| format!("agreement({})", terms(all))));
        parts.extend(x.same.map(|id| format!("same({})", self.0.scheme(id).key)));
        if let Some((state, is)) = x.with {
            parts.push(format!("{}with({})", if is { "" } else { "not " }, self.0.state(state).key));
        }
        write!(f, "{}", parts.join(" and "))
    }
}

/// Writes ` where …`, or nothing for any state.
fn filter(ds: &Dataset, condition: &Criterion) -> String {
    match condition {
        Criterion::Any => String::new(),
        some => format!(" where {}", WithDataset(ds, some)),
    }
}

impl fmt::Display for WithDataset<'_, AskedQuery> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ds = self.0;
        let state = |id: StateId| ds.state(id).key.as_str();
        let verb = |counted: bool| if counted { "count" } else { "list" };
        match self.1 {
            AskedQuery::Is(s, c) => write!(f, "is {} where {}", state(*s), WithDataset(ds, c)),
            AskedQuery::States { counted, starred, condition } => {
                let star = if *starred { "*" } else { "" };
                write!(f, "{}{star} states{}", verb(*counted), filter(ds, condition))
            }
            AskedQuery::Pairs { counted, condition } => {
                write!(f, "{} pairs where {}", verb(*counted), WithDataset(ds, condition))
            }
            AskedQuery::Rows { counted, collection, terms } => {
                write!(f, "{} {}", verb(*counted), collection.name())?;
                let all: Vec<String> = terms.iter().map(ToString::to_string).collect();
                if all.is_empty() { Ok(()) } else { write!(f, " where {}", all.join(" and ")) }
            }
            AskedQuery::Get(s, m) => write!(f, "get {} by {m}", state(*s)),
            AskedQuery::Compare(all, m) => {
                let keys: Vec<&str> = all.iter().map(|s| state(*s)).collect();
                write!(f, "compare {} by {m}", keys.join(","))
            }
            AskedQuery::Rank(order, m, c) => write!(f, "{} states by {m}{}", order.name(), filter(ds, c)),
            AskedQuery::RankInstruments(order) => write!(f, "{} instruments by parties", order.name()),
            AskedQuery::Mean(m, c) => write!(f, "mean {m}{}", filter(ds, c)),
            AskedQuery::Share(c, of) => {
                write!(f, "share states where {} of {}", WithDataset(ds, c), WithDataset(ds, of))
            }
            AskedQuery::GroupShares(s, c) => {
                write!(f, "groups {} by {}", ds.scheme(*s).key, WithDataset(ds, c))
            }
            AskedQuery::GroupMeans(s, m) => write!(f, "groups {} by mean {m}", ds.scheme(*s).key),
            AskedQuery::Members(s, g) => {
                write!(f, "members {}:{}", ds.scheme(*s).key, ds.scheme(*s).groups[*g].key)
            }
            AskedQuery::GroupsOf(s) => write!(f, "groups_of {}", state(*s)),
            AskedQuery::GroupOf(s, scheme) => {
                write!(f, "group_of {} in {}", state(*s), ds.scheme(*scheme).key)
            }
            AskedQuery::GroupCount(s) => write!(f, "groupcount {}", ds.scheme(*s).key),
            AskedQuery::Pair(a, b, aspect) => write!(f, "pair {} {} {}", state(*a), state(*b), aspect.name()),
            AskedQuery::Nearest { farthest, state: s } => {
                write!(f, "{} {}", if *farthest { "farthest" } else { "nearest" }, state(*s))
            }
            AskedQuery::ClassesOfStates => write!(f, "classes states"),
            AskedQuery::ClassesOfInstruments => write!(f, "classes instruments"),
            AskedQuery::Instruments(set, c) => write!(f, "{} {}", set.name(), WithDataset(ds, c)),
            AskedQuery::ActDate(s, treaty) => write!(f, "date act {} {treaty}", state(*s)),
            AskedQuery::ActOrder { last, treaty, condition } => {
                write!(f, "{} act {treaty}{}", if *last { "last" } else { "first" }, filter(ds, condition))
            }
            rest => f.write_str(&record_query(ds, rest)),
        }
    }
}

/// Writes the forms that ask for a single record.
fn record_query(ds: &Dataset, query: &AskedQuery) -> String {
    let finding = |row: usize| ds.findings[row].key.as_str();
    match query {
        AskedQuery::RowDate(collection, row) => {
            let name = collection.name();
            let name =
                if *collection == AskedCollection::Assistance { name } else { name.trim_end_matches('s') };
            format!("date {name} {}", collection.key(ds, *row))
        }
        AskedQuery::BodyDate(row, kind) => format!("date body {} {}", ds.bodies[*row].key, kind.id()),
        AskedQuery::Indicator(aspect, row) => format!("{} {}", aspect.name(), ds.indicators[*row].key),
        AskedQuery::IndicatorPair(relation, a, b) => {
            format!("{} {} {}", relation.name(), ds.indicators[*a].key, ds.indicators[*b].key)
        }
        AskedQuery::Quantity(row) => format!("quantity {}", finding(*row)),
        AskedQuery::QuantityDifference(a, b) => format!("quantity-diff {} {}", finding(*a), finding(*b)),
        AskedQuery::Voice(rows) => {
            format!("voice {}", rows.iter().map(|row| finding(*row)).collect::<Vec<_>>().join(","))
        }
        AskedQuery::Unnamed(collection, row) => format!("unnamed {}", collection.key(ds, *row)),
        AskedQuery::CountIn(row) => format!("count governments in {}", finding(*row)),
        AskedQuery::Parties(row) => format!("parties {}", ds.agreements[*row].key),
        AskedQuery::Partners(s) => format!("partners {}", ds.state(*s).key),
        AskedQuery::NegotiatingPartners(s) => format!("negotiating_partners {}", ds.state(*s).key),
        AskedQuery::Status(collection, row) => {
            format!("status {} {}", collection.name().trim_end_matches('s'), collection.key(ds, *row))
        }
        AskedQuery::Providers(row) => format!("givers {}", ds.assistance[*row].key),
        AskedQuery::ProvidersOf(s) => format!("helpers {}", ds.state(*s).key),
        AskedQuery::Destination(row) => format!("destination {}", ds.assistance[*row].key),
        AskedQuery::Recipients(row) => format!("receivers {}", ds.assistance[*row].key),
        AskedQuery::Leads(row) => format!("leads {}", ds.working_groups[*row].key),
        AskedQuery::Page(section) => format!("page {}", ds.section(*section).key),
        AskedQuery::Place(what) => format!("place {what}"),
        AskedQuery::EventPlace(row) => format!("place {}", ds.events[*row].key),
        AskedQuery::Author => "author".to_owned(),
        AskedQuery::Commissioners => "commissioners".to_owned(),
        AskedQuery::PositionCondition(row) => format!("condition {}", ds.positions[*row].key),
        AskedQuery::TwoPassages(id) => format!("two-passages {}", ds.caveat(*id).key),
        AskedQuery::Mentions(place) => format!("mentions {place}"),
        AskedQuery::Meetings => "count meetings follow-up-working-group".to_owned(),
        AskedQuery::Replied(kind) => format!("count states where replied({})", kind.id()),
        AskedQuery::NoDatum(what) => what.clone(),
        AskedQuery::Refuse(why) => format!("refuse:{}", why.name()),
        AskedQuery::Ask(what) => format!("ask:{}", what.name()),
        _ => String::new(),
    }
}

macro_rules! names {
    ($($name:ident { $($variant:ident = $text:literal),* })*) => {$(
        impl $name {
            /// Returns its name in the language of readings.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }
    )*};
}

names! {
    PairAspect {
        Jaccard = "jaccard", Common = "common", Both = "both", Neither = "neither", Only = "only",
        Furthest = "furthest", Agreements = "agreements", Together = "together", Groups = "groups"
    }
    InstrumentSet { Intersect = "intersect", Union = "union", Missing = "missing" }
    AskedOrder { Rank = "rank", Most = "most", Least = "least" }
    IndicatorAspect { Value = "value", Total = "total", Kind = "kind", At = "at" }
    IndicatorRelation { Ratio = "ratio", Difference = "diff", Sum = "sum", Greater = "greater" }
    Refusal {
        Today = "today", Person = "person", Outside = "outside", Status = "status", Opinion = "opinion",
        Empty = "empty", NotUnderstood = "not-understood"
    }
    Wanted { State = "state", What = "what" }
}
