//! Totals of groups and of all states: each column counts one stated predicate.

use super::cells::bodies;
use crate::analysis::{AgreementProgress, PairIndex};
use crate::columns::{Answer, Column, ColumnKind, ColumnValue, ValueKind, state_value};
use crate::model::*;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::measures::decimal;

/// Returns the total of a column over states.
pub(super) fn total(cx: ViewContext, column: Column, states: StateSet) -> String {
    let fmt = cx.formatter();
    let input = cx.state.column_input(cx.ds);
    let values: Vec<ColumnValue> = states.iter().map(|s| state_value(input, column, s)).collect();
    match (column.kind, column.kind.row().value) {
        (ColumnKind::InstrumentCount, _) => instrument_count(cx, &values),
        (ColumnKind::Body, _) => {
            let (there, over) = bodies(cx, states);
            let mut text = fmt.k_of_m(there.len(), states.len());
            for (state, date) in over {
                let values = [("state", &*cx.ds.state(state).key), ("date", &date)];
                text.push_str(&fmt.format(Key::TotalEnded, &values));
            }
            text
        }
        (ColumnKind::Partners, _) => inside(cx, states),
        (_, ValueKind::Findings) => match distinct(&values) {
            0 => String::new(),
            n => fmt.number(n),
        },
        (kind, _) => {
            let holds = values.iter().filter(|v| v.answer == Answer::Meets && !v.is_counted_apart).count();
            let apart = values.iter().filter(|v| v.is_counted_apart).count();
            let text = fmt.k_of_m(holds, states.len());
            if apart == 0 {
                return text;
            }
            format!("{text}, {} {}", fmt.number(apart), fmt.text(apart_word(kind)))
        }
    }
}

/// Returns the word for what is counted apart.
fn apart_word(kind: ColumnKind) -> Key {
    match kind {
        ColumnKind::Assistance => Key::EventPlanned,
        ColumnKind::Bodies => Key::AnswerEnded,
        _ => Key::LawDraft,
    }
}

/// Participations, and their mean except for one state.
fn instrument_count(cx: ViewContext, values: &[ColumnValue]) -> String {
    let fmt = cx.formatter();
    let k: usize = values.iter().filter_map(|value| value.count).sum();
    let m = values.len() * cx.ds.instruments.len();
    if values.len() < 2 {
        return fmt.k_of_m(k, m);
    }
    let mean = decimal(fmt, k as f64 / values.len() as f64, 1);
    fmt.format(Key::TotalMean, &[("k", &fmt.number(k)), ("m", &fmt.number(m)), ("mean", &mean)])
}

/// Pairs inside the set with an agreement that is concluded or further.
fn inside(cx: ViewContext, states: StateSet) -> String {
    let fmt = cx.formatter();
    if states.len() < 2 {
        return fmt.text(Key::GroupOfOne);
    }
    let pairs = PairIndex::new(cx.ds, &cx.ds.agreement_ids().collect::<Vec<_>>());
    let (k, n) = pairs.pairs(states, cx.ds.all_states(), AgreementProgress::Concluded);
    fmt.format(Key::TotalInside, &[("k", &fmt.number(k)), ("m", &fmt.number(n))])
}

/// Number of data, each counted once.
fn distinct(values: &[ColumnValue]) -> usize {
    let mut all = Vec::new();
    for datum in values.iter().flat_map(|value| &value.data) {
        if !all.contains(datum) {
            all.push(*datum);
        }
    }
    all.len()
}
