//! Rules for the dataset of this project: acts of joining a treaty, and agreements.

use super::super::date::{Date, Day};
use super::super::raw::Bundle;
use super::super::terms::AgreementStatus;
use super::rule::{Rule, RuleErrors};
use super::this_dataset::{duplicates, folded};
use super::walk::first_and_last_day;

pub(super) const RULES: &[Rule] = &[act_window, table, same_agreement, agreement_status, agreement_period];

/// The day for which the report prints its table of participation (Appendix A).
const TABLE_DAY: Day = Day { year: 2000, month: 3, day: 31 };
/// First day of the dataset's acts; an earlier act is a predecessor's and has a note.
const FIRST_OWN_ACT: Day = Day { year: 1992, month: 1, day: 1 };
/// Last year of the dataset's acts.
const LAST_ACT_YEAR: u16 = 2000;

/// Acts lie between 1992 and 2000; an earlier one has a note on the depositor.
fn act_window(b: &Bundle, found: &mut RuleErrors) {
    for (i, cell) in b.participation.iter().enumerate() {
        for (j, act) in cell.acts.iter().enumerate() {
            let Some(day) = Day::parse(&act.date) else { continue };
            let path = format!("$.participation[{i}].acts[{j}]");
            if day.year > LAST_ACT_YEAR {
                found.add(format!("{path}.date"), format!("{day} is after {LAST_ACT_YEAR}"));
            }
            if day < FIRST_OWN_ACT && act.note.is_none() {
                found.add(format!("{path}.note"), format!("{day} is before {FIRST_OWN_ACT} and has no note"));
            }
        }
    }
}

/// The treaty actions reproduce the report's table on its day.
fn table(b: &Bundle, found: &mut RuleErrors) {
    for (i, cell) in b.participation.iter().enumerate() {
        let by_acts = cell.acts.iter().filter_map(|act| Day::parse(&act.date)).any(|day| day <= TABLE_DAY);
        if by_acts != cell.party {
            let word = |party| if party { "party" } else { "not party" };
            let (cell_name, acts, printed) =
                (format!("{} × {}", cell.state, cell.instrument), word(by_acts), word(cell.party));
            let reason =
                format!("{cell_name}: on {TABLE_DAY} {acts} by the acts, {printed} in the report's table");
            found.add(format!("$.participation[{i}].acts"), reason);
        }
    }
}

fn same_agreement(b: &Bundle, found: &mut RuleErrors) {
    let keys = b.agreements.iter().enumerate().map(|(i, x)| {
        let mut parties = x.parties.clone();
        parties.sort();
        let unnamed = x.parties_unnamed.as_ref().map(|u| (u.count, u.among.as_ref().map(|t| folded(&t.en))));
        (format!("$.agreements[{i}]"), x.id.clone(), (parties, unnamed, folded(&x.subject.en)))
    });
    duplicates(keys, "the same parties and subject", found);
}

/// Dates of signature and effect fit the status of an agreement.
///
/// An agreement that is still sought has neither; one in force has a date of effect.
fn agreement_status(b: &Bundle, found: &mut RuleErrors) {
    for (i, x) in b.agreements.iter().enumerate() {
        let sought = matches!(x.status, AgreementStatus::Attempted | AgreementStatus::Negotiating);
        for (field, date) in [("signed", &x.signed), ("effective", &x.effective)] {
            if sought && date.is_some() {
                found.add(format!("$.agreements[{i}].{field}"), "a date of what is still sought");
            }
        }
        if x.status == AgreementStatus::InForce && x.effective.is_none() {
            found.add(format!("$.agreements[{i}].effective"), "in force, but no date of effect");
        }
    }
}

/// Each date of an agreement overlaps one of its periods.
fn agreement_period(b: &Bundle, found: &mut RuleErrors) {
    for (i, x) in b.agreements.iter().enumerate() {
        let periods = b.meta.periods.iter().filter(|period| x.period.contains(&period.id));
        let ranges: Vec<_> =
            periods.filter_map(|period| Date::parse(&period.range)).map(first_and_last_day).collect();
        for (field, date) in [("signed", &x.signed), ("effective", &x.effective), ("dated", &x.dated)] {
            let Some((Some(from), Some(to))) = date.as_deref().and_then(Date::parse).map(first_and_last_day)
            else {
                continue;
            };
            let touches = |(first, last): &(Option<Day>, Option<Day>)| {
                first.is_none_or(|first| first <= to) && last.is_none_or(|last| from <= last)
            };
            if !ranges.is_empty() && !ranges.iter().any(touches) {
                found.add(format!("$.agreements[{i}].{field}"), "the date lies in none of its periods");
            }
        }
    }
}
