//! Places of the app where more of what a question names is shown.

use super::evaluate::furthest;
use super::query::AskedQuery;
use super::reader::Question;
use super::rows::AskedCollection;
use super::value::AnswerValue;
use super::wording::Wording;
use crate::model::*;
use crate::query::FacetKey;
use crate::state::{Action, CompareItem, Evidence, Subject, View, ViewState, encode, reduce};

/// Number of places offered.
const MOST: usize = 5;

/// A place with the link that leads there.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "author", derive(serde::Serialize))]
pub struct AskedPlace {
    /// What is there.
    pub label: String,
    /// Fragment of the address.
    pub href: String,
}

/// Returns the link after actions, as the app's own gestures make it.
pub fn link(ds: &Dataset, state: &ViewState, actions: &[Action]) -> String {
    let next = actions.iter().fold(state.clone(), |state, action| reduce(&state, *action, ds));
    encode(&next, ds)
}

/// Returns the evidence of an answer, if one datum is behind it.
pub fn evidence(ds: &Dataset, query: &AskedQuery, value: &AnswerValue) -> Option<Evidence> {
    use super::query::{Criterion, StateCondition};
    match query {
        AskedQuery::Is(state, Criterion::Is(StateCondition::Party(id) | StateCondition::Joined(id, _))) => {
            return Some(Evidence::Cell(*state, *id));
        }
        AskedQuery::Is(state, Criterion::Not(inner)) => match inner.as_ref() {
            Criterion::Is(StateCondition::Party(id)) => return Some(Evidence::Cell(*state, *id)),
            Criterion::Is(StateCondition::CentralBody(_)) => return Some(Evidence::CentralBody(*state)),
            _ => {}
        },
        AskedQuery::Is(state, Criterion::Is(StateCondition::CentralBody(_))) => {
            return Some(Evidence::CentralBody(*state));
        }
        AskedQuery::ActDate(state, treaty) => {
            let id = ds.instruments.iter().position(|x| x.covers.contains(treaty))?;
            return Some(Evidence::Cell(*state, InstrumentId::from(id)));
        }
        AskedQuery::Pair(a, b, _) if furthest(ds, *a, *b).is_some() && !value.rows.is_empty() => {
            return Some(Evidence::Pair(*a, *b));
        }
        AskedQuery::Pair(a, b, _) => return Some(Evidence::Like(*a, *b)),
        AskedQuery::States { condition: Criterion::Is(StateCondition::Party(id)), .. } => {
            return Some(Evidence::Instrument(*id));
        }
        AskedQuery::Members(scheme, _) | AskedQuery::GroupOf(_, scheme) | AskedQuery::GroupCount(scheme) => {
            return Some(Evidence::Scheme(*scheme));
        }
        AskedQuery::TwoPassages(id) => return Some(Evidence::Caveat(*id)),
        _ => {}
    }
    let (collection, row) = *value.rows.first()?;
    record(collection, row)
}

/// Returns the evidence of a record.
pub fn record(collection: AskedCollection, row: usize) -> Option<Evidence> {
    Some(match collection {
        AskedCollection::Findings => Evidence::Finding(row.into()),
        AskedCollection::Agreements => Evidence::Agreement(row.into()),
        AskedCollection::Laws => Evidence::Law(row.into()),
        AskedCollection::Bodies => Evidence::Body(row.into()),
        AskedCollection::Assistance => Evidence::Assistance(row.into()),
        AskedCollection::Positions => Evidence::Position(row.into()),
        AskedCollection::Events => Evidence::Event(row.into()),
        AskedCollection::Instruments => Evidence::Instrument(row.into()),
        AskedCollection::Indicators => Evidence::Indicator(row.into()),
        AskedCollection::WorkingGroups => Evidence::WorkingGroup(row.into()),
        AskedCollection::Schemes => Evidence::Scheme(row.into()),
    })
}

/// Returns the places that a question leads to, with what it names chosen.
pub fn places(words: Wording<'_>, state: &ViewState, q: &Question) -> Vec<AskedPlace> {
    let ds = words.ds();
    let mut found: Vec<AskedPlace> = Vec::new();
    let mut add = |label: String, actions: &[Action]| {
        let label = label.trim_end_matches([' ', '·']).to_owned();
        let href = link(ds, state, actions);
        if found.iter().all(|place| place.href != href) {
            found.push(AskedPlace { label, href });
        }
    };
    let states = q.states();
    let chosen: Vec<Action> = states.iter().map(|id| Action::Toggle(FacetKey::State, id.ix())).collect();
    let names = words.states(&states);
    // Other filters would show less than the label says, and a state that is chosen already would be
    // removed.
    let to = |view: View| [vec![Action::ClearAll, Action::Go(view)], chosen.clone()].concat();
    if !q.instruments().is_empty() {
        let list = words.names.instruments(q.instruments());
        let list = if names.is_empty() { list } else { format!("{names}; {list}") };
        add(words.say("GoInstruments", &[("list", &list)]), &to(View::Instruments));
    }
    if let [a, b, ..] = states[..] {
        let side = |at: usize, id: StateId| Action::SetSide(at, Some(CompareItem::State(id)));
        let actions = [Action::Go(View::Compare), side(0, a), side(1, b)];
        add(words.say("GoCompare", &[("list", &words.states(&[a, b]))]), &actions);
    }
    if q.has_any(&["agreement", "partner", "negotiate", "ratify"]) {
        add(words.say("GoAgreements", &[("list", &names)]), &to(View::Agreements));
    }
    for id in &states {
        add(words.say("GoState", &[("name", &words.state(*id))]), &[Action::PageOf(Subject::State(*id))]);
    }
    for id in q.instruments() {
        let name = words.names.instrument(id);
        add(words.say("GoInstrument", &[("name", &name)]), &[Action::PageOf(Subject::Instrument(id))]);
    }
    for id in q.themes() {
        let name = words.names.localized(&ds.theme(id).name);
        let mut actions = to(View::Findings);
        actions.push(Action::Toggle(FacetKey::Theme, id.ix()));
        let list = if names.is_empty() { name.clone() } else { format!("{names}; {name}") };
        add(words.say("GoFindings", &[("list", &list)]), &actions);
        add(words.say("GoTheme", &[("name", &name)]), &[Action::PageOf(Subject::Theme(id))]);
    }
    for id in q.populations() {
        let name = words.names.localized(&ds.population(id).name);
        add(words.say("GoPopulation", &[("name", &name)]), &[Action::PageOf(Subject::Population(id))]);
    }
    if !q.indicators().is_empty() {
        add(words.say("GoFigures", &[]), &[Action::Go(View::Data), Action::Tab(crate::state::Tab::Figures)]);
    }
    found.truncate(MOST);
    found
}
