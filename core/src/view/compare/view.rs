//! Two to six states or groups of the active scheme side by side, over every collection.

use super::model::{Compare, CompareColumn, Side, SideChoice, SideChoices, SideMenu};
use super::{rows, summary};
use crate::analysis::{on_several, union};
use crate::model::{Basis, StateSet};
use crate::state::{Action, CompareItem, MAX_COMPARE_ITEMS, RowFilter, Subject};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines;
use crate::view::parts::lines::active_group;

/// The view of a state.
pub fn compare(asked: ViewContext) -> Compare {
    let (say, state) = (asked.say(), asked.state);
    let columns = columns(asked);
    let compared = columns.len() > 1;
    let sections = if compared { rows::sections(asked, &columns) } else { Vec::new() };
    let rows: usize = sections.iter().map(|s| s.rows.len()).sum();
    let names: Vec<_> = columns.iter().map(|column| column.name.clone()).collect();
    Compare {
        title: if compared { say.list(&names) } else { say.t(Key::CompareTitle) },
        sentences: if compared { summary::sentences(asked, &columns) } else { Vec::new() },
        warning: state.as_of.map(|day| say.f(Key::AsOfWarning, &[("date", &say.day(day))])),
        back: say.t(Key::AsOfBack),
        menus: menus(asked),
        choose: say.t(Key::CompareChoose),
        choices: choices(asked),
        rows_label: say.t(Key::Rows),
        rows_choices: [Key::AllRows, Key::OnlyDifferences, Key::OnlyShared]
            .into_iter()
            .zip(RowFilter::ALL)
            .map(|(key, rows)| (say.t(key), *rows == state.rows))
            .collect(),
        ask: (!compared).then(|| ask(asked, &columns)),
        sides: columns.iter().map(|column| side(asked, column)).collect(),
        shown: match (rows, state.rows) {
            _ if !compared => String::new(),
            (0, RowFilter::Shared) => say.t(Key::SharedNone),
            (0, _) => say.t(Key::DifferencesNone),
            _ => say.n(Key::RowCount, rows),
        },
        sections,
        notes: notes(asked, &columns),
    }
}

/// The sides in their order, each once; a group that nobody is in is no side.
fn columns(asked: ViewContext) -> Vec<CompareColumn> {
    let mut columns: Vec<CompareColumn> = Vec::with_capacity(MAX_COMPARE_ITEMS);
    for member in asked.state.sides.into_iter().flatten() {
        let (name, states) = named(asked, member);
        if !states.is_empty() && columns.iter().all(|column| column.member != member) {
            columns.push(CompareColumn { member, name, states });
        }
    }
    columns
}

/// Name and states of a side.
fn named(asked: ViewContext, member: CompareItem) -> (String, StateSet) {
    let say = asked.say();
    match member {
        CompareItem::State(id) => (say.state(id), StateSet::default().with(id)),
        CompareItem::Group(ix) => {
            let group = asked.scheme().and_then(|scheme| scheme.groups.get(usize::from(ix)));
            group.map(|group| (say.text(&group.name), group.states)).unwrap_or_default()
        }
    }
}

/// What is missing before there is a comparison.
fn ask(asked: ViewContext, columns: &[CompareColumn]) -> String {
    let say = asked.say();
    let first = match columns {
        [] => say.t(Key::CompareEmpty),
        [_, ..] if !twice(asked).is_empty() => say.t(Key::CompareSame),
        [only, ..] => say.f(Key::CompareOne, &[("name", &only.name)]),
    };
    let hint = asked.scheme().is_none().then(|| say.t(Key::CompareGroupsHint));
    std::iter::once(first).chain(hint).collect::<Vec<_>>().join(" ")
}

/// A menu for each place that is taken, for the first two, and for the next one that is free.
fn menus(asked: ViewContext) -> Vec<SideMenu> {
    let (say, sides) = (asked.say(), &asked.state.sides);
    let free = sides.iter().position(Option::is_none).unwrap_or(MAX_COMPARE_ITEMS);
    let shown =
        (0..MAX_COMPARE_ITEMS).filter(|place| *place < 2 || *place == free || sides[*place].is_some());
    let menu = |place: usize| {
        let name = sides[place].map(|member| named(asked, member).0);
        let words = |key: Key| name.as_ref().map(|name| say.f(key, &[("name", name)])).unwrap_or_default();
        let add = place >= 2 && name.is_none();
        SideMenu {
            label: if add {
                say.t(Key::CompareAdd)
            } else {
                say.f(Key::CompareSide, &[("n", &say.num(place + 1))])
            },
            current: sides[place].map(|member| key(asked, member)).unwrap_or_default(),
            remove: words(Key::Remove),
            earlier: if place > 0 { words(Key::CompareEarlier) } else { String::new() },
            place,
        }
    };
    shown.map(menu).collect()
}

/// What a side is called in the menus; a group's is no state's.
fn key(asked: ViewContext, member: CompareItem) -> String {
    match member {
        CompareItem::State(id) => asked.ds.state(id).key.clone(),
        CompareItem::Group(ix) => format!("group:{ix}"),
    }
}

/// The states in alphabetical order, then the groups of the active scheme.
fn choices(asked: ViewContext) -> Vec<SideChoices> {
    let say = asked.say();
    let option =
        |member: CompareItem| SideChoice { label: named(asked, member).0, key: key(asked, member), member };
    let states = say.sorted(asked.ds.all_states()).into_iter().map(|s| option(CompareItem::State(s)));
    let mut out = vec![SideChoices { label: say.t(Key::States), options: states.collect() }];
    if let Some(scheme) = asked.scheme() {
        let groups = (0..scheme.groups.len()).filter_map(|ix| u8::try_from(ix).ok()).map(CompareItem::Group);
        out.push(SideChoices { label: asked.say().scheme(scheme), options: groups.map(option).collect() });
    }
    out
}

fn side(asked: ViewContext, column: &CompareColumn) -> Side {
    let say = asked.say();
    match column.member {
        CompareItem::State(s) => {
            let (detail, hue) = active_group(asked, s);
            let page = Some(asked.link(Action::PageOf(Subject::State(s))));
            Side { name: column.name.clone(), detail, hue, page, open: None, mine: asked.mine(s) }
        }
        CompareItem::Group(ix) => {
            let members = say.states(column.states);
            let inferred =
                asked.scheme().is_some_and(|scheme| scheme.groups[usize::from(ix)].basis == Basis::Inferred);
            Side {
                name: column.name.clone(),
                detail: Some(if inferred {
                    format!("{members} · {}", say.t(Key::InferredShort))
                } else {
                    members
                }),
                hue: Some(ix.into()),
                page: None,
                mine: None,
                open: asked.scheme_evidence().map(|evidence| asked.open(evidence)),
            }
        }
    }
}

/// What is not shown or counted twice, then the limits: examples are not exhaustive, and collective wording belongs to no
/// side that it does not name.
fn notes(asked: ViewContext, columns: &[CompareColumn]) -> Vec<String> {
    let say = asked.say();
    let chosen = asked.state.sides.iter().flatten();
    let empty = chosen.map(|member| named(asked, *member)).filter(|(_, states)| states.is_empty());
    let empty: Vec<_> = empty.map(|(name, _)| name).collect();
    let states: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let said = |key: Key, list: String| (!list.is_empty()).then(|| say.f(key, &[("list", &list)]));
    let mut notes =
        vec![said(Key::CompareTwice, say.list(&twice(asked))), said(Key::CompareNoMembers, say.list(&empty))];
    if columns.len() > 1 {
        notes.extend([
            said(Key::CompareOverlap, say.states(on_several(&states))),
            columns.iter().any(|column| column.group().is_some()).then(|| say.t(Key::SameShare)),
            (asked.state.rows == RowFilter::Shared).then(|| say.t(Key::SharedLists)),
            Some(say.t(Key::NotExhaustive)),
            lines::plus_collective(asked, Key::PlusUnnamed, union(&states)),
        ]);
    }
    notes.into_iter().flatten().collect()
}

/// The sides that are chosen more than once.
fn twice(asked: ViewContext) -> Vec<String> {
    let chosen: Vec<CompareItem> = asked.state.sides.iter().flatten().copied().collect();
    let (mut seen, mut twice) = (Vec::new(), Vec::new());
    for member in chosen {
        if !seen.contains(&member) {
            seen.push(member);
        } else if !twice.contains(&member) {
            twice.push(member);
        }
    }
    twice.into_iter().map(|member| named(asked, member).0).collect()
}
