//! The view States with the conditions of a question, where it shows exactly the same states.

use super::go_to::{AskedPlace, link};
use super::query::{AskedQuery, BodyTime, Criterion, RecordKind, StateCondition, StateNumber};
use super::rows::{Comparison, RowTerm};
use super::value::AnswerValue;
use super::wording::Wording;
use crate::columns::{Answer, ColumnInput, ColumnTable, Condition, Joint, Selection, combined, state_answer};
use crate::model::*;
use crate::state::{Action, View, ViewState, encode, reduce};

/// Returns the place, unless the view cannot ask the same.
pub fn place(
    words: Wording<'_>,
    state: &ViewState,
    query: &AskedQuery,
    value: &AnswerValue,
) -> Option<AskedPlace> {
    let AskedQuery::States { condition, starred: false, .. } = query else { return None };
    // Of silence "0 of 12" would say too much.
    if value.states.is_empty() {
        return None;
    }
    let ds = words.ds();
    let facts = ColumnInput { ds, own: None, as_of: None };
    let conditions = conditions(facts, condition)?;
    // The view and the answer must name the same states.
    let shown = ds
        .all_states()
        .iter()
        .filter(|id| combined(&state_answer(facts, &conditions, *id)) == Some(Answer::Meets));
    let shown: StateSet = shown.collect();
    if shown != value.states.iter().copied().collect() {
        return None;
    }
    let mut next = [Action::ClearAll, Action::Go(View::States)]
        .into_iter()
        .fold(state.clone(), |state, action| reduce(&state, action, ds));
    next.of_states = Selection { conditions, ..Selection::default() };
    let (what, n) = (words.criterion(condition), words.counted(shown.len() as u64));
    let all = words.counted(ds.states.len() as u64);
    let label = words.say("GoStates", &[("what", &what), ("n", &n), ("all", &all)]);
    let href = encode(&next, ds);
    // A condition that the link cannot hold would be lost.
    (link(ds, &next, &[]) == href).then_some(AskedPlace { label, href })
}

/// Returns conditions of the view for a condition in words: joined by "and", or by "or".
fn conditions(facts: ColumnInput<'_>, criterion: &Criterion) -> Option<Vec<(Joint, Condition)>> {
    let (joint, all) = match criterion {
        Criterion::And(all) => (Joint::And, all.as_slice()),
        Criterion::Or(all) => (Joint::Or, all.as_slice()),
        one => (Joint::And, std::slice::from_ref(one)),
    };
    all.iter().map(|one| Some((joint, condition(facts, one)?))).collect()
}

fn condition(facts: ColumnInput<'_>, criterion: &Criterion) -> Option<Condition> {
    match criterion {
        Criterion::Is(fact) => Condition::parse(facts, ColumnTable::States, &name(facts.ds, fact)?),
        Criterion::Not(inner) => {
            let opposite = condition(facts, inner)?;
            Some(Condition { negated: !opposite.negated, ..opposite })
        }
        Criterion::Any | Criterion::And(_) | Criterion::Or(_) => None,
    }
}

/// Returns the name of a condition in links, for facts that the view has columns of.
fn name(ds: &Dataset, fact: &StateCondition) -> Option<String> {
    Some(match fact {
        StateCondition::Party(id) => format!("party-{}", ds.instrument(*id).key),
        StateCondition::Joined(id, period) => format!("party-{}:{}", ds.instrument(*id).key, period.id()),
        StateCondition::CentralBody(BodyTime::Unsaid) => "body".to_owned(),
        StateCondition::CentralBody(BodyTime::Now) => "body:now".to_owned(),
        StateCondition::CentralBody(BodyTime::Ever) => "body:ever".to_owned(),
        StateCondition::Group(scheme, group) => {
            let scheme = ds.scheme(*scheme);
            format!("group-{}:{}", scheme.key, scheme.groups[*group].key)
        }
        StateCondition::Position { ngos, terms } => {
            let column = if *ngos { "ngoposition" } else { "position" };
            format!("{column}:{}", only(terms, "approach")?)
        }
        StateCondition::Records(kind, terms) => records(*kind, terms)?,
        StateCondition::Number(StateNumber::Instruments, comparison, n) => {
            format!("nine:{}", compared(*comparison, *n)?)
        }
        StateCondition::Acted(..)
        | StateCondition::States(_)
        | StateCondition::Ratified(_)
        | StateCondition::Number(..) => {
            return None;
        }
    })
}

fn records(kind: RecordKind, terms: &[RowTerm]) -> Option<String> {
    Some(match (kind, terms) {
        (RecordKind::Law, []) => "laws".to_owned(),
        (RecordKind::Law, terms) if only(terms, "theme") == Some("ngo-legislation") => "ngolaw".to_owned(),
        (RecordKind::Body, []) => "bodies".to_owned(),
        (RecordKind::Assisted, []) => "assistance".to_owned(),
        (RecordKind::Assisted, terms) => format!("assistance-{}", only(terms, "kind")?),
        _ => return None,
    })
}

/// Returns the value of the only term, if it asks for one value of a field.
fn only<'a>(terms: &'a [RowTerm], field: &str) -> Option<&'a str> {
    match terms {
        [term] if term.field == field && term.relation == Comparison::Is && !term.negated => {
            match term.values.as_slice() {
                [value] => Some(value),
                _ => None,
            }
        }
        _ => None,
    }
}

fn compared(comparison: Comparison, n: u32) -> Option<String> {
    match comparison.sign() {
        ">=" => Some(format!("{n}-")),
        "<=" => Some(format!("-{n}")),
        ">" => Some(format!("{}-", n + 1)),
        "<" => Some(format!("-{}", n.checked_sub(1)?)),
        "=" => Some(n.to_string()),
        _ => None,
    }
}
