//! Two states side by side over every table.

use super::Asked;
use super::lines::{self, Line, StateOption, state_options};
use crate::analysis::{PairBook, differ, standing};
use crate::model::{InstrumentId, SchemeId, StateId};
use crate::state::{Action, Member, Rows, Subject};
use crate::text::Key;

shown! {
    /// The view.
    Compare {
        /// Heading.
        title: String,
        /// Summary, fit for minutes.
        sentences: Vec<String>,
        /// Loud when it is not the report's table.
        warning: Option<String>,
        /// Way back to the report's table.
        back: String,
        /// The two menus.
        sides: [Side; 2],
        /// Words of "swap".
        swap: String,
        /// Words of the switch.
        rows_label: String,
        /// All, only differences.
        rows_choices: [(String, bool); 2],
        /// Only rows that differ are shown.
        only_differences: bool,
        /// Asks for two different states.
        ask: Option<String>,
        /// Rows by collection.
        sections: Vec<CompareSection>,
        /// How many rows are shown.
        shown: String,
        /// Limits.
        note: String,
    }
    /// A side.
    Side {
        /// Label of its menu.
        label: String,
        /// Heading of its column.
        name: String,
        /// Group in the active scheme.
        group: Option<String>,
        /// Hue of the group.
        hue: Option<usize>,
        /// States, the empty choice first.
        options: Vec<StateOption>,
        /// The page of its state.
        page: Option<String>,
    }
    /// A collection.
    CompareSection {
        /// Heading.
        title: String,
        /// Rows.
        rows: Vec<CompareRow>,
    }
    /// A row.
    CompareRow {
        /// What is compared.
        label: String,
        /// Explains the label.
        detail: String,
        /// The sides differ.
        differs: bool,
        /// "same" or "differs".
        word: String,
        /// Left and right.
        cells: [CompareCell; 2],
    }
    /// What stands on one side.
    CompareCell {
        /// Lines; one at least: silence is said as such.
        lines: Vec<Line>,
        /// Words of each line's button: state, row, and what stands there.
        labels: Vec<String>,
    }
}

/// The view of a state.
pub fn compare(asked: Asked) -> Compare {
    let (say, state) = (asked.say(), asked.state);
    let pair = match states(asked) {
        [Some(a), Some(b)] if a != b => Some([a, b]),
        _ => None,
    };
    let mut sections = pair.map_or_else(Vec::new, |pair| sections(asked, pair));
    if state.rows == Rows::Differ {
        for section in &mut sections {
            section.rows.retain(|row| row.differs);
        }
        sections.retain(|section| !section.rows.is_empty());
    }
    let rows: usize = sections.iter().map(|s| s.rows.len()).sum();
    let same = state.sides[0].is_some() && state.sides[0] == state.sides[1];
    Compare {
        title: pair.map_or_else(
            || say.t(Key::CompareTitle),
            |[a, b]| say.f(Key::ComparePair, &[("a", &say.state(a)), ("b", &say.state(b))]),
        ),
        sentences: pair.map_or_else(Vec::new, |pair| sentences(asked, pair)),
        warning: state.as_of.map(|day| say.f(Key::AsOfWarning, &[("date", &say.day(day))])),
        back: say.t(Key::AsOfBack),
        sides: [0, 1].map(|side| self::side(asked, side)),
        swap: say.t(Key::Swap),
        rows_label: say.t(Key::Rows),
        rows_choices: [(say.t(Key::AllRows), false), (say.t(Key::OnlyDifferences), true)],
        only_differences: state.rows == Rows::Differ,
        ask: pair.is_none().then(|| say.t(if same { Key::CompareSame } else { Key::CompareEmpty })),
        shown: if rows == 0 { say.t(Key::DifferencesNone) } else { say.n(Key::RowCount, rows) },
        sections,
        note: note(asked, pair),
    }
}

/// The states on the first two sides.
fn states(asked: Asked) -> [Option<StateId>; 2] {
    [0, 1].map(|side| match asked.state.sides[side] {
        Some(Member::State(id)) => Some(id),
        _ => None,
    })
}

/// Limits: examples are not exhaustive, and collective wording belongs to no state that it does not name.
fn note(asked: Asked, pair: Option<[StateId; 2]>) -> String {
    let say = asked.say();
    let plus =
        pair.and_then(|pair| lines::plus_collective(asked, Key::PlusUnnamed, pair.into_iter().collect()));
    [Some(say.t(Key::NotExhaustive)), plus].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn side(asked: Asked, side: usize) -> Side {
    let say = asked.say();
    let chosen = states(asked)[side];
    let (group, hue) = chosen.map(|s| lines::active_group(asked, s)).unwrap_or_default();
    Side {
        label: say.t(if side == 0 { Key::CompareFirst } else { Key::CompareSecond }),
        name: chosen.map(|s| say.state(s)).unwrap_or_default(),
        group,
        hue,
        options: state_options(asked, chosen),
        page: chosen.map(|s| asked.link(Action::PageOf(Subject::State(s)))),
    }
}

fn sentences(asked: Asked, [a, b]: [StateId; 2]) -> Vec<String> {
    let (say, ds, as_of) = (asked.say(), asked.ds, asked.state.as_of);
    let party = |s: StateId, i: InstrumentId| standing(ds, as_of, s, i).is_party();
    let which = |want: [bool; 2]| -> Vec<InstrumentId> {
        ds.instrument_ids().filter(|i| [party(a, *i), party(b, *i)] == want).collect()
    };
    let (both, neither) = (which([true, true]), which([false, false]));
    let total = ds.instruments.len();
    let mut out: Vec<String> = say.as_of(as_of).into_iter().collect();
    out.push(say.f(Key::BothPartyTo, &[("k", &say.num(both.len())), ("m", &say.num(total))]));
    for (state, want) in [(a, [true, false]), (b, [false, true])] {
        let only = which(want);
        if !only.is_empty() {
            let list = say.instruments(only);
            out.push(say.f(Key::OnlyParty, &[("state", &say.state(state)), ("list", &list)]));
        }
    }
    if !neither.is_empty() {
        out.push(say.f(Key::NeitherParty, &[("list", &say.instruments(neither))]));
    }
    let between = PairBook::new(ds, &ds.agreement_ids().collect::<Vec<_>>()).between(a, b).len();
    out.push(match between {
        0 => say.t(Key::BetweenNone),
        n => say.f(Key::BetweenThem, &[("list", &say.n(Key::NAgreements, n))]),
    });
    out
}

fn sections(asked: Asked, pair: [StateId; 2]) -> Vec<CompareSection> {
    let (say, ds) = (asked.say(), asked.ds);
    let instruments = ds.instrument_ids().map(|i| instrument_row(asked, pair, i)).collect();
    let [has_a, has_b] = pair.map(|s| ds.state(s).central_body);
    let central = row(
        asked,
        say.t(Key::RowCentralBody),
        "",
        has_a != has_b,
        pair.map(|s| vec![lines::central_body(asked, s)]),
    );
    let [bodies_a, bodies_b] = pair.map(|s| flat(lines::bodies(asked, s)));
    let same = opened(&bodies_a) == opened(&bodies_b);
    let bodies = row(asked, say.t(Key::RowBodies), "", !same, [bodies_a, bodies_b]);
    let agreed = |key: Key, done: bool| {
        let [a, b] = pair.map(|s| flat(lines::agreements(asked, s, done)));
        row(asked, say.t(key), "", opened(&a) != opened(&b), [a, b])
    };
    let scheme_ids = (0..ds.schemes.len()).map(SchemeId::from);
    let schemes = scheme_ids
        .map(|id| {
            let lines = pair.map(|s| vec![lines::group(asked, s, id)]);
            let groups = &ds.scheme(id).groups;
            let apart = groups.iter().any(|g| g.states.has(pair[0]) != g.states.has(pair[1]));
            row(asked, say.text(&ds.scheme(id).name), "", apart, lines)
        })
        .collect();
    let section = |key: Key, rows: Vec<CompareRow>| CompareSection { title: say.t(key), rows };
    vec![
        section(Key::ViewInstruments, instruments),
        section(Key::Administration, vec![central, bodies]),
        section(
            Key::ViewAgreements,
            vec![agreed(Key::RowAgreementsDone, true), agreed(Key::RowAgreementsPending, false)],
        ),
        section(Key::GroupsIn, schemes),
    ]
}

/// A row. Whether it differs is asked of the data, never of the words.
fn row(asked: Asked, label: String, detail: &str, differs: bool, sides: [Vec<Line>; 2]) -> CompareRow {
    let say = asked.say();
    let cell = |(lines, state): (Vec<Line>, Option<StateId>)| {
        let state = state.map(|s| say.state(s)).unwrap_or_default();
        let words = |line: &Line| {
            let word = format!("{} {}", line.text, line.pages);
            let values = [("state", &*state), ("instrument", &label), ("word", word.trim_end())];
            say.f(Key::CellLabel, &values)
        };
        let lines = if lines.is_empty() { vec![lines::none_named(asked)] } else { lines };
        CompareCell { labels: lines.iter().map(words).collect(), lines }
    };
    let [first, second] = sides;
    let cells = [(first, states(asked)[0]), (second, states(asked)[1])].map(cell);
    CompareRow {
        detail: detail.to_owned(),
        differs,
        word: say.t(if differs { Key::Differs } else { Key::Same }),
        cells,
        label,
    }
}

/// What the lines of a side open: the data that stand there.
fn opened(lines: &[Line]) -> Vec<&str> {
    lines.iter().filter_map(|l| l.open.as_ref()).map(|open| open.key.as_str()).collect()
}

fn instrument_row(asked: Asked, pair: [StateId; 2], id: InstrumentId) -> CompareRow {
    let (say, ds) = (asked.say(), asked.ds);
    let line = |s: StateId| vec![lines::instrument(asked, s, id)];
    let (label, short) = (ds.instrument(id).label.clone(), say.text(&ds.instrument(id).short));
    row(asked, label, &short, differ(ds, asked.state.as_of, pair, id), pair.map(line))
}

/// Lines in one piece: what, then how it stands.
fn flat(lines: Vec<Line>) -> Vec<Line> {
    let join =
        |line: Line| Line { text: format!("{}: {}", line.text, line.head), head: String::new(), ..line };
    lines.into_iter().map(join).collect()
}

/// The link that sets two states side by side.
pub(super) fn link(asked: Asked, a: StateId, b: Option<StateId>) -> String {
    asked.link_after(&[
        Action::Go(crate::state::View::Compare),
        Action::Side(0, Some(Member::State(a))),
        Action::Side(1, b.map(Member::State)),
    ])
}
