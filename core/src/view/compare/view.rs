//! Comparison of two to six states or groups of the active scheme over all collections.

use super::model::{Compare, CompareColumn, CompareLink, Side, SideChoice, SideChoices, SideMenu};
use super::{nearest, rows, summary};
use crate::analysis::{on_several, union};
use crate::model::{Basis, StateSet};
use crate::state::{Action, CompareItem, MAX_COMPARE_ITEMS, RowFilter, Subject, ViewState, encode};
use crate::text::Key;
use crate::view::context::ViewContext;
use crate::view::parts::lines::{self, active_group};

/// Builds the view model.
pub fn compare(cx: ViewContext) -> Compare {
    let (fmt, state) = (cx.formatter(), cx.state);
    let columns = columns(cx);
    let compared = columns.len() > 1;
    let sections = if compared { rows::sections(cx, &columns) } else { Vec::new() };
    let rows: usize = sections.iter().map(|s| s.rows.len()).sum();
    let names: Vec<_> = columns.iter().map(|column| column.name.clone()).collect();
    Compare {
        title: if compared { fmt.list(&names) } else { fmt.text(Key::CompareTitle) },
        sentences: if compared { summary::sentences(cx, &columns) } else { Vec::new() },
        warning: state.as_of.map(|day| fmt.format(Key::AsOfWarning, &[("date", &fmt.day(day))])),
        back: fmt.text(Key::AsOfBack),
        menus: menus(cx),
        choose: fmt.text(Key::CompareChoose),
        choices: choices(cx),
        rows_label: fmt.text(Key::Rows),
        rows_choices: [Key::OnlyDifferences, Key::AllRows, Key::OnlyShared]
            .into_iter()
            .zip(RowFilter::ALL)
            .map(|(key, rows)| (fmt.text(key), *rows == state.rows))
            .collect(),
        ask: (!compared).then(|| ask(cx, &columns)),
        sides: columns.iter().map(|column| side(cx, column)).collect(),
        shown: match (rows, state.rows) {
            (0, RowFilter::Shared) if compared => fmt.text(Key::SharedNone),
            (0, _) if compared => fmt.text(Key::DifferencesNone),
            _ => String::new(),
        },
        sections,
        all_groups: all_groups(cx),
        nearest: nearest::nearest(cx, &columns).filter(|_| compared),
        notes: notes(cx, &columns),
    }
}

/// Returns the columns without duplicates and without empty groups.
fn columns(cx: ViewContext) -> Vec<CompareColumn> {
    let mut columns: Vec<CompareColumn> = Vec::with_capacity(MAX_COMPARE_ITEMS);
    for member in cx.state.sides.into_iter().flatten() {
        let (name, states) = named(cx, member);
        if !states.is_empty() && columns.iter().all(|column| column.member != member) {
            columns.push(CompareColumn { member, name, states });
        }
    }
    columns
}

/// Returns name and states of a side.
fn named(cx: ViewContext, member: CompareItem) -> (String, StateSet) {
    let fmt = cx.formatter();
    match member {
        CompareItem::State(id) => (fmt.state(id), StateSet::default().with(id)),
        CompareItem::Group(ix) => {
            let group = cx.scheme().and_then(|scheme| scheme.groups.get(usize::from(ix)));
            group.map(|group| (fmt.localized(&group.name), group.states)).unwrap_or_default()
        }
    }
}

/// Returns what is missing for a comparison.
fn ask(cx: ViewContext, columns: &[CompareColumn]) -> String {
    let fmt = cx.formatter();
    let first = match columns {
        [] => fmt.text(Key::CompareEmpty),
        [_, ..] if !twice(cx).is_empty() => fmt.text(Key::CompareSame),
        [only, ..] => fmt.format(Key::CompareOne, &[("name", &only.name)]),
    };
    let hint = cx.scheme().is_none().then(|| fmt.text(Key::CompareGroupsHint));
    std::iter::once(first).chain(hint).collect::<Vec<_>>().join(" ")
}

/// Returns the menus: the first two slots, all occupied slots, and the next free one.
fn menus(cx: ViewContext) -> Vec<SideMenu> {
    let (fmt, sides) = (cx.formatter(), &cx.state.sides);
    let free = sides.iter().position(Option::is_none).unwrap_or(MAX_COMPARE_ITEMS);
    let shown =
        (0..MAX_COMPARE_ITEMS).filter(|place| *place < 2 || *place == free || sides[*place].is_some());
    let menu = |place: usize| {
        let name = sides[place].map(|member| named(cx, member).0);
        let words = |key: Key| name.as_ref().map(|name| fmt.format(key, &[("name", name)]));
        let add = place >= 2 && name.is_none();
        SideMenu {
            label: if add {
                fmt.text(Key::CompareAdd)
            } else {
                fmt.format(Key::CompareSide, &[("n", &fmt.number(place + 1))])
            },
            current: sides[place].map(|member| key(cx, member)),
            remove: words(Key::Remove),
            earlier: words(Key::CompareEarlier).filter(|_| place > 0),
            place,
        }
    };
    shown.map(menu).collect()
}

/// Returns the key of a side in the menus; the prefix keeps groups distinct from states.
fn key(cx: ViewContext, member: CompareItem) -> String {
    match member {
        CompareItem::State(id) => cx.ds.state(id).key.clone(),
        CompareItem::Group(ix) => format!("group:{ix}"),
    }
}

/// Returns the states in alphabetical order, then the groups of the active scheme.
fn choices(cx: ViewContext) -> Vec<SideChoices> {
    let fmt = cx.formatter();
    let option =
        |member: CompareItem| SideChoice { label: named(cx, member).0, key: key(cx, member), member };
    let states = fmt.sorted(cx.ds.all_states()).into_iter().map(|s| option(CompareItem::State(s)));
    let mut out = vec![SideChoices { label: fmt.text(Key::States), options: states.collect() }];
    if let Some(scheme) = cx.scheme() {
        let groups = (0..scheme.groups.len()).filter_map(|ix| u8::try_from(ix).ok()).map(CompareItem::Group);
        out.push(SideChoices { label: cx.formatter().scheme(scheme), options: groups.map(option).collect() });
    }
    out
}

/// Returns the link that compares all groups with members of the active scheme.
///
/// `None` if they are compared already, or their number cannot be.
fn all_groups(cx: ViewContext) -> Option<CompareLink> {
    let groups = cx.scheme()?.groups.iter().enumerate();
    let groups = groups.filter(|(_, group)| !group.states.is_empty());
    let groups = groups.filter_map(|(ix, _)| u8::try_from(ix).ok()).map(CompareItem::Group);
    let groups: Vec<_> = groups.take(MAX_COMPARE_ITEMS + 1).collect();
    let sides = std::array::from_fn(|at| groups.get(at).copied());
    let fits = (2..=MAX_COMPARE_ITEMS).contains(&groups.len()) && sides != cx.state.sides;
    fits.then(|| CompareLink {
        label: cx.formatter().text(Key::CompareAllGroups),
        href: encode(&ViewState { sides, ..cx.state.clone() }, cx.ds),
    })
}

fn side(cx: ViewContext, column: &CompareColumn) -> Side {
    let fmt = cx.formatter();
    match column.member {
        CompareItem::State(s) => {
            let (detail, hue) = active_group(cx, s);
            let page = Some(cx.link(Action::PageOf(Subject::State(s))));
            Side { name: column.name.clone(), detail, hue, page, open: None, pin_note: cx.pin_note(s) }
        }
        CompareItem::Group(ix) => {
            let members = fmt.states(column.states);
            let inferred =
                cx.scheme().is_some_and(|scheme| scheme.groups[usize::from(ix)].basis == Basis::Inferred);
            Side {
                name: column.name.clone(),
                detail: Some(if inferred {
                    format!("{members} · {}", fmt.text(Key::InferredShort))
                } else {
                    members
                }),
                hue: Some(ix.into()),
                page: None,
                pin_note: None,
                open: cx.scheme_evidence().map(|evidence| cx.evidence_link(evidence)),
            }
        }
    }
}

/// Returns the notes: sides left out or counted twice, then the limits of the data.
///
/// Examples are not exhaustive, and collective wording belongs to no side that it does not name.
fn notes(cx: ViewContext, columns: &[CompareColumn]) -> Vec<String> {
    let fmt = cx.formatter();
    let chosen = cx.state.sides.iter().flatten();
    let empty = chosen.map(|member| named(cx, *member)).filter(|(_, states)| states.is_empty());
    let empty: Vec<_> = empty.map(|(name, _)| name).collect();
    let states: Vec<StateSet> = columns.iter().map(|column| column.states).collect();
    let said = |key: Key, list: String| (!list.is_empty()).then(|| fmt.format(key, &[("list", &list)]));
    let mut notes =
        vec![said(Key::CompareTwice, fmt.list(&twice(cx))), said(Key::CompareNoMembers, fmt.list(&empty))];
    if columns.len() > 1 {
        notes.extend([
            said(Key::CompareOverlap, fmt.states(on_several(&states))),
            columns.iter().any(|column| column.group().is_some()).then(|| fmt.text(Key::SameShare)),
            (cx.state.rows == RowFilter::Shared).then(|| fmt.text(Key::SharedLists)),
            Some(fmt.text(Key::NotExhaustive)),
            lines::plus_collective(cx, Key::PlusUnnamed, union(&states)),
        ]);
    }
    notes.into_iter().flatten().collect()
}

/// Returns the names of the sides that are selected more than once.
fn twice(cx: ViewContext) -> Vec<String> {
    let chosen: Vec<CompareItem> = cx.state.sides.iter().flatten().copied().collect();
    let (mut seen, mut twice) = (Vec::new(), Vec::new());
    for member in chosen {
        if !seen.contains(&member) {
            seen.push(member);
        } else if !twice.contains(&member) {
            twice.push(member);
        }
    }
    twice.into_iter().map(|member| named(cx, member).0).collect()
}
