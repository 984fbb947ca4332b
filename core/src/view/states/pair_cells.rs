//! Cells of pairs of states.

use super::cells::{bodies, groups};
use super::model::CellPart;
use crate::analysis::measures::similarity_of_pair;
use crate::analysis::{Datum, parties};
use crate::columns::{Answer, Column, ColumnKind, ColumnValue, StatePair};
use crate::model::*;
use crate::state::Evidence;
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::words::glyph::Glyph;
use crate::view::words::labels::agreement_status_label;
use crate::view::words::measures::{DIGITS, decimal};

/// Returns the pieces of a cell and its evidence.
pub(super) fn parts(
    cx: ViewContext,
    pair: StatePair,
    column: Column,
    value: &ColumnValue,
) -> (Vec<CellPart>, Evidence) {
    let [a, b] = pair;
    let (fmt, silent) = (cx.formatter(), vec![CellPart::Mark(Glyph::NotMentioned)]);
    match (column.kind, column.param) {
        (ColumnKind::Similarity, _) => (similarity(cx, pair), Evidence::Like(a, b)),
        (ColumnKind::OnlyOne, _) => (only_one(cx, pair), Evidence::Like(a, b)),
        (ColumnKind::Furthest, _) => (furthest(cx, value).unwrap_or(silent), Evidence::Pair(a, b)),
        (ColumnKind::Same, Some(of)) => {
            let word =
                if value.choices == 0 { fmt.text(Key::DifferentGroups) } else { groups(cx, of, value) };
            (vec![CellPart::Word(word)], Evidence::Column(a, Some(b), column))
        }
        (ColumnKind::BothBodies, _) => (body_words(cx, pair), Evidence::Column(a, Some(b), column)),
        _ => {
            let parts = match value.answer {
                Answer::Silent => silent,
                _ => vec![CellPart::Number(fmt.number(value.count.unwrap_or_default()))],
            };
            (parts, Evidence::Column(a, Some(b), column))
        }
    }
}

/// Fraction, decimal and a mark for each instrument.
fn similarity(cx: ViewContext, [a, b]: StatePair) -> Vec<CellPart> {
    let fmt = cx.formatter();
    let Some(fraction) = similarity_of_pair(cx.ds, None, [a, b]) else {
        return vec![CellPart::Word(fmt.text(Key::WhyNoRecord))];
    };
    let value = decimal(fmt, fraction.value(), DIGITS);
    let mark = |i| {
        let party = parties(cx.ds, None, i);
        match (party.has(a), party.has(b)) {
            (true, true) => Glyph::Party,
            (true, false) => Glyph::OnlyFirst,
            (false, true) => Glyph::OnlySecond,
            (false, false) => Glyph::Not,
        }
    };
    let text = format!("{}/{}\u{a0}=\u{a0}{value}", fraction.both, fraction.any);
    vec![CellPart::Word(text), CellPart::Marks(cx.ds.instrument_ids().map(mark).collect())]
}

/// "AZE: CSSP 54, CRS 61", for each of the two that is alone party to something.
fn only_one(cx: ViewContext, pair: StatePair) -> Vec<CellPart> {
    let fmt = cx.formatter();
    let alone = |of: StateId, other: StateId| {
        let only = |i: &InstrumentId| {
            let party = parties(cx.ds, None, *i);
            party.has(of) && !party.has(other)
        };
        let names: Vec<_> = cx.ds.instrument_ids().filter(only).map(|i| fmt.instrument(i)).collect();
        (!names.is_empty()).then(|| format!("{}: {}", cx.ds.state(of).key, names.join(", ")))
    };
    let found: Vec<_> = [alone(pair[0], pair[1]), alone(pair[1], pair[0])].into_iter().flatten().collect();
    vec![CellPart::Word(if found.is_empty() { fmt.text(Key::SameRecord) } else { found.join("; ") })]
}

/// Mark, status and year of the furthest agreement.
///
/// A year has its meaning only where the report says so; otherwise it has an asterisk.
fn furthest(cx: ViewContext, value: &ColumnValue) -> Option<Vec<CellPart>> {
    let fmt = cx.formatter();
    let Some(Datum::Agreement(id)) = value.data.first() else { return None };
    let agreement = cx.ds.agreement(*id);
    let (mark, status) = agreement_status_label(agreement.status);
    let year = |date: Date| match date {
        Date::Year(year) | Date::Month(year, _) | Date::Season(year, _) => Some(year),
        Date::Day(day) => Some(day.year),
        Date::Interval(..) => None,
    };
    let meant = match agreement.status {
        AgreementStatus::InForce => agreement.effective,
        AgreementStatus::Signed => agreement.signed,
        _ => None,
    };
    let printed = agreement.dated.or(agreement.signed).or(agreement.effective);
    let note = match (meant.and_then(year), printed.and_then(year)) {
        (Some(year), _) => Some(format!("· {year}")),
        (None, Some(year)) => Some(format!("· {year}*")),
        (None, None) => None,
    };
    let mut parts = vec![CellPart::Mark(mark), CellPart::Word(fmt.text(status))];
    parts.extend(note.map(CellPart::Note));
    Some(parts)
}

/// "BLR and UKR until 12/1999".
fn body_words(cx: ViewContext, pair: StatePair) -> Vec<CellPart> {
    let (fmt, ds) = (cx.formatter(), cx.ds);
    let (there, over) = bodies(cx, pair.into_iter().collect());
    let mut names: Vec<_> = there.iter().map(|state| ds.state(state).key.clone()).collect();
    names.extend(over.into_iter().map(|(state, date)| {
        format!("{} {}", ds.state(state).key, fmt.format(Key::UntilShort, &[("date", &date)]))
    }));
    vec![CellPart::Word(if names.is_empty() { fmt.text(Key::NeitherOne) } else { fmt.list(&names) })]
}
