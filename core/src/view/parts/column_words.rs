//! Words for columns and conditions.

use crate::columns::{Column, ColumnKind, Condition, Domain, Test, ValueKind};
use crate::model::*;
use crate::query::{assistance_kind, law_kind};
use crate::text::{Key, capital};
use crate::view::context::ViewContext;
use crate::view::words::labels::{agreement_status_label, law_status_label, polarity_label};
use crate::view::words::measures::{DIGITS, decimal};

/// Returns the label of a column: its kind, and of what it is.
pub(crate) fn column_label(cx: ViewContext, column: Column) -> String {
    let fmt = cx.formatter();
    let row = column.kind.row();
    let label = fmt.text(row.label);
    let Some(of) = column.param else { return label };
    let of = value_label(cx, row.param, None, of);
    if column.kind == ColumnKind::Party { of } else { format!("{label}: {of}") }
}

/// Returns the label of a value of a domain; `param` is that of its column.
pub(crate) fn value_label(cx: ViewContext, domain: Domain, param: Option<u16>, at: u16) -> String {
    let (fmt, ds, ix) = (cx.formatter(), cx.ds, usize::from(at));
    let input = cx.state.column_input(ds);
    let term = |key: Option<Key>| key.map_or_else(String::new, |key| fmt.text(key));
    match domain {
        Domain::Nothing => String::new(),
        Domain::Instrument => ds.instruments.get(ix).map_or_else(String::new, |i| i.label.clone()),
        Domain::Scheme => input.scheme(at).map_or_else(String::new, |scheme| fmt.localized(&scheme.name)),
        Domain::Group => {
            let group = param.and_then(|param| input.scheme(param)?.groups.get(ix));
            group.map_or_else(String::new, |group| fmt.localized(&group.name))
        }
        Domain::State => ds.states.get(ix).map_or_else(String::new, |_| fmt.state(StateId(at))),
        Domain::AgreementStatus => {
            term(AgreementStatus::ALL.get(ix).map(|status| agreement_status_label(*status).1))
        }
        Domain::LawKind => term(LawKind::ALL.get(ix).map(|kind| law_kind(*kind))),
        Domain::LawStatus => short_status(cx, ix),
        Domain::AssistanceKind => term(AssistanceKind::ALL.get(ix).map(|kind| assistance_kind(*kind))),
        Domain::Approach => term(Approach::ALL.get(ix).map(|approach| approach_short(*approach))),
        Domain::Topic => match Polarity::ALL.get(ix) {
            Some(polarity) => fmt.text(polarity_label(*polarity).1),
            None => fmt.localized(&ds.theme(ThemeId::from(ix - Polarity::ALL.len())).name),
        },
        Domain::Joining => {
            term([Key::KeyBefore, Key::KeyDuringReport, Key::KeyDuringTreaty].get(ix).copied())
        }
        Domain::BodyTime => term([Key::Early2000, Key::AtAnyTime].get(ix).copied()),
        Domain::BodyCount => term([Key::BothOfThem, Key::OneOfThem].get(ix).copied()),
    }
}

/// Returns the short name of an approach.
pub(crate) fn approach_short(approach: Approach) -> Key {
    match approach {
        Approach::SubRegional => Key::ShortSubRegional,
        Approach::StateCentric => Key::ShortStateCentric,
        Approach::West => Key::ShortWest,
        Approach::StatusQuo => Key::ApproachStatusQuo,
        Approach::SeveralLevels => Key::ShortSeveralLevels,
    }
}

/// Returns the status of a law, without the explanation after a colon.
pub(crate) fn short_status(cx: ViewContext, ix: usize) -> String {
    let text = LawStatus::ALL.get(ix).map(|status| cx.formatter().text(law_status_label(*status)));
    text.unwrap_or_default().split(':').next().unwrap_or_default().to_owned()
}

/// Returns what a condition asks of its column: "at least 7".
pub(crate) fn test_label(cx: ViewContext, asked: Condition) -> String {
    let fmt = cx.formatter();
    let row = asked.column.kind.row();
    let number = |n: u16| match row.value {
        ValueKind::Fraction => decimal(fmt, f64::from(n) / 100.0, DIGITS),
        _ => fmt.number(usize::from(n)),
    };
    if asked.negated && asked.test == Test::Holds {
        match row.value {
            ValueKind::Party => return fmt.text(Key::ShortNotParty),
            ValueKind::YesNo => return fmt.text(Key::NoCentralShort),
            ValueKind::Group => return fmt.text(Key::NotInGroup),
            _ => {}
        }
    }
    let words = match asked.test {
        Test::Holds => fmt.text(match row.value {
            _ if asked.column.kind == ColumnKind::Furthest => Key::CountsConcluded,
            ValueKind::Partners => Key::CountsConcluded,
            ValueKind::Party => Key::Party,
            ValueKind::YesNo => Key::YesCentral,
            ValueKind::Group => Key::CountsGroup,
            _ => Key::TestNamed,
        }),
        Test::NotMentioned => fmt.text(Key::NotMentioned),
        Test::AtLeast(n) => fmt.format(Key::BoundAtLeast, &[("n", &number(n))]),
        Test::AtMost(n) => fmt.format(Key::TestAtMost, &[("n", &number(n))]),
        Test::Exactly(n) => number(n),
        Test::Is(at) => value_label(cx, row.choices, asked.column.param, at),
    };
    if asked.negated { fmt.format(Key::TestNot, &[("what", &words)]) } else { words }
}

/// Returns a condition in words: "Treaties joined: at least 7".
pub(crate) fn condition_label(cx: ViewContext, asked: Condition) -> String {
    format!("{}: {}", column_label(cx, asked.column), test_label(cx, asked))
}

/// Returns a condition as part of a sentence, which is cut after a colon.
pub(crate) fn condition_in_sentence(cx: ViewContext, asked: Condition) -> String {
    format!("{} – {}", column_label(cx, asked.column), test_label(cx, asked))
}

/// Returns the head of a section of a menu.
pub(crate) fn kind_label(cx: ViewContext, kind: ColumnKind) -> String {
    capital(&cx.formatter().text(kind.row().label))
}
